import type { Contract, Plan } from '../../plan/model/index.ts';
import { capitalise, count } from '../../plan/words.ts';
import { lines } from '../line.ts';
import { address, bold, dayInWords, fact, isSaid, keyInWords, list, md, named, paragraphs, said } from './text.ts';

/** The contract and its renewal, with what speaks for it. */
export function renewalSection({ customer, renewal }: Plan): string[] {
  const facts = [
    fact('Contract', contract(customer?.contract)),
    fact('Renewal', bold(dayInWords(customer?.contract?.renewal_date))),
    fact('Owner', md(renewal?.owner?.text)),
  ];
  const evidence = (renewal?.evidence.items ?? []).map(({ outcome, statement, link }) =>
    said(named(outcome?.text, statement?.text), link?.text ? address(link.text) : ''),
  );
  const labelled = (label: string, parts: readonly string[]) =>
    parts.length === 0 ? [] : [`${capitalise(label)}:`, ...parts];
  return [
    ...list(facts),
    ...labelled('strategy', paragraphs(renewal?.strategy?.text)),
    ...labelled('evidence', list(evidence)),
    ...labelled('expansion', list(lines(renewal?.expansion.items ?? []).map(md))),
  ];
}

/** `1 Oct 2025 to 30 Sep 2026, professional, 40 seats`. */
function contract(contract: Contract | undefined): string {
  const [start, end] = [dayInWords(contract?.start_date), dayInWords(contract?.end_date)];
  const days =
    start !== '' && end !== '' ? `${start} to ${end}` : start !== '' ? `from ${start}` : end && `until ${end}`;
  const seats = contract?.seats?.value;
  return [days, keyInWords(contract?.plan_tier?.text), seats === undefined ? '' : count(seats, 'seat')]
    .filter(isSaid)
    .join(', ');
}

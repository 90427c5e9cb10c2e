import { spokenDay } from '../day.ts';
import { inCommon } from '../history/pairs.ts';
import { uniquely } from '../history/same-thing.ts';
import type { Agenda, Plan } from '../model/index.ts';
import { allMilestones } from '../model/milestones.ts';
import { normalName } from '../model/people.ts';
import { count, enumerate, oneLine } from '../words.ts';

/** A file of which one version is known alone. */
export interface Lone {
  readonly name: string;
  readonly text: string;
  /** The customers of its plans. */
  readonly customers: readonly string[];
}

/** How much of their lines two plans of one customer have in common at least, to be one plan under another name; of nobody; of two customers. */
const SAME_CUSTOMER = 0.3;
const NO_CUSTOMER = 0.5;
const OTHER_CUSTOMER = 0.8;

/** So many pairs of files are compared line by line at most. */
const MOST_COMPARED = 10_000;

/** Which of the files that are gone came back under another name: by what they say, the likest first. Each is found once. */
export function renamedPlans(gone: readonly Lone[], come: readonly Lone[]): ReadonlyMap<Lone, Lone> {
  const found = new Map<Lone, Lone>();
  const taken = new Set<Lone>();
  const pair = (old: Lone, now: Lone) => {
    found.set(now, old);
    taken.add(old);
  };
  const byText = new Map(gone.map(old => [old.text, old]));
  for (const now of come) {
    const old = byText.get(now.text);
    if (old && !taken.has(old) && now.text.trim() !== '') pair(old, now);
  }
  // A whole folder may have been moved: who is told by the customer is not compared with all.
  const [before, after] = [gone, come].map(files => uniquely(files, customersOf));
  for (const [customer, now] of after ?? []) {
    const old = before?.get(customer);
    if (!now || !old || found.has(now) || taken.has(old)) continue;
    if (inCommon(linesOf(old.text), linesOf(now.text)) >= SAME_CUSTOMER) pair(old, now);
  }
  const olds = gone.filter(old => !taken.has(old)).map(old => ({ file: old, lines: linesOf(old.text) }));
  const nows = come.filter(now => !found.has(now)).map(now => ({ file: now, lines: linesOf(now.text) }));
  if (olds.length * nows.length > MOST_COMPARED) return found;
  const alike = olds.flatMap(old =>
    nows.map(now => {
      const score = inCommon(old.lines, now.lines);
      return { old: old.file, now: now.file, score: score >= least(old.file, now.file) ? score : 0 };
    }),
  );
  alike.sort((a, b) => b.score - a.score);
  for (const { old, now, score } of alike) if (score > 0 && !taken.has(old) && !found.has(now)) pair(old, now);
  return found;
}

function customersOf({ customers }: Lone): string {
  return customers.map(normalName).join('\n').trim();
}

function least(old: Lone, now: Lone): number {
  const [a, b] = [customersOf(old), customersOf(now)];
  if (a === '' || b === '') return NO_CUSTOMER;
  return a === b ? SAME_CUSTOMER : OTHER_CUSTOMER;
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** Who a document is about; '' where it does not say. */
export function customerOf(model: Plan | Agenda): string {
  return model.kind === 'plan' ? oneLine(model.customer?.company?.text ?? '') : '';
}

/** What a document is called in the midst of a sentence: `plan`, `review agenda`. */
export function kindOf({ kind }: Plan | Agenda): string {
  return kind === 'plan' ? 'plan' : 'review agenda';
}

/** A document that is new, in a sentence: what it holds, whose it is, and when its renewal is. */
export function newInWords(model: Plan | Agenda): string {
  if (model.kind === 'agenda') {
    const on = model.qbr?.date?.text;
    return `New review agenda${on ? ` for ${spokenDay(on)}` : ''}, with ${count(model.qbr?.agenda.items.length ?? 0, 'topic')}.`;
  }
  const holds = [
    [model.outcomes.items.length, 'outcome'] as const,
    [allMilestones(model).length, 'milestone'] as const,
    [model.risks.items.length, 'risk'] as const,
  ].flatMap(([number, noun]) => (number > 0 ? count(number, noun) : []));
  const renewal = model.customer?.contract?.renewal_date?.text;
  const owner = model.plan?.owner?.text;
  const facts = [
    holds.length > 0 ? `with ${enumerate(holds)}` : 'with no outcome yet',
    owner && `owner ${oneLine(owner)}`,
    renewal && `renewal ${spokenDay(renewal)}`,
  ];
  return `New plan ${facts.filter(fact => fact).join(', ')}.`;
}

/** A document that is gone, in a sentence. */
export function goneInWords(model: Plan | Agenda | undefined): string {
  const outcomes = model?.kind === 'plan' ? model.outcomes.items.length : 0;
  return `The ${model ? kindOf(model) : 'file'} was deleted${outcomes > 0 ? `; it had ${count(outcomes, 'outcome')}` : ''}.`;
}

import type { Plan } from '../../plan/model/index.ts';
import { lines } from '../line.ts';
import { dayInWords, fact, keyInWords, list, md, table } from './text.ts';

/** How the plan came about, and who has agreed to what of it. Where it stands is said at the head of the page. */
export function agreement({ agreement }: Plan): string[] {
  const together = agreement?.co_created?.value;
  return [
    ...list([
      together === undefined ? '' : fact('Written together', together ? 'yes' : 'no'),
      fact('Shared', dayInWords(agreement?.shared_on)),
    ]),
    ...table(
      ['Who agrees', 'To what', 'Status', 'Signed'],
      (agreement?.sign_offs.items ?? []).map(({ person, scope, status, signed_on }) => [
        md(person?.text),
        md(scope?.text),
        keyInWords(status?.text),
        dayInWords(signed_on),
      ]),
    ),
  ];
}

/** What each side brings. */
export function resources({ resources }: Plan): string[] {
  return table(
    ['Resource', 'Kind', 'Side', 'Notes'],
    resources.items.map(({ name, kind, side, notes }) => [
      md(name?.text),
      keyInWords(kind?.text),
      keyInWords(side?.text),
      md(notes?.text),
    ]),
  );
}

/** Where both sides talk, and when they meet. */
export function communication({ communication }: Plan): string[] {
  return [
    ...list(lines(communication?.channels.items ?? []).map(md)),
    ...table(
      ['Meeting', 'How often', 'With', 'What for'],
      (communication?.meetings.items ?? []).map(({ name, cadence, attendees, purpose }) => [
        md(name?.text),
        keyInWords(cadence?.text),
        lines(attendees.items).map(md).join(', '),
        md(purpose?.text),
      ]),
    ),
  ];
}

import type { Agenda } from '../../model/index.ts';
import type { Side } from '../../model/people.ts';
import { definitionShape } from '../../schema/shape.ts';
import { enumerate } from '../../words.ts';
import { agendaMinutes } from '../minutes.ts';
import { holdersOf, namedPersonWords } from './people.ts';
import { named, type Telling } from './telling.ts';

/** What an entry among the attendees of an agenda means: a part in the plan with who has it, or somebody by name. */
export function attendeeWords(text: string, side: Side, telling: Telling): string[] {
  const { plan, today, pen } = telling;
  const shapes = [`${side}PersonType`, 'customerPersonType', 'vendorPersonType'];
  const meaning =
    text === 'csm'
      ? 'Whoever answers for the plan on the vendor’s side.'
      : shapes.map(name => definitionShape(name)?.values?.find(one => one.value === text)?.meaning).find(one => one);
  if (!meaning) return namedPersonWords(text, telling);
  const who = holdersOf(text, side, plan, today).map(({ name, person }) => named(telling, person, name));
  return [
    `${pen.strong(pen.text(text))} — ${pen.ours(meaning)}`,
    who.length > 0 ? `In this plan: ${enumerate(who)}.` : '',
  ];
}

/** What the minutes of the topics add up to, beside what the review is to take. */
export function minutesWords(agenda: Agenda): string[] {
  const minutes = agendaMinutes(agenda);
  if (!minutes) return [];
  const left = minutes.all - minutes.topics;
  const rest = left === 0 ? 'nothing is left over' : left > 0 ? `${left} are free` : `${-left} too many`;
  return [`The topics take ${minutes.topics} of ${minutes.all} minutes: ${rest}.`];
}

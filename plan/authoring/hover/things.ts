import { formatFullDay } from '../../day.ts';
import { outcomeAround } from '../../model/holders.ts';
import type { Phase, Priority } from '../../model/index.ts';
import { english } from '../../phrase.ts';
import { milestoneIndex } from '../../rules/milestones/milestone-index.ts';
import { count, enumerate } from '../../words.ts';
import { away } from '../distance.ts';
import { milestoneWords, stateWords } from './milestones.ts';
import type { NamedThing } from './named-things.ts';
import { keyResultWords, outcomeWords } from './outcomes.ts';
import { riskWords } from './risks.ts';
import { named, type Telling } from './telling.ts';

/** Where something of the plan stands. */
export function thingWords(thing: NamedThing, telling: Telling): string[] {
  switch (thing.definition) {
    case 'outcome':
      return outcomeWords(thing, telling);
    case 'keyResult': {
      const outcome = outcomeAround(thing);
      return outcome ? keyResultWords(thing, outcome, telling) : [];
    }
    case 'milestone':
      return milestoneWords(thing, telling);
    case 'decisionStep':
      return [stateWords(thing, telling)];
    case 'risk':
      return riskWords(thing, telling);
    case 'priority':
      return priorityWords(thing, telling);
    case 'phase':
      return phaseWords(thing, telling);
  }
}

/** The same of something that is named elsewhere: what it is called first, with a way there. */
export function referredWords(thing: NamedThing, telling: Telling): string[] {
  const { pen } = telling;
  const id = 'id' in thing ? (thing.id?.text ?? '') : '';
  const title =
    ('name' in thing ? thing.name?.text : undefined) ?? ('description' in thing ? thing.description?.text : '') ?? '';
  const call = pen.strong(named(telling, thing, id || title || 'this'));
  return [id && title ? `${call} — ${pen.text(title, 120)}` : call, ...thingWords(thing, telling)];
}

function priorityWords({ id, name, sponsor }: Priority, telling: Telling): string[] {
  const { plan, pen } = telling;
  const served = plan.outcomes.items.filter(
    ({ priority }) => priority?.text && [id?.text, name?.text].includes(priority.text),
  );
  const by = served.map(outcome => named(telling, outcome, outcome.label || 'an outcome'));
  return [
    sponsor?.text ? `Sponsored by ${pen.text(sponsor.text)}.` : '',
    by.length > 0 ? `Served by ${enumerate(by)}.` : 'No outcome serves it yet.',
  ];
}

function phaseWords({ id, name, start_date: start, end_date: end }: Phase, { plan, today }: Telling): string[] {
  const inside = milestoneIndex(plan).inOrder.filter(
    ({ phase }) => phase?.text && [id?.text, name?.text].includes(phase.text),
  );
  const done = inside.filter(({ status }) => status?.value === 'complete').length;
  const days = [start?.value, end?.value].flatMap(value => (value ? [formatFullDay(value)] : [])).join(' to ');
  const now =
    !start?.value || !end?.value
      ? ''
      : today < start.value
        ? `, begins ${english(away(today, start.value))}`
        : today > end.value
          ? ', over'
          : `, ends ${english(away(today, end.value))}`;
  return [
    days === '' ? '' : `${days}${now}.`,
    inside.length > 0 ? `${done} of ${count(inside.length, 'milestone')} done.` : 'No milestone belongs to it yet.',
  ];
}

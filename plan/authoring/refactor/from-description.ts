import type { Day } from '../../day.ts';
import type { Baseline, KeyResult, Outcome, Plan, Target } from '../../model/index.ts';
import { type FoundQuantity, findQuantities } from '../../quantity/index.ts';
import { asOneInBraces, setField } from '../../rules/repair/set-field.ts';
import { isSaid } from '../../rules/text/placeholder.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { capitalise, oneLine } from '../../words.ts';
import { firstDayFrom, lastDayOfPeriod, leadingDay } from '../../written-day.ts';
import { asValue, type NewEntry, written } from './new-node.ts';
import { Quotes } from './quotes.ts';

/** What a description says of a change: `Reduce handling time from 12 to 8 minutes by 30 June`. */
export interface Change {
  readonly metric: string | undefined;
  readonly from: string | undefined;
  readonly to: string;
  readonly by: Day | undefined;
}

/** Reads the one change that a sentence speaks of; undefined where it names no goal, or several. A day without its year is the next one. Never throws. */
export function changeIn(description: string, today: Day): Change | undefined {
  const text = oneLine(description);
  const found = findQuantities(text);
  const before = ({ start }: FoundQuantity) => text.slice(0, start);
  const starts = found.filter(one => FROM.test(before(one)));
  const goals = found.filter(one => !starts.includes(one) && TO.test(before(one)));
  const [from] = starts;
  const [to] = goals;
  if (!to || goals.length > 1 || starts.length > 1) return undefined;
  const goal = text.slice(to.start, to.end);
  const start = from && withUnit(text.slice(from.start, from.end), from, goal, to);
  const first = Math.min(from?.start ?? to.start, to.start);
  return {
    metric: metricIn(text.slice(0, first)),
    from: start,
    to: goal,
    by: dayIn(text.slice(Math.max(from?.end ?? 0, to.end)), today),
  };
}

const BOUND = String.raw`(?:(?:about|around|roughly|approximately|nearly|almost|currently|today[’']s|at least|at most|under|below|over|above|less than|more than|no more than|only|just)\s+)*`;
const FROM = new RegExp(String.raw`\b(?:from|instead of|rather than|compared with|compared to)\s+${BOUND}$`, 'i');
const TO = new RegExp(String.raw`\b(?:to|under|below|within)\s+${BOUND}$`, 'i');

const TRAILING = new RegExp(String.raw`\s*\b(?:from|to|under|below|within|instead of|rather than)\s+${BOUND}$`, 'i');

/** `from 12 to 8 minutes`: a bare number is meant in the unit of the other. */
function withUnit(written: string, from: FoundQuantity, goal: string, to: FoundQuantity): string {
  const bare = from.quantity.dimension === 'number' && from.quantity.unitKey === '';
  if (!bare || (to.quantity.dimension === 'number' && to.quantity.unitKey === '')) return written;
  const [figures] = /\d[\d.,]*/.exec(goal) ?? [];
  return figures === undefined ? written : goal.replace(figures, written);
}

/** `Reduce the handling time from` → `Handling time` */
function metricIn(head: string): string | undefined {
  const words = head
    .replace(TRAILING, '')
    .trim()
    .replace(/^[\p{L}-]+(?:\s+down)?\s+(?:(?:the|our|their|its|a|an)\s+)?/u, '')
    .replace(/\s+(?:down|up|by|is|are)$/i, '')
    .trim();
  return words === '' || words.length > 80 || /\d/.test(words) ? undefined : capitalise(words);
}

/** `by 30 June`, `until the end of Q3 2026` */
function dayIn(rest: string, today: Day): Day | undefined {
  for (const { index, 0: word } of rest.matchAll(/\b(?:by|until|till)\s+/gi)) {
    const said = rest.slice(index + word.length);
    const reading = leadingDay(said)?.readings;
    if (reading?.length === 1 && reading[0]) return firstDayFrom(reading[0], today);
    const period = lastDayOfPeriod(
      /^(?:the )?(?:end of |late )?[\w-]+,?[\s-]+\d{4}|^\d{4}[-/ ][Qq]?\d{1,2}/.exec(said)?.[0] ?? '',
    );
    if (period) return period;
  }
  return undefined;
}

/** Fills in what a description says and the fields do not: baseline, goal and day. Undefined where there is nothing of that, or no place for it. */
export function fieldsFromDescription(
  edit: Editor,
  plan: Plan,
  holder: Outcome | KeyResult,
  today: Day,
): readonly Edit[] | undefined {
  const { description, baseline, target, mapping } = holder;
  const change = changeIn(description?.text ?? '', today);
  if (!change || !mapping || holder.borrowed) return undefined;
  const quotes = new Quotes(plan, mapping);
  const { metric, from, to, by } = change;
  const wanted = (all: readonly (readonly [string, string | undefined, boolean])[]) =>
    all.flatMap(([key, value, isThere]) =>
      value === undefined || isThere ? [] : [{ key, value, isDay: key === 'target_date' }],
    );
  const first = wanted(
    from === undefined
      ? []
      : [
          ['metric', metric, isSaid(baseline?.metric?.text)],
          ['current', from, isSaid(baseline?.current?.text)],
        ],
  );
  const goal = wanted([
    ['metric', metric, isSaid(target?.metric?.text)],
    ['goal', to, isSaid(target?.goal?.text)],
    ['target_date', by, isSaid(target?.target_date?.text)],
  ]);
  // The metric's name alone is no reason to touch anything.
  if (![...first, ...goal].some(({ key }) => key !== 'metric')) return undefined;
  const fill = (key: 'baseline' | 'target', fields: typeof first): readonly (Edit | undefined)[] => {
    const group = holder[key];
    if (fields.every(field => field.key === 'metric')) return [];
    if (group?.mapping) {
      const order = ['metric', 'current', 'goal', 'measured_on', 'target_date'];
      return fields.map(field =>
        setField(edit, group, field.key, field.value, {
          after: order.slice(0, order.indexOf(field.key)).reverse(),
          near: ['metric', 'target_date'],
        }),
      );
    }
    const entries = fields.map(
      (field): NewEntry => (field.isDay ? quotes.day(field.key, field.value) : quotes.text(field.key, field.value)),
    );
    if (group) return [mapping.flow || group.word ? undefined : belowKey(edit, group, entries)];
    const after = [...(key === 'target' ? ['baseline'] : []), 'business_value', 'so_that', 'description'];
    return [edit.insertKey(holder, key, asValue({ entries }, mapping.flow).replace(/^ /, ''), after)];
  };
  const edits = [...fill('baseline', first), ...fill('target', goal)];
  const made = edits.filter(one => one !== undefined);
  return made.length > 0 && made.length === edits.length ? asOneInBraces(made) : undefined;
}

/** The keys of a group of which only the key stands there. */
function belowKey(edit: Editor, group: Baseline | Target, entries: readonly NewEntry[]): Edit | undefined {
  const [first, ...others] = entries;
  if (!first) return undefined;
  const rest = others.map(entry => `\n${written({ entries: [entry] }, false)}`).join('');
  return edit.insertKey(group, first[0], written(first[1], true) + rest);
}

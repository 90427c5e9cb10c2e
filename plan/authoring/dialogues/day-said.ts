import { addDays, type Day, formatFullDay } from '../../day.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { short } from '../../words.ts';
import { firstDayFrom, lastDayOfPeriod, readWrittenDay, toDay } from '../../written-day.ts';

/** Whether a day lies ahead or behind, for one that is written without its year. */
export type Tense = 'ahead' | 'behind';

/** A day as it was meant, or what is wrong with it. */
export type DaySaid = { readonly day: Day } | { readonly day: undefined; readonly wrong: Phrase };

/** Days by which anybody plans. */
const LONGEST_WAY = 3653;

/** So far ahead lies a day that shows how one is written where today would be no answer. */
const EXAMPLE_AHEAD = 90;

/** Reads a day that somebody types into a box: in any notation, without a year, `end of Q3 2026`, `today`, `in 30 days`. Never throws. */
export function daySaid(answer: string, today: Day, tense: Tense): DaySaid {
  const text = answer.trim();
  const example = tense === 'ahead' ? addDays(today, EXAMPLE_AHEAD) : today;
  if (text === '') return { day: undefined, wrong: phrase('A day is needed, such as {0}.', example) };
  const readings = readWrittenDay(text);
  const days = [...new Set(readings.flatMap(reading => anchored(reading, today, tense) ?? []))];
  const day = relative(text, today) ?? (readings.length === 0 ? lastDayOfPeriod(text) : days[0]);
  if (days.length > 1 && days[0] && days[1])
    return {
      day: undefined,
      wrong: phrase(
        '“{0}” may be {1} or {2}. Write it as {3}.',
        text,
        formatFullDay(days[0]),
        formatFullDay(days[1]),
        days[0],
      ),
    };
  if (day === undefined)
    return {
      day,
      wrong:
        readings.length > 0
          ? phrase('The calendar has no {0}.', short(text, 40))
          : phrase('“{0}” is no day. Write it as {1}.', short(text, 40), today),
    };
  const [from, to] = [addDays(today, -LONGEST_WAY), addDays(today, LONGEST_WAY)];
  return day < from || day > to
    ? { day: undefined, wrong: phrase('{0} is more than ten years away: is the year right?', formatFullDay(day)) }
    : { day };
}

function anchored(reading: Parameters<typeof toDay>[0], today: Day, tense: Tense): Day | undefined {
  if (reading.year !== undefined) return toDay(reading);
  return firstDayFrom(reading, tense === 'ahead' ? today : addDays(today, -364));
}

const NEAR: Readonly<Record<string, number>> = { today: 0, tomorrow: 1, yesterday: -1 };

function relative(text: string, today: Day): Day | undefined {
  const near = Object.hasOwn(NEAR, text.toLowerCase()) ? NEAR[text.toLowerCase()] : undefined;
  if (near !== undefined) return addDays(today, near);
  const [, count, unit = ''] = /^(?:in |\+ ?)(\d{1,4}) ?(days?|d|weeks?|w)?$/i.exec(text) ?? [];
  return count === undefined ? undefined : addDays(today, Number(count) * (/^w/i.test(unit) ? 7 : 1));
}

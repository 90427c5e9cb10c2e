import { type Day, formatFullDay } from '../day.ts';
import type { KeyResult, Outcome } from '../model/index.ts';
import type { QuantityReading } from '../quantity/index.ts';
import { oneLine } from '../words.ts';

/** A text where a number belongs, and the day that it speaks of. */
export interface Said {
  readonly text: string;
  readonly day?: Day | undefined;
}

/** What a metric says in words that hold no number: “a lot of manual work”. `TBD` says nothing. */
export interface InWords {
  readonly baseline: Said | undefined;
  /** The newest after the baseline, where no number was measured since. */
  readonly now: Said | undefined;
  readonly goal: Said | undefined;
}

/** What stands in words in a metric on a day; `measured`: whether a number was measured since the baseline. `due` is the goal's day. Never throws. */
export function inWordsOf(
  { baseline, target, measurements }: Outcome | KeyResult,
  due: Day | undefined,
  today: Day,
  measured: boolean,
): InWords {
  const start = baseline?.measured_on?.value;
  let now: Said | undefined;
  for (const { value, date } of measured ? [] : measurements.items) {
    const one = saidIn(value?.value, date?.value);
    const { day } = one ?? {};
    if (day !== undefined && (day > today || (start !== undefined && day <= start))) continue;
    if (one && (day ?? '') >= (now?.day ?? '')) now = one;
  }
  return { baseline: saidIn(baseline?.current?.value, start), now, goal: saidIn(target?.goal?.value, due) };
}

/** The words of a value that holds no number; undefined for any other. */
export function saidIn(reading: QuantityReading | undefined, day?: Day): Said | undefined {
  return reading?.kind === 'not-measurable' ? { text: oneLine(reading.written), day } : undefined;
}

/** `Baseline: a lot of manual work (1 Oct 2025)`, and so on for what else stands in words. */
export function tellInWords({ baseline, now, goal }: InWords): string[] {
  const told = (label: string, said: Said | undefined, by = '') =>
    said ? [`${label}: ${said.text}${said.day === undefined ? '' : ` (${by}${formatFullDay(said.day)})`}`] : [];
  return [...told('Baseline', baseline), ...told('Now', now), ...told('Goal', goal, 'by ')];
}

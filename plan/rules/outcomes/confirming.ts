import type { Day } from '../../day.ts';
import type { Milestone, Outcome, Plan } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { dueField } from '../../model/outcomes.ts';
import { oncePer } from '../../once.ts';
import { compareText } from '../../words.ts';
import { measuredOf, quantityIn } from '../measures/measured.ts';

/**
 * True for an outcome that has a milestone to confirm its result: by its kind, by its name, by the goal's number in its name, or by standing on
 * the day on which the outcome is due. Skipped ones confirm nothing; the first of several is no confirmation by its name alone.
 */
export function hasFinalCheck(outcome: Outcome, plan: Plan): boolean {
  const live = milestonesOf(outcome, plan).filter(milestone => milestone.status?.value !== 'skipped');
  // What kinds and days tell needs no reading of names.
  const due = dueField(outcome)?.value;
  if (live.some(milestone => isFinalStep(milestone, due))) return true;
  const row = live.toSorted((a, b) => compareText(dateOf(a), dateOf(b)));
  return row.some((milestone, index) =>
    isCalledFinal(milestone, outcome, { first: index === 0 && row.length > 1, last: index === row.length - 1 }),
  );
}

/** Whether one milestone confirms that an outcome is reached. `first` and `last` say where it stands among them. */
export function confirms(
  milestone: Milestone,
  outcome: Outcome,
  at: { readonly first: boolean; readonly last: boolean },
): boolean {
  return isFinalStep(milestone, dueField(outcome)?.value) || isCalledFinal(milestone, outcome, at);
}

/** By its kind, or by its day. */
function isFinalStep(milestone: Milestone, due: Day | undefined): boolean {
  const kind = milestone.kind?.value;
  if (kind === 'validation' || kind === 'approval') return true;
  const work = kind === 'technical_setup' || kind === 'onboarding' || kind === 'training';
  return due !== undefined && dateOf(milestone) >= due && dateOf(milestone) !== UNDATED && !work;
}

/** By its name, and by where it stands. */
function isCalledFinal(
  milestone: Milestone,
  outcome: Outcome,
  { first, last }: { readonly first: boolean; readonly last: boolean },
): boolean {
  const name = milestone.name?.text ?? '';
  if (first || BASELINE.test(name)) return false;
  if (FIRM.test(name)) return true;
  const numbers = numbersIn(name.replaceAll(COUNTED, ''));
  const goals = goalNumbers(outcome);
  if (numbers.some(number => goals.has(number))) return true;
  if (REACHED.test(name)) return numbers.length === 0 || goals.size === 0;
  return last && LOOKING_BACK.test(name);
}

const UNDATED = '9999-99-99';

function dateOf(milestone: Milestone): string {
  return milestone.target_date?.value ?? UNDATED;
}

const BASELINE = /\b(?:base-?\s?line|benchmark|as-is|starting point|status quo)/i;
/** Said of the result and of hardly anything else. */
const FIRM =
  /valid(?:at|é)|confirm|v[eé]rifi|sign(?:ed|s)?[- ]?off|\baccept|\bproof|\bproven?\b|\bcertif|bestätig|abnahme|abgenommen|nachweis|\b(?:target|goal|result|outcome|value|benefit|saving)s?\b/i;
const REACHED = /\b(?:reach|achiev|attain|met\b|hit\b|erreicht|atteint|alcanz)/i;
/** What a last step does that looks back: a review in the midst of the way confirms nothing. */
const LOOKING_BACK =
  /review|evaluat|assess|measur|survey|report|\btests?\b|\btested\b|audit|demonstrat|\bpresent|check|\bfinal|clos(?:ed?|ing)\b|\bstable|sustain|\bheld\b|\bkept\b|go\/no-go|steering/i;
/** Numbers that only count: the third wave is no goal of three. */
const COUNTED =
  /\b(?:wave|phase|step|sprint|release|version|stage|round|batch|group|team|site|line|plant|tier|level|part|module|q|v|r|m|milestone|week|month|day)s?[ #]{0,2}\d+/gi;

const UNITS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TENS = 'ten twenty thirty forty fifty sixty seventy eighty ninety hundred'.split(' ');
const IN_WORDS = new Map([
  ['no', 0],
  ...UNITS.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, (index + 1) * 10] as const),
]);

function numbersIn(text: string): readonly number[] {
  const figures = text.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return [
    ...figures.map(figure => Number(figure.replaceAll(',', ''))),
    ...words.map(word => IN_WORDS.get(word)).filter(value => value !== undefined),
  ];
}

/** The numbers that a goal is written with, its own and those of the key results; of `20 of 25` not the whole, which was there before. */
const goalNumbers = oncePer((outcome: Outcome): ReadonlySet<number> => {
  const numbers = new Set<number>();
  for (const { target } of measuredOf(outcome)) {
    const whole = quantityIn(target?.goal)?.of?.whole;
    for (const number of numbersIn(target?.goal?.text ?? '')) if (number !== whole) numbers.add(number);
  }
  return numbers;
});

import type { Element, Milestone, Outcome, Plan } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { oncePer } from '../../once.ts';
import { readQuantity } from '../../quantity/index.ts';
import { resolve } from '../../syntax/tree.ts';
import { type AskedFor, isMisnamed } from '../format/misnamed.ts';

/** Words that settle when an outcome is reached without any figure: `no missed shipments`, `twice as many`. */
const COUNTING_WORDS =
  /\b(zero|no (?:more|longer)|no \w+ (?:missed|lost|late)|no (?:missed|lost|late|open|manual|unplanned)|without (?:a|any) single|double[ds]?|doubling|triple[ds]?|tripling|halve[ds]?|halving|half|twice|eliminat\w+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|hundred)\b/i;

/** True for a text that holds an amount to be held against: in figures or in words. */
export function saysHowMuch(text: string): boolean {
  return readQuantity(text).kind === 'quantity' || COUNTING_WORDS.test(text);
}

/** True for an outcome that the customer judges by word instead of by number. */
export function isJudgedByWord(outcome: Outcome): boolean {
  return outcome.kind?.value === 'qualitative' || outcome.acceptance.items.length > 0;
}

/**
 * True for an outcome of which nothing can ever be shown, since neither its description nor its goal says how much. One finding says so, and the
 * rules on baseline, goal and quantities hold back. A goal that is still to be set is another matter, as long as something says what is measured.
 * Worked out once for each outcome: several rules ask, and it reads the description for quantities.
 */
export const isWish: (outcome: Outcome) => boolean = oncePer(holdsNoAmount);

function holdsNoAmount(outcome: Outcome): boolean {
  const { baseline, target, description } = outcome;
  if (isJudgedByWord(outcome) || outcome.key_results.items.length > 0 || outcome.key_results.word) return false;
  const goal = target?.goal;
  if (!description?.value || goal?.value?.kind === 'quantity') return false;
  const named = [baseline?.metric, target?.metric].some(metric => metric !== undefined && metric.text !== '');
  const measured = named || baseline?.current?.value?.kind === 'quantity' || outcome.measurements.items.length > 0;
  if (measured && goal?.value?.kind !== 'not-measurable') return false;
  return !saysHowMuch(description.text) && !(goal && saysHowMuch(goal.text));
}

/** True for a key that has something written which is no single value, or that is written under another name: another rule says so, and nothing is missing. */
export function hasUnreadable(element: Element | undefined, key: AskedFor): boolean {
  const value = element?.mapping?.pairs.find(pair => pair.key.text === key)?.value;
  const target = value && resolve(value);
  return target === undefined ? isMisnamed(element, key) : target.kind !== 'scalar';
}

/**
 * The milestone that is to measure where an outcome starts from, done or still open: one that speaks of a baseline or the present state, or one
 * that measures something and is not the last, which confirms the result.
 */
export function measuringMilestone(outcome: Outcome, plan: Plan): Milestone | undefined {
  const row = milestonesOf(outcome, plan);
  return row.find((milestone, index) => {
    const name = milestone.name?.text ?? '';
    return (
      speaksOfBaseline(name) ||
      (MEASURING_WORDS.test(name) &&
        (index < row.length - 1 || row.length === 1) &&
        milestone.kind?.value !== 'validation')
    );
  });
}

/** True for the name of a milestone that speaks of the baseline, or of how things stand before the work. */
export function speaksOfBaseline(name: string): boolean {
  return BASELINE_WORDS.test(name);
}

const BASELINE_WORDS =
  /\b(base-?\s?lin\w*|benchmark\w*|as-is|starting point|current (?:state|value|level|time|rate|situation)|status quo)\b/i;
const MEASURING_WORDS = /\b(measur\w+|quantif\w+|instrument\w*|tim(?:e|ing) study|survey\w*|assess\w*)\b/i;

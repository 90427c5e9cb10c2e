import type { Quantity } from '../quantity/index.ts';

/** Which side of a value is kept. */
export type HoldDirection = 'at least' | 'at most';

const KEPT_DOWN =
  /\b(?:(?:no|not) (?:more|higher|longer|greater|worse)(?: than)?|at most|below|under|not (?:to )?(?:exceed|rise|grow|increase)|without (?:an? )?(?:increase|rise|more|extra)|no (?:increase|rise)|capped|ceiling)\b/i;
const LESS_IS_BETTER =
  /\b(?:complaints?|errors?|defects?|failures?|incidents?|outages?|(?:down|over|waiting|handling|lead|cycle|response|resolution|processing)[- ]?time|time to|churn|turnover|attrition|costs?|spend(?:ing)?|expenses?|backlog|waiting|delays?|late|tickets?|escalations?|refunds?|waste|scrap|absences?|mttr|bounce|abandon\w*|emissions?|co2|accidents?|injur\w+|bugs?|rework|overdue|fines?|penalt\w+)\b/i;
const MORE_AFTER_ALL =
  /\b(?:resolved|solved|closed|answered|handled|processed|avoid\w*|sav(?:ed|ings?)|deflect\w*|prevent\w*|reduc\w*|without|free|satisf\w*|within|on[- ]time|accuracy|between (?:failures|incidents|outages))\b/i;

/** How long something takes: of a value in hours or days less is better, but for time that people want to have. */
const TAKES_TIME = /\b(?:times?|durations?|latency|age|(?:minutes|hours|days|weeks) (?:to|until|for|per))\b/i;
const TIME_TO_HAVE =
  /\b(?:between|selling|sales|focus|free|face|productive|available|quality|care|study|watch|viewing|session|screen|talk|training|billable|coaching)\b|\btimes? (?:on|in|for|with)\b/i;

/** The side that a goal's own bound keeps: `≤ 5`, `at least 80%`. Undefined for a goal without one. */
export function boundOf(goal: Quantity): HoldDirection | undefined {
  // “up to 80%” is a way to go, not a bound to be kept.
  if (goal.comparator === undefined || /^\s*up to\b/i.test(goal.written)) return undefined;
  return goal.comparator === '<' || goal.comparator === '≤' ? 'at most' : 'at least';
}

/**
 * The side that words speak of, for a goal without a bound of its own: “no more than”, or a metric of which less is better, as of a time (`isTime`) that
 * something takes. Undefined where they do not tell.
 */
export function sideInWords(metric: string, description: string, isTime = false): HoldDirection | undefined {
  if (KEPT_DOWN.test(description.slice(0, 2000))) return 'at most';
  const name = metric.slice(0, 400);
  const isLess = LESS_IS_BETTER.test(name) || (isTime && TAKES_TIME.test(name) && !TIME_TO_HAVE.test(name));
  return isLess && !MORE_AFTER_ALL.test(name) ? 'at most' : undefined;
}

import { isSevere } from '../../attainment/index.ts';
import type { Day } from '../../day.ts';
import type { Plan, Risk } from '../../model/index.ts';
import { lastReview } from '../../model/reviews.ts';
import { lacksContingency, lacksMitigation } from '../../rules/risks/risk-state.ts';
import { isSaid } from '../../rules/text/placeholder.ts';
import { firstDayFrom, leadingDay } from '../../written-day.ts';
import { placed } from '../places.ts';
import { capitalise, dayNear, distance, enumerate, oneLine } from '../words.ts';
import { heldUpBy, threatenedBy } from './held-up.ts';
import { matrixOf, signsOf } from './matrix.ts';
import { factsOf, LEVELS, type RiskFacts } from './risk-facts.ts';
import type { RisksView, RiskView } from './types.ts';

/** More risks than this are too long a list beside the people; then the weightiest of them are shown. */
const MOST = 8;
const SHOWN = 6;

/** The risks of a plan on a day; undefined where it has none. `lacks`: whether it is said what the plan does not say of them. */
export function risksOf(plan: Plan, today: Day, lacks: boolean): RisksView | undefined {
  const facts = plan.risks.items.map(factsOf).sort((a, b) => weight(b) - weight(a));
  if (facts.length === 0) return undefined;
  const signs = signsOf(facts);
  const matrix = matrixOf(plan, facts, signs);
  // A mark that stands for the place in the list says nothing by itself, even where a name happens to end with the same figure.
  const named = facts.every(({ name }, i) => name === signs[i] || /\d+$/u.exec(name)?.[0] === signs[i]);
  return {
    note: noteOf(facts),
    ...(matrix === undefined ? {} : { matrix }),
    list: facts.map((one, i) => riskView(one, named ? undefined : signs[i], plan, today, lacks)),
    shown: facts.length > MOST ? SHOWN : facts.length,
  };
}

/** What is still watched by its score, of equals what has come true first; then what is lived with, and what is settled. */
function weight({ state, score = 0 }: RiskFacts): number {
  return { occurred: 30.5, open: 30, accepted: 20, settled: 10 }[state] + score;
}

/** `3 open, 1 mitigated`, in the order of the list. */
function noteOf(facts: readonly RiskFacts[]): string {
  const counts = new Map<string, number>();
  for (const { status } of facts) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, number]) => `${number} ${status}`).join(', ');
}

function riskView(facts: RiskFacts, sign: string | undefined, plan: Plan, today: Day, lacks: boolean): RiskView {
  const { risk, key, name, title, state, score, status } = facts;
  const watched = state === 'open' || state === 'occurred';
  const severe = watched && isSevere(score);
  const due = watched ? dueOf(risk, plan, today) : undefined;
  const missing = watched && lacks ? missingIn(risk, score) : '';
  return {
    ...placed(plan.syntax, risk),
    key,
    name,
    ...(sign === undefined ? {} : { sign }),
    title,
    state,
    status: `${capitalise(status)}${severe ? ', severe' : ''}.`,
    severe,
    ...said('mitigation', risk.mitigation?.text),
    ...said('contingency', watched ? risk.contingency?.text : undefined),
    ...said('owner', risk.owner?.text),
    ...(due === undefined ? {} : { due }),
    ...(missing === '' ? {} : { lacks: missing }),
    holdsUp: watched ? heldUpBy(risk, plan, today) : [],
    threatens: watched ? threatenedBy(risk, plan) : [],
  };
}

function said<K extends string>(key: K, text: string | undefined): { readonly [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  if (text !== undefined && isSaid(text)) found[key] = oneLine(text);
  return found;
}

/** `No contingency and no owner written down.` */
function missingIn(risk: Risk, score: number | undefined): string {
  const words = [
    lacksMitigation(risk) ? 'mitigation' : '',
    isSevere(score) && lacksContingency(risk) ? 'contingency' : '',
    isSaid(risk.owner?.text) ? '' : 'owner',
    ...LEVELS.map(key => (risk[key]?.value === undefined ? key : '')),
  ].filter(word => word !== '');
  return words.length === 0 ? '' : `No ${enumerate(words, 'or')} written down.`;
}

const DUE = /\b(?:by|before|until|due(?: on)?|no later than)\s+/giu;

/** The day by which the mitigation is to be done, if its text names one; without a year, the first one since the risk was last looked at. */
function dueOf(risk: Risk, plan: Plan, today: Day): RiskView['due'] {
  const text = risk.mitigation?.text ?? '';
  const days = [...text.matchAll(DUE)].flatMap(match => {
    const readings = leadingDay(text.slice(match.index + match[0].length))?.readings ?? [];
    return readings.length === 1 ? readings : [];
  });
  const [written] = days;
  const seen = risk.reviewed_on?.value ?? risk.opened_on?.value ?? lastReview(plan, today)?.on;
  const since = seen ?? plan.plan?.created?.value;
  if (days.length !== 1 || written === undefined || (written.year === undefined && since === undefined))
    return undefined;
  const day = firstDayFrom(written, since ?? today);
  if (day === undefined) return undefined;
  return { text: `Due ${dayNear(day, today)}, ${distance(today, day)}.`, late: day < today };
}

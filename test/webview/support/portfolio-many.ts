import { Random } from '../../../bench/random.ts';
import { addDays, daysBetween } from '../../../plan/day.ts';
import { type PlanHealth, type PlanSummary, PORTFOLIO_FORMAT, type Portfolio } from '../../../plan/portfolio/types.ts';
import { summary, TODAY } from './portfolio-summary.ts';

const FIRST = [
  'North',
  'Bright',
  'Alder',
  'Verde',
  'Castell',
  'Lumen',
  'Harbor',
  'Stone',
  'Silver',
  'River',
  'Oak',
  'Fern',
];
const SECOND = ['field', 'water', 'gate', 'mark', 'bridge', 'line', 'works', 'crest', 'dale', 'haven'];
const KIND = ['Foods', 'Bank', 'Energy', 'Retail', 'Health', 'Schools', 'Freight', 'Insurance', 'Media', 'Labs'];
const PEOPLE = [
  'Jane Smith',
  'Priya Nair',
  'Daniel Ortiz',
  'Hanna Vogel',
  'Mei Tanaka',
  'Omar Haddad',
  'Lisa Park',
  'Jonas Berg',
];
const SEGMENTS = ['Enterprise', 'Mid-market', 'Small business', 'Public sector'];
const HEALTH: readonly PlanHealth[] = [
  'on_track',
  'on_track',
  'on_track',
  'on_track',
  'at_risk',
  'at_risk',
  'off_track',
  'achieved',
  'unknown',
  'not_started',
];

/** So many plans of made-up customers, the same for the same number. */
export function manyPlans(number: number): Portfolio {
  const random = new Random(7);
  const plans = Array.from({ length: number }, (_, n) => madePlan(random, n));
  return { format: PORTFOLIO_FORMAT, asOf: TODAY, plans };
}

function madePlan(random: Random, n: number): PlanSummary {
  const health = random.pick(HEALTH);
  const customer = `${random.pick(FIRST)}${random.pick(SECOND)} ${random.pick(KIND)} ${n + 1}`;
  const mean = health === 'unknown' || health === 'not_started' ? undefined : random.between(10, 100);
  const expected = Math.min(100, (mean ?? 30) + (health === 'at_risk' ? 20 : health === 'off_track' ? 45 : 3));
  const on = (least: number, most: number) => addDays(TODAY, random.between(least, most));
  const renewal = on(1, 420);
  const near = daysBetween(TODAY, renewal) <= 90;
  const attention =
    health === 'off_track' || (health === 'at_risk' && near)
      ? 'act'
      : mean === undefined || health === 'at_risk'
        ? 'watch'
        : 'fine';
  return summary({
    customer,
    csm: random.pick(PEOPLE),
    ...(random.oneIn(20) ? {} : { segment: random.pick(SEGMENTS) }),
    health,
    reason:
      mean === undefined
        ? 'No outcome measured since the baseline'
        : `${expected - mean} points behind what is expected`,
    attention,
    attained: [mean, expected],
    ...(mean === undefined ? {} : { trend: [0.2, 0.4, 0.6, 0.8, 0.9, 1].map(part => Math.round(mean * part)) }),
    late: attention === 'fine' ? 0 : random.between(0, 4),
    review: on(random.oneIn(10) ? -30 : 1, 100),
    renewal,
    arr: random.between(8, 400),
    findings: [0, attention === 'fine' ? 0 : random.between(0, 4), random.between(0, 6)],
    goals: [1, 2, 3].map(i => {
      const percent = mean === undefined ? undefined : Math.max(0, mean + random.between(-20, 20));
      return {
        name: `O${i}`,
        targetDate: on(-120, 240),
        achieved: (percent ?? 0) >= 100,
        deferred: random.oneIn(30),
        ...(percent === undefined ? {} : { attainment: percent / 100 }),
      };
    }),
    coming: Array.from(
      { length: random.between(0, 4) },
      () => ['milestone', on(1, 88), 'Rollout in the next region'] as const,
    ),
  });
}

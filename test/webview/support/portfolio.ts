import { Random } from '../../../bench/random.ts';
import { addDays, type Day, day, daysBetween } from '../../../plan/day.ts';
import {
  type ComingDay,
  type GoalSummary,
  type PlanHealth,
  type PlanSummary,
  PORTFOLIO_FORMAT,
  type Portfolio,
} from '../../../plan/portfolio/types.ts';

/* The portfolio of the design's reference drawing, with its numbers; one of a thousand plans; and what is rare. */

export const TODAY = day('2026-02-10');

type Coming = readonly [kind: ComingDay['kind'], day: string, text: string];

interface Line {
  readonly customer: string;
  readonly csm?: string;
  readonly segment?: string;
  readonly health: PlanHealth;
  readonly reason: string;
  readonly attention: PlanSummary['attention'];
  /** Per cent attained and expected; none where nothing is known. */
  readonly attained?: readonly [mean: number | undefined, expected: number];
  readonly trend?: readonly number[];
  readonly late?: number;
  readonly review?: string;
  readonly renewal?: string;
  readonly arr?: number;
  /** Errors, warnings, notes. */
  readonly findings?: readonly [number, number, number];
  readonly goals?: readonly GoalSummary[];
  readonly coming?: readonly Coming[];
  readonly more?: Partial<PlanSummary>;
}

/** A summary from what is told of a plan in a line of the drawing. */
export function summary(line: Line, today: Day = TODAY): PlanSummary {
  const { customer, csm, segment, health, reason, attention, attained, review, renewal } = line;
  const [error, warning, notes] = line.findings ?? [0, 0, 0];
  const overdue = review === undefined ? 0 : daysBetween(day(review), today);
  const trend = line.trend ?? [];
  const dated = (line.coming ?? []).map(
    ([kind, on, text], at): ComingDay => ({ kind, day: day(on), text, at: at * 50 }),
  );
  const coming: ComingDay[] = [
    ...dated,
    ...(review === undefined || overdue > 0
      ? []
      : [{ kind: 'review' as const, day: day(review), text: 'Review', at: 20 }]),
    ...(renewal === undefined ? [] : [{ kind: 'renewal' as const, day: day(renewal), text: 'Renewal', at: 60 }]),
  ];
  const goals = line.goals ?? [];
  return {
    key: `file:///plans/${customer}`,
    file: `file:///plans/${encodeURIComponent(customer)}.success-plan.yaml`,
    at: 0,
    customer,
    ...(csm === undefined ? {} : { csm }),
    ...(segment === undefined ? {} : { segment }),
    status: 'active',
    health,
    reason,
    attention,
    ...(attained?.[0] === undefined
      ? {}
      : {
          attainment: {
            mean: attained[0] / 100,
            known: goals.filter(goal => goal.attainment !== undefined).length,
            total: goals.length,
          },
        }),
    ...(attained === undefined ? {} : { expected: attained[1] / 100 }),
    trend: trend.map((y, i) => ({ x: (i + 6 - trend.length) / 5, y: y / 100 })),
    goals,
    late: line.late ?? 0,
    ...(review === undefined ? {} : { nextReview: day(review) }),
    ...(overdue > 0 ? { reviewOverdue: overdue } : {}),
    ...(renewal === undefined ? {} : { renewal: day(renewal) }),
    ...(line.arr === undefined ? {} : { arr: { amount: line.arr * 1000, currency: 'USD' } }),
    findings: { error, warning, info: notes, hint: 0 },
    coming: coming
      .filter(one => one.day >= today && daysBetween(today, one.day) <= 92)
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    ...line.more,
  };
}

/** Goals in one line each: target day, attainment in per cent or none, deferred. */
function goals(...all: readonly (readonly [string, number | undefined, 'deferred'?])[]): GoalSummary[] {
  return all.map(([targetDate, percent, deferred], i) => ({
    name: `O${i + 1}`,
    targetDate: day(targetDate),
    achieved: percent !== undefined && percent >= 100,
    deferred: deferred !== undefined,
    ...(percent === undefined ? {} : { attainment: percent / 100 }),
  }));
}

const LINES: readonly Line[] = [
  {
    customer: 'Northwind Logistics',
    csm: 'Priya Nair',
    segment: 'Enterprise',
    health: 'off_track',
    reason: 'Renews in 41 days at 31% of its goals',
    attention: 'act',
    attained: [31, 82],
    trend: [12, 18, 24, 29, 30, 31],
    late: 3,
    review: '2026-01-29',
    renewal: '2026-03-23',
    arr: 220,
    findings: [0, 4, 3],
    goals: goals(['2025-12-31', 40], ['2026-01-31', 22], ['2026-03-15', 31]),
    coming: [['milestone', '2026-02-25', 'Carrier data connected']],
  },
  {
    customer: 'Helvetia Retail Group',
    csm: 'Daniel Ortiz',
    segment: 'Enterprise',
    health: 'off_track',
    reason: 'Two milestones blocked; sponsor left in January',
    attention: 'act',
    attained: [12, 55],
    trend: [5, 8, 10, 12, 12, 12],
    late: 4,
    review: '2026-02-18',
    renewal: '2026-05-14',
    arr: 180,
    findings: [0, 3, 5],
    goals: goals(['2026-01-31', 18], ['2026-04-30', 6]),
    coming: [['milestone', '2026-03-06', 'Store rollout approved']],
  },
  {
    customer: 'Meridian Health Trust',
    csm: 'Hanna Vogel',
    segment: 'Public sector',
    health: 'at_risk',
    reason: 'Renews in 79 days; evidence for O3 missing',
    attention: 'act',
    attained: [48, 66],
    trend: [10, 22, 33, 41, 46, 48],
    late: 2,
    review: '2026-02-20',
    renewal: '2026-04-30',
    arr: 310,
    findings: [0, 2, 2],
    goals: goals(['2026-01-15', 100], ['2026-03-31', 44], ['2026-04-15', undefined]),
    coming: [['milestone', '2026-03-31', 'Evidence for waiting times signed off']],
  },
  {
    customer: 'Acme Corp',
    csm: 'Jane Smith',
    segment: 'Mid-market',
    health: 'at_risk',
    reason: 'O1 automation blocked, 26 days late',
    attention: 'watch',
    attained: [60, 75],
    trend: [5, 17, 28, 38, 50, 60],
    late: 1,
    review: '2026-05-01',
    renewal: '2026-08-01',
    arr: 150,
    findings: [0, 2, 4],
    goals: goals(['2026-04-01', 54], ['2026-03-31', 67], ['2026-06-30', undefined]),
    coming: [
      ['milestone', '2026-03-16', 'Half of the analysts trained'],
      ['milestone', '2026-04-01', 'Target achieved and validated'],
      ['milestone', '2026-04-01', 'Dashboard handed over'],
      ['goal', '2026-03-31', 'Analysts on the platform'],
    ],
  },
  {
    customer: 'Oakline Insurance',
    csm: 'Priya Nair',
    segment: 'Mid-market',
    health: 'at_risk',
    reason: 'Review 3 days overdue; O2 13 points behind',
    attention: 'watch',
    attained: [55, 68],
    trend: [15, 26, 40, 46, 52, 55],
    late: 1,
    review: '2026-02-07',
    renewal: '2026-09-30',
    arr: 140,
    findings: [0, 2, 1],
    goals: goals(['2025-12-31', 100], ['2026-06-30', 10]),
    coming: [['milestone', '2026-03-18', 'Claims form live']],
  },
  {
    customer: 'Castell Foods',
    csm: 'Daniel Ortiz',
    segment: 'Mid-market',
    health: 'unreadable',
    reason: 'Line 61 cannot be read; numbers of 6 Feb',
    attention: 'watch',
    attained: [44, 47],
    trend: [8, 19, 26, 34, 41, 44],
    review: '2026-03-19',
    renewal: '2026-10-11',
    arr: 72,
    findings: [1, 0, 0],
    goals: goals(['2026-08-31', 44]),
    coming: [['milestone', '2026-04-01', 'Suppliers on board']],
    more: { broken: { line: 61, cause: 'a colon is missing after “owner”' } },
  },
  {
    customer: 'Fjord Energy',
    csm: 'Hanna Vogel',
    segment: 'Enterprise',
    health: 'unknown',
    reason: 'No outcome measured since the baseline',
    attention: 'watch',
    attained: [undefined, 40],
    review: '2026-03-03',
    renewal: '2026-11-15',
    arr: 205,
    findings: [0, 0, 4],
    goals: goals(['2026-07-31', undefined], ['2026-09-30', undefined]),
    coming: [
      ['milestone', '2026-02-16', 'Meters read'],
      ['milestone', '2026-04-24', 'Pilot region chosen'],
    ],
  },
  {
    customer: 'Pell & Sons',
    csm: 'Daniel Ortiz',
    health: 'not_started',
    reason: 'Created yesterday; no outcomes yet',
    attention: 'watch',
    renewal: '2027-02-09',
    arr: 40,
    findings: [0, 1, 2],
  },
  {
    customer: 'Verde Markets',
    csm: 'Jane Smith',
    segment: 'Mid-market',
    health: 'achieved',
    reason: 'All goals reached; not yet cited for the renewal',
    attention: 'fine',
    attained: [104, 100],
    trend: [24, 44, 64, 81, 96, 104],
    review: '2026-03-24',
    renewal: '2026-04-18',
    arr: 96,
    findings: [0, 0, 2],
    goals: goals(['2025-11-30', 108], ['2026-01-31', 100]),
  },
  {
    customer: 'Lumen Schools',
    csm: 'Priya Nair',
    segment: 'Public sector',
    health: 'on_track',
    reason: 'Review a week before the renewal',
    attention: 'fine',
    attained: [88, 84],
    trend: [26, 43, 57, 69, 80, 88],
    review: '2026-04-15',
    renewal: '2026-04-22',
    arr: 64,
    findings: [0, 0, 1],
    goals: goals(['2025-12-31', 100], ['2026-03-31', 76]),
    coming: [['milestone', '2026-04-02', 'Last two schools connected']],
  },
  {
    customer: 'Brightwater Bank',
    csm: 'Jane Smith',
    segment: 'Enterprise',
    health: 'on_track',
    reason: 'Ledger pilot signed off on 4 Feb',
    attention: 'fine',
    attained: [71, 70],
    trend: [17, 29, 41, 51, 63, 71],
    review: '2026-03-12',
    renewal: '2026-06-30',
    arr: 260,
    findings: [0, 0, 1],
    goals: goals(['2026-01-31', 100], ['2026-05-31', 42]),
    coming: [['milestone', '2026-02-27', 'Ledger of the second branch']],
  },
  {
    customer: 'Sato Precision',
    csm: 'Hanna Vogel',
    segment: 'Mid-market',
    health: 'on_track',
    reason: 'All three outcomes at or ahead of expected',
    attention: 'fine',
    attained: [64, 61],
    trend: [13, 24, 34, 46, 57, 64],
    review: '2026-04-08',
    renewal: '2026-10-01',
    arr: 88,
    goals: goals(['2026-04-30', 82], ['2026-06-30', 60], ['2026-08-31', 50]),
    coming: [['milestone', '2026-03-10', 'Scrap rate measured on line 4']],
  },
  {
    customer: 'Tallis Engineering',
    csm: 'Daniel Ortiz',
    segment: 'Mid-market',
    health: 'on_track',
    reason: '3 points behind, within the 15 that count',
    attention: 'fine',
    attained: [38, 41],
    trend: [5, 12, 19, 28, 35, 38],
    review: '2026-03-26',
    renewal: '2026-12-12',
    arr: 58,
    findings: [0, 0, 2],
    goals: goals(['2026-09-30', 38]),
    coming: [['milestone', '2026-04-20', 'Drawings in the archive']],
  },
  {
    customer: 'Ines Kaya Studio',
    csm: 'Jane Smith',
    segment: 'Small business',
    health: 'on_track',
    reason: 'Goal card; one goal',
    attention: 'fine',
    attained: [47, 44],
    trend: [11, 24, 37, 47],
    review: '2026-03-31',
    renewal: '2026-12-01',
    arr: 12,
    goals: goals(['2026-07-31', 47]),
  },
];

/** The fourteen plans of the reference drawing. */
export const FOURTEEN: Portfolio = { format: PORTFOLIO_FORMAT, asOf: TODAY, plans: LINES.map(line => summary(line)) };

/** Rare ones: hostile and endless words, nothing known, several currencies, folders, days long past. */
export const RARE: Portfolio = {
  format: PORTFOLIO_FORMAT,
  asOf: TODAY,
  plans: [
    summary({
      customer:
        '<img src=x onerror=alert(1)>"\'</title><script>alert(1)</script> $' + '{7*7} javascript:alert(1) &lt;b&gt;',
      csm: '<b onclick="alert(1)">Eve</b> \u202egnp.exe',
      segment: '"><svg onload=alert(1)>',
      health: 'off_track',
      reason: '</div><script>alert(1)</script>',
      attention: 'act',
      attained: [-20, 150],
      trend: [-40, 400],
      late: 1234,
      review: '2019-01-01',
      renewal: '2024-02-29',
      arr: 12_345_678,
      findings: [99, 1200, 34_567],
      goals: goals(['2024-01-01', -20]),
      coming: [['milestone', '2026-02-10', '<script>alert(1)</script>']],
      more: { folder: 'north <b>' },
    }),
    summary({
      customer: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(3).trim(),
      csm: 'Maximiliane-Charlotte von und zu Hohenlohe-Schillingsfürst-Langenburg',
      segment: 'Schifffahrt, Elektrizität und alles, was am Strom der Donau sonst noch von Bedeutung ist',
      health: 'at_risk',
      reason: 'A reason without an end '.repeat(12).trim(),
      attention: 'act',
      attained: [100, 100],
      trend: [100, 100],
      review: '2026-02-10',
      renewal: '2026-02-10',
      goals: goals(['2026-02-10', 100, 'deferred']),
      more: { arr: { amount: 1_250_000, currency: 'EUR' }, folder: 'a-folder-with-a-rather-long-name-of-its-own' },
    }),
    summary({
      customer: 'شركة النور للتجارة',
      csm: 'ليلى حداد',
      segment: 'الشرق الأوسط',
      health: 'on_track',
      reason: 'كل الأهداف في موعدها',
      attention: 'fine',
      attained: [64, 60],
      trend: [10, 64],
      review: '2026-03-01',
      renewal: '2026-03-02',
      goals: goals(['2026-03-01', 64]),
      more: { arr: { amount: 640_000, currency: 'AED' } },
    }),
    summary({
      customer: '東京精密工業株式会社 カスタマーサクセス推進本部',
      csm: '佐藤 花子',
      segment: '製造業',
      health: 'on_track',
      reason: '三つの成果はすべて予定どおり',
      attention: 'fine',
      attained: [71, 70],
      trend: [20, 71],
      review: '2026-03-01',
      renewal: '2026-03-01',
      goals: goals(['2026-03-01', 71]),
      more: { arr: { amount: 48_000_000, currency: 'JPY' } },
    }),
    summary({ customer: 'Nobody & Nothing', health: 'unknown', reason: '', attention: 'watch' }),
    summary({
      customer: 'success-plan.yaml',
      health: 'unreadable',
      reason: 'Line 1 cannot be read',
      attention: 'watch',
      findings: [1, 0, 0],
      more: { broken: { line: 1, cause: 'a quote is not closed' } },
    }),
  ],
};

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

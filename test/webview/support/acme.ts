import { day } from '../../../plan/day.ts';
import { layoutBar } from '../../../plan/view/scale.ts';
import type { LaneDraft, MilestoneDraft, TimelineDraft } from '../../../plan/view/timeline/draft.ts';
import { layoutTrend } from '../../../plan/view/trend.ts';
import { type MilestoneGlyph, type OutcomeView, type PlanView, VIEW_FORMAT } from '../../../plan/view/types.ts';

/* The plan of the design's reference drawing, with its numbers: three outcomes on 10 Feb 2026. */

export const TODAY = day('2026-02-10');

let offset = 100;
/** Offsets that grow from thing to thing, as in a document. */
export function place(): { at: number; until: number } {
  offset += 40;
  return { at: offset, until: offset + 40 };
}

interface Extra {
  readonly actual?: string;
  readonly blockers?: readonly string[];
  readonly dependsOn?: readonly string[];
  readonly logged?: readonly (readonly [string, string])[];
}

/** A milestone in one line: reference, name, state, planned day, owner. */
export function milestone(
  ref: string,
  name: string,
  glyph: MilestoneGlyph,
  planned: string,
  owner: string,
  extra: Extra = {},
): MilestoneDraft {
  return {
    ...place(),
    key: ref,
    ref,
    name,
    glyph,
    planned: day(planned),
    owners: owner === '' ? [] : [owner],
    blockers: extra.blockers ?? [],
    dependsOn: extra.dependsOn ?? [],
    ...(extra.actual === undefined ? {} : { actual: day(extra.actual) }),
    logged: (extra.logged ?? []).map(([source, when]) => ({
      ...place(),
      key: `${ref}/${when}`,
      day: day(when),
      source,
      sentence: `The review of 1 Feb has ${when}; the plan still says ${planned}.`,
    })),
  };
}

const ACME_LANES: readonly LaneDraft[] = [
  {
    ...place(),
    key: 'O1',
    name: 'O1',
    title: 'Report generation time',
    health: { mark: 'off_track', word: 'off track' },
    milestones: [
      milestone('O1·1', 'Report templates configured', 'done', '2025-10-01', 'Mike Torres', { actual: '2025-10-05' }),
      milestone('O1·2', 'Data sources connected', 'done', '2025-11-15', 'Lisa Park', { actual: '2025-11-12' }),
      milestone('O1·3', 'Automated scheduling enabled', 'blocked', '2026-01-15', 'Mike Torres', {
        blockers: ['Requires API access approval from IT security'],
        logged: [
          ['log', '2026-03-01'],
          ['decision', '2026-04-01'],
        ],
      }),
      milestone('O1·4', 'Target achieved and validated', 'open', '2026-04-01', 'Jane Smith'),
    ],
    strip: {
      points: [
        { day: day('2025-08-15'), at: 300, label: '4 h', sentence: '4 hours on 15 Aug 2025' },
        { day: day('2025-11-20'), at: 310, label: '3.2 h', sentence: '3.2 hours on 20 Nov 2025' },
        { day: day('2026-01-20'), at: 320, label: '2.1 h', sentence: '2.1 hours on 20 Jan 2026' },
      ],
      goal: { ...place(), day: day('2026-04-01'), label: '30 min' },
      forecast: day('2026-06-18'),
    },
  },
  {
    ...place(),
    key: 'O2',
    name: 'O2',
    title: 'Monthly active users',
    health: { mark: 'on_track', word: 'on track' },
    milestones: [
      milestone('O2·1', 'Training program delivered', 'done', '2025-11-01', 'Jane Smith', { actual: '2025-11-03' }),
      milestone('O2·2', '50% adoption reached', 'done', '2026-01-01', 'Mike Torres', { actual: '2025-12-18' }),
      milestone('O2·3', '80% adoption reached', 'progress', '2026-04-01', 'Mike Torres'),
    ],
    strip: {
      points: [
        { day: day('2025-10-01'), at: 400, label: '32%', sentence: '8 of 25 (32%) on 1 Oct 2025' },
        { day: day('2025-11-01'), at: 410, label: '40%', sentence: '40% on 1 Nov 2025' },
        { day: day('2026-02-01'), at: 420, label: '64%', sentence: '16 of 25 (64%) on 1 Feb 2026' },
      ],
      goal: { ...place(), day: day('2026-04-01'), label: '80%' },
      forecast: day('2026-04-03'),
    },
  },
  {
    ...place(),
    key: 'O3',
    name: 'O3',
    title: 'Days to close',
    health: { mark: 'unknown', word: 'unknown' },
    milestones: [
      milestone('O3·1', 'Close calendar agreed', 'done', '2025-12-01', 'Mike Torres', { actual: '2025-12-09' }),
      milestone('O3·2', 'Ledger extracts scheduled', 'progress', '2026-03-16', 'Lisa Park', { dependsOn: ['O1·3'] }),
      milestone('O3·3', 'Books closed in 4 days', 'open', '2026-06-30', 'Sarah Chen'),
    ],
    strip: {
      points: [{ day: day('2025-10-01'), at: 500, label: '9 days', sentence: '9 days on 1 Oct 2025' }],
      goal: { ...place(), day: day('2026-06-30'), label: '4 days' },
    },
  },
];

export const ACME_TIMELINE: TimelineDraft = {
  today: TODAY,
  lanes: ACME_LANES,
  phases: [],
  people: [
    { ...place(), key: 'person/0', name: 'Sarah Chen', side: 'customer' },
    { ...place(), key: 'person/1', name: 'Mike Torres', side: 'customer' },
    { ...place(), key: 'person/2', name: 'Lisa Park', side: 'customer' },
    { ...place(), key: 'person/3', name: 'Jane Smith', side: 'vendor' },
  ],
  sides: [
    { side: 'customer', name: 'Acme Corp' },
    { side: 'vendor', name: 'Vendor' },
  ],
  reviews: [
    { ...place(), key: 'review/1', day: day('2025-11-01'), held: true },
    { ...place(), key: 'review/2', day: day('2026-02-01'), held: true },
    { ...place(), key: 'review/next', day: day('2026-05-01'), held: false },
  ],
  contract: {
    start: { ...place(), day: day('2025-08-01') },
    renewal: { ...place(), day: day('2026-08-01') },
  },
};

function outcome(
  lane: LaneDraft,
  rest: Omit<OutcomeView, 'at' | 'until' | 'key' | 'name' | 'milestones' | 'facts'>,
): OutcomeView {
  const done = lane.milestones.filter(one => one.glyph === 'done').length;
  return {
    at: lane.at,
    until: lane.until,
    key: lane.key,
    name: lane.name,
    milestones: {
      glyphs: lane.milestones.map(one => one.glyph),
      text: `${done} of ${lane.milestones.length} milestones`,
      sentence: `Milestones: ${lane.milestones.map(one => one.glyph).join(', ')}`,
    },
    facts: {
      metric: lane.title,
      ...(lane.strip?.points[0] === undefined ? {} : { baseline: lane.strip.points[0].sentence }),
      ...(lane.strip?.goal === undefined ? {} : { goal: `${lane.strip.goal.label} by 1 Apr 2026` }),
    },
    ...rest,
  };
}

/** The i-th lane of the reference plan; throws when there is none. */
export function lane(i: number): LaneDraft {
  const found = ACME_LANES[i];
  if (found === undefined) throw new Error(`no lane ${i}`);
  return found;
}

const tick = (value: number) => `${value}`;

const O1_TREND = layoutTrend({
  today: TODAY,
  metric: 'Report generation time',
  baseline: { day: day('2025-08-15'), value: 4, label: '4 hours' },
  goal: { day: day('2026-04-01'), value: 0.5, label: '0.5 hours' },
  measurements: [
    { day: day('2025-11-20'), value: 3.2, label: '3.2 hours' },
    { day: day('2026-01-20'), value: 2.1, label: '2.1 hours' },
  ],
  forecast: { day: day('2026-06-18'), start: 2.25 },
});
const O2_TREND = layoutTrend({
  today: TODAY,
  metric: 'Monthly active users',
  baseline: { day: day('2025-10-01'), value: 32, label: '32%' },
  goal: { day: day('2026-04-01'), value: 80, label: '80%' },
  measurements: [
    { day: day('2025-11-01'), value: 40, label: '40%' },
    { day: day('2026-02-01'), value: 64, label: '64%' },
  ],
  forecast: { day: day('2026-04-03'), start: 63.9 },
});
const O3_TREND = layoutTrend({
  today: TODAY,
  metric: 'Days to close',
  baseline: { day: day('2025-10-01'), value: 9, label: '9 days' },
  goal: { day: day('2026-06-30'), value: 4, label: '4 days' },
  measurements: [],
});

export const ACME_OUTCOMES: readonly OutcomeView[] = [
  outcome(lane(0), {
    title:
      'Reduce monthly report generation time from 4 hours to 30 minutes by automating the three core operational reports.',
    attainment: { text: '54%', known: true, note: '78% expected' },
    scale: layoutBar({
      today: TODAY,
      metric: 'Report generation time',
      baseline: { value: 4, label: '4 hours', day: day('2025-08-15') },
      goal: { value: 0.5, label: '30 min', day: day('2026-04-01') },
      value: { value: 2.1, label: '2.1 hours' },
      expected: { fraction: 0.7817, label: '1.3 hours' },
      formatTick: tick,
    }),
    ...(O1_TREND === undefined ? {} : { trend: O1_TREND }),
    health: {
      mark: 'off_track',
      word: 'Off track',
      declared: 'declared: in progress',
      reason: '24 points behind; “Automated scheduling enabled” is blocked and 26 days late; R1 is severe and open.',
      actions: [{ kind: 'dialogue', label: 'Record measurement', dialogue: 'recordMeasurement', at: 300 }],
    },
  }),
  outcome(lane(1), {
    title: 'Achieve 80% team adoption across the 25-person operations team within 6 months of launch.',
    attainment: { text: '67%', known: true, note: '73% expected' },
    scale: layoutBar({
      today: TODAY,
      metric: 'Monthly active users',
      baseline: { value: 0.32, label: '8 of 25 (32%)', short: '32%', day: day('2025-10-01') },
      goal: { value: 0.8, label: '20 of 25 (80%)', short: '80%', day: day('2026-04-01') },
      value: { value: 0.64, label: '16 of 25 (64%)' },
      expected: { fraction: 0.7253, label: '66.8%' },
      formatTick: value => `${Math.round(value * 100)}`,
    }),
    ...(O2_TREND === undefined ? {} : { trend: O2_TREND }),
    health: {
      mark: 'on_track',
      word: 'On track',
      declared: 'declared: in progress',
      reason: '6 points behind, within the 15 that count; nothing late or blocked.',
      actions: [{ kind: 'dialogue', label: 'Record measurement', dialogue: 'recordMeasurement', at: 400 }],
    },
  }),
  outcome(lane(2), {
    title: 'Close the monthly books in 4 days instead of 9',
    attainment: { text: 'Unknown', known: false, note: '49% expected' },
    scale: layoutBar({
      today: TODAY,
      metric: 'Days to close',
      baseline: { value: 9, label: '9 days', day: day('2025-10-01') },
      goal: { value: 4, label: '4 days', day: day('2026-06-30') },
      expected: { fraction: 0.4853, label: '6.6 days' },
      formatTick: tick,
    }),
    ...(O3_TREND === undefined ? {} : { trend: O3_TREND }),
    health: {
      mark: 'unknown',
      word: 'Unknown',
      declared: 'declared: in progress',
      reason: 'Not measured since the baseline, 132 days ago.',
      actions: [{ kind: 'dialogue', label: 'Record measurement', dialogue: 'recordMeasurement', at: 500 }],
    },
  }),
];

export const ACME: PlanView = {
  kind: 'plan',
  format: VIEW_FORMAT,
  asOf: TODAY,
  header: {
    title: 'Acme Corp',
    at: 10,
    subtitle:
      'Financial Services, enterprise. Led by Jane Smith; no co-owner at the customer yet. Last reviewed 1 Feb 2026.',
    sentence: {
      lead: 'One of three outcomes is off track.',
      rest: 'O1 stands at 2.1 hours and should be at 1.3 hours by now: “Automated scheduling enabled” is blocked and 26 days late. O2 is on track. O3 has not been measured since its baseline.',
    },
    next: [
      {
        at: 20,
        day: day('2026-03-16'),
        dayText: '16 Mar',
        text: 'Ledger extracts scheduled (O3·2)',
        distance: '34 days',
      },
      {
        at: 30,
        day: day('2026-04-01'),
        dayText: '1 Apr',
        text: 'Goals of O1 and O2, two milestones',
        distance: '50 days',
      },
      { at: 40, day: day('2026-05-01'), dayText: '1 May', text: 'Next review', distance: '80 days' },
    ],
    figures: [
      {
        name: 'health',
        label: 'Health, computed',
        mark: 'at_risk',
        value: 'At risk',
        note: 'declared: active',
        at: 50,
      },
      {
        name: 'attainment',
        label: 'Goal attainment rate',
        value: '0 of 3',
        unit: 'reached',
        note: 'none due; mean 60% of 2 measured',
      },
      { name: 'review', label: 'Next review', value: '80', unit: 'days', note: '1 May 2026, quarterly', at: 60 },
      { name: 'renewal', label: 'Renewal', value: '172', unit: 'days', note: '1 Aug 2026, $150,000 a year', at: 70 },
      { name: 'findings', label: 'Findings', value: '8', note: '2 warnings, 4 notes, 2 hints', problems: true },
    ],
  },
  outcomes: ACME_OUTCOMES,
  timeline: ACME_TIMELINE,
  callouts: [
    {
      key: 'plan-change-not-applied/1',
      lead: 'O1·3: the review log and the plan disagree.',
      rest: 'The review of 1 Feb logged a move from 15 Jan to 1 Mar, its decision says 1 Apr, the plan still says 15 Jan.',
      actions: [
        {
          kind: 'fix',
          label: 'Move to 1 Mar',
          title: 'Move to 1 Mar 2026, as the log says',
          rule: 'plan-change-not-applied',
          fix: 0,
          at: 80,
        },
        {
          kind: 'fix',
          label: 'Move to 1 Apr',
          title: 'Move to 1 Apr 2026, as was decided',
          rule: 'plan-change-not-applied',
          fix: 1,
          at: 80,
        },
        { kind: 'go', label: 'Show log', at: 90 },
      ],
    },
  ],
  footer: 'As of 10 Feb 2026.',
};

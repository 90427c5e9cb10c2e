import { addDays, day } from '../../../plan/day.ts';
import { layoutBar, layoutHold } from '../../../plan/view/scale.ts';
import type { LaneDraft, TimelineDraft } from '../../../plan/view/timeline/draft.ts';
import {
  type AgendaView,
  type OutcomeView,
  type PlanView,
  type ScaleView,
  VIEW_FORMAT,
} from '../../../plan/view/types.ts';
import { ACME, ACME_OUTCOMES, ACME_TIMELINE, lane, milestone, place, TODAY } from './acme.ts';

/* The cases where something is missing, broken, beyond its scale, or far too much. */

function withTimeline(view: PlanView, draft: TimelineDraft): PlanView {
  return { ...view, timeline: draft };
}

function like(
  key: string,
  title: string,
  scale: ScaleView,
  attainment: OutcomeView['attainment'],
  health: OutcomeView['health'],
): OutcomeView {
  const base = ACME_OUTCOMES[0];
  if (base === undefined) throw new Error('the reference plan has outcomes');
  const { trend: _, ...rest } = base;
  return { ...rest, ...place(), key, name: key, title, scale, attainment, health };
}

/** Beyond the goal, behind the baseline, to be held, not measurable. */
export const VARIANTS: PlanView = withTimeline(
  {
    ...ACME,
    callouts: [],
    outcomes: [
      like(
        'O1',
        'Beyond the goal',
        layoutBar({
          today: TODAY,
          metric: 'Monthly active users',
          baseline: { value: 8, label: '8 of 25', day: day('2025-10-01') },
          goal: { value: 20, label: '20 of 25', day: day('2026-01-01') },
          value: { value: 21, label: '21 of 25' },
          expected: { fraction: 1, label: '20 of 25' },
          formatTick: String,
        }),
        { text: '108%', known: true, note: '100% expected' },
        { mark: 'achieved', word: 'Achieved', reason: 'Goal reached on 20 Dec, 12 days early.', actions: [] },
      ),
      like(
        'O2',
        'Behind the baseline',
        layoutBar({
          today: TODAY,
          metric: 'Report generation time',
          baseline: { value: 4, label: '4 hours', day: day('2025-10-01') },
          goal: { value: 0.5, label: '30 min', day: day('2026-07-01') },
          value: { value: 4.4, label: '4.4 hours' },
          expected: { fraction: 0.31, label: '2.9 hours' },
          formatTick: String,
        }),
        { text: '−11%', known: true, note: '31% expected' },
        {
          mark: 'off_track',
          word: 'Off track',
          reason: 'Worse than the baseline by 0.4 hours; no forecast.',
          actions: [],
        },
      ),
      like(
        'O3',
        'To be held',
        layoutHold({
          metric: 'Availability',
          goal: { value: 99.9, label: '99.9%' },
          value: { value: 99.94, label: '99.94%' },
          holds: true,
          elapsed: 0.62,
        }),
        { text: '100%', known: true, note: 'held' },
        { mark: 'on_track', word: 'On track', reason: 'Not below 99.9% in any of 5 measurements.', actions: [] },
      ),
      like(
        'O4',
        'More efficient reporting',
        { kind: 'none', text: 'Neither goal nor baseline holds a number, so there is no scale to draw.' },
        { text: 'Unknown', known: false, note: 'no number' },
        {
          mark: 'unknown',
          word: 'Unknown',
          reason: 'No metric to measure by.',
          actions: [{ kind: 'go', label: 'Give it a metric', at: 5 }],
        },
      ),
      like(
        'O5',
        'Long units, hardly begun',
        layoutBar({
          today: TODAY,
          metric: 'Tickets',
          baseline: { value: 1250, label: '1,250 support tickets/week', day: day('2025-10-01') },
          goal: { value: 400, label: '400 support tickets/week', day: day('2026-12-01') },
          value: { value: 1249, label: '1,249 support tickets/week' },
          expected: { fraction: 0.02, label: '1,233 support tickets/week' },
          formatTick: value => value.toLocaleString('en'),
        }),
        { text: '0%', known: true, note: '2% expected' },
        { mark: 'not_started', word: 'Not started', reason: 'No milestone begun.', actions: [] },
      ),
    ],
  },
  {
    ...ACME_TIMELINE,
    lanes: [
      { ...lane(0), milestones: [] },
      {
        ...place(),
        key: 'O4',
        name: 'O4',
        title: 'More efficient reporting',
        milestones: [milestone('O4·1', 'Kick-off', 'skipped', '2025-12-01', '')],
      },
    ],
  },
);

export const NO_CONTRACT: PlanView = withTimeline(
  {
    ...ACME,
    header: {
      ...ACME.header,
      figures: ACME.header.figures.map(figure => {
        if (figure.name === 'renewal')
          return { name: 'renewal', label: 'Renewal', value: 'No date', words: true, note: 'no contract in the plan' };
        return figure.name === 'review'
          ? { ...figure, value: '12', unit: 'days overdue', note: '29 Jan 2026, quarterly' }
          : figure;
      }),
    },
  },
  {
    ...ACME_TIMELINE,
    contract: {},
    reviews: [
      { ...place(), key: 'r1', day: day('2025-10-29'), held: true },
      { ...place(), key: 'r2', day: day('2026-01-29'), held: false },
    ],
  },
);

export const AGENDA: AgendaView = {
  kind: 'agenda',
  format: VIEW_FORMAT,
  asOf: TODAY,
  title: 'Quarterly business review',
  sentence: 'This file is a review agenda: five topics in 60 minutes. Open the plan it reviews to see its drawing.',
  topics: [
    { at: 10, name: 'Success Plan Progress Review', duration: '20 min' },
    { at: 20, name: 'Health and Engagement Summary', duration: '10 min' },
  ],
};

const LONG =
  'Rolling out the consolidated reporting environment to every regional operations team including the night shift '
    .repeat(2)
    .trim();

function crowd(): LaneDraft[] {
  const many = Array.from({ length: 40 }, (_, i) => {
    const planned = addDays(day('2025-09-01'), i * 6);
    const glyph = planned < TODAY ? 'done' : i % 3 === 0 ? 'progress' : 'open';
    return milestone(
      `O1·${i + 1}`,
      `Site ${i + 1} migrated to the new platform`,
      glyph,
      planned,
      'Sarah Chen',
      glyph === 'done' ? { actual: addDays(planned, (i % 5) - 1) } : {},
    );
  });
  const sameDay = Array.from({ length: 7 }, (_, i) =>
    milestone(`O2·${i + 1}`, `Team ${i + 1} trained`, 'open', '2026-03-16', 'Mike Torres'),
  );
  return [
    {
      ...place(),
      key: 'O1',
      name: 'O1',
      title: 'Sites migrated',
      health: { mark: 'on_track', word: 'on track' },
      milestones: many,
    },
    { ...place(), key: 'O2', name: 'O2', title: 'Same day', milestones: sameDay },
    {
      ...place(),
      key: 'O3',
      name: 'O3',
      title: 'تقليل وقت إعداد التقارير الشهرية',
      milestones: [
        milestone('O3·1', 'تم تفعيل الجدولة التلقائية للتقارير', 'done', '2025-10-01', 'سارة', {
          actual: '2025-10-09',
        }),
        milestone('O3·2', '月次レポートの自動スケジュールを有効にする', 'progress', '2026-01-10', '田中'),
        milestone('O3·3', LONG, 'open', '2026-05-01', 'Sarah Chen'),
        milestone('O3·4', 'Last day', 'open', '2026-07-30', 'Sarah Chen'),
      ],
      strip: {
        points: Array.from({ length: 12 }, (_, i) => ({
          day: addDays(day('2025-08-10'), i * 14),
          at: 1,
          label: `${120 - i * 3} min`,
          sentence: 'measured',
        })),
        goal: { ...place(), day: day('2026-07-30'), label: '30 minutes per report and analyst' },
        forecast: day('2031-02-01'),
      },
    },
    {
      ...place(),
      key: 'O4',
      name: 'O4',
      title: LONG,
      milestones: [
        milestone('O4·1', 'Mistyped year', 'open', '2206-03-01', 'Sarah Chen'),
        milestone('O4·2', 'Long ago', 'done', '1995-03-01', 'Sarah Chen', { actual: '1995-03-01' }),
        { ...withoutDay(milestone('O4·3', 'No day yet', 'open', '2026-01-01', '')) },
      ],
    },
  ];
}

function withoutDay(draft: LaneDraft['milestones'][number]): LaneDraft['milestones'][number] {
  const { planned: _, ...rest } = draft;
  return rest;
}

export const STRESS: PlanView = withTimeline(
  {
    ...ACME,
    callouts: [],
    header: {
      ...ACME.header,
      title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      subtitle: LONG,
    },
    outcomes: ACME_OUTCOMES.map((outcome, i) => ({
      ...outcome,
      title: i === 0 ? LONG : 'تقليل وقت إعداد التقارير الشهرية من 4 ساعات إلى 30 دقيقة',
    })),
  },
  {
    ...ACME_TIMELINE,
    lanes: crowd(),
    reviews: Array.from({ length: 14 }, (_, i) => ({
      ...place(),
      key: `r${i}`,
      day: addDays(day('2025-08-20'), i * 25),
      held: i < 7,
    })),
  },
);

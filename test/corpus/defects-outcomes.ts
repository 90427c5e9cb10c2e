import { all, type Defect, drop, key, listAt, set, value } from './defects.ts';

/** Defects of outcomes and their milestones. */
const THREE = ['lakeshore-steady', 'harbor', 'polaris'];
const O = ['outcomes', 0] as const;
const M = ['outcomes', 0, 'milestones'] as const;

export const OUTCOME_DEFECTS: readonly Defect[] = [
  {
    rule: 'outcome-id-missing',
    what: 'no id',
    into: ['harbor', 'tidewater-new'],
    put: drop(['outcomes', 1, 'id'], key('outcomes', 1, 'description')),
  },
  {
    rule: 'outcome-baseline-missing',
    what: 'no baseline',
    into: THREE,
    put: all(
      drop(['outcomes', 1, 'measurements'], key()),
      drop(['outcomes', 1, 'baseline'], value('outcomes', 1, 'id')),
    ),
  },
  {
    rule: 'outcome-baseline-missing',
    what: 'a baseline to come',
    into: ['lakeshore-steady', 'harbor'],
    put: set([...O, 'baseline', 'current'], 'TBD'),
  },
  {
    rule: 'outcome-baseline-undated',
    what: 'nobody knows when it was measured',
    into: ['lakeshore-steady', 'harbor'],
    severity: 'info',
    put: drop([...O, 'baseline', 'measured_on'], value(...O, 'baseline', 'current')),
  },
  {
    rule: 'outcome-baseline-undated',
    what: 'measured in the future',
    into: ['tidewater-new'],
    severity: 'warning',
    put: set([...O, 'baseline', 'measured_on'], '2026-05-04'),
  },
  {
    rule: 'outcome-target-missing',
    what: 'no goal',
    into: ['harbor', 'polaris'],
    put: drop(['outcomes', 1, 'target', 'goal'], key('outcomes', 1, 'target')),
  },
  {
    rule: 'outcome-target-missing',
    what: 'no day',
    into: ['harbor', 'polaris'],
    put: set(['outcomes', 1, 'target', 'target_date'], null, key('outcomes', 1, 'target', 'target_date')),
  },
  {
    rule: 'outcome-target-missing',
    what: 'no target',
    into: THREE,
    put: drop(['outcomes', 1, 'target'], value('outcomes', 1, 'id')),
  },
  {
    rule: 'outcome-not-measurable',
    what: 'a wish',
    into: ['tidewater-new'],
    put: plan => {
      plan.setIn([...O, 'description'], 'Improve the efficiency of lending');
      plan.setIn([...O, 'baseline', 'current'], 'slow');
      plan.setIn([...O, 'target', 'goal'], 'much faster');
      return value(...O, 'target', 'goal');
    },
  },
  {
    rule: 'invalid-quantity',
    what: 'words for a baseline',
    into: THREE,
    put: set([...O, 'baseline', 'current'], 'far too high'),
  },
  {
    rule: 'invalid-quantity',
    what: 'a share that is not that share',
    into: ['tidewater-new'],
    put: set(['outcomes', 2, 'target', 'goal'], '4 of 40 (15%)'),
  },
  {
    rule: 'outcome-metric-mismatch',
    what: 'another measure at the end',
    into: ['lakeshore-steady', 'harbor'],
    put: set(['outcomes', 1, 'target', 'metric'], 'Customer satisfaction score'),
  },
  {
    rule: 'outcome-metric-mismatch',
    what: 'another unit at the end',
    into: ['harbor'],
    put: all(drop(['outcomes', 0, 'measurements'], key()), set(['outcomes', 0, 'target', 'goal'], '€6,000')),
  },
  {
    rule: 'outcome-target-not-a-change',
    what: 'the goal is where it stands already',
    into: ['tidewater-new'],
    severity: 'info',
    put: all(set([...O, 'description'], 'Decide on car loans faster'), set([...O, 'target', 'goal'], '6 days')),
  },
  {
    rule: 'outcome-description-drift',
    what: 'another goal in words',
    into: ['harbor'],
    severity: 'info',
    put: plan => {
      plan.setIn([...O, 'description'], 'Settle a motor claim within 9 days instead of 21 days');
      return value(...O, 'description');
    },
  },
  {
    rule: 'outcome-vendor-centric',
    what: 'usage for its own sake',
    into: ['harbor', 'polaris'],
    put: plan => {
      const at = ['outcomes', 1];
      plan.setIn([...at, 'description'], 'Reach 90% active users of the planning module');
      plan.deleteIn([...at, 'so_that']);
      plan.deleteIn([...at, 'business_value']);
      plan.setIn([...at, 'baseline', 'metric'], 'Monthly active users');
      plan.setIn([...at, 'target', 'metric'], 'Monthly active users');
      plan.setIn([...at, 'baseline', 'current'], '8 of 40 (20%)');
      plan.setIn([...at, 'measurements', 0, 'value'], '21 of 40');
      plan.setIn([...at, 'target', 'goal'], '36 of 40 (90%)');
      return value(...at, 'description');
    },
  },
  {
    rule: 'outcome-not-in-customers-hands',
    what: 'the vendor does it all',
    into: ['tidewater-new'],
    put: all(
      set(['outcomes', 2, 'milestones', 0, 'owner'], 'Chloe Martin'),
      set(['outcomes', 2, 'milestones', 1, 'owner'], 'Chloe Martin', value('outcomes', 2, 'id')),
    ),
  },
  {
    rule: 'outcome-value-missing',
    what: 'worth nothing',
    into: THREE,
    severity: 'info',
    put: drop(['outcomes', 1, 'business_value'], value('outcomes', 1, 'id')),
  },
  {
    rule: 'outcome-priority-unlinked',
    what: 'serves no priority',
    into: ['lakeshore-steady'],
    severity: 'hint',
    put: drop(['outcomes', 1, 'priority'], value('outcomes', 1, 'id')),
  },
  {
    rule: 'outcome-without-milestones',
    what: 'no milestones',
    into: THREE,
    put: drop(['outcomes', 1, 'milestones'], value('outcomes', 1, 'id')),
  },
  {
    rule: 'outcome-without-milestones',
    what: 'an empty list',
    into: ['harbor', 'tidewater-new'],
    put: set(['outcomes', 1, 'milestones'], [], key('outcomes', 1, 'milestones')),
    also: ['outcome-baseline-missing'],
  },
  {
    rule: 'outcome-overdue',
    what: 'its day has passed',
    into: ['harbor'],
    put: all(
      drop(['outcomes', 1, 'milestones', 0], key()),
      set(['outcomes', 1, 'target', 'target_date'], '2026-01-31'),
    ),
    also: ['milestone-after-outcome'],
  },
  {
    rule: 'outcome-unmeasured',
    what: 'never measured since',
    into: ['lakeshore-steady'],
    severity: 'info',
    put: drop([...O, 'measurements'], value(...O, 'id')),
  },
  {
    rule: 'outcome-off-track',
    what: 'far behind',
    into: ['lakeshore-steady'],
    severity: 'info',
    put: set([...O, 'measurements'], [{ date: '2026-06-08', value: '12.3%' }], value(...O, 'target', 'goal')),
  },
  {
    rule: 'outcome-status-contradiction',
    what: 'achieved, says the plan',
    into: THREE,
    put: set([...O, 'status'], 'achieved'),
  },
  {
    rule: 'outcome-status-contradiction',
    what: 'not started, with work done',
    into: THREE,
    put: set([...O, 'status'], 'not_started'),
  },
  {
    rule: 'measurement-order',
    what: 'before the baseline',
    into: ['lakeshore-steady', 'harbor', 'polaris'],
    put: set([...O, 'measurements', 0, 'date'], '2025-08-01'),
  },
  {
    rule: 'measurement-order',
    what: 'in the future',
    into: ['harbor', 'polaris'],
    put: set([...O, 'measurements', 0, 'date'], '2026-04-01'),
  },
  {
    rule: 'milestone-owner-missing',
    what: 'nobody’s milestone',
    into: ['lakeshore-steady', 'harbor'],
    put: drop([...M, 1, 'owner'], value(...M, 1, 'name')),
  },
  { rule: 'milestone-owner-missing', what: 'an owner to come', into: THREE, put: set([...M, 1, 'owner'], 'TBD') },
  {
    rule: 'milestone-owner-missing',
    what: 'nobody’s risk',
    into: THREE,
    put: drop(['risks', 0, 'owner'], value('risks', 0, 'id')),
  },
  {
    rule: 'milestone-date-missing',
    what: 'no day',
    into: THREE,
    put: drop([...M, 1, 'target_date'], value(...M, 1, 'name')),
  },
  {
    rule: 'milestone-overdue',
    what: 'late',
    into: ['harbor', 'polaris'],
    put: set([...M, 1, 'target_date'], '2026-01-30'),
  },
  {
    rule: 'milestone-completion-contradiction',
    what: 'complete without a day',
    into: THREE,
    put: drop([...M, 0, 'actual_date'], value(...M, 0, 'status')),
  },
  {
    rule: 'milestone-after-outcome',
    what: 'comes too late',
    into: ['harbor', 'polaris'],
    put: set([...M, 1, 'target_date'], '2026-10-02'),
  },
  {
    rule: 'milestone-order',
    what: 'not in the order of their days',
    into: ['harbor'],
    severity: 'hint',
    put: plan => {
      const list = listAt(plan, ...M);
      list.items.push(...list.items.splice(1, 1));
      return value(...M, 2, 'name');
    },
  },
  {
    rule: 'milestone-no-final-check',
    what: 'nobody looks whether it worked',
    into: ['lakeshore-steady', 'harbor'],
    severity: 'hint',
    put: drop([...M, 2], value(...O, 'id')),
  },
];

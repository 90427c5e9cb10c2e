import { all, type Defect, drop, key, set, value } from './defects.ts';

/** Defects of the plan itself, its people, its contract and its reviews. */
const THREE = ['lakeshore-steady', 'harbor', 'polaris'];

export const PLAN_DEFECTS: readonly Defect[] = [
  {
    rule: 'schema',
    what: 'a status of no meaning',
    into: [...THREE, 'castellan'],
    put: set(['plan', 'status'], 'runing'),
  },
  {
    rule: 'schema',
    what: 'a list where a text should be',
    into: ['lakeshore-steady', 'harbor'],
    put: set(['customer', 'company'], ['Acme']),
  },
  { rule: 'schema', what: 'text where outcomes should be', into: THREE, put: set(['outcomes'], 'will follow') },
  {
    rule: 'unknown-key',
    what: 'a slip of the pen in a key',
    into: THREE,
    put: plan => {
      plan.setIn(['customer', 'industy'], 'Trade');
      return key('customer', 'industy');
    },
  },
  {
    rule: 'unknown-key',
    what: 'a section nobody knows',
    into: ['harbor', 'kestrel'],
    put: plan => {
      plan.set('stakeholder', []);
      return key('stakeholder');
    },
  },
  {
    rule: 'invalid-date',
    what: 'a day that no calendar has',
    into: THREE,
    put: set(['plan', 'next_review'], '2026-02-30'),
  },
  {
    rule: 'invalid-date',
    what: 'a day written in words',
    into: THREE,
    put: set(['customer', 'contract', 'renewal_date'], 'mid October'),
  },
  {
    rule: 'plan-review-not-scheduled',
    what: 'no next review',
    into: THREE,
    put: drop(['plan', 'next_review'], key('plan')),
  },
  {
    rule: 'plan-review-not-scheduled',
    what: 'an empty next review',
    into: THREE,
    put: set(['plan', 'next_review'], null, key('plan', 'next_review')),
  },
  {
    rule: 'plan-review-overdue',
    what: 'the day of the review has passed',
    into: ['lakeshore-steady'],
    today: '2026-08-03',
    also: ['milestone-overdue'],
    put: () => value('plan', 'next_review'),
  },
  {
    rule: 'plan-review-overdue',
    what: 'the day of the review has passed',
    into: ['harbor'],
    today: '2026-03-06',
    put: () => value('plan', 'next_review'),
  },
  {
    rule: 'plan-review-gap',
    what: 'a year until the next review',
    into: THREE,
    put: set(['plan', 'next_review'], '2026-09-22'),
  },
  {
    rule: 'plan-last-reviewed-mismatch',
    what: 'an older day than the log has',
    into: ['lakeshore-steady', 'harbor'],
    put: set(['plan', 'last_reviewed'], '2026-01-13'),
  },
  {
    rule: 'plan-date-order',
    what: 'created after its own reviews',
    into: THREE,
    put: set(['plan', 'created'], '2026-02-08'),
  },
  {
    rule: 'plan-status-contradiction',
    what: 'completed, with open outcomes',
    into: THREE,
    put: set(['plan', 'status'], 'completed'),
  },
  {
    rule: 'plan-status-contradiction',
    what: 'at risk, with nothing at risk',
    into: ['tidewater-new'],
    put: all(
      set(['plan', 'status'], 'at_risk'),
      set(['risks', 0, 'status'], 'closed'),
      set(['risks', 0, 'likelihood'], 'low', value('plan', 'status')),
    ),
  },
  {
    rule: 'plan-owner-missing',
    what: 'nobody leads on the vendor’s side',
    into: ['harbor', 'castellan', 'brightwater'],
    put: all(
      drop(['plan', 'owner'], key()),
      set(['stakeholders', 'vendor', 0, 'type'], 'support', key('stakeholders', 'vendor')),
    ),
  },
  {
    rule: 'plan-not-mutual',
    what: 'everything is the vendor’s',
    into: ['tidewater-new'],
    also: ['outcome-not-in-customers-hands', 'review-one-sided'],
    put: plan => {
      for (const [o, m] of [
        [0, 1],
        [1, 0],
        [1, 2],
        [2, 0],
        [2, 1],
      ] as const)
        plan.setIn(['outcomes', o, 'milestones', m, 'owner'], 'Chloe Martin');
      plan.setIn(['risks', 0, 'owner'], 'Chloe Martin');
      plan.setIn(['review_history', 0, 'attendees'], plan.createNode(['Chloe Martin']));
      return key('plan');
    },
  },
  {
    rule: 'customer-contrast-missing',
    what: 'only half of the contrast',
    into: ['lakeshore-steady', 'castellan'],
    severity: 'info',
    put: drop(['customer', 'desired_future_state'], value('customer', 'current_situation')),
  },
  {
    rule: 'customer-contrast-missing',
    what: 'no reason at all',
    into: ['harbor', 'polaris'],
    severity: 'info',
    put: drop(['customer', 'business_case'], value('customer', 'company')),
  },
  {
    rule: 'contract-date-order',
    what: 'renewal before the start',
    into: THREE,
    put: set(['customer', 'contract', 'renewal_date'], '2025-03-01'),
  },
  {
    rule: 'outcome-after-renewal',
    what: 'due after the renewal',
    into: ['harbor', 'polaris'],
    put: set(['outcomes', 1, 'target', 'target_date'], '2026-12-18'),
  },
  {
    rule: 'review-after-renewal',
    what: 'the next review comes too late',
    into: ['brightwater'],
    put: set(['plan', 'next_review'], '2026-06-16'),
  },
  {
    rule: 'renewal-not-linked',
    what: 'near the renewal without evidence',
    into: ['brightwater'],
    put: plan => {
      plan.delete('renewal');
      plan.deleteIn(['outcomes', 0, 'renewal_evidence']);
      plan.deleteIn(['outcomes', 1, 'renewal_evidence']);
      return value('customer', 'contract', 'renewal_date');
    },
  },
  {
    rule: 'renewal-evidence-missing',
    what: 'an achieved outcome is not cited',
    into: ['brightwater'],
    severity: 'info',
    put: plan => {
      plan.deleteIn(['outcomes', 0, 'renewal_evidence']);
      plan.deleteIn(['renewal', 'evidence', 0]);
      return value('outcomes', 0, 'id');
    },
  },
  {
    rule: 'stakeholder-single-threaded',
    what: 'one contact is left',
    into: ['orchard'],
    also: ['person-unknown'],
    put: drop(['stakeholders', 'customer', 0], key('stakeholders', 'customer')),
  },
  {
    rule: 'plan-beyond-scope',
    what: 'due beyond the half year that the plan is for',
    into: ['lakeshore-steady'],
    put: set(['plan', 'scope'], 'six_month', value('outcomes', 1, 'target', 'target_date')),
  },
  {
    rule: 'plan-change-unlogged',
    what: 'a goal that changed without a word',
    into: ['lakeshore-steady'],
    reviewed: '2026-04-14',
    put: set(['outcomes', 2, 'target', 'goal'], '75%'),
  },
];

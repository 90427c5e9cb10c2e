import { isMap } from 'yaml';
import { all, type Defect, drop, key, listAt, set, value } from './defects.ts';

/** Defects of people, reviews, references, risks and agendas. */
const THREE = ['lakeshore-steady', 'harbor', 'polaris'];
const QBR = ['tidewater-review', 'lakeshore-ebr'];

export const PEOPLE_DEFECTS: readonly Defect[] = [
  {
    rule: 'executive-sponsor-missing',
    what: 'no sponsor',
    into: THREE,
    put: set(['stakeholders', 'customer', 0, 'type'], 'champion', key('stakeholders', 'customer')),
  },
  {
    rule: 'executive-sponsor-silent',
    what: 'the sponsor has turned away',
    into: ['lakeshore-steady', 'harbor'],
    severity: 'info',
    put: set(['stakeholders', 'customer', 0, 'engagement'], 'disengaged'),
  },
  {
    rule: 'stakeholder-duplicate',
    what: 'the same person twice',
    into: ['lakeshore-steady', 'harbor'],
    put: plan => {
      const name = String(plan.getIn(['stakeholders', 'customer', 1, 'name']));
      plan.addIn(['stakeholders', 'customer'], plan.createNode({ name, role: 'Analyst' }));
      const list = listAt(plan, 'stakeholders', 'customer');
      return value('stakeholders', 'customer', list.items.length - 1, 'name');
    },
  },
  {
    rule: 'stakeholder-departed-owner',
    what: 'the owner has left',
    into: ['harbor'],
    put: set(['stakeholders', 'vendor', 0, 'until'], '2026-01-31', value('outcomes', 0, 'milestones', 1, 'owner')),
    also: ['plan-owner-missing'],
  },
  {
    rule: 'stakeholder-disengaged-owner',
    what: 'the owner of what is due next does not care',
    into: ['lakeshore-steady'],
    severity: 'info',
    put: set(['stakeholders', 'vendor', 1, 'engagement'], 'disengaged', value('outcomes', 0, 'milestones', 1, 'owner')),
  },
  {
    rule: 'person-unknown',
    what: 'an owner nobody knows',
    into: THREE,
    put: set(['outcomes', 0, 'milestones', 1, 'owner'], 'Gloria Hernandez'),
  },
  {
    rule: 'communication-missing',
    what: 'no channel and no meeting',
    into: ['castellan'],
    severity: 'hint',
    put: drop(['communication'], key('plan')),
  },
  {
    rule: 'review-history-missing',
    what: 'no review in half a year',
    into: ['polaris'],
    severity: 'info',
    today: '2026-04-20',
    also: ['plan-review-overdue', 'milestone-overdue', 'outcome-overdue'],
    put: plan => {
      plan.setIn(['risks', 0, 'reviewed_on'], '2026-01-27');
      plan.deleteIn(['plan', 'last_reviewed']);
      plan.delete('review_history');
      return key('plan');
    },
  },
  {
    rule: 'review-order',
    what: 'a review that has not been held',
    into: THREE,
    severity: 'warning',
    put: plan => {
      const list = listAt(plan, 'review_history');
      plan.setIn(['review_history', list.items.length - 1, 'date'], '2027-01-12');
      return value('review_history', list.items.length - 1, 'date');
    },
    also: ['plan-last-reviewed-mismatch'],
  },
  {
    rule: 'review-one-sided',
    what: 'nobody from the customer',
    into: ['lakeshore-steady'],
    put: set(
      ['review_history', 2, 'attendees'],
      ['Maya Lindqvist', 'Peter Olsen'],
      key('review_history', 2, 'attendees'),
    ),
  },
  {
    rule: 'review-without-outcome',
    what: 'nothing came of it',
    into: ['harbor'],
    severity: 'hint',
    put: all(
      drop(['review_history', 2, 'decisions'], key()),
      drop(['review_history', 2, 'plan_changes'], value('review_history', 2, 'date')),
    ),
  },
  {
    rule: 'plan-change-not-applied',
    what: 'the log moved a milestone',
    into: ['lakeshore-steady'],
    put: set(
      ['review_history', 2, 'plan_changes'],
      ['M2 target date moved from 2026-07-10 to 2026-08-14'],
      value('outcomes', 0, 'milestones', 1, 'target_date'),
    ),
  },
  {
    rule: 'reference-unknown',
    what: 'a priority that is not listed',
    into: ['lakeshore-steady'],
    put: set(['outcomes', 0, 'priority'], 'P7'),
  },
  {
    rule: 'reference-unknown',
    what: 'evidence of an outcome that is not there',
    into: ['lakeshore-steady', 'brightwater'],
    put: set(['renewal', 'evidence', 0, 'outcome'], 'O9'),
  },
  {
    rule: 'approval-process-missing',
    what: 'nobody says how it is decided',
    into: ['kestrel'],
    put: drop(['decision'], key('plan')),
  },
  {
    rule: 'implementation-preview-missing',
    what: 'it ends at the signature',
    into: ['kestrel'],
    severity: 'info',
    put: drop(['implementation'], key('plan')),
  },
  {
    rule: 'phase-order',
    what: 'a milestone outside its phase',
    into: ['meridian'],
    put: set(['milestones', 3, 'target_date'], '2026-05-20'),
  },
  {
    rule: 'dependency-unknown',
    what: 'depends on nothing',
    into: ['lakeshore-steady'],
    put: set(
      ['outcomes', 0, 'milestones', 2, 'depends_on'],
      ['M9'],
      value('outcomes', 0, 'milestones', 2, 'depends_on', 0),
    ),
  },
  {
    rule: 'dependency-cycle',
    what: 'around',
    into: ['meridian'],
    put: set(['milestones', 3, 'depends_on'], ['M5'], value('milestones', 3, 'depends_on', 0)),
  },
  {
    rule: 'dependency-order',
    what: 'due before what it waits for',
    into: ['meridian'],
    put: set(['milestones', 4, 'target_date'], '2026-08-14'),
    today: '2026-03-10',
  },
  {
    rule: 'qbr-duration-mismatch',
    what: 'topics take longer than the meeting',
    into: QBR,
    put: set(['qbr', 'duration'], '30 minutes'),
  },
  {
    rule: 'qbr-progress-first',
    what: 'risks come first',
    into: ['tidewater-review'],
    severity: 'info',
    put: plan => {
      const list = listAt(plan, 'qbr', 'agenda');
      list.items.push(...list.items.splice(0, 1));
      return value('qbr', 'agenda', 0, 'topic');
    },
  },
  {
    rule: 'qbr-attendee-unknown',
    what: 'a kind of person nobody knows',
    into: ['tidewater-review'],
    put: set(['qbr', 'attendees', 'customer', 0], 'executive_sponser'),
  },
  {
    rule: 'qbr-no-next-step',
    what: 'nobody leaves with anything to do',
    into: ['tidewater-review'],
    severity: 'info',
    also: ['qbr-duration-mismatch'],
    put: drop(['qbr', 'agenda', 3], key('qbr', 'agenda')),
  },
  {
    rule: 'risks-missing',
    what: 'no risks',
    into: ['lakeshore-steady', 'harbor', 'polaris', 'castellan'],
    put: drop(['risks'], key('plan')),
  },
  {
    rule: 'risk-unmitigated',
    what: 'nothing is done about it',
    into: THREE,
    put: drop(['risks', 0, 'mitigation'], value('risks', 0, 'id')),
  },
  {
    rule: 'risk-severe-without-contingency',
    what: 'no way out',
    into: ['lakeshore-steady', 'castellan', 'solstice'],
    severity: 'info',
    put: drop(['risks', 0, 'contingency'], value('risks', 0, 'id')),
  },
  {
    rule: 'risk-not-reviewed',
    what: 'nobody has looked at it',
    into: ['lakeshore-steady'],
    severity: 'info',
    put: set(['risks', 1, 'reviewed_on'], '2025-11-03', value('risks', 1, 'id')),
  },
  {
    rule: 'id-duplicate',
    what: 'two outcomes of one id',
    into: THREE,
    also: ['reference-unknown'],
    put: set(['outcomes', 1, 'id'], 'O1'),
  },
  {
    rule: 'outcomes-too-many',
    what: 'six outcomes',
    into: ['lakeshore-steady'],
    put: plan => {
      for (const id of ['O4', 'O5', 'O6']) {
        const copy = plan.getIn(['outcomes', 2]);
        if (!isMap(copy)) throw new Error('no third outcome');
        const outcome = copy.clone();
        if (isMap(outcome)) outcome.set('id', id);
        plan.addIn(['outcomes'], outcome);
      }
      return value('outcomes', 5, 'id');
    },
  },
  {
    rule: 'outcomes-too-few',
    what: 'two outcomes',
    into: ['harbor'],
    severity: 'info',
    put: drop(['outcomes', 2], key('outcomes')),
  },
  {
    rule: 'blocker-without-risk',
    what: 'something stands in the way',
    into: ['lakeshore-steady'],
    severity: 'info',
    put: set(
      ['outcomes', 1, 'milestones', 2, 'blockers'],
      ['The auditor changes the cost model'],
      value('outcomes', 1, 'milestones', 2, 'blockers', 0),
    ),
  },
];

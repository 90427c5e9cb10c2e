import { CHANGED } from '../rules/log/change-words.ts';
import { spoken } from '../words.ts';

/** What a field is called in a sentence, behind “the”: by definition and key, else by its key. */
export function labelOf(definition: string, property: string): string {
  return LABELS[`${definition}.${property}`] ?? LABELS[property] ?? spoken(property);
}

/** What one item of a list of values is called. */
export function itemLabel(definition: string, property: string): string {
  return ITEMS[`${definition}.${property}`] ?? ITEMS[property] ?? spoken(property).replace(/s$/, '');
}

const LABELS: Readonly<Record<string, string>> = {
  target_date: CHANGED.date,
  'target.goal': CHANGED.goal,
  'target.metric': 'metric of the goal',
  'baseline.current': CHANGED.baseline,
  'baseline.measured_on': CHANGED.measured,
  'baseline.metric': 'metric of the baseline',
  'baseline.source': 'source of the baseline',
  'baseline.method': 'method of the baseline',
  'businessValue.summary': 'business value',
  'businessValue.amount': 'business value in figures',
  'businessValue.per': 'period of the business value',
  'businessValue.': 'business value',
  so_that: 'reason (“so that”)',
  'planSection.version': 'version of the plan',
  'planSection.title': 'title of the plan',
  'planSection.created': 'day the plan was created',
  'planSection.last_reviewed': 'day of the last review',
  'planSection.next_review': 'next review',
  'planSection.status': 'status of the plan',
  'planSection.format': 'format of the plan',
  'planSection.stage': 'stage of the plan',
  'planSection.review_cadence': 'rhythm of reviews',
  'planSection.scope': 'scope of the plan',
  'planSection.success_metric': 'success metric of the plan',
  'planSection.owner': 'owner of the plan',
  'planSection.co_owner': 'co-owner of the plan',
  'customer.company': 'name of the customer',
  'contract.start_date': 'start of the contract',
  'contract.end_date': 'end of the contract',
  'contract.renewal_date': 'renewal',
  'contract.arr': 'yearly value of the contract',
  'contract.plan_tier': 'plan tier',
  'contract.seats': 'number of seats',
  'agreement.co_created': 'mark “co-created”',
  'agreement.shared_on': 'day the plan was shared',
  'agreement.location': 'place of the plan',
  'decision.decision_date': 'decision',
  'implementation.summary': 'summary of the implementation',
  'implementation.go_live_date': 'go-live',
  'renewal.owner': 'owner of the renewal',
  'renewal.strategy': 'renewal strategy',
  'qbr.date': 'day of the review',
  'qbr.duration': 'length of the review',
  'qbr.plan': 'plan that the review is about',
  start_date: 'start',
  end_date: 'end',
  actual_date: 'day of completion',
  due_date: 'due date',
  done_on: 'day it was done',
  signed_on: 'day of the signature',
  acknowledged_on: 'day it was acknowledged',
  acknowledged_by: 'person who acknowledged it',
  opened_on: 'day it was opened',
  reviewed_on: 'day of its last review',
  until: 'last day',
  since: 'first day',
  email: 'address',
  depends_on: 'what it waits for',
};

const ITEMS: Readonly<Record<string, string>> = {
  owner: 'owner',
  depends_on: 'dependency on',
  acceptance: 'acceptance criterion',
  criteria: 'criterion of the decision',
  'decision.criteria': 'criterion of the decision',
  priorities: 'priority',
  responsibilities: 'responsibility',
  status_quo_consequences: 'consequence of the status quo',
  expansion: 'expansion of the renewal',
  outcomes: 'link to outcome',
  content: 'point',
  plan_changes: 'plan change',
  'communication.channels': 'channel of communication',
};

import type { Topic } from './change.ts';
import type { Difference } from './differences.ts';

/** What a difference is about, by what it stands in. */
export function topicOf(difference: Difference): Topic {
  if (difference.type === 'moved') return 'milestone';
  const { property, now, old } = difference;
  const holder = (now ?? old)?.definition ?? '';
  if (property === 'owner' || property === 'co_owner') return 'owner';
  if (difference.type === 'come' || difference.type === 'gone') return BY_LIST[property] ?? BY_HOLDER[holder] ?? 'plan';
  if (property === 'status' && BY_HOLDER[holder] !== 'milestone' && BY_HOLDER[holder] !== 'risk')
    return holder === 'outcome' || holder === 'planSection' ? 'status' : (BY_HOLDER[holder] ?? 'status');
  if (holder === 'planSection') return property === 'stage' ? 'status' : REVIEWS.has(property) ? 'review' : 'plan';
  return BY_HOLDER[holder] ?? 'plan';
}

const REVIEWS: ReadonlySet<string> = new Set(['next_review', 'last_reviewed', 'review_cadence']);

const BY_LIST: Readonly<Record<string, Topic>> = {
  outcomes: 'goal',
  key_results: 'goal',
  milestones: 'milestone',
  steps: 'milestone',
  phases: 'milestone',
  measurements: 'measurement',
  risks: 'risk',
  customer: 'person',
  vendor: 'person',
  partner: 'person',
  review_history: 'review',
  evidence: 'renewal',
};

const BY_HOLDER: Readonly<Record<string, Topic>> = {
  outcome: 'goal',
  target: 'goal',
  baseline: 'goal',
  keyResult: 'goal',
  businessValue: 'goal',
  contract: 'renewal',
  renewal: 'renewal',
  evidence: 'renewal',
  milestone: 'milestone',
  phase: 'milestone',
  decision: 'milestone',
  decisionStep: 'milestone',
  implementation: 'milestone',
  action: 'milestone',
  measurement: 'measurement',
  risk: 'risk',
  customerPerson: 'person',
  vendorPerson: 'person',
  partnerPerson: 'person',
  stakeholders: 'person',
  review: 'review',
  qbr: 'review',
  qbrAttendees: 'review',
  topic: 'review',
};

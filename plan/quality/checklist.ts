import type { Plan } from '../model/index.ts';
import { isPlaceholder } from '../rules/text/placeholder.ts';

/** Top-level sections that a rule's findings are counted in; without them, all count. */
type In = readonly string[];

/** One item of the checklist: what a good plan has, the rules that speak where it has not, and what no rule speaks of. */
export interface ChecklistItem {
  readonly id: string;
  /** What is asked for, said of a plan that has it. */
  readonly title: string;
  /** Rules whose findings, hints apart, decide the item; for some only those in certain sections. The first one's scope is the item's. */
  readonly rules: Readonly<Record<string, In | 'anywhere'>>;
  /** What the plan lacks although no rule says so; undefined where nothing is lacking. */
  readonly lacks?: (plan: Plan) => string | undefined;
}

/** The ten items by which a plan is judged before it is used. Source: the plan format's "Plan quality". */
export const CHECKLIST: readonly ChecklistItem[] = [
  {
    id: 'co_created',
    title: 'Made together with the customer',
    rules: { 'plan-not-mutual': 'anywhere' },
    lacks: ({ agreement, stakeholders }) => {
      if (agreement?.co_created?.value === false) return 'The plan says that it was not made together.';
      // Where nobody is listed the rule keeps still: the missing contacts are told once.
      const alone = agreement?.co_created?.value !== true && (stakeholders?.customer.items.length ?? 0) === 0;
      return alone ? 'Nobody from the customer is listed.' : undefined;
    },
  },
  {
    id: 'outcomes',
    title: 'Three to five measurable outcomes with baselines and targets',
    rules: {
      'outcome-not-measurable': 'anywhere',
      'outcomes-too-few': 'anywhere',
      'outcomes-too-many': 'anywhere',
      'outcome-baseline-missing': 'anywhere',
      'outcome-target-missing': 'anywhere',
      'outcome-metric-mismatch': 'anywhere',
      'invalid-quantity': ['outcomes'],
    },
    lacks: plan => (plan.outcomes.items.length === 0 ? 'No outcome is written down.' : undefined),
  },
  {
    id: 'milestones',
    title: 'Milestones with owners and dates for each outcome',
    rules: {
      'outcome-without-milestones': 'anywhere',
      'milestone-owner-missing': ['outcomes', 'milestones', 'implementation'],
      'milestone-date-missing': ['outcomes', 'milestones', 'implementation'],
    },
    lacks: plan =>
      plan.outcomes.items.length === 0 && plan.milestones.items.length === 0
        ? 'No milestone is written down.'
        : undefined,
  },
  {
    id: 'contacts',
    title: 'At least two contacts at the customer',
    rules: { 'stakeholder-single-threaded': 'anywhere' },
    lacks: plan => (plan.stakeholders ? undefined : 'Nobody is listed.'),
  },
  {
    id: 'sponsor',
    title: 'An executive sponsor who takes part',
    rules: { 'executive-sponsor-missing': 'anywhere', 'executive-sponsor-silent': 'anywhere' },
    lacks: plan => (plan.stakeholders ? undefined : 'Nobody is listed.'),
  },
  {
    id: 'risks',
    title: 'Risks with mitigations and owners',
    rules: { 'risks-missing': 'anywhere', 'risk-unmitigated': 'anywhere', 'milestone-owner-missing': ['risks'] },
  },
  {
    id: 'reviews',
    title: 'A rhythm of reviews, and the next one has its day',
    rules: {
      'plan-review-not-scheduled': 'anywhere',
      'plan-review-overdue': 'anywhere',
      'plan-review-gap': ['plan'],
    },
  },
  {
    id: 'renewal',
    title: 'Tied to the renewal',
    rules: { 'renewal-not-linked': 'anywhere', 'renewal-evidence-missing': 'anywhere' },
    lacks: plan =>
      plan.customer?.contract?.renewal_date?.value === undefined ? 'The renewal has no date.' : undefined,
  },
  {
    id: 'history',
    title: 'Reviews logged with decisions and changes',
    rules: {
      'review-history-missing': 'anywhere',
      'plan-last-reviewed-mismatch': 'anywhere',
      'plan-change-not-applied': 'anywhere',
      'plan-change-unlogged': 'anywhere',
    },
  },
  {
    id: 'shared',
    title: 'Shared where both sides can read it',
    rules: {},
    lacks: ({ agreement }) => {
      const place = agreement?.location?.text ?? '';
      const shared = agreement?.shared_on?.value !== undefined || !isPlaceholder(place);
      return shared ? undefined : 'Nothing says when or where the customer can read it.';
    },
  },
];

// Generated from schemas/ by `npm run generate`. Do not edit.
import type { Day } from '../day.ts';
import type { QuantityReading } from '../quantity/index.ts';
import type { Element, Field, List, Reference, WrittenDay, WrittenIgnore, WrittenPart, WrittenProblem, WrittenQuantity } from '../model/field.ts';
import { ElementReader, type Reading } from '../model/reader.ts';
import type { Slot } from '../model/slots.ts';
import { Beside } from '../once.ts';
import { PartReader } from '../model/part-reader.ts';
import type { SectionReader } from '../model/section-reader.ts';
import type { Agenda, Plan } from '../model/documents.ts';

export const PLAN_STATUS = ['active', 'completed', 'at_risk', 'archived', 'draft'] as const;
/** Plan status. */
export type PlanStatus = (typeof PLAN_STATUS)[number];

export const PLAN_FORMAT = ['outcome_based', 'timeline_based', 'okr', 'joint_accountability', 'value_realization', 'mutual_action_plan', 'goal_card'] as const;
/** Plan format. */
export type PlanFormat = (typeof PLAN_FORMAT)[number];

export const PLAN_STAGE = ['pre_sale', 'onboarding', 'steady_state', 'renewal'] as const;
/** Stage. */
export type PlanStage = (typeof PLAN_STAGE)[number];

export const REVIEW_CADENCE = ['monthly', 'quarterly', 'semi_annual', 'annual'] as const;
/** Review cadence. */
export type ReviewCadence = (typeof REVIEW_CADENCE)[number];

export const PLAN_SCOPE = ['rolling_12_month', 'six_month', 'contract_term'] as const;
/** Plan scope. */
export type PlanScope = (typeof PLAN_SCOPE)[number];

export const SUCCESS_METRIC = ['goal_attainment_rate', 'value_realization_score', 'roi'] as const;
/** Success metric. */
export type SuccessMetric = (typeof SUCCESS_METRIC)[number];

export const CUSTOMER_PERSON_TYPE = ['executive_sponsor', 'day_to_day_contact', 'technical_contact', 'champion', 'economic_buyer', 'end_user_lead', 'legal', 'procurement', 'security'] as const;
/** Stakeholder type of the customer side. */
export type CustomerPersonType = (typeof CUSTOMER_PERSON_TYPE)[number];

export const VENDOR_PERSON_TYPE = ['primary_owner', 'technical_resource', 'account_executive', 'executive_sponsor', 'implementation_lead', 'support'] as const;
/** Stakeholder type of the vendor side. */
export type VendorPersonType = (typeof VENDOR_PERSON_TYPE)[number];

export const ENGAGEMENT = ['active', 'moderate', 'low', 'disengaged'] as const;
/** Engagement. */
export type Engagement = (typeof ENGAGEMENT)[number];

export const OUTCOME_STATUS = ['not_started', 'in_progress', 'achieved', 'at_risk', 'missed', 'deferred'] as const;
/** Outcome status. */
export type OutcomeStatus = (typeof OUTCOME_STATUS)[number];

export const OUTCOME_KIND = ['quantitative', 'qualitative'] as const;
/** Kind of outcome. */
export type OutcomeKind = (typeof OUTCOME_KIND)[number];

export const MILESTONE_STATUS = ['pending', 'in_progress', 'complete', 'blocked', 'skipped'] as const;
/** Milestone status. */
export type MilestoneStatus = (typeof MILESTONE_STATUS)[number];

export const MILESTONE_KIND = ['technical_setup', 'onboarding', 'training', 'adoption', 'validation', 'approval'] as const;
/** Kind of milestone. */
export type MilestoneKind = (typeof MILESTONE_KIND)[number];

export const DECISION_STEP_KIND = ['legal', 'procurement', 'security', 'technical', 'financial', 'executive'] as const;
/** Kind of decision step. */
export type DecisionStepKind = (typeof DECISION_STEP_KIND)[number];

export const RISK_CATEGORY = ['technical', 'stakeholder', 'priority', 'adoption', 'commercial'] as const;
/** Risk category. */
export type RiskCategory = (typeof RISK_CATEGORY)[number];

export const LEVEL = ['low', 'medium', 'high'] as const;
/** Level. */
export type Level = (typeof LEVEL)[number];

export const RISK_STATUS = ['open', 'mitigated', 'accepted', 'occurred', 'closed'] as const;
/** Risk status. */
export type RiskStatus = (typeof RISK_STATUS)[number];

export const REVIEW_TYPE = ['qbr', 'ebr', 'check_in', 'kickoff'] as const;
/** Kind of review. */
export type ReviewType = (typeof REVIEW_TYPE)[number];

export const SIGN_OFF_STATUS = ['pending', 'signed', 'declined'] as const;
/** Sign-off. */
export type SignOffStatus = (typeof SIGN_OFF_STATUS)[number];

export const ACTION_STATUS = ['open', 'pending', 'in_progress', 'blocked', 'done', 'complete', 'cancelled', 'skipped'] as const;
/** Action status. */
export type ActionStatus = (typeof ACTION_STATUS)[number];

export const RESOURCE_KIND = ['people', 'budget', 'tool', 'content', 'training'] as const;
/** Kind of resource. */
export type ResourceKind = (typeof RESOURCE_KIND)[number];

export const RESOURCE_SIDE = ['customer', 'vendor'] as const;
/** Side. */
export type ResourceSide = (typeof RESOURCE_SIDE)[number];

export interface PlanSection extends Element {
  readonly definition: 'planSection';
  readonly version: Field<string> | undefined;
  readonly title: Field<string> | undefined;
  readonly created: Field<Day> | undefined;
  readonly last_reviewed: Field<Day> | undefined;
  readonly next_review: Field<Day> | undefined;
  readonly status: Field<PlanStatus> | undefined;
  readonly format: Field<PlanFormat> | undefined;
  readonly stage: Field<PlanStage> | undefined;
  readonly review_cadence: Field<ReviewCadence> | undefined;
  readonly scope: Field<PlanScope> | undefined;
  readonly success_metric: Field<SuccessMetric> | undefined;
  readonly owner: Field<string> | undefined;
  readonly co_owner: Field<string> | undefined;
}

export interface Customer extends Element {
  readonly definition: 'customer';
  readonly company: Field<string> | undefined;
  readonly industry: Field<string> | undefined;
  readonly segment: Field<string> | undefined;
  readonly context: Field<string> | undefined;
  readonly business_case: Field<string> | undefined;
  readonly current_situation: Field<string> | undefined;
  readonly status_quo_consequences: List<Field<string>>;
  readonly desired_future_state: Field<string> | undefined;
  readonly priorities: List<Priority>;
  readonly contract: Contract | undefined;
}

export interface Contract extends Element {
  readonly definition: 'contract';
  readonly start_date: Field<Day> | undefined;
  readonly end_date: Field<Day> | undefined;
  readonly renewal_date: Field<Day> | undefined;
  readonly arr: Field<QuantityReading> | undefined;
  readonly plan_tier: Field<string> | undefined;
  readonly seats: Field<number> | undefined;
}

export interface Priority extends Element {
  readonly definition: 'priority';
  readonly id: Field<string> | undefined;
  readonly name: Field<string> | undefined;
  readonly sponsor: Field<string> | undefined;
}

export interface Agreement extends Element {
  readonly definition: 'agreement';
  readonly co_created: Field<boolean> | undefined;
  readonly shared_on: Field<Day> | undefined;
  readonly location: Field<string> | undefined;
  readonly sign_offs: List<SignOff>;
}

export interface SignOff extends Element {
  readonly definition: 'signOff';
  readonly person: Field<string> | undefined;
  readonly scope: Field<string> | undefined;
  readonly status: Field<SignOffStatus> | undefined;
  readonly signed_on: Field<Day> | undefined;
}

export interface Stakeholders extends Element {
  readonly definition: 'stakeholders';
  readonly customer: List<CustomerPerson>;
  readonly vendor: List<VendorPerson>;
  readonly partner: List<PartnerPerson>;
}

export interface CustomerPerson extends Element {
  readonly definition: 'customerPerson';
  readonly name: Field<string> | undefined;
  readonly role: Field<string> | undefined;
  readonly type: Field<CustomerPersonType> | undefined;
  readonly engagement: Field<Engagement> | undefined;
  readonly email: Field<string> | undefined;
  readonly priorities: List<Field<string>>;
  readonly responsibilities: List<Field<string>>;
  readonly since: Field<Day> | undefined;
  readonly until: Field<Day> | undefined;
  readonly successor: Field<string> | undefined;
}

export interface VendorPerson extends Element {
  readonly definition: 'vendorPerson';
  readonly name: Field<string> | undefined;
  readonly role: Field<string> | undefined;
  readonly type: Field<VendorPersonType> | undefined;
  readonly engagement: Field<Engagement> | undefined;
  readonly email: Field<string> | undefined;
  readonly priorities: List<Field<string>>;
  readonly responsibilities: List<Field<string>>;
  readonly since: Field<Day> | undefined;
  readonly until: Field<Day> | undefined;
  readonly successor: Field<string> | undefined;
}

export interface PartnerPerson extends Element {
  readonly definition: 'partnerPerson';
  readonly name: Field<string> | undefined;
  readonly role: Field<string> | undefined;
  readonly type: Field<string> | undefined;
  readonly engagement: Field<Engagement> | undefined;
  readonly email: Field<string> | undefined;
  readonly priorities: List<Field<string>>;
  readonly responsibilities: List<Field<string>>;
  readonly since: Field<Day> | undefined;
  readonly until: Field<Day> | undefined;
  readonly successor: Field<string> | undefined;
}

export interface Outcome extends Element {
  readonly definition: 'outcome';
  readonly id: Field<string> | undefined;
  readonly description: Field<string> | undefined;
  readonly so_that: Field<string> | undefined;
  readonly business_value: BusinessValue | undefined;
  readonly priority: Field<string> | undefined;
  readonly owner: Field<string> | undefined;
  readonly baseline: Baseline | undefined;
  readonly target: Target | undefined;
  readonly measurements: List<Measurement>;
  readonly key_results: List<KeyResult>;
  readonly status: Field<OutcomeStatus> | undefined;
  readonly milestones: List<Milestone>;
  readonly renewal_evidence: Field<string> | undefined;
  readonly kind: Field<OutcomeKind> | undefined;
  readonly acceptance: List<Field<string>>;
  readonly acknowledged_by: Field<string> | undefined;
  readonly acknowledged_on: Field<Day> | undefined;
}

export interface BusinessValue extends Element {
  readonly definition: 'businessValue';
  readonly summary: Field<string> | undefined;
  readonly amount: Field<QuantityReading> | undefined;
  readonly per: Field<string> | undefined;
}

export interface Baseline extends Element {
  readonly definition: 'baseline';
  readonly metric: Field<string> | undefined;
  readonly current: Field<QuantityReading> | undefined;
  readonly measured_on: Field<Day> | undefined;
  readonly source: Field<string> | undefined;
  readonly method: Field<string> | undefined;
}

export interface Target extends Element {
  readonly definition: 'target';
  readonly metric: Field<string> | undefined;
  readonly goal: Field<QuantityReading> | undefined;
  readonly target_date: Field<Day> | undefined;
}

export interface Measurement extends Element {
  readonly definition: 'measurement';
  readonly date: Field<Day> | undefined;
  readonly value: Field<QuantityReading> | undefined;
  readonly source: Field<string> | undefined;
  readonly note: Field<string> | undefined;
}

export interface KeyResult extends Element {
  readonly definition: 'keyResult';
  readonly id: Field<string> | undefined;
  readonly description: Field<string> | undefined;
  readonly baseline: Baseline | undefined;
  readonly target: Target | undefined;
  readonly measurements: List<Measurement>;
}

export interface Milestone extends Element {
  readonly definition: 'milestone';
  readonly id: Field<string> | undefined;
  readonly name: Field<string> | undefined;
  readonly start_date: Field<Day> | undefined;
  readonly target_date: Field<Day> | undefined;
  readonly actual_date: Field<Day> | undefined;
  readonly status: Field<MilestoneStatus> | undefined;
  readonly owner: List<Field<string>>;
  readonly participants: List<Field<string>>;
  readonly kind: Field<MilestoneKind> | undefined;
  readonly phase: Field<string> | undefined;
  readonly outcome: Field<string> | undefined;
  readonly depends_on: List<Field<string>>;
  readonly blockers: List<Field<string>>;
  readonly contingency: Field<string> | undefined;
  readonly actions: List<Action>;
}

export interface Action extends Element {
  readonly definition: 'action';
  readonly description: Field<string> | undefined;
  readonly owner: Field<string> | undefined;
  readonly due_date: Field<Day> | undefined;
  readonly status: Field<ActionStatus> | undefined;
  readonly done_on: Field<Day> | undefined;
}

export interface Phase extends Element {
  readonly definition: 'phase';
  readonly id: Field<string> | undefined;
  readonly name: Field<string> | undefined;
  readonly start_date: Field<Day> | undefined;
  readonly end_date: Field<Day> | undefined;
}

export interface Decision extends Element {
  readonly definition: 'decision';
  readonly criteria: List<Field<string>>;
  readonly decision_date: Field<Day> | undefined;
  readonly steps: List<DecisionStep>;
}

export interface DecisionStep extends Element {
  readonly definition: 'decisionStep';
  readonly name: Field<string> | undefined;
  readonly kind: Field<DecisionStepKind> | undefined;
  readonly owner: Field<string> | undefined;
  readonly target_date: Field<Day> | undefined;
  readonly actual_date: Field<Day> | undefined;
  readonly status: Field<MilestoneStatus> | undefined;
  readonly documents: List<Field<string>>;
}

export interface Implementation extends Element {
  readonly definition: 'implementation';
  readonly summary: Field<string> | undefined;
  readonly go_live_date: Field<Day> | undefined;
  readonly steps: List<Milestone>;
}

export interface Resource extends Element {
  readonly definition: 'resource';
  readonly name: Field<string> | undefined;
  readonly kind: Field<ResourceKind> | undefined;
  readonly side: Field<ResourceSide> | undefined;
  readonly notes: Field<string> | undefined;
}

export interface Communication extends Element {
  readonly definition: 'communication';
  readonly channels: List<Field<string>>;
  readonly meetings: List<Meeting>;
}

export interface Meeting extends Element {
  readonly definition: 'meeting';
  readonly name: Field<string> | undefined;
  readonly cadence: Field<string> | undefined;
  readonly attendees: List<Field<string>>;
  readonly purpose: Field<string> | undefined;
}

export interface Risk extends Element {
  readonly definition: 'risk';
  readonly id: Field<string> | undefined;
  readonly description: Field<string> | undefined;
  readonly category: Field<RiskCategory> | undefined;
  readonly impact: Field<Level> | undefined;
  readonly likelihood: Field<Level> | undefined;
  readonly mitigation: Field<string> | undefined;
  readonly contingency: Field<string> | undefined;
  readonly status: Field<RiskStatus> | undefined;
  readonly owner: Field<string> | undefined;
  readonly outcomes: List<Field<string>>;
  readonly opened_on: Field<Day> | undefined;
  readonly reviewed_on: Field<Day> | undefined;
}

export interface Review extends Element {
  readonly definition: 'review';
  readonly date: Field<Day> | undefined;
  readonly type: Field<ReviewType> | undefined;
  readonly attendees: List<Field<string>>;
  readonly summary: Field<string> | undefined;
  readonly decisions: List<Field<string>>;
  readonly plan_changes: List<Field<string>>;
  readonly actions: List<Action>;
}

export interface Renewal extends Element {
  readonly definition: 'renewal';
  readonly owner: Field<string> | undefined;
  readonly strategy: Field<string> | undefined;
  readonly evidence: List<Evidence>;
  readonly expansion: List<Field<string>>;
}

export interface Evidence extends Element {
  readonly definition: 'evidence';
  readonly outcome: Field<string> | undefined;
  readonly statement: Field<string> | undefined;
  readonly link: Field<string> | undefined;
}

export interface Qbr extends Element {
  readonly definition: 'qbr';
  readonly duration: Field<QuantityReading> | undefined;
  readonly date: Field<Day> | undefined;
  readonly plan: Field<string> | undefined;
  readonly attendees: QbrAttendees | undefined;
  readonly agenda: List<Topic>;
}

export interface QbrAttendees extends Element {
  readonly definition: 'qbrAttendees';
  readonly customer: List<Field<string>>;
  readonly vendor: List<Field<string>>;
}

export interface Topic extends Element {
  readonly definition: 'topic';
  readonly topic: Field<string> | undefined;
  readonly duration: Field<QuantityReading> | undefined;
  readonly content: List<Field<string>>;
}

/** What a rule can look at, by kind. */
export interface VisitKinds {
  document: Plan | Agenda;
  plan: Plan;
  agenda: Agenda;
  part: WrittenPart;
  problem: WrittenProblem;
  day: WrittenDay;
  quantity: WrittenQuantity;
  reference: Reference;
  ignore: WrittenIgnore;
  planSection: PlanSection;
  customer: Customer;
  contract: Contract;
  priority: Priority;
  agreement: Agreement;
  signOff: SignOff;
  stakeholders: Stakeholders;
  customerPerson: CustomerPerson;
  vendorPerson: VendorPerson;
  partnerPerson: PartnerPerson;
  outcome: Outcome;
  businessValue: BusinessValue;
  baseline: Baseline;
  target: Target;
  measurement: Measurement;
  keyResult: KeyResult;
  milestone: Milestone;
  action: Action;
  phase: Phase;
  decision: Decision;
  decisionStep: DecisionStep;
  implementation: Implementation;
  resource: Resource;
  communication: Communication;
  meeting: Meeting;
  risk: Risk;
  review: Review;
  renewal: Renewal;
  evidence: Evidence;
  qbr: Qbr;
  qbrAttendees: QbrAttendees;
  topic: Topic;
}

export type VisitKind = keyof VisitKinds;

/** One thing to look at, with its kind. */
export type Visit<K extends VisitKind = VisitKind> = { [P in K]: { readonly kind: P; readonly element: VisitKinds[P] } }[K];

/** What holds others, by what those know of it: their `holder`. */
export const HOLDING = {
  outcome: /* @__PURE__ */ new Beside<Element, Outcome>(),
  milestone: /* @__PURE__ */ new Beside<Element, Milestone>(),
  review: /* @__PURE__ */ new Beside<Element, Review>(),
};

export function readPlanSection(reading: Reading, slot: Slot, holder: Element | undefined): PlanSection {
  const r = new ElementReader(reading, 'planSection', slot, holder);
  const { base } = r;
  const element: PlanSection = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'planSection',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    version: r.text('version'),
    title: r.text('title'),
    created: r.day('created'),
    last_reviewed: r.day('last_reviewed'),
    next_review: r.day('next_review'),
    status: r.oneOf('status', 'planStatus', PLAN_STATUS),
    format: r.oneOf('format', 'planFormat', PLAN_FORMAT),
    stage: r.oneOf('stage', 'planStage', PLAN_STAGE),
    review_cadence: r.oneOf('review_cadence', 'reviewCadence', REVIEW_CADENCE),
    scope: r.oneOf('scope', 'planScope', PLAN_SCOPE),
    success_metric: r.oneOf('success_metric', 'successMetric', SUCCESS_METRIC),
    owner: r.reference('owner', 'person', 'vendor'),
    co_owner: r.reference('co_owner', 'person', 'customer'),
  };
  if (element.mapping) reading.visits.push({ kind: 'planSection', element });
  return element;
}

export function readCustomer(reading: Reading, slot: Slot, holder: Element | undefined): Customer {
  const r = new ElementReader(reading, 'customer', slot, holder);
  const { base } = r;
  const element: Customer = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'customer',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    company: r.text('company'),
    industry: r.text('industry'),
    segment: r.text('segment'),
    context: r.text('context'),
    business_case: r.text('business_case'),
    current_situation: r.text('current_situation'),
    status_quo_consequences: r.texts('status_quo_consequences'),
    desired_future_state: r.text('desired_future_state'),
    priorities: r.list('priorities', readPriority),
    contract: r.element('contract', readContract),
  };
  if (element.mapping) reading.visits.push({ kind: 'customer', element });
  return element;
}

export function readContract(reading: Reading, slot: Slot, holder: Element | undefined): Contract {
  const r = new ElementReader(reading, 'contract', slot, holder);
  const { base } = r;
  const element: Contract = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'contract',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    start_date: r.day('start_date'),
    end_date: r.day('end_date'),
    renewal_date: r.day('renewal_date'),
    arr: r.amount('arr'),
    plan_tier: r.text('plan_tier'),
    seats: r.count('seats'),
  };
  if (element.mapping) reading.visits.push({ kind: 'contract', element });
  return element;
}

export function readPriority(reading: Reading, slot: Slot, holder: Element | undefined): Priority {
  const r = new ElementReader(reading, 'priority', slot, holder);
  const { base } = r;
  const element: Priority = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'priority',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    id: r.text('id'),
    name: r.text('name'),
    sponsor: r.reference('sponsor', 'person', 'customer'),
  };
  if (element.mapping) reading.visits.push({ kind: 'priority', element });
  return element;
}

export function readAgreement(reading: Reading, slot: Slot, holder: Element | undefined): Agreement {
  const r = new ElementReader(reading, 'agreement', slot, holder);
  const { base } = r;
  const element: Agreement = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'agreement',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    co_created: r.flag('co_created'),
    shared_on: r.day('shared_on'),
    location: r.text('location'),
    sign_offs: r.list('sign_offs', readSignOff),
  };
  if (element.mapping) reading.visits.push({ kind: 'agreement', element });
  return element;
}

export function readSignOff(reading: Reading, slot: Slot, holder: Element | undefined): SignOff {
  const r = new ElementReader(reading, 'signOff', slot, holder);
  const { base } = r;
  const element: SignOff = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'signOff',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    person: r.reference('person', 'person'),
    scope: r.reference('scope', 'plan'),
    status: r.oneOf('status', 'signOffStatus', SIGN_OFF_STATUS),
    signed_on: r.day('signed_on'),
  };
  if (element.mapping) reading.visits.push({ kind: 'signOff', element });
  return element;
}

export function readStakeholders(reading: Reading, slot: Slot, holder: Element | undefined): Stakeholders {
  const r = new ElementReader(reading, 'stakeholders', slot, holder);
  const { base } = r;
  const element: Stakeholders = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'stakeholders',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    customer: r.list('customer', readCustomerPerson),
    vendor: r.list('vendor', readVendorPerson),
    partner: r.list('partner', readPartnerPerson),
  };
  if (element.mapping) reading.visits.push({ kind: 'stakeholders', element });
  return element;
}

export function readCustomerPerson(reading: Reading, slot: Slot, holder: Element | undefined): CustomerPerson {
  const r = new ElementReader(reading, 'customerPerson', slot, holder);
  const { base } = r;
  const element: CustomerPerson = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'customerPerson',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    name: r.text('name'),
    role: r.text('role'),
    type: r.oneOf('type', 'customerPersonType', CUSTOMER_PERSON_TYPE),
    engagement: r.oneOf('engagement', 'engagement', ENGAGEMENT),
    email: r.text('email'),
    priorities: r.texts('priorities'),
    responsibilities: r.texts('responsibilities'),
    since: r.day('since'),
    until: r.day('until'),
    successor: r.reference('successor', 'person', 'customer'),
  };
  if (element.mapping) reading.visits.push({ kind: 'customerPerson', element });
  return element;
}

export function readVendorPerson(reading: Reading, slot: Slot, holder: Element | undefined): VendorPerson {
  const r = new ElementReader(reading, 'vendorPerson', slot, holder);
  const { base } = r;
  const element: VendorPerson = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'vendorPerson',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    name: r.text('name'),
    role: r.text('role'),
    type: r.oneOf('type', 'vendorPersonType', VENDOR_PERSON_TYPE),
    engagement: r.oneOf('engagement', 'engagement', ENGAGEMENT),
    email: r.text('email'),
    priorities: r.texts('priorities'),
    responsibilities: r.texts('responsibilities'),
    since: r.day('since'),
    until: r.day('until'),
    successor: r.reference('successor', 'person', 'vendor'),
  };
  if (element.mapping) reading.visits.push({ kind: 'vendorPerson', element });
  return element;
}

export function readPartnerPerson(reading: Reading, slot: Slot, holder: Element | undefined): PartnerPerson {
  const r = new ElementReader(reading, 'partnerPerson', slot, holder);
  const { base } = r;
  const element: PartnerPerson = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'partnerPerson',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    name: r.text('name'),
    role: r.text('role'),
    type: r.text('type'),
    engagement: r.oneOf('engagement', 'engagement', ENGAGEMENT),
    email: r.text('email'),
    priorities: r.texts('priorities'),
    responsibilities: r.texts('responsibilities'),
    since: r.day('since'),
    until: r.day('until'),
    successor: r.reference('successor', 'person'),
  };
  if (element.mapping) reading.visits.push({ kind: 'partnerPerson', element });
  return element;
}

export function readOutcome(reading: Reading, slot: Slot, holder: Element | undefined): Outcome {
  const r = new ElementReader(reading, 'outcome', slot, holder);
  const { base } = r;
  const element: Outcome = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'outcome',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    id: r.text('id'),
    description: r.text('description'),
    so_that: r.text('so_that'),
    business_value: r.element('business_value', readBusinessValue),
    priority: r.reference('priority', 'priority'),
    owner: r.reference('owner', 'person'),
    baseline: r.element('baseline', readBaseline),
    target: r.element('target', readTarget),
    measurements: r.list('measurements', readMeasurement),
    key_results: r.list('key_results', readKeyResult),
    status: r.oneOf('status', 'outcomeStatus', OUTCOME_STATUS),
    milestones: r.list('milestones', readMilestone),
    renewal_evidence: r.text('renewal_evidence'),
    kind: r.oneOf('kind', 'outcomeKind', OUTCOME_KIND),
    acceptance: r.texts('acceptance'),
    acknowledged_by: r.reference('acknowledged_by', 'person', 'customer'),
    acknowledged_on: r.day('acknowledged_on'),
  };
  if (element.mapping) reading.visits.push({ kind: 'outcome', element });
  HOLDING.outcome.set(r.base, element);
  return element;
}

export function readBusinessValue(reading: Reading, slot: Slot, holder: Element | undefined): BusinessValue {
  const r = new ElementReader(reading, 'businessValue', slot, holder);
  const { base } = r;
  const element: BusinessValue = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'businessValue',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    summary: r.text('summary'),
    amount: r.amount('amount'),
    per: r.text('per'),
  };
  if (element.mapping) reading.visits.push({ kind: 'businessValue', element });
  return element;
}

export function readBaseline(reading: Reading, slot: Slot, holder: Element | undefined): Baseline {
  const r = new ElementReader(reading, 'baseline', slot, holder);
  const { base } = r;
  const element: Baseline = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'baseline',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    metric: r.text('metric'),
    current: r.quantity('current'),
    measured_on: r.day('measured_on'),
    source: r.text('source'),
    method: r.text('method'),
  };
  if (element.mapping) reading.visits.push({ kind: 'baseline', element });
  return element;
}

export function readTarget(reading: Reading, slot: Slot, holder: Element | undefined): Target {
  const r = new ElementReader(reading, 'target', slot, holder);
  const { base } = r;
  const element: Target = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'target',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    metric: r.text('metric'),
    goal: r.quantity('goal'),
    target_date: r.day('target_date'),
  };
  if (element.mapping) reading.visits.push({ kind: 'target', element });
  return element;
}

export function readMeasurement(reading: Reading, slot: Slot, holder: Element | undefined): Measurement {
  const r = new ElementReader(reading, 'measurement', slot, holder);
  const { base } = r;
  const element: Measurement = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'measurement',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    date: r.day('date'),
    value: r.quantity('value'),
    source: r.text('source'),
    note: r.text('note'),
  };
  if (element.mapping) reading.visits.push({ kind: 'measurement', element });
  return element;
}

export function readKeyResult(reading: Reading, slot: Slot, holder: Element | undefined): KeyResult {
  const r = new ElementReader(reading, 'keyResult', slot, holder);
  const { base } = r;
  const element: KeyResult = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'keyResult',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    id: r.text('id'),
    description: r.text('description'),
    baseline: r.element('baseline', readBaseline),
    target: r.element('target', readTarget),
    measurements: r.list('measurements', readMeasurement),
  };
  if (element.mapping) reading.visits.push({ kind: 'keyResult', element });
  return element;
}

export function readMilestone(reading: Reading, slot: Slot, holder: Element | undefined): Milestone {
  const r = new ElementReader(reading, 'milestone', slot, holder);
  const { base } = r;
  const element: Milestone = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'milestone',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    id: r.text('id'),
    name: r.text('name'),
    start_date: r.day('start_date'),
    target_date: r.day('target_date'),
    actual_date: r.day('actual_date'),
    status: r.oneOf('status', 'milestoneStatus', MILESTONE_STATUS),
    owner: r.references('owner', 'person'),
    participants: r.references('participants', 'person'),
    kind: r.oneOf('kind', 'milestoneKind', MILESTONE_KIND),
    phase: r.reference('phase', 'phase'),
    outcome: r.reference('outcome', 'outcome'),
    depends_on: r.references('depends_on', 'milestone'),
    blockers: r.texts('blockers'),
    contingency: r.text('contingency'),
    actions: r.list('actions', readAction),
  };
  if (element.mapping) reading.visits.push({ kind: 'milestone', element });
  HOLDING.milestone.set(r.base, element);
  return element;
}

export function readAction(reading: Reading, slot: Slot, holder: Element | undefined): Action {
  const r = new ElementReader(reading, 'action', slot, holder);
  const { base } = r;
  const element: Action = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'action',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    description: r.text('description'),
    owner: r.reference('owner', 'person'),
    due_date: r.day('due_date'),
    status: r.oneOf('status', 'actionStatus', ACTION_STATUS),
    done_on: r.day('done_on'),
  };
  if (element.mapping) reading.visits.push({ kind: 'action', element });
  return element;
}

export function readPhase(reading: Reading, slot: Slot, holder: Element | undefined): Phase {
  const r = new ElementReader(reading, 'phase', slot, holder);
  const { base } = r;
  const element: Phase = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'phase',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    id: r.text('id'),
    name: r.text('name'),
    start_date: r.day('start_date'),
    end_date: r.day('end_date'),
  };
  if (element.mapping) reading.visits.push({ kind: 'phase', element });
  return element;
}

export function readDecision(reading: Reading, slot: Slot, holder: Element | undefined): Decision {
  const r = new ElementReader(reading, 'decision', slot, holder);
  const { base } = r;
  const element: Decision = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'decision',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    criteria: r.texts('criteria'),
    decision_date: r.day('decision_date'),
    steps: r.list('steps', readDecisionStep),
  };
  if (element.mapping) reading.visits.push({ kind: 'decision', element });
  return element;
}

export function readDecisionStep(reading: Reading, slot: Slot, holder: Element | undefined): DecisionStep {
  const r = new ElementReader(reading, 'decisionStep', slot, holder);
  const { base } = r;
  const element: DecisionStep = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'decisionStep',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    name: r.text('name'),
    kind: r.oneOf('kind', 'decisionStepKind', DECISION_STEP_KIND),
    owner: r.reference('owner', 'person'),
    target_date: r.day('target_date'),
    actual_date: r.day('actual_date'),
    status: r.oneOf('status', 'milestoneStatus', MILESTONE_STATUS),
    documents: r.texts('documents'),
  };
  if (element.mapping) reading.visits.push({ kind: 'decisionStep', element });
  return element;
}

export function readImplementation(reading: Reading, slot: Slot, holder: Element | undefined): Implementation {
  const r = new ElementReader(reading, 'implementation', slot, holder);
  const { base } = r;
  const element: Implementation = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'implementation',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    summary: r.text('summary'),
    go_live_date: r.day('go_live_date'),
    steps: r.list('steps', readMilestone),
  };
  if (element.mapping) reading.visits.push({ kind: 'implementation', element });
  return element;
}

export function readResource(reading: Reading, slot: Slot, holder: Element | undefined): Resource {
  const r = new ElementReader(reading, 'resource', slot, holder);
  const { base } = r;
  const element: Resource = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'resource',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    name: r.text('name'),
    kind: r.oneOf('kind', 'resourceKind', RESOURCE_KIND),
    side: r.oneOf('side', 'resourceSide', RESOURCE_SIDE),
    notes: r.text('notes'),
  };
  if (element.mapping) reading.visits.push({ kind: 'resource', element });
  return element;
}

export function readCommunication(reading: Reading, slot: Slot, holder: Element | undefined): Communication {
  const r = new ElementReader(reading, 'communication', slot, holder);
  const { base } = r;
  const element: Communication = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'communication',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    channels: r.texts('channels'),
    meetings: r.list('meetings', readMeeting),
  };
  if (element.mapping) reading.visits.push({ kind: 'communication', element });
  return element;
}

export function readMeeting(reading: Reading, slot: Slot, holder: Element | undefined): Meeting {
  const r = new ElementReader(reading, 'meeting', slot, holder);
  const { base } = r;
  const element: Meeting = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'meeting',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    name: r.text('name'),
    cadence: r.text('cadence'),
    attendees: r.references('attendees', 'person'),
    purpose: r.text('purpose'),
  };
  if (element.mapping) reading.visits.push({ kind: 'meeting', element });
  return element;
}

export function readRisk(reading: Reading, slot: Slot, holder: Element | undefined): Risk {
  const r = new ElementReader(reading, 'risk', slot, holder);
  const { base } = r;
  const element: Risk = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'risk',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    id: r.text('id'),
    description: r.text('description'),
    category: r.oneOf('category', 'riskCategory', RISK_CATEGORY),
    impact: r.oneOf('impact', 'level', LEVEL),
    likelihood: r.oneOf('likelihood', 'level', LEVEL),
    mitigation: r.text('mitigation'),
    contingency: r.text('contingency'),
    status: r.oneOf('status', 'riskStatus', RISK_STATUS),
    owner: r.reference('owner', 'person'),
    outcomes: r.references('outcomes', 'outcome'),
    opened_on: r.day('opened_on'),
    reviewed_on: r.day('reviewed_on'),
  };
  if (element.mapping) reading.visits.push({ kind: 'risk', element });
  return element;
}

export function readReview(reading: Reading, slot: Slot, holder: Element | undefined): Review {
  const r = new ElementReader(reading, 'review', slot, holder);
  const { base } = r;
  const element: Review = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'review',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    date: r.day('date'),
    type: r.oneOf('type', 'reviewType', REVIEW_TYPE),
    attendees: r.references('attendees', 'person'),
    summary: r.text('summary'),
    decisions: r.texts('decisions'),
    plan_changes: r.texts('plan_changes'),
    actions: r.list('actions', readAction),
  };
  if (element.mapping) reading.visits.push({ kind: 'review', element });
  HOLDING.review.set(r.base, element);
  return element;
}

export function readRenewal(reading: Reading, slot: Slot, holder: Element | undefined): Renewal {
  const r = new ElementReader(reading, 'renewal', slot, holder);
  const { base } = r;
  const element: Renewal = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'renewal',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    owner: r.reference('owner', 'person'),
    strategy: r.text('strategy'),
    evidence: r.list('evidence', readEvidence),
    expansion: r.texts('expansion'),
  };
  if (element.mapping) reading.visits.push({ kind: 'renewal', element });
  return element;
}

export function readEvidence(reading: Reading, slot: Slot, holder: Element | undefined): Evidence {
  const r = new ElementReader(reading, 'evidence', slot, holder);
  const { base } = r;
  const element: Evidence = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'evidence',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    outcome: r.reference('outcome', 'outcome'),
    statement: r.text('statement'),
    link: r.text('link'),
  };
  if (element.mapping) reading.visits.push({ kind: 'evidence', element });
  return element;
}

export function readQbr(reading: Reading, slot: Slot, holder: Element | undefined): Qbr {
  const r = new ElementReader(reading, 'qbr', slot, holder);
  const { base } = r;
  const element: Qbr = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'qbr',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    duration: r.amount('duration'),
    date: r.day('date'),
    plan: r.text('plan'),
    attendees: r.element('attendees', readQbrAttendees),
    agenda: r.list('agenda', readTopic),
  };
  if (element.mapping) reading.visits.push({ kind: 'qbr', element });
  return element;
}

export function readQbrAttendees(reading: Reading, slot: Slot, holder: Element | undefined): QbrAttendees {
  const r = new ElementReader(reading, 'qbrAttendees', slot, holder);
  const { base } = r;
  const element: QbrAttendees = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'qbrAttendees',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    customer: r.texts('customer'),
    vendor: r.texts('vendor'),
  };
  if (element.mapping) reading.visits.push({ kind: 'qbrAttendees', element });
  return element;
}

export function readTopic(reading: Reading, slot: Slot, holder: Element | undefined): Topic {
  const r = new ElementReader(reading, 'topic', slot, holder);
  const { base } = r;
  const element: Topic = {
    part: base.part,
    start: base.start,
    end: base.end,
    definition: 'topic',
    key: base.key,
    mapping: base.mapping,
    label: base.label,
    mark: base.mark,
    borrowed: base.borrowed,
    word: base.word,
    holder,
    topic: r.text('topic'),
    duration: r.amount('duration'),
    content: r.texts('content'),
  };
  if (element.mapping) reading.visits.push({ kind: 'topic', element });
  return element;
}

/** The sections of a document, each absent or read as far as it can be. */
export interface PlanSections {
  readonly plan: PlanSection | undefined;
  readonly customer: Customer | undefined;
  readonly agreement: Agreement | undefined;
  readonly stakeholders: Stakeholders | undefined;
  readonly outcomes: List<Outcome>;
  readonly milestones: List<Milestone>;
  readonly phases: List<Phase>;
  readonly decision: Decision | undefined;
  readonly implementation: Implementation | undefined;
  readonly resources: List<Resource>;
  readonly communication: Communication | undefined;
  readonly risks: List<Risk>;
  readonly review_history: List<Review>;
  readonly renewal: Renewal | undefined;
}

const PLAN_READERS = {
  plan: /* @__PURE__ */ new PartReader(readPlanSection),
  customer: /* @__PURE__ */ new PartReader(readCustomer),
  agreement: /* @__PURE__ */ new PartReader(readAgreement),
  stakeholders: /* @__PURE__ */ new PartReader(readStakeholders),
  outcomes: /* @__PURE__ */ new PartReader(readOutcome),
  milestones: /* @__PURE__ */ new PartReader(readMilestone),
  phases: /* @__PURE__ */ new PartReader(readPhase),
  decision: /* @__PURE__ */ new PartReader(readDecision),
  implementation: /* @__PURE__ */ new PartReader(readImplementation),
  resources: /* @__PURE__ */ new PartReader(readResource),
  communication: /* @__PURE__ */ new PartReader(readCommunication),
  risks: /* @__PURE__ */ new PartReader(readRisk),
  review_history: /* @__PURE__ */ new PartReader(readReview),
  renewal: /* @__PURE__ */ new PartReader(readRenewal),
};

export function readPlanSections(r: SectionReader): PlanSections {
  return {
    plan: r.section('plan', PLAN_READERS.plan),
    customer: r.section('customer', PLAN_READERS.customer),
    agreement: r.section('agreement', PLAN_READERS.agreement),
    stakeholders: r.section('stakeholders', PLAN_READERS.stakeholders),
    outcomes: r.list('outcomes', PLAN_READERS.outcomes),
    milestones: r.list('milestones', PLAN_READERS.milestones),
    phases: r.list('phases', PLAN_READERS.phases),
    decision: r.section('decision', PLAN_READERS.decision),
    implementation: r.section('implementation', PLAN_READERS.implementation),
    resources: r.list('resources', PLAN_READERS.resources),
    communication: r.section('communication', PLAN_READERS.communication),
    risks: r.list('risks', PLAN_READERS.risks),
    review_history: r.list('review_history', PLAN_READERS.review_history),
    renewal: r.section('renewal', PLAN_READERS.renewal),
  };
}

/** The sections of a document, each absent or read as far as it can be. */
export interface AgendaSections {
  readonly qbr: Qbr | undefined;
}

const AGENDA_READERS = {
  qbr: /* @__PURE__ */ new PartReader(readQbr),
};

export function readAgendaSections(r: SectionReader): AgendaSections {
  return {
    qbr: r.section('qbr', AGENDA_READERS.qbr),
  };
}

/** The top-level sections in the template’s order: whether they are lists, and the definition that they or their items must fit. */
export const PLAN_SECTIONS = {
  plan: { list: false, definition: 'planSection' },
  customer: { list: false, definition: 'customer' },
  agreement: { list: false, definition: 'agreement' },
  stakeholders: { list: false, definition: 'stakeholders' },
  outcomes: { list: true, definition: 'outcome' },
  milestones: { list: true, definition: 'milestone' },
  phases: { list: true, definition: 'phase' },
  decision: { list: false, definition: 'decision' },
  implementation: { list: false, definition: 'implementation' },
  resources: { list: true, definition: 'resource' },
  communication: { list: false, definition: 'communication' },
  risks: { list: true, definition: 'risk' },
  review_history: { list: true, definition: 'review' },
  renewal: { list: false, definition: 'renewal' },
  internal: { list: false, definition: 'freeForm' },
} as const;

export const AGENDA_SECTIONS = {
  qbr: { list: false, definition: 'qbr' },
} as const;

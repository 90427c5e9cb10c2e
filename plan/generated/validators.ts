// Generated from schemas/ by `npm run generate`. Do not edit.
import { all, atLeast, either, list, object, oneOf, pattern, type, validator } from '../schema/checks.ts';

const textCheck = type("string", "number");
const dayCheck = all(type("string", "null"), pattern("^\\d{4}-\\d{2}-\\d{2}$"));
const planStatusCheck = oneOf("active", "completed", "at_risk", "archived", "draft");
const planFormatCheck = oneOf("outcome_based", "timeline_based", "okr", "joint_accountability", "value_realization", "mutual_action_plan", "goal_card");
const planStageCheck = oneOf("pre_sale", "onboarding", "steady_state", "renewal");
const reviewCadenceCheck = oneOf("monthly", "quarterly", "semi_annual", "annual");
const planScopeCheck = oneOf("rolling_12_month", "six_month", "contract_term");
const successMetricCheck = oneOf("goal_attainment_rate", "value_realization_score", "roi");
const vendorPersonRefCheck = type("string");
const customerPersonRefCheck = type("string");
const planSectionCheck = object({
  version: textCheck,
  title: textCheck,
  created: dayCheck,
  last_reviewed: dayCheck,
  next_review: dayCheck,
  status: planStatusCheck,
  format: planFormatCheck,
  stage: planStageCheck,
  review_cadence: reviewCadenceCheck,
  scope: planScopeCheck,
  success_metric: successMetricCheck,
  owner: vendorPersonRefCheck,
  co_owner: customerPersonRefCheck,
});
const longTextCheck = type("string");
const idCheck = type("string", "number");
const priorityCheck = object({
  id: idCheck,
  name: textCheck,
  sponsor: customerPersonRefCheck,
}, ["name"]);
const moneyCheck = type("string", "number");
const countCheck = all(type("integer"), atLeast(0));
const contractCheck = object({
  start_date: dayCheck,
  end_date: dayCheck,
  renewal_date: dayCheck,
  arr: moneyCheck,
  plan_tier: textCheck,
  seats: countCheck,
});
const customerCheck = object({
  company: textCheck,
  industry: textCheck,
  segment: textCheck,
  context: longTextCheck,
  business_case: longTextCheck,
  current_situation: longTextCheck,
  status_quo_consequences: list(textCheck),
  desired_future_state: longTextCheck,
  priorities: list(priorityCheck),
  contract: contractCheck,
});
const yesNoCheck = either(type("boolean"), all(type("string"), pattern("^([Yy]es|YES|[Nn]o|NO)$")));
const linkCheck = type("string");
const personRefCheck = type("string");
const planOrRefCheck = type("string", "number");
const signOffStatusCheck = oneOf("pending", "signed", "declined");
const signOffCheck = object({
  person: personRefCheck,
  scope: planOrRefCheck,
  status: signOffStatusCheck,
  signed_on: dayCheck,
}, ["person"]);
const agreementCheck = object({
  co_created: yesNoCheck,
  shared_on: dayCheck,
  location: linkCheck,
  sign_offs: list(signOffCheck),
});
const customerPersonTypeCheck = oneOf("executive_sponsor", "day_to_day_contact", "technical_contact", "champion", "economic_buyer", "end_user_lead", "legal", "procurement", "security");
const engagementCheck = oneOf("active", "moderate", "low", "disengaged");
const customerPersonCheck = object({
  name: textCheck,
  role: textCheck,
  type: customerPersonTypeCheck,
  engagement: engagementCheck,
  email: textCheck,
  priorities: list(textCheck),
  responsibilities: list(textCheck),
  since: dayCheck,
  until: dayCheck,
  successor: customerPersonRefCheck,
}, ["name"]);
const vendorPersonTypeCheck = oneOf("primary_owner", "technical_resource", "account_executive", "executive_sponsor", "implementation_lead", "support");
const vendorPersonCheck = object({
  name: textCheck,
  role: textCheck,
  type: vendorPersonTypeCheck,
  engagement: engagementCheck,
  email: textCheck,
  priorities: list(textCheck),
  responsibilities: list(textCheck),
  since: dayCheck,
  until: dayCheck,
  successor: vendorPersonRefCheck,
}, ["name"]);
const partnerPersonCheck = object({
  name: textCheck,
  role: textCheck,
  type: textCheck,
  engagement: engagementCheck,
  email: textCheck,
  priorities: list(textCheck),
  responsibilities: list(textCheck),
  since: dayCheck,
  until: dayCheck,
  successor: personRefCheck,
}, ["name"]);
const stakeholdersCheck = object({
  customer: list(customerPersonCheck),
  vendor: list(vendorPersonCheck),
  partner: list(partnerPersonCheck),
});
const businessValueCheck = object({
  summary: textCheck,
  amount: moneyCheck,
  per: textCheck,
});
const businessValueOrTextCheck = either(textCheck, businessValueCheck);
const priorityRefCheck = type("string", "number");
const quantityCheck = type("string", "number", "null");
const baselineCheck = object({
  metric: textCheck,
  current: quantityCheck,
  measured_on: dayCheck,
  source: textCheck,
  method: textCheck,
});
const targetCheck = object({
  metric: textCheck,
  goal: quantityCheck,
  target_date: dayCheck,
});
const measurementCheck = object({
  date: dayCheck,
  value: quantityCheck,
  source: textCheck,
  note: textCheck,
}, ["date","value"]);
const keyResultCheck = object({
  id: idCheck,
  description: longTextCheck,
  baseline: baselineCheck,
  target: targetCheck,
  measurements: list(measurementCheck),
});
const outcomeStatusCheck = oneOf("not_started", "in_progress", "achieved", "at_risk", "missed", "deferred");
const milestoneStatusCheck = oneOf("pending", "in_progress", "complete", "blocked", "skipped");
const personRefsCheck = either(personRefCheck, list(personRefCheck));
const milestoneKindCheck = oneOf("technical_setup", "onboarding", "training", "adoption", "validation", "approval");
const phaseRefCheck = type("string", "number");
const outcomeRefCheck = type("string", "number");
const milestoneRefCheck = type("string", "number");
const actionStatusCheck = oneOf("open", "pending", "in_progress", "blocked", "done", "complete", "cancelled", "skipped");
const actionCheck = object({
  description: textCheck,
  owner: personRefCheck,
  due_date: dayCheck,
  status: actionStatusCheck,
  done_on: dayCheck,
}, ["description"]);
const milestoneCheck = object({
  id: idCheck,
  name: textCheck,
  start_date: dayCheck,
  target_date: dayCheck,
  actual_date: dayCheck,
  status: milestoneStatusCheck,
  owner: personRefsCheck,
  participants: personRefsCheck,
  kind: milestoneKindCheck,
  phase: phaseRefCheck,
  outcome: outcomeRefCheck,
  depends_on: list(milestoneRefCheck),
  blockers: list(textCheck),
  contingency: textCheck,
  actions: list(actionCheck),
}, ["name"]);
const outcomeKindCheck = oneOf("quantitative", "qualitative");
const outcomeCheck = object({
  id: idCheck,
  description: longTextCheck,
  so_that: longTextCheck,
  business_value: businessValueOrTextCheck,
  priority: priorityRefCheck,
  owner: personRefCheck,
  baseline: baselineCheck,
  target: targetCheck,
  measurements: list(measurementCheck),
  key_results: list(keyResultCheck),
  status: outcomeStatusCheck,
  milestones: list(milestoneCheck),
  renewal_evidence: longTextCheck,
  kind: outcomeKindCheck,
  acceptance: list(textCheck),
  acknowledged_by: customerPersonRefCheck,
  acknowledged_on: dayCheck,
}, ["description"]);
const phaseCheck = object({
  id: idCheck,
  name: textCheck,
  start_date: dayCheck,
  end_date: dayCheck,
}, ["name"]);
const decisionStepKindCheck = oneOf("legal", "procurement", "security", "technical", "financial", "executive");
const decisionStepCheck = object({
  name: textCheck,
  kind: decisionStepKindCheck,
  owner: personRefCheck,
  target_date: dayCheck,
  actual_date: dayCheck,
  status: milestoneStatusCheck,
  documents: list(textCheck),
}, ["name"]);
const decisionCheck = object({
  criteria: list(textCheck),
  decision_date: dayCheck,
  steps: list(decisionStepCheck),
});
const implementationCheck = object({
  summary: longTextCheck,
  go_live_date: dayCheck,
  steps: list(milestoneCheck),
});
const resourceKindCheck = oneOf("people", "budget", "tool", "content", "training");
const resourceSideCheck = oneOf("customer", "vendor");
const resourceCheck = object({
  name: textCheck,
  kind: resourceKindCheck,
  side: resourceSideCheck,
  notes: longTextCheck,
}, ["name"]);
const meetingCheck = object({
  name: textCheck,
  cadence: textCheck,
  attendees: list(personRefCheck),
  purpose: textCheck,
}, ["name"]);
const communicationCheck = object({
  channels: list(textCheck),
  meetings: list(meetingCheck),
});
const riskCategoryCheck = oneOf("technical", "stakeholder", "priority", "adoption", "commercial");
const levelCheck = oneOf("low", "medium", "high");
const riskStatusCheck = oneOf("open", "mitigated", "accepted", "occurred", "closed");
const riskCheck = object({
  id: idCheck,
  description: longTextCheck,
  category: riskCategoryCheck,
  impact: levelCheck,
  likelihood: levelCheck,
  mitigation: longTextCheck,
  contingency: longTextCheck,
  status: riskStatusCheck,
  owner: personRefCheck,
  outcomes: list(outcomeRefCheck),
  opened_on: dayCheck,
  reviewed_on: dayCheck,
}, ["description"]);
const reviewTypeCheck = oneOf("qbr", "ebr", "check_in", "kickoff");
const planChangesCheck = either(all(type("string"), pattern("^([Nn]one|NONE)$")), list(textCheck));
const reviewCheck = object({
  date: dayCheck,
  type: reviewTypeCheck,
  attendees: list(personRefCheck),
  summary: longTextCheck,
  decisions: list(textCheck),
  plan_changes: planChangesCheck,
  actions: list(actionCheck),
}, ["date"]);
const evidenceCheck = object({
  outcome: outcomeRefCheck,
  statement: longTextCheck,
  link: linkCheck,
});
const renewalCheck = object({
  owner: personRefCheck,
  strategy: longTextCheck,
  evidence: list(evidenceCheck),
  expansion: list(textCheck),
});
const durationCheck = type("string", "number");
const qbrAttendeesCheck = object({
  customer: list(textCheck),
  vendor: list(textCheck),
});
const topicCheck = object({
  topic: textCheck,
  duration: durationCheck,
  content: list(textCheck),
}, ["topic"]);
const qbrCheck = object({
  duration: durationCheck,
  date: dayCheck,
  plan: linkCheck,
  attendees: qbrAttendeesCheck,
  agenda: list(topicCheck),
}, ["agenda"]);

export const planSection = validator(planSectionCheck);
export const customer = validator(customerCheck);
export const agreement = validator(agreementCheck);
export const stakeholders = validator(stakeholdersCheck);
export const outcome = validator(outcomeCheck);
export const milestone = validator(milestoneCheck);
export const phase = validator(phaseCheck);
export const decision = validator(decisionCheck);
export const implementation = validator(implementationCheck);
export const resource = validator(resourceCheck);
export const communication = validator(communicationCheck);
export const risk = validator(riskCheck);
export const review = validator(reviewCheck);
export const renewal = validator(renewalCheck);
export const qbr = validator(qbrCheck);

import type { DecisionStepKind, Milestone, Plan } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import { sectionNamed } from '../../syntax/tree.ts';
import { isSaid } from '../text/placeholder.ts';

/** The approvals that hold up most purchases, with the words that steps are called by. */
export const APPROVALS = {
  legal:
    /\b(?:legal|law(?:yers?)?|counsel|msa|nda|dpa|data processing|redlin\w*)\b|\b(?:contract|agreement|terms|paper(?:s|work)?)\b.{0,30}\b(?:review\w*|read|negotiat\w*|agreed|clear\w*)\b|\b(?:review|read|negotiate|agree on)\b.{0,30}\b(?:contract|agreement|terms|paper(?:s|work)?)\b/i,
  procurement:
    /\b(?:procure\w*|purchas\w*|sourcing|buying|suppliers?|PO|P\.O\.|order form (?:signed|sent|agreed|issued)|vendor (?:onboarding|registration|set-?up|form))(?!\w)/i,
  security:
    /\b(?:(?:info|cyber|dev)?sec(?:urity|ops)|infosec|privacy|data protection|gdpr|compliance|soc ?-?2|iso ?-?27001|pen(?:etration)?[ -]?test\w*|vulnerability|dpia|risk (?:assessment|questionnaire))\b/i,
} as const satisfies Partial<Record<DecisionStepKind, RegExp>>;

/** One of these approvals. */
export type Approval = keyof typeof APPROVALS;

/** Words of a step that ends in the customer's yes. */
const SIGNING =
  /\b(?:sign(?:ed|s|ing|atures?|[- ]?offs?)?|decision|decides?|go[ /-]no[ -]?go|purchase order|closed?[ -]won|award(?:ed)?)\b/i;

/** Words that only steps of a purchase have. What is approved or reviewed may well belong to the work itself. */
const BUYING =
  /\b(?:legal|procurement|purchas\w*|contract|msa|nda|dpa|security (?:review|approval|assessment|questionnaire|clearance)|(?:budget|board|executive|final|cfo|cio) approv\w*)\b/i;

/** True for a milestone that belongs to the purchase: of kind approval, or called by what such steps are called. */
export function isBuyingStep(milestone: Milestone): boolean {
  if (milestone.kind?.value !== undefined) return milestone.kind.value === 'approval';
  return speaksOfBuying(milestone.name?.text ?? '');
}

/** True for what milestones and phases of a purchase are called by. */
export function speaksOfBuying(name: string): boolean {
  return SIGNING.test(name) || BUYING.test(name);
}

/** Milestones of a pre-sale plan that stand for steps of the decision. */
export function buyingMilestones(plan: Plan): readonly Milestone[] {
  return allMilestones(plan).filter(one => one.status?.value !== 'skipped' && isBuyingStep(one));
}

/** True where something else than a group of fields stands in a section's place, which is said elsewhere. */
export function isMisshapen(plan: Plan, name: 'decision' | 'implementation'): boolean {
  if (plan[name] === undefined || plan[name].mapping) return false;
  const section = sectionNamed(plan.syntax, name);
  return isSaid(plan[name].word?.text) || (section?.items?.length ?? 0) > 0;
}

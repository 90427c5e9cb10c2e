// Generated from plan/rules/catalogue/ by `npm run generate`. Do not edit.
import approvalProcessMissing from '../rules/catalogue/approval-process-missing.ts';
import blockerWithoutRisk from '../rules/catalogue/blocker-without-risk.ts';
import communicationMissing from '../rules/catalogue/communication-missing.ts';
import contractDateOrder from '../rules/catalogue/contract-date-order.ts';
import customerContrastMissing from '../rules/catalogue/customer-contrast-missing.ts';
import dependencyCycle from '../rules/catalogue/dependency-cycle.ts';
import dependencyOrder from '../rules/catalogue/dependency-order.ts';
import dependencyUnknown from '../rules/catalogue/dependency-unknown.ts';
import duplicateKey from '../rules/catalogue/duplicate-key.ts';
import executiveSponsorMissing from '../rules/catalogue/executive-sponsor-missing.ts';
import executiveSponsorSilent from '../rules/catalogue/executive-sponsor-silent.ts';
import idDuplicate from '../rules/catalogue/id-duplicate.ts';
import implementationPreviewMissing from '../rules/catalogue/implementation-preview-missing.ts';
import invalidDate from '../rules/catalogue/invalid-date.ts';
import invalidQuantity from '../rules/catalogue/invalid-quantity.ts';
import measurementOrder from '../rules/catalogue/measurement-order.ts';
import milestoneAfterOutcome from '../rules/catalogue/milestone-after-outcome.ts';
import milestoneCompletionContradiction from '../rules/catalogue/milestone-completion-contradiction.ts';
import milestoneDateMissing from '../rules/catalogue/milestone-date-missing.ts';
import milestoneNoFinalCheck from '../rules/catalogue/milestone-no-final-check.ts';
import milestoneOrder from '../rules/catalogue/milestone-order.ts';
import milestoneOverdue from '../rules/catalogue/milestone-overdue.ts';
import milestoneOwnerMissing from '../rules/catalogue/milestone-owner-missing.ts';
import outcomeAfterRenewal from '../rules/catalogue/outcome-after-renewal.ts';
import outcomeBaselineMissing from '../rules/catalogue/outcome-baseline-missing.ts';
import outcomeBaselineUndated from '../rules/catalogue/outcome-baseline-undated.ts';
import outcomeDescriptionDrift from '../rules/catalogue/outcome-description-drift.ts';
import outcomeIdMissing from '../rules/catalogue/outcome-id-missing.ts';
import outcomeMetricMismatch from '../rules/catalogue/outcome-metric-mismatch.ts';
import outcomeNotInCustomersHands from '../rules/catalogue/outcome-not-in-customers-hands.ts';
import outcomeNotMeasurable from '../rules/catalogue/outcome-not-measurable.ts';
import outcomeOffTrack from '../rules/catalogue/outcome-off-track.ts';
import outcomeOverdue from '../rules/catalogue/outcome-overdue.ts';
import outcomePriorityUnlinked from '../rules/catalogue/outcome-priority-unlinked.ts';
import outcomeStatusContradiction from '../rules/catalogue/outcome-status-contradiction.ts';
import outcomeTargetMissing from '../rules/catalogue/outcome-target-missing.ts';
import outcomeTargetNotAChange from '../rules/catalogue/outcome-target-not-a-change.ts';
import outcomeUnmeasured from '../rules/catalogue/outcome-unmeasured.ts';
import outcomeValueMissing from '../rules/catalogue/outcome-value-missing.ts';
import outcomeVendorCentric from '../rules/catalogue/outcome-vendor-centric.ts';
import outcomeWithoutMilestones from '../rules/catalogue/outcome-without-milestones.ts';
import outcomesTooFew from '../rules/catalogue/outcomes-too-few.ts';
import outcomesTooMany from '../rules/catalogue/outcomes-too-many.ts';
import personUnknown from '../rules/catalogue/person-unknown.ts';
import phaseOrder from '../rules/catalogue/phase-order.ts';
import planBeyondScope from '../rules/catalogue/plan-beyond-scope.ts';
import planChangeNotApplied from '../rules/catalogue/plan-change-not-applied.ts';
import planChangeUnlogged from '../rules/catalogue/plan-change-unlogged.ts';
import planDateOrder from '../rules/catalogue/plan-date-order.ts';
import planLastReviewedMismatch from '../rules/catalogue/plan-last-reviewed-mismatch.ts';
import planNotMutual from '../rules/catalogue/plan-not-mutual.ts';
import planOwnerMissing from '../rules/catalogue/plan-owner-missing.ts';
import planReviewGap from '../rules/catalogue/plan-review-gap.ts';
import planReviewNotScheduled from '../rules/catalogue/plan-review-not-scheduled.ts';
import planReviewOverdue from '../rules/catalogue/plan-review-overdue.ts';
import planStatusContradiction from '../rules/catalogue/plan-status-contradiction.ts';
import qbrAttendeeUnknown from '../rules/catalogue/qbr-attendee-unknown.ts';
import qbrDurationMismatch from '../rules/catalogue/qbr-duration-mismatch.ts';
import qbrNoNextStep from '../rules/catalogue/qbr-no-next-step.ts';
import qbrProgressFirst from '../rules/catalogue/qbr-progress-first.ts';
import referenceUnknown from '../rules/catalogue/reference-unknown.ts';
import renewalEvidenceMissing from '../rules/catalogue/renewal-evidence-missing.ts';
import renewalNotLinked from '../rules/catalogue/renewal-not-linked.ts';
import reviewAfterRenewal from '../rules/catalogue/review-after-renewal.ts';
import reviewHistoryMissing from '../rules/catalogue/review-history-missing.ts';
import reviewOneSided from '../rules/catalogue/review-one-sided.ts';
import reviewOrder from '../rules/catalogue/review-order.ts';
import reviewWithoutOutcome from '../rules/catalogue/review-without-outcome.ts';
import riskNotReviewed from '../rules/catalogue/risk-not-reviewed.ts';
import riskSevereWithoutContingency from '../rules/catalogue/risk-severe-without-contingency.ts';
import riskUnmitigated from '../rules/catalogue/risk-unmitigated.ts';
import risksMissing from '../rules/catalogue/risks-missing.ts';
import schema from '../rules/catalogue/schema.ts';
import stakeholderDepartedOwner from '../rules/catalogue/stakeholder-departed-owner.ts';
import stakeholderDisengagedOwner from '../rules/catalogue/stakeholder-disengaged-owner.ts';
import stakeholderDuplicate from '../rules/catalogue/stakeholder-duplicate.ts';
import stakeholderSingleThreaded from '../rules/catalogue/stakeholder-single-threaded.ts';
import unknownKey from '../rules/catalogue/unknown-key.ts';
import unusedIgnore from '../rules/catalogue/unused-ignore.ts';
import yamlSyntax from '../rules/catalogue/yaml-syntax.ts';
import type { PreparedRule } from '../rules/rule.ts';

/** Every rule, by id in alphabetical order. */
export const ALL_RULES: readonly PreparedRule[] = [
  approvalProcessMissing,
  blockerWithoutRisk,
  communicationMissing,
  contractDateOrder,
  customerContrastMissing,
  dependencyCycle,
  dependencyOrder,
  dependencyUnknown,
  duplicateKey,
  executiveSponsorMissing,
  executiveSponsorSilent,
  idDuplicate,
  implementationPreviewMissing,
  invalidDate,
  invalidQuantity,
  measurementOrder,
  milestoneAfterOutcome,
  milestoneCompletionContradiction,
  milestoneDateMissing,
  milestoneNoFinalCheck,
  milestoneOrder,
  milestoneOverdue,
  milestoneOwnerMissing,
  outcomeAfterRenewal,
  outcomeBaselineMissing,
  outcomeBaselineUndated,
  outcomeDescriptionDrift,
  outcomeIdMissing,
  outcomeMetricMismatch,
  outcomeNotInCustomersHands,
  outcomeNotMeasurable,
  outcomeOffTrack,
  outcomeOverdue,
  outcomePriorityUnlinked,
  outcomeStatusContradiction,
  outcomeTargetMissing,
  outcomeTargetNotAChange,
  outcomeUnmeasured,
  outcomeValueMissing,
  outcomeVendorCentric,
  outcomeWithoutMilestones,
  outcomesTooFew,
  outcomesTooMany,
  personUnknown,
  phaseOrder,
  planBeyondScope,
  planChangeNotApplied,
  planChangeUnlogged,
  planDateOrder,
  planLastReviewedMismatch,
  planNotMutual,
  planOwnerMissing,
  planReviewGap,
  planReviewNotScheduled,
  planReviewOverdue,
  planStatusContradiction,
  qbrAttendeeUnknown,
  qbrDurationMismatch,
  qbrNoNextStep,
  qbrProgressFirst,
  referenceUnknown,
  renewalEvidenceMissing,
  renewalNotLinked,
  reviewAfterRenewal,
  reviewHistoryMissing,
  reviewOneSided,
  reviewOrder,
  reviewWithoutOutcome,
  riskNotReviewed,
  riskSevereWithoutContingency,
  riskUnmitigated,
  risksMissing,
  schema,
  stakeholderDepartedOwner,
  stakeholderDisengagedOwner,
  stakeholderDuplicate,
  stakeholderSingleThreaded,
  unknownKey,
  unusedIgnore,
  yamlSyntax,
];

// Generated from plan/rules/catalogue/ by `npm run generate`. Do not edit.
import duplicateKey from '../rules/catalogue/duplicate-key.ts';
import idDuplicate from '../rules/catalogue/id-duplicate.ts';
import invalidDate from '../rules/catalogue/invalid-date.ts';
import invalidQuantity from '../rules/catalogue/invalid-quantity.ts';
import milestoneAfterOutcome from '../rules/catalogue/milestone-after-outcome.ts';
import milestoneCompletionContradiction from '../rules/catalogue/milestone-completion-contradiction.ts';
import milestoneDateMissing from '../rules/catalogue/milestone-date-missing.ts';
import milestoneOverdue from '../rules/catalogue/milestone-overdue.ts';
import milestoneOwnerMissing from '../rules/catalogue/milestone-owner-missing.ts';
import outcomeBaselineMissing from '../rules/catalogue/outcome-baseline-missing.ts';
import outcomeNotMeasurable from '../rules/catalogue/outcome-not-measurable.ts';
import outcomeOverdue from '../rules/catalogue/outcome-overdue.ts';
import outcomeTargetMissing from '../rules/catalogue/outcome-target-missing.ts';
import outcomesTooMany from '../rules/catalogue/outcomes-too-many.ts';
import personUnknown from '../rules/catalogue/person-unknown.ts';
import planChangeNotApplied from '../rules/catalogue/plan-change-not-applied.ts';
import risksMissing from '../rules/catalogue/risks-missing.ts';
import schema from '../rules/catalogue/schema.ts';
import stakeholderSingleThreaded from '../rules/catalogue/stakeholder-single-threaded.ts';
import unknownKey from '../rules/catalogue/unknown-key.ts';
import yamlSyntax from '../rules/catalogue/yaml-syntax.ts';
import type { PreparedRule } from '../rules/rule.ts';

/** Every rule, by id in alphabetical order. */
export const ALL_RULES: readonly PreparedRule[] = [
  duplicateKey,
  idDuplicate,
  invalidDate,
  invalidQuantity,
  milestoneAfterOutcome,
  milestoneCompletionContradiction,
  milestoneDateMissing,
  milestoneOverdue,
  milestoneOwnerMissing,
  outcomeBaselineMissing,
  outcomeNotMeasurable,
  outcomeOverdue,
  outcomeTargetMissing,
  outcomesTooMany,
  personUnknown,
  planChangeNotApplied,
  risksMissing,
  schema,
  stakeholderSingleThreaded,
  unknownKey,
  yamlSyntax,
];

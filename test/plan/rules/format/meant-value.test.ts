import { expect, it } from 'vitest';
import {
  MILESTONE_STATUS,
  OUTCOME_STATUS,
  PLAN_SCOPE,
  PLAN_STATUS,
  REVIEW_CADENCE,
  RISK_STATUS,
  VENDOR_PERSON_TYPE,
} from '../../../../plan/generated/model.ts';
import { meantValue } from '../../../../plan/rules/format/meant-value.ts';

it.each([
  ['done', MILESTONE_STATUS, 'complete'],
  ['Completed', MILESTONE_STATUS, 'complete'],
  ['done', OUTCOME_STATUS, 'achieved'],
  ['done', PLAN_STATUS, 'completed'],
  ['In Progress', MILESTONE_STATUS, 'in_progress'],
  ['in-progress', OUTCOME_STATUS, 'in_progress'],
  ['todo', MILESTONE_STATUS, 'pending'],
  ['planned', OUTCOME_STATUS, 'not_started'],
  ['cancelled', MILESTONE_STATUS, 'skipped'],
  ['on hold', OUTCOME_STATUS, 'deferred'],
  ['red', OUTCOME_STATUS, 'at_risk'],
  ['happened', RISK_STATUS, 'occurred'],
  ['CSM', VENDOR_PERSON_TYPE, 'primary_owner'],
  ['compelte', MILESTONE_STATUS, 'complete'],
  ['late', OUTCOME_STATUS, 'at_risk'],
  ['late', MILESTONE_STATUS, undefined],
  ['mitigating', RISK_STATUS, 'open'],
  ['mitigatd', RISK_STATUS, 'mitigated'],
  ['12_months', PLAN_SCOPE, 'rolling_12_month'],
  ['twelve months', PLAN_SCOPE, 'rolling_12_month'],
  ['rolling 12 months', PLAN_SCOPE, 'rolling_12_month'],
  ['6-month', PLAN_SCOPE, 'six_month'],
  ['18_months', PLAN_SCOPE, undefined],
  ['every 6 months', REVIEW_CADENCE, 'semi_annual'],
  ['bi-monthly', REVIEW_CADENCE, undefined],
  ['somewhat', MILESTONE_STATUS, undefined],
  ['', MILESTONE_STATUS, undefined],
])('takes %j of %j for %j', (written, known, meant) => {
  expect(meantValue(written, known)).toBe(meant);
});

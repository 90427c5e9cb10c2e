import { expect, it } from 'vitest';
import { soundPlan } from '../../../support/examples.ts';
import { findingsOf } from '../../../support/findings.ts';

/** A field under a key that means it is told once: as that key. Nothing is said to be missing besides. */
it.each([
  ['target_date: "2026-03-31"', 'due: "2026-03-31"', 'target_date'],
  ['target_date: "2026-03-31"', 'targt_date: "2026-03-31"', 'target_date'],
  ['owner: Ken Abe', 'responsible: Ken Abe', 'owner'],
  ['actual_date: "2025-12-12"', 'completed: "2025-12-12"', 'actual_date'],
  ['next_review:', 'next_reviw:', 'next_review'],
  ['owner: Priya Shah', 'csm: Priya Shah', 'owner'],
  ['    baseline:', '    base_line:', 'baseline'],
  ['current: 12 minutes', 'value: 12 minutes', 'current'],
  ['measured_on: "2025-11-03"', 'date: "2025-11-03"', 'measured_on'],
  ['    target:', '    goal:', 'target'],
  ['goal: 4 minutes', 'gaol: 4 minutes', 'goal'],
  ['target_date: "2026-06-30"', 'due_date: "2026-06-30"', 'target_date'],
  ['    measurements:', '    results:', 'measurements'],
  ['business_value: Frees', 'value: Frees', 'business_value'],
  ['    milestones:', '    milestone:', 'milestones'],
  ['type: executive_sponsor', 'kind: executive_sponsor', 'type'],
  ['mitigation:', 'mitigations:', 'mitigation'],
  ['current_situation:', 'current_state:', 'current_situation'],
  ['\nrisks:', '\nrisk_register:', 'risks'],
  ['\nreview_history:', '\nreviews:', 'review_history'],
  ['\nstakeholders:', '\npeople:', 'stakeholders'],
])('%s written as %s', (field, written, meant) => {
  const text = soundPlan().replace(field, written);
  const findings = findingsOf(text).filter(({ rule }) => rule !== 'plan-last-reviewed-mismatch');
  expect(findings.map(({ rule }) => rule)).toEqual(['unknown-key']);
  expect(findings[0]?.message).toContain(`Did you mean “${meant}”?`);
});

it('still asks for what nothing stands for', () => {
  const rules = (written: string) =>
    findingsOf(soundPlan().replace('target_date: "2026-03-31"', written)).map(({ rule }) => rule);
  expect(rules('x-due: "2026-03-31"')).toEqual(['milestone-date-missing']);
  expect(rules('colour: blue')).toEqual(['milestone-date-missing', 'unknown-key']);
});

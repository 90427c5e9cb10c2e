import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../plan/check.ts';
import { ALL_RULES } from '../../../plan/generated/rules.ts';
import { CHECKLIST } from '../../../plan/quality/checklist.ts';
import { type PlanQuality, planQuality } from '../../../plan/quality/quality.ts';
import { EXAMPLE_DAY } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';

function qualityOf(text: string, today = EXAMPLE_DAY): PlanQuality {
  const [document] = readPlanFile(text).documents;
  if (document?.model.kind !== 'plan') throw new Error('not a plan');
  return planQuality(document.model, findingsOf(text, today));
}

/** `8 of 10`, then what failed and why, and what was not asked. */
function told({ items, passed, asked }: PlanQuality): string[] {
  const why = items.flatMap(item => {
    if (item.verdict === 'passed') return [];
    if (item.verdict === 'not_asked') return [`${item.id}: not asked`];
    return [`${item.id}: ${item.lacks ?? [...new Set(item.findings.map(one => one.rule))].join(', ')}`];
  });
  return [`${passed} of ${asked}`, ...why];
}

describe('the ten items', () => {
  it('are ten, and their rules exist', () => {
    const known = ALL_RULES.map(rule => rule.id);
    expect(CHECKLIST).toHaveLength(10);
    expect(CHECKLIST.flatMap(item => Object.keys(item.rules)).filter(id => !known.includes(id))).toEqual([]);
  });

  it('are all passed by the sound plan', () => {
    expect(told(qualityOf(overlaid('')))).toEqual(['10 of 10']);
  });

  it.each([
    ['no risks', ['risks'], '', ['9 of 10', 'risks: risks-missing']],
    [
      'a risk and a milestone without owners count each in its place',
      [],
      'risks:\n  - id: R1\n    owner: TBD\n',
      ['9 of 10', 'risks: milestone-owner-missing'],
    ],
    [
      'what no rule speaks of',
      ['agreement', 'customer.contract'],
      'agreement:\n  co_created: no\n',
      [
        '7 of 10',
        'co_created: The plan says that it was not made together.',
        'renewal: The renewal has no date.',
        'shared: Nothing says when or where the customer can read it.',
      ],
    ],
    [
      'nobody from the customer, with whom nothing can have been made',
      ['agreement', 'stakeholders.customer', 'plan.co_owner'],
      '',
      [
        '7 of 10',
        'co_created: Nobody from the customer is listed.',
        'contacts: stakeholder-single-threaded',
        'shared: Nothing says when or where the customer can read it.',
      ],
    ],
    [
      'one contact, who is not the sponsor, and two weak outcomes',
      ['outcomes.O1.baseline', 'outcomes.O1.measurements', 'outcomes.O2.target'],
      `stakeholders:
  customer:
    - name: Dana Ruiz
      role: VP Operations
      type: day_to_day_contact
    - name: Ken Abe
      role: Depot Manager
      until: 2026-01-31
`,
      [
        '7 of 10',
        'outcomes: outcome-baseline-missing, outcome-target-missing',
        'contacts: stakeholder-single-threaded',
        'sponsor: executive-sponsor-missing',
      ],
    ],
  ])('%s', (_, without, fragment, expected) => {
    expect(told(qualityOf(overlaid(fragment, without)))).toEqual(expected);
  });

  it('asks a goal card for less', () => {
    const card = qualityOf(overlaid('plan:\n  format: goal_card\n', ['risks']));
    expect(card.passed).toBe(card.asked);
    expect(card.items.filter(item => item.verdict === 'not_asked').map(item => item.id)).toEqual([
      'milestones',
      'sponsor',
      'risks',
      'reviews',
      'history',
    ]);
  });

  it('judges the template', () => {
    const template = readFileSync(new URL('../../fixtures/template.success-plan.yaml', import.meta.url), 'utf8');
    expect(told(qualityOf(template, '2026-02-10'))).toEqual([
      '6 of 10',
      'outcomes: outcomes-too-few',
      'renewal: renewal-not-linked',
      'history: plan-change-not-applied',
      'shared: Nothing says when or where the customer can read it.',
    ]);
  });

  it('counts a document of several alone', () => {
    const two = `${overlaid('', ['risks'])}---\n${overlaid('')}`;
    const findings = findingsOf(two, EXAMPLE_DAY);
    const told = readPlanFile(two).documents.map(({ model }) =>
      model.kind === 'plan' ? planQuality(model, findings).passed : undefined,
    );
    expect(told).toEqual([9, 10]);
  });
});

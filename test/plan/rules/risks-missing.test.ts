import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../plan/check.ts';
import { soundPlan, wholePlan } from '../../support/examples.ts';
import { findingsBy } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'risks-missing';

const REST =
  'as if nothing could keep you from reaching O1 by 30 Jun 2026. Write down what could, how likely it is, and who sees to it.';
const none = soundPlan(['risks']);
const withPlan = (fields: string) => none.replace('  status: active\n', fields);

describe(rule, () => {
  it.each([
    ['no section', none, `plan:\n^^^^ ${rule} (warning): This plan lists no risks, ${REST}`],
    ['an empty section', wholePlan('risks:\n'), `risks:\n^^^^^ ${rule} (warning): No risk is listed here, ${REST}`],
    ['an empty list', wholePlan('risks: []\n'), `risks: []\n^^^^^ ${rule} (warning): No risk is listed here, ${REST}`],
    [
      'the word none',
      wholePlan('risks: none\n'),
      `risks: none\n^^^^^ ${rule} (warning): No risk is listed here, ${REST}`,
    ],
    [
      'other words for none',
      wholePlan('risks: None identified so far.\n'),
      `risks: None identified so far.\n^^^^^ ${rule} (warning): No risk is listed here, ${REST}`,
    ],
    [
      'one risk, even a closed one',
      wholePlan('risks:\n  - { id: R1, description: The data team is busy, status: closed }\n'),
      '',
    ],
    ['a group where a list should be', wholePlan('risks:\n  id: R1\n  description: The data team is busy\n'), ''],
    ['a goal card', withPlan('  status: active\n  format: goal_card\n'), ''],
    ['a plan that is completed', withPlan('  status: completed\n'), ''],
    [
      'a file that cannot be read whole',
      none.replace('title', 'title').replace('owner: Priya Shah', 'owner: "Priya Shah'),
      '',
    ],
    ['a plan that has nothing yet', 'plan:\n  status: draft\ncustomer:\n  company: Northwind Traders\n', ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('asks for all goals where none is open', () => {
    expect(
      markedBy(rule, none.replaceAll('status: in_progress\n    renewal', 'status: achieved\n    renewal')),
    ).toContain('reaching O2 by 31 Aug 2026');
    expect(markedBy(rule, 'plan:\n  status: active\nmilestones:\n  - name: Kick-off\n')).toContain(
      'keep you from reaching the goals of this plan.',
    );
  });

  it('names no review whose day has passed', () => {
    const text = none.replace('next_review: "2026-04-21"', 'next_review: "2026-02-03"');
    const fixed = applyEdits(text, findingsBy(rule, text)[0]?.fixes()[0]?.edits ?? []);
    expect(newLines(text, fixed)).toContain('mitigation: Agree on an answer at the next review\n');
  });

  it('speaks of a goal that still lies ahead, and of no day that has passed', () => {
    const late = none.replaceAll('2026-06-30', '2026-01-31');
    expect(markedBy(rule, late)).toContain('reaching O2 by 31 Aug 2026');
    const allLate = none.replaceAll(/target_date: "2026-0[1-9]-/g, 'target_date: "2025-12-');
    expect(markedBy(rule, allLate)).toContain('keep you from reaching O1. Write');
  });

  const item = (indent: string) =>
    [
      '- id: R1',
      '  description: What could keep us from reaching O1 by 30 Jun 2026?',
      '  mitigation: Agree on an answer at the review on 21 Apr 2026',
      '  status: open',
      '  owner: Priya Shah',
    ]
      .map(line => `${indent}${line}`)
      .join('\n');

  it.each([
    ['a missing section, between outcomes and reviews', none, `risks:\n${item('  ')}\n`],
    ['an empty section', wholePlan('risks:   # none so far\n'), item('  ')],
    ['an empty list', wholePlan('risks: []   # none so far\n'), `risks:   # none so far\n${item('  ')}`],
    ['the word none', wholePlan('risks: none\n'), `risks:\n${item('  ')}`],
    ['other words for none', wholePlan('risks: none identified\n'), `risks:\n${item('  ')}`],
  ])('repairs %s with a question and no made-up risk', (_, text, expected) => {
    const result = repaired(rule, text);
    expect(newLines(text, result)).toBe(expected);
    expect(result.indexOf('risks:')).toBeGreaterThan(result.indexOf('outcomes:'));
    expect(result.indexOf('risks:')).toBeLessThan(result.indexOf('review_history:'));
  });

  it('writes in the quotes of the plan', () => {
    const text = none.replace(
      'description: Cut the time to enter an order from 12 minutes to 4 minutes',
      'description: "Cut the time to enter an order from 12 minutes to 4 minutes"',
    );
    expect(repaired(rule, text)).toContain('    owner: "Priya Shah"\n');
  });

  it('offers nothing where nobody could bring the answer', () => {
    expect(titles(rule, none)).toEqual([
      'Add a first risk as a question for Priya Shah: what could keep us from reaching O1 by 30 Jun 2026?',
    ]);
    const nobody =
      'plan:\n  status: active\noutcomes:\n  - id: O1\n    description: Cut order entry from 12 to 4 minutes\n';
    expect(markedBy(rule, nobody)).not.toBe('');
    expect(titles(rule, nobody)).toEqual([]);
  });
});

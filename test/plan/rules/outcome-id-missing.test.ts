import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../plan/check.ts';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'outcome-id-missing';

const sound = soundPlan();
const without = (id: string, text = sound) => text.replace(`  - id: ${id}\n    `, '  - ');
const risk = (fields: string) =>
  sound.replace(
    'review_history:',
    `  - ${fields}\n    description: Two depots get new managers\n    mitigation: Both are invited to the training\n    owner: Ken Abe\n    reviewed_on: 2026-01-20\nreview_history:`,
  );
const said = (noun: string, text: string, id: string) =>
  `${rule} (warning): The ${noun} “${text}” has no id, so no review and no other part of the plan can name it. Give it one that stays, such as ${id}.`;

describe(rule, () => {
  it.each([
    ['every one has an id', sound, ''],
    [
      'an outcome between others',
      without('O2'),
      `  - description: Bring wrong deliveries down from 10% to 3%\n    ^^^^^^^^^^^ ${said('outcome', 'Bring wrong deliveries down from 10% to 3%', 'O2')}`,
    ],
    [
      'a risk',
      without('R1'),
      `  - description: The data team is busy with a migration until March\n    ^^^^^^^^^^^ ${said('risk', 'The data team is busy with a migration until March', 'R1')}`,
    ],
    ['an empty id', risk('id:'), `  - id:\n    ^^ ${said('risk', 'Two depots get new managers', 'R2')}`],
    ['a placeholder', risk('id: TBD'), `  - id: TBD\n        ^^^ ${said('risk', 'Two depots get new managers', 'R2')}`],
    ['an id that only looks like a placeholder', risk('id: X'), ''],
    ['a number', risk('id: 7'), ''],
    ['a group where the id should be', risk('id: { number: 7 }'), ''],
    ['an empty entry', sound.replace('review_history:', '  -\nreview_history:'), ''],
    ['an entry that says nothing yet', sound.replace('review_history:', '  - status: open\nreview_history:'), ''],
    ['a completed plan', without('O2').replace('status: active', 'status: completed'), ''],
    ['an archived plan', without('O2').replace('status: active', 'status: archived'), ''],
    ['a plan that cannot be read whole', without('O2').replace('segment: enterprise', 'segment: "enterprise'), ''],
    [
      'an id from a merged group',
      sound.replace('outcomes:\n  - id: O1\n', 'x-first: &first { id: O1 }\noutcomes:\n  - <<: *first\n'),
      '',
    ],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it.each([
    ['a goal card', 'status: active\n  format: goal_card'],
    ['a draft', 'status: draft'],
  ])('is an info in %s', (_, status) => {
    expect(markedBy(rule, without('O2').replace('status: active', status))).toContain(`${rule} (info)`);
  });

  it.each([
    ['the first, by which the renewal names it', without('O1'), ['Give it the id O1']],
    ['the second', without('O2'), ['Give it the id O2', 'Give it the id O4, the next after all others']],
    ['the last', without('O3'), ['Give it the id O3']],
    [
      'letters and figures as the others have them',
      without('O3').replaceAll('O1', 'OUT-01').replaceAll('O2', 'OUT-02'),
      ['Give it the id OUT-03'],
    ],
    ['no other has one', without('R1'), ['Give it the id R1']],
    ['the fitting one is taken', without('O2').replaceAll('O3', 'O2'), ['Give it the id O3']],
    ['words for ids', without('O3').replaceAll('O1', 'entry').replaceAll('O2', 'returns'), ['Give it the id O3']],
  ])('offers ids: %s', (_, text, expected) => {
    expect(titles(rule, text)).toEqual(expected);
  });

  it.each([
    ['block style', without('O2'), '  - id: O2\n    description: Bring wrong deliveries down from 10% to 3%'],
    [
      'in the quotes of the others',
      without('O2').replace('id: O1', 'id: "O1"'),
      '  - id: "O2"\n    description: Bring wrong deliveries down from 10% to 3%',
    ],
    ['an empty id', risk('id:   # to come'), '  - id: R2   # to come'],
    ['a placeholder', risk('id: TBD'), '  - id: R2'],
    ['below the dash and a comment', sound.replace('  - id: O2\n', '  -   # asked for by Dana\n'), '    id: O2'],
    [
      'flow style',
      sound.replace(
        'review_history:',
        '  - { description: Two depots get new managers, mitigation: Training in March, owner: Ken Abe, reviewed_on: 2026-01-20 }\nreview_history:',
      ),
      '  - { id: R2, description: Two depots get new managers, mitigation: Training in March, owner: Ken Abe, reviewed_on: 2026-01-20 }',
    ],
  ])('writes the id as the first key: %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('is the one finding where the log names the outcome by the id that it lacks, and offers no other', () => {
    const text = without('O2', sound.replace('Depots in the north are trained first', 'Measure O2 in the north first'));
    expect(findingsOf(text).map(finding => finding.rule)).toEqual([rule]);
    expect(titles(rule, text)).toEqual(['Give it the id O2']);
    expect(newLines(text, repaired(rule, text))).toContain('  - id: O2\n');
    const threatened = without('O2', sound.replace('    reviewed_on:', '    outcomes: [O2]\n    reviewed_on:'));
    expect(titles(rule, threatened)).toEqual(['Give it the id O2']);
  });

  it('gives each of several its own', () => {
    const text = without('O1', without('O2', without('O3')));
    const edits = findingsOf(text)
      .filter(finding => finding.rule === rule)
      .flatMap(finding => finding.fixes()[0]?.edits ?? []);
    expect(applyEdits(text, edits)).toBe(sound);
  });
});

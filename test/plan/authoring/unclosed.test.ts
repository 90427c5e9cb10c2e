import { describe, expect, it } from 'vitest';
import { refactorings } from '../../../plan/authoring/refactor/refactorings.ts';
import { applyEdits, readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import type { Edit } from '../../../plan/syntax/edit.ts';
import { EXAMPLE_DAY, wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';

const PLAN = wholePlan('');

/** The lines of a text that an edit leaves nothing of. Changing a value changes its line, so one per edit is its right. */
function linesLost(text: string, edits: readonly Edit[]): number {
  const left = applyEdits(text, edits).split('\n');
  return text.split('\n').filter(line => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}

/** The plan with a quote or brace before the value of every so-manieth key; `pasted` says the key once more below, unclosed. */
function opened(open: string, pasted: boolean): readonly string[] {
  return [...PLAN.matchAll(/^( *)(\w+: )(?=\S)(.*)$/gm)]
    .filter((_, index) => index % 4 === 0)
    .map(({ index, 0: line, 1: indent = '', 2: key = '' }) => {
      const end = index + line.length;
      const at = index + indent.length + key.length;
      return pasted
        ? `${PLAN.slice(0, end)}\n${indent}${key}${open}${PLAN.slice(at)}`
        : PLAN.slice(0, at) + open + PLAN.slice(at);
    });
}

/** A quote that is not closed yet takes in what follows: a person is typing. No edit may take those lines for the value. */
describe.each(['"', "'", '{', '['])('behind an unclosed %s', { timeout: 30_000 }, open => {
  it.each([false, true])('no repair and no refactoring removes a line (pasted: %s)', pasted => {
    let tried = 0;
    for (const text of opened(open, pasted)) {
      const file = readPlanFile(text);
      const repairs = findingsOf(text).flatMap(finding => finding.fixes());
      const offers = refactorings(file, 0, day(EXAMPLE_DAY), true);
      for (const edits of [...repairs.map(fix => fix.edits), ...offers.map(one => one.edits() ?? [])]) {
        tried++;
        expect(linesLost(text, edits), JSON.stringify(edits)).toBeLessThanOrEqual(edits.length);
      }
    }
    expect(tried).toBeGreaterThan(50);
  });
});

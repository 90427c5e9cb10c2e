import { expect } from 'vitest';
import { applyEdits } from '../../plan/check.ts';
import { EXAMPLE_DAY } from './examples.ts';
import { findingsOf, marked } from './findings.ts';

/** What one rule says about a text, as `marked` shows it. */
export function markedBy(rule: string, text: string, today = EXAMPLE_DAY): string {
  return marked(
    text,
    findingsOf(text, today).filter(finding => finding.rule === rule),
  );
}

/** The titles of all repairs that a rule offers for a text. */
export function titles(rule: string, text: string, today = EXAMPLE_DAY): readonly string[] {
  return repairsOf(rule, text, today).map(fix => fix.title);
}

/**
 * The text after the repair of that title (else the first). Fails if its finding is still there or another one came,
 * and if the same text with CRLF is not repaired to the same with CRLF.
 */
export function repaired(rule: string, text: string, title?: string, today = EXAMPLE_DAY): string {
  const once = repair(rule, text, title, today);
  const crlf = (value: string) => value.replaceAll('\n', '\r\n');
  expect(repair(rule, crlf(text), title, today)).toBe(crlf(once));
  return once;
}

function repair(rule: string, text: string, title: string | undefined, today: string): string {
  const fix = repairsOf(rule, text, today).find(one => title === undefined || one.title === title);
  if (!fix) throw new Error(`no repair “${title}” but ${titles(rule, text, today).join(' | ')}`);
  const result = applyEdits(text, fix.edits);
  const before = findingsOf(text, today).map(finding => finding.rule);
  const after = findingsOf(result, today);
  const left = [...before];
  left.splice(left.indexOf(rule), 1);
  const added = after.filter(finding => {
    const at = left.indexOf(finding.rule);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  expect(marked(result, added)).toBe('');
  return result;
}

function repairsOf(rule: string, text: string, today: string) {
  return findingsOf(text, today)
    .filter(finding => finding.rule === rule)
    .flatMap(finding => finding.fixes());
}

/** The lines of `after` that `before` does not have, in order: what a repair wrote. */
export function newLines(before: string, after: string): string {
  const known = before.split('\n');
  return after
    .split('\n')
    .filter(line => {
      const at = known.indexOf(line);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    })
    .join('\n');
}

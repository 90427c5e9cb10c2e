import { expect } from 'vitest';
import { applyEdits } from '../../plan/check.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Fix } from '../../plan/rules/rule.ts';
import { EXAMPLE_DAY } from './examples.ts';
import { findingsBy, findingsOf, marked } from './findings.ts';

/** What one rule says about a text, as `marked` shows it. */
export function markedBy(rule: string, text: string, today = EXAMPLE_DAY): string {
  return marked(text, findingsBy(rule, text, today));
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
  return applied(text, fix, rule, today);
}

/** The text after a fix of a rule's finding. Fails if no finding of the rule is gone, if one of any rule came, or if line ends of two kinds are left. */
export function applied(
  text: string,
  fix: Fix,
  rule: string,
  today = EXAMPLE_DAY,
  before = findingsOf(text, today),
): string {
  const result = applyEdits(text, fix.edits);
  const after = findingsOf(result, today);
  const count = (among: readonly Finding[], id: string) => among.filter(one => one.rule === id).length;
  const added = after.filter(one => count(after, one.rule) > count(before, one.rule));
  // What can be read again is judged again.
  if (rule !== 'yaml-syntax') expect(marked(result, added), `${fix.title} adds:`).toBe('');
  expect(count(after, rule), `${fix.title} leaves its finding`).toBeLessThan(count(before, rule));
  if (text.includes('\r\n')) expect(/[^\r]\n/.test(result), `${fix.title} mixes line ends`).toBe(false);
  return result;
}

function repairsOf(rule: string, text: string, today: string) {
  return findingsBy(rule, text, today).flatMap(finding => finding.fixes());
}

/** The lines of `after` that `before` does not have, in order: what a repair wrote. */
export function newLines(before: string, after: string): string {
  return addedLines(before, after).join('\n');
}

/** The same, each by itself. */
export function addedLines(before: string, after: string): string[] {
  const known = before.split('\n');
  return after.split('\n').filter(line => {
    const at = known.indexOf(line);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

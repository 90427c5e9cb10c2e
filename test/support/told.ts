import { expect } from 'vitest';
import { applyEdits, type Finding } from '../../plan/check.ts';
import { EXAMPLE_DAY } from './examples.ts';
import { findingsOf, marked } from './findings.ts';

/**
 * Every finding of a text in one line each: how loud, which rule, the marked text, and behind » the titles of its fixes. Each fix is tried on
 * the way, with LF and with CRLF: its finding must go, no other come, no comment be lost.
 */
export function told(text: string, today = EXAMPLE_DAY): string[] {
  const findings = findingsOf(text, today);
  for (const version of [text, text.replaceAll('\n', '\r\n')]) {
    const before = version === text ? findings : findingsOf(version, today);
    for (const finding of before) {
      for (const fix of finding.fixes()) {
        const fixed = applyEdits(version, fix.edits);
        const after = findingsOf(fixed, today);
        const count = (among: readonly Finding[], rule: string) => among.filter(one => one.rule === rule).length;
        const added = after.filter(one => count(after, one.rule) > count(before, one.rule));
        expect(marked(fixed, added), `${fix.title} adds:`).toBe('');
        expect(count(after, finding.rule), `${fix.title} leaves its finding`).toBeLessThan(count(before, finding.rule));
        if (version !== text) expect(/[^\r]\n/.test(fixed), `${fix.title} mixes line ends`).toBe(false);
      }
    }
  }
  return findings.map(finding => {
    const titles = finding.fixes().map(fix => ` » ${fix.title}${fix.safe ? ' (safe)' : ''}`);
    return `${finding.severity} ${finding.rule} at ${text.slice(finding.start, finding.end)}${titles.join('')}`;
  });
}

/** The text after the fix of that title. */
export function fixedBy(title: string, text: string, today = EXAMPLE_DAY): string {
  const fix = findingsOf(text, today)
    .flatMap(finding => finding.fixes())
    .find(one => one.title === title);
  if (!fix) throw new Error(`no fix is called ${title}`);
  return applyEdits(text, fix.edits);
}

/** The lines that the second text has and the first has not. */
export function newLines(before: string, after: string): string[] {
  const old = before.split('\n');
  return after.split('\n').filter(line => !old.includes(line));
}

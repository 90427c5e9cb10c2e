import { applyEdits } from '../../plan/check.ts';
import { EXAMPLE_DAY } from './examples.ts';
import { findingsOf } from './findings.ts';
import { applied } from './repairs.ts';

export { addedLines as newLines } from './repairs.ts';

/**
 * Every finding of a text in one line each: how loud, which rule, the marked text, and behind » the titles of its fixes. Each fix is tried on
 * the way, with LF and with CRLF: its finding must go, no other come.
 */
export function told(text: string, today = EXAMPLE_DAY): string[] {
  const findings = findingsOf(text, today);
  for (const version of [text, text.replaceAll('\n', '\r\n')]) {
    const before = version === text ? findings : findingsOf(version, today);
    for (const finding of before) {
      for (const fix of finding.fixes()) applied(version, fix, finding.rule, today, before);
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

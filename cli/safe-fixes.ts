import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { applyEdits } from '../plan/check.ts';
import type { Fix } from '../plan/rules/rule.ts';
import type { Edit } from '../plan/syntax/edit.ts';
import type { Reported } from './report.ts';

/** A text after its repairs, how many findings were repaired, and those that are left. */
export interface Repaired {
  readonly text: string;
  readonly fixed: number;
  readonly findings: readonly Reported[];
}

/** A repair may uncover what another one needs; a plan that still changes after so many rounds is left as it then is. */
const MAX_ROUNDS = 10;

/** Makes every repair that needs no judgement, then checks again, until none is left. */
export function repair(text: string, check: (text: string) => readonly Reported[]): Repaired {
  let repaired: Repaired = { text, fixed: 0, findings: check(text) };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fixes = apartFromEachOther(repaired.findings.flatMap(finding => finding.fixes.find(fix => fix.safe) ?? []));
    const next = applyEdits(
      repaired.text,
      fixes.flatMap(fix => fix.edits),
    );
    if (next === repaired.text) break;
    repaired = { text: next, fixed: repaired.fixed + fixes.length, findings: check(next) };
  }
  return repaired;
}

/** The change as a unified diff that `git apply` and `patch -p1` take. */
export function unifiedDiff(name: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** A fix is made whole or not at all: one that touches the place of an earlier one waits for the next round. */
function apartFromEachOther(fixes: readonly Fix[]): Fix[] {
  const taken: Edit[] = [];
  return fixes.filter(fix => {
    if (fix.edits.some(edit => taken.some(other => edit.start <= other.end && other.start <= edit.end))) return false;
    taken.push(...fix.edits);
    return true;
  });
}

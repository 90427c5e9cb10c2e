import { applyEdits } from './check.ts';
import type { Fix } from './rules/rule.ts';
import type { Edit } from './syntax/edit.ts';

/** A text after its repairs, how many findings were repaired, and those that are left. */
export interface Repaired<F> {
  readonly text: string;
  readonly fixed: number;
  readonly findings: readonly F[];
}

/** A repair may uncover what another one needs; a plan that still changes after so many rounds is left as it then is. */
const MAX_ROUNDS = 10;

/** Makes every repair that needs no judgement, then checks again, until none is left: the same in editor and command line. */
export function repair<F extends { readonly fixes: readonly Fix[] }>(
  text: string,
  check: (text: string) => readonly F[],
): Repaired<F> {
  let repaired: Repaired<F> = { text, fixed: 0, findings: check(text) };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fixes = apartFromEachOther(repaired.findings.flatMap(finding => finding.fixes.find(fix => fix.safe) ?? []));
    const edits = fixes.flatMap(fix => fix.edits);
    const next = applyEdits(repaired.text, edits);
    if (next === repaired.text) break;
    repaired = { text: next, fixed: repaired.fixed + fixes.length, findings: check(next) };
  }
  return repaired;
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

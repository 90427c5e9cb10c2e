import { Checker, type CheckResult, type PlanFile, readInSteps, readPlanFile } from '../../plan/check.ts';
import type { Day } from '../../plan/day.ts';
import { Memory } from '../../plan/rules/memory.ts';
import { finish } from '../../plan/steps.ts';
import { EditedText, type Replacement } from '../../plan/syntax/edited-text.ts';
import { parseSound } from '../../plan/syntax/fast/parse-sound.ts';
import { type Part, partsOf, type Source } from '../../plan/syntax/tree.ts';
import { STANDARD_FORMAT } from '../../plan/team-format.ts';

/** A plan that is opened as the server does, and edited: what is kept from version to version, beside the same text read anew. */
export class EditedPlan {
  private readonly checker = new Checker();
  private readonly memory = new Memory();
  private readonly today: Day;
  private edits = 0;
  file: PlanFile;

  constructor(text: string, today: Day) {
    this.today = today;
    this.file = finish(readInSteps(text, STANDARD_FORMAT, undefined, parseSound));
    this.check(this.file);
  }

  /** Reads and checks the next version with the help of the last. */
  edit(text: string): Version {
    // What an editor tells of an edit is known of every other one.
    const known = this.edits++ % 2 === 0 ? new EditedText(this.file.text, editBetween(this.file.text, text)) : text;
    this.file = finish(readInSteps(known, STANDARD_FORMAT, this.file));
    return { file: this.file, result: this.check(this.file) };
  }

  /** The same text as if it was opened now. */
  anew(text: string): Version {
    const file = readPlanFile(text);
    return { file, result: this.checker.check(file, this.today) };
  }

  private check(file: PlanFile): CheckResult {
    return this.checker.check(file, this.today, { memory: this.memory });
  }
}

/** The smallest edit that makes one text of another. */
function editBetween(before: string, now: string): Replacement {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  return { start, end: before.length - same, text: now.slice(start, now.length - same) };
}

/** A text, read and checked. */
export interface Version {
  readonly file: PlanFile;
  readonly result: CheckResult;
}

/** All of a version that anybody can see, as plain data; fixes, which are dear, on demand. */
export function seen({ file, result }: Version, withFixes: boolean): unknown {
  return {
    source: plainSource(file.source),
    models: file.documents.map(({ model, visits }) => ({
      kind: model.kind,
      visits: partsOf(model.syntax).map(part => visits.get(part)?.map(({ kind }) => kind)),
    })),
    failures: result.failures.map(({ rule, error }) => `${rule}: ${String(error)}`),
    findings: result.findings.map(finding => ({ ...finding, fixes: withFixes ? finding.fixes() : [] })),
  };
}

function plainSource({ documents }: Source): unknown {
  return documents.map(({ sections, starts, ...rest }) => {
    const placed = (part: Part) => ({ at: starts.get(part), part });
    return {
      ...rest,
      count: starts.size,
      sections: sections.map(({ part, items }) => ({ section: placed(part), items: items?.map(placed) })),
    };
  });
}

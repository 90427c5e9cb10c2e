import { Checker, type CheckResult, type PlanFile, readPlanFile } from '../../plan/check.ts';
import type { Day } from '../../plan/day.ts';
import { Memory } from '../../plan/rules/memory.ts';
import type { Part, Source } from '../../plan/syntax/tree.ts';

/** A plan that is edited: what is kept from version to version, beside the same text read anew. */
export class EditedPlan {
  private readonly checker = new Checker();
  private readonly memory = new Memory();
  private readonly today: Day;
  file: PlanFile;

  constructor(text: string, today: Day) {
    this.today = today;
    this.file = readPlanFile(text);
    this.check(this.file);
  }

  /** Reads and checks the next version with the help of the last. */
  edit(text: string): Version {
    this.file = readPlanFile(text, undefined, this.file);
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
      visits: [...visits.values()].map(list => list.map(({ kind }) => kind)),
    })),
    failures: result.failures.map(({ rule, error }) => `${rule}: ${String(error)}`),
    findings: result.findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: withFixes ? fixes() : [] })),
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

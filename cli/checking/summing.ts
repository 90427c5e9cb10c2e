import { summarise } from '../../plan/portfolio/summarise.ts';
import { Positions } from '../positions.ts';
import { rawFindings } from './findings.ts';
import type { Readable, Verdict } from './readable.ts';
import type { Judging } from './task.ts';
import { whereIs } from './where.ts';

/** The plans of a file, summed up. Findings are those of `check`, and only counted. */
export function sumUp(file: Readable, judging: Judging): Verdict {
  const failures = new Set<string>();
  const { task, plan } = file;
  const findings = rawFindings(file, plan, judging, line => failures.add(line));
  let positions: Positions | undefined;
  const summaries = summarise(plan, findings, judging.today, {
    ...whereIs(task.name, task.file),
    lineAt: offset => {
      positions ??= new Positions(plan.text);
      return positions.range({ start: offset, end: offset }).start.line + 1;
    },
  });
  return { packed: undefined, failures: [...failures], summaries };
}

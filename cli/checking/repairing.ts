import { repair } from '../../plan/repair.ts';
import { fileFailure } from '../../server/text-file.ts';
import { Positions } from '../positions.ts';
import { unifiedDiff } from '../unified-diff.ts';
import { writeOver } from '../write-over.ts';
import { findingsOf, reported } from './findings.ts';
import { pack } from './packed.ts';
import { type Readable, Reader, readFile, type Verdict } from './readable.ts';
import type { Judging, Lane } from './task.ts';

/** Takes what a repair would change: a unified diff, '' for nothing, and how many repairs are in it. */
export type Show = (diff: string, fixes: number) => Promise<void> | undefined;

/** Repairs files and checks what they have become. With `show` nothing is written, and they are checked as they are. */
export function repairHere(judging: Judging, show: Show | undefined): Lane {
  const reader = new Reader(judging, file => repairOne(file, judging, show));
  return { check: tasks => reader.read(tasks), close: () => undefined };
}

async function repairOne(file: Readable, judging: Judging, show: Show | undefined): Promise<Verdict> {
  const { task, plan } = file;
  const failures = new Set<string>();
  const check = (changed: string) =>
    findingsOf(file, changed === plan.text ? plan : readFile(changed, task.settings.team), judging, line =>
      failures.add(line),
    );
  const repaired = repair(plan.text, check);
  const isChanged = repaired.text !== plan.text;
  if (show) await show(isChanged ? unifiedDiff(task.name, plan.text, repaired.text) : '', repaired.fixed);
  else if (!isChanged || write(file, repaired.text, failures)) {
    const left = reported(repaired.findings, new Positions(repaired.text));
    return { packed: pack(left), failures: [...failures], fixed: repaired.fixed };
  }
  const asItIs = reported(check(plan.text), new Positions(plan.text));
  return { packed: pack(asItIs), failures: [...failures] };
}

function write({ task, bom }: Readable, text: string, failures: Set<string>): boolean {
  if (task.file === undefined) return false;
  try {
    writeOver(task.file, bom ? `\uFEFF${text}` : text);
    return true;
  } catch (error) {
    failures.add(`${task.name}: cannot be written: ${fileFailure(error)}`);
    return false;
  }
}

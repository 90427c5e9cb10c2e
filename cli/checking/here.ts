import { Positions } from '../positions.ts';
import { findingsOf, reported } from './findings.ts';
import { pack } from './packed.ts';
import { type Readable, Reader, type Verdict } from './readable.ts';
import type { Judging, Lane } from './task.ts';

/** Checks files in the thread that asks. */
export function checkHere(judging: Judging): Lane {
  const reader = new Reader(judging, file => (judging.summaries ? summed(file, judging) : listed(file, judging)));
  return { check: tasks => reader.read(tasks), close: () => undefined };
}

async function listed(file: Readable, judging: Judging): Promise<Verdict> {
  const failures = new Set<string>();
  const found = findingsOf(file, file.plan, judging, line => failures.add(line));
  return { packed: pack(reported(found, new Positions(file.plan.text))), failures: [...failures] };
}

/** What sums up is loaded only for those who ask for it. */
async function summed(file: Readable, judging: Judging): Promise<Verdict> {
  return (await import('./summing.ts')).sumUp(file, judging);
}

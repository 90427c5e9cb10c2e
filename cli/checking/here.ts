import { Positions } from '../positions.ts';
import { findingsOf, reported } from './findings.ts';
import { pack } from './packed.ts';
import { Reader } from './readable.ts';
import type { Judging, Lane } from './task.ts';

/** Checks files in the thread that asks. */
export function checkHere(judging: Judging): Lane {
  const reader = new Reader(judging, async file => {
    const failures = new Set<string>();
    const found = findingsOf(file, file.plan, judging, line => failures.add(line));
    return { packed: pack(reported(found, new Positions(file.plan.text))), failures: [...failures] };
  });
  return { check: tasks => reader.read(tasks), close: () => undefined };
}

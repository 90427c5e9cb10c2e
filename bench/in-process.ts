import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { Checker, readPlanFile } from '../plan/check.ts';
import { gather, type ReadingMeasure, type Samples } from './measures.ts';
import { PLAN_TODAY } from './plans.ts';
import { ruleCosts } from './rules.ts';

/**
 * A process of its own: `node in-process.ts FILE ROUNDS` reads and checks the file and prints the samples as JSON. The three kinds of work take
 * turns, so that whatever else the machine does falls on all of them. Half a second of warming up comes first and is not counted.
 */
const [file = '', rounds = '1'] = process.argv.slice(2);
const WARM_UP_MS = 500;

const text = readFileSync(file, 'utf8');
const checker = new Checker();
const work: Readonly<Record<ReadingMeasure, () => unknown>> = {
  library: () => parseAllDocuments(text, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' }),
  read: () => readPlanFile(text),
  check: () => checker.check(readPlanFile(text), PLAN_TODAY),
};

const warm = performance.now() + WARM_UP_MS;
do work.check();
while (performance.now() < warm);

const samples: Samples<ReadingMeasure> = {};
for (let round = 0; round < Number(rounds); round++) {
  for (const kind of ['library', 'read', 'check'] as const) {
    const started = performance.now();
    work[kind]();
    gather(samples, kind, [performance.now() - started]);
  }
}
console.log(JSON.stringify({ samples, rules: ruleCosts(text, Math.min(20, Number(rounds))) }));

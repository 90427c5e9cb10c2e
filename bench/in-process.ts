import { readFileSync } from 'node:fs';
import { parseEvents } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { Checker, readPlanFile } from '../plan/check.ts';
import { forgetAll } from '../plan/once.ts';
import { parse } from '../plan/syntax/parse.ts';
import { fastReader } from './fast-reader.ts';
import { gather, ids, type ReadingMeasure, type Samples } from './measures.ts';
import { itemAround, placesIn } from './places.ts';
import { PLAN_TODAY } from './plans.ts';
import { ruleCosts } from './rules.ts';
import { silentChecker } from './silent.ts';

/**
 * A process of its own: `node in-process.ts FILE ROUNDS` reads and checks the file and prints the samples as JSON. The kinds of work take
 * turns, so that whatever else the machine does falls on all of them. Half a second of warming up comes first and is not counted.
 */
const [file = '', rounds = '1'] = process.argv.slice(2);
const WARM_UP_MS = 500;

const text = readFileSync(file, 'utf8');
const item = itemAround(text, placesIn(text).value.line);
const checker = new Checker();
const silent = silentChecker();
const fast = fastReader();
const library = (some: string) =>
  parseAllDocuments(some, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' });

let checked = readPlanFile(text);
let fastChecked = checked;

const work: Readonly<Partial<Record<ReadingMeasure, () => unknown>>> = {
  item: () => library(item),
  events: () => parseEvents(text, {}),
  library: () => library(text),
  parse: () => parse(text),
  read: () => readPlanFile(text),
  silent: () => silent.check(readPlanFile(text), PLAN_TODAY),
  check: () => {
    checked = readPlanFile(text);
    checker.check(checked, PLAN_TODAY);
  },
  // Right behind it: the plan lies in the processor's caches. Rules begin anew.
  again: () => {
    forgetAll();
    checker.check(checked, PLAN_TODAY);
  },
  ...(fast && {
    fastParse: () => fast.parse(text),
    fastSilent: () => silent.check(fast.read(text), PLAN_TODAY),
    fastCheck: () => {
      fastChecked = fast.read(text);
      checker.check(fastChecked, PLAN_TODAY);
    },
    fastAgain: () => {
      forgetAll();
      checker.check(fastChecked, PLAN_TODAY);
    },
  }),
};
const kinds = ids(work);

/** How long it takes in a process that has not done it before. */
function first(read: () => unknown): number {
  const began = performance.now();
  read();
  return performance.now() - began;
}
const eventsFirst = first(() => parseEvents(text, {}));
const libraryFirst = first(() => library(text));

const warm = performance.now() + WARM_UP_MS;
do for (const kind of kinds) work[kind]?.();
while (performance.now() < warm);

const samples: Samples<ReadingMeasure> = { eventsFirst: [eventsFirst], libraryFirst: [libraryFirst] };
for (let round = 0; round < Number(rounds); round++) {
  for (const kind of kinds) {
    const started = performance.now();
    work[kind]?.();
    gather(samples, kind, [performance.now() - started]);
  }
}
console.log(JSON.stringify({ samples, rules: ruleCosts(text, Math.min(20, Number(rounds))) }));

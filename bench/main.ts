import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { type Figures, report, type SizeFigures, summary, toJson } from './figures.ts';
import type { ServerCommand } from './lsp-client.ts';
import { gather, PEERS, type Peer, type Samples } from './measures.ts';
import { buildServer, outDir } from './our-server.ts';
import { installPeers, yamlLanguageServer } from './peers.ts';
import { makePlan, SIZES, type Size } from './plans.ts';
import { measureReading } from './reading.ts';
import { type Effort, measureServer } from './server-session.ts';

/**
 * `npm run bench`: measures reading, checking and the language server side by side with yaml-language-server.
 * Options: `--quick` (typical and large, fewer rounds, about two minutes), `--size NAME` (once or more), `--rounds N`, `--json FILE` (figures with all samples),
 * `--docs` (puts the tables into docs/performance.md). Exits with 1 if something could not be measured.
 */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    size: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    json: { type: 'string' },
    docs: { type: 'boolean', default: false },
  },
});

interface Plan extends Effort {
  readonly rounds: number;
  readonly readings: number;
}

/** How much is done at each size; a round is one fresh process of each program. */
const FULL: Readonly<Record<Size, Plan>> = {
  typical: { rounds: 5, keys: 30, bursts: 4, questions: 8, readings: 60 },
  large: { rounds: 4, keys: 20, bursts: 3, questions: 5, readings: 12 },
  huge: { rounds: 2, keys: 8, bursts: 1, questions: 2, readings: 3 },
};
const QUICK: Readonly<Partial<Record<Size, Plan>>> = {
  typical: { rounds: 3, keys: 15, bursts: 2, questions: 4, readings: 40 },
  large: { rounds: 2, keys: 10, bursts: 2, questions: 3, readings: 8 },
};

const SEED = 2;
const peers: readonly Peer[] = ['ours', 'yls', 'ylsNoDelay'];
const failures = new Set<string>();
const effort: Readonly<Partial<Record<Size, Plan>>> = options.quick ? QUICK : FULL;
const chosen = chosenSizes();

installPeers();
mkdirSync(outDir, { recursive: true });
const built = await buildServer();
const commands: Readonly<Record<Peer, ServerCommand>> = {
  ours: built.command,
  yls: yamlLanguageServer({ delay: true }),
  ylsNoDelay: yamlLanguageServer({ delay: false }),
};

const sizes: SizeFigures[] = [];
for (const size of chosen) {
  const plan = effort[size];
  if (plan) sizes.push(await measure(size, plan));
}
const machine = `${availableParallelism()} cores, ${process.platform} ${process.arch}, Node ${process.versions.node} for all`;
finish({ machine, bundleBytes: built.bytes, sizes });

function chosenSizes(): Size[] {
  const known = (name: string): name is Size => Object.hasOwn(effort, name);
  const wrong = options.size?.filter(name => !known(name)) ?? [];
  if (wrong.length > 0) throw new Error(`--size ${wrong.join(', ')}: there are ${Object.keys(effort).join(', ')}`);
  return (options.size ?? Object.keys(effort)).filter(known);
}

async function measure(size: Size, plan: Plan): Promise<SizeFigures> {
  const text = makePlan(SEED, SIZES[size]);
  const file = path.join(outDir, `${size}.success-plan.yaml`);
  writeFileSync(file, text);
  const figures = {
    name: size,
    lines: text.split('\n').length - 1,
    bytes: Buffer.byteLength(text),
    servers: { ours: {}, yls: {}, ylsNoDelay: {} },
    reading: {},
    rules: {},
  };
  const rounds = Number(options.rounds ?? plan.rounds);
  for (let round = 0; round < rounds; round++) {
    console.error(`${size}: round ${round + 1} of ${rounds}`);
    // Each round begins with another one, so that none always runs after the same neighbour.
    for (const [turn] of peers.entries()) {
      const peer = peers[(turn + round) % peers.length] ?? 'ours';
      const { samples, problems } = await measureServer(commands[peer], text, plan);
      keep(samples, figures.servers[peer]);
      for (const problem of problems) failures.add(`${PEERS[peer]}, ${size}: ${problem}`);
    }
    const reading = await measureReading(file, plan.readings);
    keep(reading.samples, figures.reading);
    for (const { rule, toReading } of reading.rules) gather(figures.rules, rule, [toReading]);
  }
  return figures;
}

function keep<K extends string>(samples: Samples<K>, into: Samples<K>): void {
  for (const kind in samples) gather(into, kind, samples[kind] ?? []);
}

function finish(figures: Figures): void {
  const told = report(figures);
  console.log(`\n${told}\n\n${summary(figures)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(toJson(figures), undefined, 2)}\n`);
  if (options.docs) writeDocs(told);
  for (const failure of failures) console.error(`Not measured: ${failure}`);
  if (failures.size > 0) process.exitCode = 1;
}

/** Replaces what stands between the two marks of the page. */
function writeDocs(told: string): void {
  const page = path.resolve(import.meta.dirname, '../docs/performance.md');
  const [before, , after] = readFileSync(page, 'utf8').split(/<!-- (?:figures|end of figures) -->/);
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the figures`);
  writeFileSync(page, `${before}<!-- figures -->\n\n${told}\n\n<!-- end of figures -->${after}`);
}

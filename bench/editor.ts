import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { ourServer, outDir } from './build.ts';
import type { SizeFigures } from './figures.ts';
import type { ServerCommand } from './lsp-client.ts';
import { gather, gatherAll, ids, PEERS, type Peer } from './measures.ts';
import type { Part } from './part.ts';
import { yamlLanguageServer } from './peers.ts';
import { makePlan, SIZES, type Size } from './plans.ts';
import { measureReading } from './reading.ts';
import { measureServer } from './server-session.ts';

/** How much is done at one size of plan; a round is one fresh process of each program. */
export interface EditorEffort {
  readonly rounds: number;
  readonly keys: number;
  /** Keys in the last round, behind which memory is looked at. */
  readonly edits: number;
  readonly bursts: number;
  readonly questions: number;
  readonly readings: number;
}

/** The servers at one size of plan, and reading it without a server. */
export function editorPart(size: Size, effort: EditorEffort, failures: Set<string>): Part<SizeFigures> {
  const commands: Readonly<Record<Peer, ServerCommand>> = {
    ours: ourServer,
    yls: yamlLanguageServer({ delay: true }),
    ylsNoDelay: yamlLanguageServer({ delay: false }),
  };
  const text = makePlan(SEED, SIZES[size]);
  const file = path.join(outDir, `${size}.success-plan.yaml`);
  writeFileSync(file, text);
  const figures: SizeFigures = {
    name: size,
    lines: text.split('\n').length - 1,
    bytes: Buffer.byteLength(text),
    edits: effort.edits,
    servers: { ours: {}, yls: {}, ylsNoDelay: {} },
    reading: {},
    rules: {},
  };
  const round = async (n: number) => {
    const last = n === effort.rounds - 1;
    const keys = last ? effort.edits : effort.keys;
    // Each round begins with another one, so that none always runs after the same neighbour.
    for (const peer of inTurn(ids(PEERS), n)) {
      const { samples, problems } = await measureServer(commands[peer], text, { ...effort, keys, memory: last });
      gatherAll(figures.servers[peer], samples);
      for (const problem of problems) failures.add(`${PEERS[peer]}, ${size}: ${problem}`);
    }
    const reading = await measureReading(file, effort.readings);
    gatherAll(figures.reading, reading.samples);
    for (const { rule, toReading } of reading.rules) gather(figures.rules, rule, [toReading]);
  };
  return { name: `${size} plan`, rounds: effort.rounds, round, figures };
}

const SEED = 2;

/** The list from its element `n` on, and then what stands before. */
export function inTurn<T>(list: readonly T[], n: number): readonly T[] {
  const first = list.length === 0 ? 0 : n % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

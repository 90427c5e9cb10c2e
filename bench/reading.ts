import { execFile } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { gather, READING_MEASURES, type ReadingMeasure, type Samples } from './measures.ts';
import type { RuleCost } from './rules.ts';

const run = promisify(execFile);
const LIMIT_MS = 300_000;

/** Reads and checks a plan in a fresh process. Rejects if that fails or takes five minutes. */
export async function measureReading(
  file: string,
  rounds: number,
): Promise<{ readonly samples: Samples<ReadingMeasure>; readonly rules: readonly RuleCost[] }> {
  const script = path.join(import.meta.dirname, 'in-process.ts');
  const { stdout } = await run(process.execPath, ['--no-warnings', script, file, String(rounds)], {
    timeout: LIMIT_MS,
  });
  const said: { readonly samples: Readonly<Record<string, number[]>>; readonly rules: readonly RuleCost[] } =
    JSON.parse(stdout);
  const samples: Samples<ReadingMeasure> = {};
  for (const kind of Object.keys(READING_MEASURES))
    if (isReading(kind)) gather(samples, kind, said.samples[kind] ?? []);
  return { samples, rules: said.rules };
}

function isReading(kind: string): kind is ReadingMeasure {
  return Object.hasOwn(READING_MEASURES, kind);
}

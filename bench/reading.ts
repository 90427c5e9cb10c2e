import { execFile } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { gather, READING_MEASURES, type ReadingMeasure, type Samples } from './measures.ts';

const run = promisify(execFile);
const LIMIT_MS = 300_000;

/** Reads and checks a plan in a fresh process. Rejects if that fails or takes five minutes. */
export async function measureReading(file: string, rounds: number): Promise<Samples<ReadingMeasure>> {
  const script = path.join(import.meta.dirname, 'in-process.ts');
  const { stdout } = await run(process.execPath, ['--no-warnings', script, file, String(rounds)], {
    timeout: LIMIT_MS,
  });
  const said: Readonly<Record<string, number[]>> = JSON.parse(stdout);
  const samples: Samples<ReadingMeasure> = {};
  for (const kind of Object.keys(READING_MEASURES)) if (isReading(kind)) gather(samples, kind, said[kind] ?? []);
  return samples;
}

function isReading(kind: string): kind is ReadingMeasure {
  return Object.hasOwn(READING_MEASURES, kind);
}

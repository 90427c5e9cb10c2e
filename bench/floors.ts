import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { parseEvents } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { filesOf } from './plan-files.ts';

/**
 * `node floors.js KIND FOLDER` does a part of what a check does with every plan of a repository, and nothing else: no program that does that part
 * with the same means can be faster. Says how many files it has read.
 */
const KINDS: Readonly<Record<string, (text: string) => unknown>> = {
  files: text => createHash('sha256').update(text).digest('hex'),
  events: text => parseEvents(text, {}),
  library: text => parseAllDocuments(text, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' }),
};

function readAll(kind: string, files: readonly string[]): number {
  const work = KINDS[kind];
  if (!work) throw new Error(`there is no floor “${kind}”`);
  for (const file of files) work(readFileSync(file, 'utf8'));
  return files.length;
}

function onThread(kind: string, files: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: { kind, files } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** The first half on a thread of its own, the second on this one. */
async function halves(kind: string, files: readonly string[]): Promise<number> {
  const middle = Math.ceil(files.length / 2);
  const other = onThread(kind, files.slice(0, middle));
  const own = readAll(kind, files.slice(middle));
  return own + (await other);
}

async function main([kind = '', folder = '', threads]: readonly string[]): Promise<void> {
  const files = filesOf(folder);
  console.log(`${threads === '2' ? await halves(kind, files) : readAll(kind, files)} files`);
}

if (isMainThread) main(process.argv.slice(2));
else {
  const { kind, files }: { kind: string; files: string[] } = workerData;
  parentPort?.postMessage(readAll(kind, files));
}

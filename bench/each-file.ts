import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { filesOf } from './plan-files.ts';

/** What is done with the text of every file, by its name on the command line. */
export type Kinds = Readonly<Record<string, (text: string) => unknown>>;

/**
 * The program `node BUNDLE KIND FOLDER [2]`: does one kind of work with every plan of a repository, on one thread or on two, and nothing else. Says
 * how many files it has read. To be called once, by the first file of a bundle.
 */
export async function eachFile(kinds: Kinds): Promise<void> {
  if (!isMainThread) {
    const { kind, files }: { kind: string; files: string[] } = workerData;
    parentPort?.postMessage(readAll(kinds, kind, files));
    return;
  }
  const [kind = '', folder = '', threads] = process.argv.slice(2);
  const files = filesOf(folder);
  console.log(`${threads === '2' ? await halves(kinds, kind, files) : readAll(kinds, kind, files)} files`);
}

function readAll(kinds: Kinds, kind: string, files: readonly string[]): number {
  const work = kinds[kind];
  if (!work) throw new Error(`there is no floor “${kind}”`);
  for (const file of files) work(readFileSync(file, 'utf8'));
  return files.length;
}

/** The first half on a thread of its own, the second on this one. */
async function halves(kinds: Kinds, kind: string, files: readonly string[]): Promise<number> {
  const middle = Math.ceil(files.length / 2);
  const other = onThread(kind, files.slice(0, middle));
  const own = readAll(kinds, kind, files.slice(middle));
  return own + (await other);
}

function onThread(kind: string, files: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: { kind, files } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

import * as path from 'node:path';
import { sizeOf, textsOf } from '../../git/blobs.ts';
import { isBlob } from '../../git/recent.ts';
import { LONGEST } from '../../git/run.ts';
import { readTextFile } from '../../server/text-file.ts';
import type { CompareTask } from './tasks.ts';

/** A text, or why there is none. */
export type Text = { readonly text: string } | { readonly failure: string };

/** The two texts of a file; undefined for a version in which it is not there. */
export interface Texts {
  readonly name: string;
  readonly old: Text | undefined;
  readonly now: Text | undefined;
}

/** Reads both versions of some files. Those that are the same to the letter are left out. Never rejects. */
export async function readTexts(root: string, tasks: readonly CompareTask[]): Promise<readonly Texts[]> {
  const read: { task: CompareTask; now: Text | undefined }[] = [];
  for (const task of tasks) {
    const { name, old, now } = task;
    if (now !== 'on disk') {
      if (old !== now) read.push({ task, now: undefined });
      continue;
    }
    const file = await readTextFile(path.join(root, name));
    if (file.text === undefined) read.push({ task, now: { failure: file.failure } });
    else if (old === undefined || !isBlob(old, file)) read.push({ task, now: { text: file.text } });
  }
  const ids = new Set(
    read.flatMap(({ task: { old, now } }) => [old ?? [], now === 'on disk' ? [] : (now ?? [])].flat()),
  );
  const texts = await textsOf(root, [...ids], undefined, PATIENCE);
  const told = new Map<string, Text>();
  for (const id of ids) {
    const text = texts.get(id);
    told.set(id, text === undefined ? { failure: await whyUntold(root, id) } : { text });
  }
  return read.map(({ task: { name, old, now }, now: onDisk }) => ({
    name,
    old: old === undefined ? undefined : told.get(old),
    now: onDisk ?? (now === undefined || now === 'on disk' ? undefined : told.get(now)),
  }));
}

/** Somebody waits for these texts; git is still to end some day. In milliseconds. */
const PATIENCE = 60_000;

async function whyUntold(root: string, id: string): Promise<string> {
  const size = await sizeOf(root, id);
  if (size === undefined) return 'git does not answer';
  if (size === 'missing') return 'its text was not fetched (a partial clone fetches it with git checkout)';
  return size > LONGEST ? 'too long to be compared' : 'not UTF-8 text';
}

/** True for two texts that differ in nothing but what ends their lines. */
export function isSameButForLineEnds(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
}

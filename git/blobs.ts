import { git } from './run.ts';

/** The names of the blobs that files have in the last commit, in order; undefined for files that are not in it. */
export async function committedBlobs(
  root: string,
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly (string | undefined)[]> {
  if (names.length === 0) return [];
  const input = names.map(name => `HEAD:${name}\n`).join('');
  const answer = await git(root, ['cat-file', '--batch-check=%(objecttype) %(objectname)'], { input, signal });
  if ('failed' in answer) return names.map(() => undefined);
  const lines = answer.text.split('\n');
  return names.map((_, index) => /^blob ([0-9a-f]+)$/.exec(lines[index] ?? '')?.[1]);
}

/** The texts of blobs, by name. Left out: what is missing, what is no UTF-8 text, and what is too much for one call, which may take `timeout` milliseconds. */
export async function textsOf(
  root: string,
  ids: readonly string[],
  signal: AbortSignal | undefined,
  timeout?: number,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  // No text can hold a mark that was made up after it was written.
  const mark = globalThis.crypto.randomUUID();
  const input = ids.map(id => `${id}\n`).join('');
  const format = `--batch=${mark} %(objectname) %(objecttype) %(objectsize)`;
  const answer = await git(root, ['cat-file', format], { input, signal, timeout });
  if (!('failed' in answer)) return readBatch(`${answer.text}\n`, mark);
  if (answer.failed !== 'too-long' || ids.length === 1) return new Map();
  const half = Math.ceil(ids.length / 2);
  const halves = [
    await textsOf(root, ids.slice(0, half), signal, timeout),
    await textsOf(root, ids.slice(half), signal, timeout),
  ];
  return new Map(halves.flatMap(texts => [...texts]));
}

function readBatch(output: string, mark: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const piece of output.split(`${mark} `)) {
    const [head = '', id, size] = /^([0-9a-f]+) blob (\d+)\n/.exec(piece) ?? [];
    const text = piece.slice(head.length, -1);
    // Bytes that are no text were read as others, and then the size is another.
    if (id && Buffer.byteLength(text) === Number(size)) texts.set(id, text.replace(/^\uFEFF/, ''));
  }
  return texts;
}

/** How long the text of a blob is, in bytes; `missing` for one that was not fetched, undefined where git cannot say. Never rejects. */
export async function sizeOf(root: string, id: string): Promise<number | 'missing' | undefined> {
  const answer = await git(root, ['cat-file', '--batch-check=%(objectsize)'], { input: `${id}\n` });
  if ('failed' in answer) return undefined;
  return answer.text.endsWith(' missing') ? 'missing' : Number(answer.text);
}

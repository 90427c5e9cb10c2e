import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { parseSound } from '../../../../plan/syntax/fast/parse-sound.ts';
import { parse } from '../../../../plan/syntax/parse.ts';
import { partsOf, type Source } from '../../../../plan/syntax/tree.ts';

/** True if the fast reader takes a text; its tree is then held equal to the other reader's, with the order of its parts. */
export function readsTheSame(text: string): boolean {
  const fast = parseSound(text);
  if (fast === undefined) return false;
  const slow = parse(text);
  if (!isDeepStrictEqual(inOrder(fast), inOrder(slow)))
    expect(inOrder(fast), JSON.stringify(text)).toEqual(inOrder(slow));
  return true;
}

/** A source as plain data: where the parts in its sections start, and how many starts it knows. */
function inOrder({ text, documents }: Source): unknown {
  const plain = documents.map(document => ({
    ...document,
    starts: partsOf(document).map(part => document.starts.get(part)),
    count: document.starts.size,
  }));
  return { text, documents: plain };
}

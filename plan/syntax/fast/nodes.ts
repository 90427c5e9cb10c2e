import { COLLECTION_STYLE, EVENT_ID } from 'js-yaml';
import { joinedInBrackets } from '../split-values.ts';
import type { Mapping, Node, Pair, Scalar, Sequence } from '../tree.ts';
import { scalarOf } from './scalars.ts';
import { behindSpaces } from './trail.ts';
import { UNUSUAL, type Walk } from './walk.ts';

/** Mappings of more keys are left to the other reader: looking for doubled keys here takes time by the square. */
const MOST_KEYS = 100;

/** How far a key and the blanks behind it may reach before `yaml` takes offence. */
const LONGEST_KEY = 1024;

/** The node that the next events are of; its spans count from `base`, where its part begins. Throws `UNUSUAL`. */
export function nodeAt(walk: Walk, base: number): Node {
  const type = walk.peek();
  if (type === EVENT_ID.SCALAR) return scalarOf(walk, walk.take(type), base);
  return type === EVENT_ID.MAPPING ? mappingAt(walk, base) : sequenceAt(walk, base);
}

/** A key with the colon behind it, unlike those of the pairs before it. Throws `UNUSUAL`. */
export function keyAt(walk: Walk, base: number, before: readonly { readonly key: Scalar }[]): Scalar {
  const event = walk.take(EVENT_ID.SCALAR);
  const key = scalarOf(walk, event, base);
  const colon = behindSpaces(walk.text, walk.at);
  const isSimple = event.fast && key.text !== '' && key.text !== '<<' && colon - base - key.start <= LONGEST_KEY;
  if (!isSimple || walk.text.charCodeAt(colon) !== COLON || before.length >= MOST_KEYS) throw UNUSUAL;
  for (const earlier of before) if (earlier.key.text === key.text) throw UNUSUAL;
  walk.at = colon + 1;
  return key;
}

function mappingAt(walk: Walk, base: number): Mapping {
  const event = walk.take(EVENT_ID.MAPPING);
  const flow = event.style === COLLECTION_STYLE.FLOW;
  const start = walk.open(event) - base;
  const pairs: Pair[] = [];
  while (walk.entry(event) >= 0) {
    const key = keyAt(walk, base, pairs);
    const value = nodeAt(walk, base);
    pairs.push({ key, value, start: key.start, end: Math.max(value.end, key.end) });
  }
  return { kind: 'mapping', flow, pairs, start, end: walk.close(event) - base };
}

function sequenceAt(walk: Walk, base: number): Sequence {
  const event = walk.take(EVENT_ID.SEQUENCE);
  const flow = event.style === COLLECTION_STYLE.FLOW;
  const start = walk.open(event) - base;
  const items: Node[] = [];
  const dashes: number[] = [];
  for (let dash = walk.entry(event); dash >= 0; dash = walk.entry(event)) {
    dashes.push(dash - base);
    items.push(nodeAt(walk, base));
  }
  const slice = (from: number, to: number) => walk.text.slice(base + from, base + to);
  if (flow && joinedInBrackets(items, slice).length < items.length) throw UNUSUAL;
  return { kind: 'sequence', flow, items, dashes, start, end: walk.close(event) - base };
}

const COLON = 0x3a;

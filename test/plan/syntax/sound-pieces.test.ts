import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { makePlan } from '../../../bench/plans.ts';
import { ALL_RULES } from '../../../plan/generated/rules.ts';
import { finish } from '../../../plan/steps.ts';
import { parseSound } from '../../../plan/syntax/fast/parse-sound.ts';
import { parse, parseInSteps } from '../../../plan/syntax/parse.ts';
import { cut } from '../../../plan/syntax/pieces/cut.ts';
import { type Piece, readPiece } from '../../../plan/syntax/pieces/piece.ts';
import { layouts } from '../../corpus/layouts.ts';
import { edited, hostileEdit } from '../../edits/hostile-edits.ts';
import { overlaid } from '../../support/overlay.ts';

const PLANS = ['examples', 'test/corpus/plans'].flatMap(folder =>
  readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .map(file => readFileSync(`${folder}/${file}`, 'utf8')),
);
/** Texts with mistakes cannot be laid out anew. */
const LAID_OUT = PLANS.flatMap(plan =>
  parseAllDocuments(plan).some(({ errors }) => errors.length > 0) ? [plan] : layouts(plan).map(([, text]) => text),
);

/** How many pieces of a text the fast reader takes, and how many there are. Each is held equal to what the library makes of it. */
function compare(text: string): { readonly taken: number; readonly all: number } {
  let taken = 0;
  const stretches = cut(text)?.stretches ?? [];
  for (const stretch of stretches) {
    const readSound = (own: string) => {
      const source = parseSound(own);
      if (source) taken++;
      return source;
    };
    const [fast, slow] = [inOrder(readPiece(text, stretch, readSound)), inOrder(readPiece(text, stretch))];
    if (!isDeepStrictEqual(fast, slow)) expect(fast, JSON.stringify([text, stretch])).toEqual(slow);
  }
  return { taken, all: stretches.length };
}

/** A piece with what deep equality does not see: the order of its parts, and that they are those in its sections and items. */
function inOrder(piece: Piece | undefined): unknown {
  if (!piece) return undefined;
  const { sections, items, starts } = piece;
  const parts = [...sections.flatMap(section => [section.part, ...(section.items ?? [])]), ...items];
  return { piece, starts: [...starts], known: parts.map(part => starts.get(part)) };
}

it('the pieces of every plan in every layout are what the library makes of them, and nearly all are taken', () => {
  let [taken, all] = [0, 0];
  for (const text of [...LAID_OUT, makePlan(1, 3000)]) {
    const found = compare(text);
    taken += found.taken;
    all += found.all;
  }
  expect(all).toBeGreaterThan(2500);
  expect(taken / all).toBeGreaterThan(0.95);
}, 60_000);

it('so are those of the catalogue’s examples', () => {
  for (const rule of ALL_RULES)
    for (const { good, bad, without } of rule.examples) for (const one of [good, bad]) compare(overlaid(one, without));
});

it('so are those of plans that were edited at will', () => {
  // Errors of the YAML library are made by the thousand here, and nobody looks where they come from.
  Error.stackTraceLimit = 0;
  const short = PLANS.filter(text => text.length < 6000);
  fc.assert(
    fc.property(fc.constantFrom(...short), fc.array(hostileEdit, { maxLength: 6 }), (text, edits) => {
      compare(edits.reduce((now, edit) => (edit.kind === 'undo' ? now : edited(now, edit)), text));
    }),
    { numRuns: Number(process.env.FAST_RUNS ?? 300) },
  );
}, 3_600_000);

it('a text of which one item is torn has this read by the library alone', () => {
  const text = makePlan(3, 150).replace(/^( +)status: pending$/m, '$1sta');
  const asked: string[] = [];
  const read = (own: string) => {
    const source = parseSound(own);
    if (!source) asked.push(own);
    return source;
  };
  expect(plain(finish(parseInSteps(text, undefined, read)))).toEqual(plain(parse(text)));
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^ +sta$/m);
});

function plain({ documents }: ReturnType<typeof parse>): unknown {
  return documents.map(document => ({ ...document, starts: [...document.starts] }));
}

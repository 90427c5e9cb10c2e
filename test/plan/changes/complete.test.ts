import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { planChanges } from '../../../plan/changes/plan-changes.ts';
import { type Agenda, type Plan, readDocuments } from '../../../plan/model/index.ts';
import { parseSound } from '../../../plan/syntax/fast/parse-sound.ts';
import { parse } from '../../../plan/syntax/parse.ts';
import { type Node, partsOf, type Scalar, startOf } from '../../../plan/syntax/tree.ts';

function modelOf(text: string): Plan | Agenda {
  const [document] = readDocuments(parseSound(text) ?? parse(text));
  if (!document) throw new Error('nothing was read');
  return document.model;
}

function scalarsIn(node: Node): readonly Scalar[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'alias') return [];
  if (node.kind === 'sequence') return node.items.flatMap(scalarsIn);
  return node.pairs.flatMap(({ value }) => scalarsIn(value));
}

/** Texts that no quotes may replace. */
const LONG: ReadonlySet<string> = new Set(['literal', 'folded', 'empty']);

/** Of a long plan some values are tried, from its beginning to its end. */
const MOST = 100;

const files = globSync('examples/*.{success-plan,qbr}.yaml')
  .filter(file => !modelOf(readFileSync(file, 'utf8')).syntax.broken)
  .sort();

describe.each(files)('%s', file => {
  const text = readFileSync(file, 'utf8');
  const model = modelOf(text);

  it('means the same as itself with other line ends, and with comments', () => {
    expect(planChanges(model, modelOf(text.replaceAll('\n', '\r\n')))).toEqual([]);
    expect(planChanges(model, modelOf(`# a note\n\n${text}\n# the end\n`))).toEqual([]);
  });

  it('tells of any single value that is another', () => {
    const places = partsOf(model.syntax).flatMap(part =>
      scalarsIn(part.node)
        .filter(({ text: written, style }) => written !== '' && !LONG.has(style))
        .map(({ start, end }) => ({
          start: startOf(model.syntax, part) + start,
          end: startOf(model.syntax, part) + end,
        })),
    );
    const step = Math.ceil(places.length / MOST);
    const silent = places
      .filter((_, index) => index % step === 0)
      .filter(({ start, end }) => {
        const told = planChanges(model, modelOf(`${text.slice(0, start)}"Something else"${text.slice(end)}`));
        for (const { sentence } of told) expect(sentence).not.toMatch(/undefined|\[object|“”/);
        return told.length === 0;
      })
      .map(({ start, end }) => text.slice(start, end));
    expect(silent).toEqual([]);
  });
});

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

const files = globSync('examples/*.{success-plan,qbr}.yaml').sort();

describe.each(files)('%s', file => {
  const text = readFileSync(file, 'utf8');
  const model = modelOf(text);

  it('means the same as itself with other line ends, and with comments', () => {
    expect(planChanges(model, modelOf(text.replaceAll('\n', '\r\n')))).toEqual([]);
    expect(planChanges(model, modelOf(`# a note\n\n${text}\n# the end\n`))).toEqual([]);
  });

  it.runIf(!model.syntax.broken)('tells of every single value that is another', () => {
    const silent: string[] = [];
    for (const part of partsOf(model.syntax)) {
      for (const { start, end, text: written, style } of scalarsIn(part.node)) {
        if (style === 'literal' || style === 'folded' || style === 'empty' || written === '') continue;
        const at = startOf(model.syntax, part);
        const now = modelOf(`${text.slice(0, at + start)}"Something else"${text.slice(at + end)}`);
        const told = planChanges(model, now);
        if (told.length === 0) silent.push(text.slice(at + start, at + end));
        for (const { sentence } of told) expect(sentence).not.toMatch(/undefined|\[object|“”/);
      }
    }
    expect(silent).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { hintsIn } from '../../../plan/authoring/hints/hints.ts';
import { explain } from '../../../plan/authoring/hover/hover.ts';
import { lenses } from '../../../plan/authoring/lenses/lenses.ts';
import { lensWords } from '../../../plan/authoring/lenses/words.ts';
import { type PlanFile, readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import { english } from '../../../plan/phrase.ts';
import { type Node, partsOf } from '../../../plan/syntax/tree.ts';

const TODAY = day('2026-02-10');
const ROOT = path.resolve(import.meta.dirname, '../../..');
const FILES = globSync(
  ['examples/*.{success-plan,qbr}.yaml', 'test/corpus/plans/*.yaml', 'test/fixtures/template.*.yaml'],
  { cwd: ROOT },
).sort();
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** Words that show that something was not there when a sentence was put together. */
const HOLES = /undefined|NaN|\[object|null\b|\(\)|, \.|: \.| {2}\./;

/** Every key, value and alias of a text, by where it starts and ends. */
function nodesOf(file: PlanFile): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = [];
  for (const { model } of file.documents)
    for (const part of partsOf(model.syntax)) {
      const base = model.syntax.starts.get(part) ?? 0;
      const add = (node: Node) => all.push({ start: base + node.start, end: base + node.end });
      const walk = (node: Node) => {
        if (node.kind === 'mapping')
          for (const pair of node.pairs) {
            add(pair.key);
            walk(pair.value);
          }
        else if (node.kind === 'sequence') node.items.forEach(walk);
        else add(node);
      };
      if (part.key) add(part.key);
      walk(part.node);
    }
  return all;
}

describe.each(FILES)('%s', name => {
  it.each(['\n', '\r\n'])('is told of at every offset, and of what is there (%j)', eol => {
    const file = readPlanFile(read(name).replaceAll('\n', eol));
    const nodes = nodesOf(file).sort((a, b) => a.start - b.start);
    const wrong: string[] = [];
    let [said, at] = [0, 0];
    for (let offset = 0; offset <= file.text.length; offset++) {
      const told = explain(file, offset, TODAY, { addressOf: ({ start }) => `file:///plan.yaml#${start}` });
      if (!told) continue;
      said += 1;
      const { span, markdown } = told;
      while (at > 0 && (nodes[at]?.start ?? 0) > span.start) at -= 1;
      while ((nodes[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= span.start) at += 1;
      const within = nodes
        .slice(Math.max(0, at - 3), at + 2)
        .some(node => node.start <= span.start && span.end <= node.end);
      if (span.start > offset || offset > span.end || !within) wrong.push(`${offset}: a place elsewhere`);
      // Guidance is ours; what is put together may have holes.
      if (HOLES.test((markdown.split('\n\n*Good:*')[0] ?? '').replaceAll(/`[^`]*`/g, '')))
        wrong.push(`${offset}: ${markdown}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(said).toBeGreaterThan(file.text.length / 8);
  });

  it.each(['\n', '\r\n'])('has lenses on the lines of their things, and hints behind days (%j)', eol => {
    const file = readPlanFile(read(name).replaceAll('\n', eol));
    const lines = file.text.split(eol);
    const lineOf = (offset: number) => file.text.slice(0, offset).split(eol).length - 1;
    for (const lens of lenses(file, TODAY)) {
      const line = lines[lineOf(lens.at.start)] ?? '';
      expect(lineOf(lens.at.end)).toBe(lineOf(lens.at.start));
      const top = ['plan', 'log', 'agenda'].includes(lens.subject.of);
      expect(line).toMatch(top ? /^(?:plan|review_history|qbr):/ : /^\s*(?:-\s+)*\{?\s*[\w-]+:/);
      const words = lens.action ? [lens.action.title] : lensWords(file, lens.subject, TODAY);
      expect(words.length).toBeGreaterThan(0);
      expect(words.map(english).join(' · ')).not.toMatch(HOLES);
    }
    for (const hint of hintsIn(file, { start: 0, end: file.text.length }, TODAY)) {
      expect(file.text.slice(0, hint.at)).toMatch(/(?:\d{4}-\d\d-\d\d["']?|\*\w+)$/);
      expect(`${english(hint.label)} ${english(hint.tooltip)}`).not.toMatch(HOLES);
    }
  });
});

it('hints of a stretch are those of the whole that stand in it', () => {
  const file = readPlanFile(read('examples/northwind.success-plan.yaml'));
  const all = hintsIn(file, { start: 0, end: file.text.length }, TODAY);
  expect(all.length).toBeGreaterThan(20);
  for (let start = 0; start < file.text.length; start += 700) {
    const within = { start, end: start + 900 };
    expect(hintsIn(file, within, TODAY)).toEqual(all.filter(({ at }) => within.start <= at && at <= within.end));
  }
});

it('broken texts are told of as far as they go', () => {
  const text = read('examples/juniper.success-plan.yaml');
  for (let cut = 0; cut < text.length; cut += 97) {
    const file = readPlanFile(text.slice(0, cut));
    for (let offset = Math.max(0, cut - 40); offset <= cut; offset++) explain(file, offset, TODAY);
    for (const lens of lenses(file, TODAY)) lensWords(file, lens.subject, TODAY);
    hintsIn(file, { start: 0, end: cut }, TODAY);
  }
  expect(lenses(readPlanFile(''), TODAY)).toEqual([]);
});

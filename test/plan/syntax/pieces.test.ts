import { expect, it } from 'vitest';
import { parse } from '../../../plan/syntax/parse.ts';
import type { Source } from '../../../plan/syntax/tree.ts';

/** Three risks, of which the second is nested until the library gives up. */
const risks = (levels: number) => `risks:\n  - id: R1\n  - ${'['.repeat(levels)}\n  - id: R3\n`;

it('a list ends where it ends now, though the item that grew cannot be read at all', () => {
  const before = parse(risks(30_000));
  const ends = ({ documents }: Source) => documents[0]?.sections.map(({ part }) => [part.length, part.node.end]);
  expect(ends(parse(risks(30_001), before))).toEqual(ends(parse(risks(30_001))));
});

it('what did not change is the same object, and so is a list of which nothing changed', () => {
  const text = 'outcomes:\n  - id: O1\n  - id: O2\nrisks:\n  - id: R1\n';
  const [was, now] = [parse(text), parse(text.replace('O2', 'O3'), parse(text))];
  const again = parse(text.replace('O2', 'O3'), was).documents[0]?.sections ?? [];
  const sections = was.documents[0]?.sections ?? [];
  expect(again[0]?.items?.[0]).toBe(sections[0]?.items?.[0]);
  expect(again[0]?.items?.[1]).not.toBe(sections[0]?.items?.[1]);
  expect(again[1]).toBe(sections[1]);
  expect(now.documents[0]?.sections).toEqual(again);
});

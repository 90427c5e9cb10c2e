import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../plan/syntax/parse.ts';
import { absolute, type Node, type Part, partsOf, type Source, type Span } from '../../../plan/syntax/tree.ts';

const TEMPLATE = readFileSync(path.resolve('test/fixtures/template.success-plan.yaml'), 'utf8');

/** The problems of a text, each as the marked text, its code and what is said. */
function problems(text: string): string[] {
  return parse(text).documents.flatMap(document => {
    const inParts = [...partsOf(document)].flatMap(part =>
      part.problems.map(p => [absolute(document, { part, start: p.start, end: p.end }), p] as const),
    );
    const outside = document.problems.map(
      p => [{ start: document.start + p.start, end: document.start + p.end }, p] as const,
    );
    return [...inParts, ...outside]
      .filter(([, p]) => !p.follows)
      .sort((a, b) => a[0].start - b[0].start)
      .map(([at, p]) => `${JSON.stringify(text.slice(at.start, at.end))} ${p.code}: ${p.message}`);
  });
}

describe('parts', () => {
  it('are the sections, and the items of those that are lists', () => {
    const [document] = parse(TEMPLATE).documents;
    expect(document?.sections.map(s => [s.part.section, s.items?.length])).toEqual([
      ['plan', undefined],
      ['customer', undefined],
      ['stakeholders', undefined],
      ['outcomes', 2],
      ['risks', 2],
      ['review_history', 2],
    ]);
  });

  it('do not change when the text before them grows', () => {
    const before = parse(TEMPLATE).documents[0];
    const after = parse(`# A comment that moves everything\n${TEMPLATE}`).documents[0];
    expect(before && [...partsOf(before)]).toEqual(after && [...partsOf(after)]);
  });

  it.each([
    ['as it is', TEMPLATE],
    ['with CRLF', TEMPLATE.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${TEMPLATE}`],
    ['behind another document', `qbr:\n  agenda: []\n---\n${TEMPLATE}`],
  ])('have scalars whose spans hold their text: %s', (_, text) => {
    let seen = 0;
    for (const [span, node] of scalars(parse(text))) {
      seen++;
      const written = text.slice(span.start, span.end);
      if (node.style === 'plain') expect(written).toBe(node.text);
      if (node.style === 'double') expect(written).toBe(JSON.stringify(node.text));
    }
    expect(seen).toBeGreaterThan(200);
  });
});

describe('problems', () => {
  it.each([
    [
      'customer:\n  company: "Acme\n  industry: x\n',
      ['"\\"Acme" MISSING_CHAR: A quote is opened here and never closed. Add the closing quote.'],
    ],
    [
      'plan:\n  version\n  created: 2026-01-01\n',
      ['"version" MULTILINE_IMPLICIT_KEY: A colon is missing after this key. Write “key: value”.'],
    ],
    ['plan:\n\tversion: 1\n', ['"\\t" TAB_AS_INDENT: A tab indents this line. YAML allows spaces only.']],
    [
      'plan:\n  owner: @jane\n',
      ['"@" BAD_SCALAR_START: A value cannot begin with this character. Put the value in quotes.'],
    ],
    [
      'plan:\n  title: Plan: Acme\n',
      [
        '"P" BLOCK_AS_IMPLICIT_KEY: A second “key: value” stands on this line. Start a new line for it, or put the value in quotes.',
      ],
    ],
    [
      'plan: &p\n  version: 1\ncustomer: *q\n',
      ['"*q" BAD_ALIAS: This alias refers to no anchor. Define it with & before it is used, or remove it.'],
    ],
    ['plan:\n  version: 1\n  version: 2\n', ['"version" DUPLICATE_KEY: version']],
    ['risks: []\nplan:\nrisks: []\n', ['"risks" DUPLICATE_KEY: risks']],
  ])('are told in plain words, each cause once: %j', (text, expected) => expect(problems(text)).toEqual(expected));

  it('are all found in one go', () => {
    const text = 'plan:\n  owner: @jane\ncustomer:\n  company: `x\nrisks:\n  - id: %\n';
    expect(problems(text)).toHaveLength(3);
  });

  it.each([
    ['[', 10_000],
    ['{a: ', 1_500],
    ['- ', 5_000],
    ['&a [*a, ', 500],
  ])('come from %j many times over, not a crash', (piece, times) => {
    expect(problems(piece.repeat(times)).length).toBeGreaterThan(0);
  });
});

it('reads anything', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'plan:',
      '\n',
      '  ',
      '- ',
      ': ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '#',
      '&a ',
      '*a',
      '<<: ',
      '|',
      '>',
      '---\n',
      '\t',
      '\r\n',
      '? ',
      '!!str ',
      '%',
    ),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const text = pieces.join('');
      for (const [span] of scalars(parse(text))) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 400 },
  );
});

function* scalars(source: Source): Generator<[Span, Extract<Node, { kind: 'scalar' }>]> {
  for (const document of source.documents) {
    for (const part of partsOf(document)) {
      for (const node of nodes(part)) {
        if (node.kind === 'scalar') yield [absolute(document, { part, start: node.start, end: node.end }), node];
      }
    }
  }
}

function* nodes(part: Part): Generator<Node> {
  const queue: Node[] = [part.node, ...(part.key ? [part.key] : [])];
  for (let node = queue.pop(); node; node = queue.pop()) {
    yield node;
    if (node.kind === 'mapping') queue.push(...node.pairs.flatMap(p => [p.key, p.value]));
    if (node.kind === 'sequence') queue.push(...node.items);
  }
}

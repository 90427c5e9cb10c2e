import { describe, expect, it } from 'vitest';
import { parse } from '../../../plan/syntax/parse.ts';
import { absolute, partsOf } from '../../../plan/syntax/tree.ts';

/** Each problem of a text: its line, the place it marks, and what it says. */
function problems(text: string): readonly (readonly [number, string, string, boolean])[] {
  return parse(text).documents.flatMap(document =>
    [...partsOf(document)].flatMap(part =>
      part.problems.map(problem => {
        const { start, end } = absolute(document, { part, start: problem.start, end: problem.end });
        return [
          text.slice(0, start).split('\n').length,
          text.slice(start, end),
          problem.message,
          problem.follows === true,
        ] as const;
      }),
    ),
  );
}

const QUOTE = 'A quote is opened here and never closed. Add the closing quote.';

describe('a mistake is marked where it was made, not where it is noticed', () => {
  it.each([
    [
      'a quote left open',
      'customer:\n  company: "Fabrikam\n  segment: enterprise\nrisks:\n  - id: "R1"\n',
      2,
      '"Fabrikam',
      QUOTE,
    ],
    [
      'one with an escaped quote in it',
      'customer:\n  company: "Fabrikam \\"Inc\\"\n  segment: enterprise\n',
      2,
      '"Fabrikam \\"Inc\\"',
      QUOTE,
    ],
    [
      'a single quote, with a doubled one in it',
      "customer:\n  company: 'Dana''s\n  segment: enterprise\n",
      2,
      "'Dana''s",
      QUOTE,
    ],
    [
      'a dash for a value',
      'outcomes:\n  - baseline:\n      current: -   # nobody knows\n      measured_on: 2026-01-20\n',
      3,
      '-',
      'A dash alone begins a list. Put it in quotes, or write n/a.',
    ],
    [
      'a dash for a value in braces',
      'outcomes:\n  - baseline: { metric: NPS, current: -, measured_on: 2026-01-20 }\n',
      2,
      '-',
      'A dash alone begins a list. Put it in quotes, or write n/a.',
    ],
    [
      'a block that is indented too deep',
      'risks:\n  - id: R1\n    owner: Li Na\n      - id: R2\n        impact: low\n        owner: Ken\n  - id: R3\n',
      4,
      '- id: R2',
      'This line is indented deeper than the one above, which has its value already. Line it up with the entries that it belongs to.',
    ],
    [
      'a colon in a sentence that goes on below',
      'customer:\n  context: one\n    two\n    three: four\n',
      2,
      'o',
      'A second “key: value” stands on this line. Start a new line for it, or put the value in quotes.',
    ],
    [
      'a bracket left open',
      'risks:\n  - owners: [Dana, Ken\n\nplan:\n  version: 1\n',
      2,
      '[Dana, Ken',
      'The list opened with [ is not closed. Add ].',
    ],
    [
      'a brace left open',
      'risks:\n  - { id: R1, owner: Ken\n\nplan:\n  version: 1\n',
      2,
      '{ id: R1, owner: Ken',
      'The braces opened with { are not closed. Add }.',
    ],
    [
      'one over several lines',
      'risks:\n  - owners: [Dana,\n      Ken,\n      Jo\n\nplan:\n  version: 1\n',
      4,
      'Jo',
      'The list opened with [ is not closed. Add ].',
    ],
    [
      'a line too far to the left',
      'risks:\n  - id: R1\n    steps:\n      - name: Sensors\n        owner: Ken\n       kind: adoption\n\n  - id: R2\n',
      6,
      'kind: adoption',
      'This line is indented differently from the entries above it. Line it up with the one it belongs to.',
    ],
  ])('%s', (_, text, line, marks, message) => {
    expect(problems(text)).toContainEqual([line, marks, message, false]);
  });
});

describe('a merge that is not finished', () => {
  const OPENED =
    'A merge is not finished here: git left what both sides say, one above =======, the other below. Keep what holds, and remove the lines of marks down to >>>>>>>.';
  const LEFT = 'This line is left of a merge that is not finished. Keep what holds of both sides, and remove it.';
  const told = (text: string) => [
    ...new Set(problems(text).flatMap(([line, , message, follows]) => (follows ? [] : `${line}: ${message}`))),
  ];
  const merged = `customer:
  company: Acme
<<<<<<< HEAD
  segment: enterprise
  contract:
    renewal_date: 2026-08-01
||||||| 1f2e3d4
  segment: small
=======
  segment: mid_market
>>>>>>> feature/jane
  industry: Food
risks:
  - id: R1
<<<<<<< HEAD
    status: open
    owner: Dana
=======
    status: closed
>>>>>>> feature/jane
    impact: high
`;

  it.each([
    ['\n', merged],
    ['\r\n', merged.replaceAll('\n', '\r\n')],
  ])('is called so at its marks, and nothing else is said of what the reader stumbles over there: %j', (_, text) => {
    const lines = told(text);
    expect(lines).toContain(`3: ${OPENED}`);
    expect(lines).toContain(`15: ${OPENED}`);
    for (const line of lines) expect(line).toMatch(/^(?:3|7|9|11|15|18|20): (?:A merge is not|This line is left)/);
  });

  it('is told at each mark that was forgotten', () => {
    expect(told('plan:\n  status: active\n=======\n  stage: renewal\n')).toEqual([`3: ${LEFT}`]);
    expect(told('plan:\n  status: active\n>>>>>>> feature/jane\nrisks: []\n')).toEqual([`3: ${LEFT}`]);
  });

  it('is nothing that only looks like it', () => {
    expect(told('plan:\n  status: active\n========\n')).toEqual([
      '3: A colon is missing after this key. Write “key: value”.',
    ]);
    expect(told('plan:\n  title: |\n    <<<<<<< HEAD\n    =======\n')).toEqual([]);
  });
});

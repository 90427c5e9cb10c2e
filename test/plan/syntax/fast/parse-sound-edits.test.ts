import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makePlan } from '../../../../bench/plans.ts';
import { parseSound } from '../../../../plan/syntax/fast/parse-sound.ts';
import { layouts } from '../../../corpus/layouts.ts';
import { readsTheSame } from './same.ts';

/** `FAST_RUNS=200000` for the long run. */
const RUNS = Number(process.env.FAST_RUNS ?? 4000);

const CORPUS = 'test/corpus/plans';
const TEXTS = [
  makePlan(1, 150),
  makePlan(2, 150),
  ...readdirSync(CORPUS).flatMap(file => layouts(readFileSync(`${CORPUS}/${file}`, 'utf8')).map(([, text]) => text)),
];

/** What YAML takes for more than text, and texts that look like something else. */
const PIECES = [
  ...[
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\n  ',
    '\n    ',
    '\r\n',
    '\r',
    '\t',
    '- ',
    '-',
    ':',
    ': ',
    '? ',
    '#',
    ' # c',
    ', ',
    ',',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '{}',
    '[]',
    '{a: b}',
    '[a, b]',
    '[a: b]',
    '"',
    "'",
    '""',
    "''",
    '"a":b',
    '|',
    '>',
    '|-\n',
    '>+\n',
    '|2\n',
  ],
  ...[
    '&a ',
    '*a',
    '<<: *a',
    '!!str ',
    '!',
    '%',
    '@',
    '`',
    '---',
    '\n---\n',
    '\n...\n',
    '\\',
    '\\n',
    '\\\n',
    '\\U00110000',
  ],
  ...[
    '\u00a0',
    '\u2028',
    '\u0085',
    '\uFEFF',
    'é',
    '😀',
    '\ud800',
    '\0',
    '\u0002',
    '~',
    'null',
    'true',
    '0x1F',
    '-1',
    '.inf',
    '1,250 x',
  ],
];

/** Whole lines, put between others. */
const LINES = [
  ...[
    '',
    '    ',
    '# c',
    '  # c',
    '   # c',
    '      # c',
    '          # c',
    '#',
    '  x',
    '      x: 1',
    '  key:',
    '    - a',
    '  - - b',
  ],
  ...['- c: 1', 'section:', '  - d:', '      - e: |', '  \u00a0', '}', '  ]', '    "open', '  key: value # c'],
];

const place = fc.nat({ max: 1_000_000 }).map(part => part / 1_000_001);
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ at: place, put: fc.constantFrom(...PIECES) }) },
  { weight: 3, arbitrary: fc.record({ at: place, line: fc.constantFrom(...LINES) }) },
  { weight: 2, arbitrary: fc.record({ at: place, drop: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ at: place, indent: fc.integer({ min: -4, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ at: place, moveTo: place }) },
);

/** A stretch of a sound plan that begins with a section, with up to four changes. */
const edited = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    from: place,
    lines: fc.integer({ min: 2, max: 45 }),
    crlf: fc.nat({ max: 9 }),
  })
  .chain(({ text, from, lines, crlf }) =>
    fc.array(change, { maxLength: 4 }).map(changes => {
      const all = text.split('\n');
      let first = Math.floor(from * all.length);
      while (first > 0 && !/^[^\s-]/.test(all[first] ?? '')) first--;
      const stretch = all.slice(first, first + lines).join(crlf === 0 ? '\r\n' : '\n');
      return changes.reduce((before, one) => changed(before, one), stretch);
    }),
  );

function changed(text: string, one: typeof change extends fc.Arbitrary<infer Change> ? Change : never): string {
  const at = Math.floor(one.at * (text.length + 1));
  const line = text.lastIndexOf('\n', at - 1) + 1;
  if ('put' in one) return text.slice(0, at) + one.put + text.slice(at);
  if ('line' in one) return `${text.slice(0, line)}${one.line}\n${text.slice(line)}`;
  if ('drop' in one) return text.slice(0, at) + text.slice(at + one.drop);
  if ('indent' in one) {
    const own = text
      .slice(line)
      .replace(one.indent < 0 ? new RegExp(`^ {1,${-one.indent}}`) : /^/, ' '.repeat(Math.max(0, one.indent)));
    return text.slice(0, line) + own;
  }
  const end = text.indexOf('\n', line) + 1 || text.length;
  const rest = text.slice(0, line) + text.slice(end);
  const to = rest.lastIndexOf('\n', Math.floor(one.moveTo * rest.length)) + 1;
  return rest.slice(0, to) + text.slice(line, end) + rest.slice(to);
}

it('reads what the other reader reads, whatever is done to a plan', () => {
  let taken = 0;
  fc.assert(
    fc.property(edited, text => {
      if (readsTheSame(text)) taken++;
    }),
    { numRuns: RUNS },
  );
  expect(taken).toBeGreaterThan(RUNS / 5);
}, 3_600_000);

it('never throws', () => {
  const piece = fc.oneof(fc.constantFrom(...PIECES, ...LINES), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      readsTheSame(pieces.join(''));
    }),
    { numRuns: RUNS },
  );
  for (const [text, times] of [
    ['[', 10_000],
    ['- ', 5_000],
    ['{a: ', 1_500],
    ['a:\n  '.repeat(3), 900],
  ] as const)
    expect(parseSound(text.repeat(times))).toBeUndefined();
}, 3_600_000);

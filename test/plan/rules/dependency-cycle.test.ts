import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'dependency-cycle';

const plan = (...milestones: string[]) =>
  wholePlan(`outcomes:
  - id: O1
    description: Cut order entry from 12 to 4 minutes
    status: in_progress
    milestones:
${milestones.map(milestone => `      - { ${milestone}, owner: Ken Abe }\n`).join('')}`);
const m = (number: number, name: string, depends: string) => `id: M${number}, name: ${name}, depends_on: [${depends}]`;
const found = (text: string, entry: string, message: string) => {
  const line = text.split('\n').find(one => one.includes(`[${entry}`)) ?? '';
  const mark = /^[^,]*/.exec(entry)?.[0] ?? '';
  return `${line}\n${' '.repeat(line.indexOf(`[${entry}`) + 1)}${'^'.repeat(mark.length)} ${rule} (error): ${message}`;
};

describe(rule, () => {
  it('finds a milestone that waits for itself, by id or by name', () => {
    const text = plan(m(1, 'Form connected', 'M1'), 'name: Depots trained, depends_on: [depots  trained]');
    expect(markedBy(rule, text)).toBe(
      [
        found(
          text,
          'M1',
          'Milestone “Form connected” of O1 depends on itself, so it could never begin. Take this out.',
        ),
        found(
          text,
          'depots  trained',
          'Milestone “Depots trained” of O1 depends on itself, so it could never begin. Take this out.',
        ),
      ].join('\n'),
    );
  });

  it('finds two that wait for each other, at the first in the file', () => {
    const text = plan(m(1, 'Form connected', 'M2'), m(2, 'Depots trained', 'M1'));
    expect(markedBy(rule, text)).toBe(
      found(
        text,
        'M2',
        'Milestone “Form connected” of O1 and milestone “Depots trained” of O1 depend on each other, so neither could ever begin. Take one of the two dependencies out.',
      ),
    );
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['M1', 'M2 waits for M1'],
    ]);
  });

  it('finds a longer ring once, and two rings apart twice', () => {
    const text = plan(
      m(1, 'Form connected', 'M3'),
      m(2, 'Depots trained', 'M1'),
      m(3, 'Confirmed', 'M2'),
      m(4, 'Told to all', 'M5, M1'),
      m(5, 'Celebrated', 'M4'),
    );
    expect(markedBy(rule, text)).toBe(
      [
        found(
          text,
          'M3',
          'Milestone “Form connected” of O1 waits for itself in the end: M1 → M3 → M2 → M1. Take one of these dependencies out.',
        ),
        found(
          text,
          'M5, M1',
          'Milestone “Told to all” of O1 and milestone “Celebrated” of O1 depend on each other, so neither could ever begin. Take one of the two dependencies out.',
        ),
      ].join('\n'),
    );
  });

  it('goes by the order of the file, through outcomes, the top level and the implementation, block style', () => {
    const text = wholePlan(
      `milestones:\n  - name: Scanners ordered\n    depends_on:\n      - Go-live\n  - name: Scanners used\nimplementation:\n  steps:\n    - name: Go-live\n      depends_on: [Scanners ordered]\n`,
    );
    expect(markedBy(rule, text)).toContain(
      '      - Go-live\n        ^^^^^^^ dependency-cycle (error): Milestone “Scanners ordered” and milestone “Go-live” depend on each other',
    );
  });

  it.each([
    ['one after the other', plan(m(1, 'A form', ''), m(2, 'Training', 'M1'), m(3, 'Confirmed', 'M1, M2'))],
    [
      'two ways to one place',
      plan(m(1, 'A form', 'M2, M3'), m(2, 'Training', 'M4'), m(3, 'Rollout', 'M4'), m(4, 'Start', '')),
    ],
    ['against the order of the file', plan(m(1, 'A form', 'M2'), m(2, 'Training', 'M3'), m(3, 'Start', ''))],
    ['the same twice', plan(m(1, 'A form', ''), m(2, 'Training', 'M1, M1'))],
    ['something unknown', plan(m(1, 'A form', 'M9'))],
    [
      'two of one name, which could be either',
      plan('name: Training, depends_on: [Kick-off]', 'name: Kick-off', 'name: Kick-off, depends_on: [Training]'),
    ],
    ['its outcome', plan(m(1, 'A form', 'O1'))],
    [
      'a name that another outcome has too',
      `${plan('name: Kick-off', 'name: Training, depends_on: [Kick-off]')}milestones:\n  - { name: Kick-off, outcome: O2 }\n`,
    ],
  ])('is silent about %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });

  it('finds a ring of two thousand', () => {
    const size = 2_000;
    const rows = Array.from(
      { length: size },
      (_, i) => `  - {id: M${i}, name: Step ${i}, depends_on: [M${(i + 1) % size}]}\n`,
    );
    const text = `plan: {}\nmilestones:\n${rows.join('')}`;
    const found = findingsOf(text).filter(one => one.rule === rule);
    expect(found.map(({ message }) => message)).toEqual([
      'Milestone “Step 0” waits for itself in the end: M0 → M1 → M2 → M3 → M4 → M5 → M6 → M7 → others → M0. Take one of these dependencies out.',
    ]);
  }, 30_000);
});

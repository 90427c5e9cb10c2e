import { expect, it } from 'vitest';
import { inCommon, namesInCommon, pairsOf } from '../../../plan/history/pairs.ts';
import type { Field } from '../../../plan/model/index.ts';

interface Thing {
  readonly id?: string;
  readonly name: string;
  readonly says?: string;
}

function field(text: string | undefined): Field<string> | undefined {
  if (text === undefined) return undefined;
  const node = { kind: 'scalar', value: text, text, style: 'plain', start: 0, end: 0 } as const;
  const part = { kind: 'whole', section: '', length: 0, key: undefined, node, problems: [] } as const;
  return { part, start: 0, end: 0, value: text, text, key: undefined, node, borrowed: false };
}

function paired(olds: readonly Thing[], nows: readonly Thing[]): unknown {
  const { same, gone, come } = pairsOf(olds, nows, {
    named: ({ id, name }) => ({ id: field(id), name: field(name) }),
    likeness: (a, b) =>
      Math.max(namesInCommon(a.name.split(' '), b.name.split(' ')), a.says && a.says === b.says ? 1 : 0),
  });
  const said = ({ id, name }: Thing) => `${id ?? ''} ${name}`.trim();
  return { same: same.map(([a, b]) => `${said(a)} = ${said(b)}`), gone: gone.map(said), come: come.map(said) };
}

it('pairs by name before ids: lists are numbered anew', () => {
  const olds = [
    { id: 'O1', name: 'Faster invoices' },
    { id: 'O2', name: 'Fewer tickets' },
  ];
  const nows = [
    { id: 'O1', name: 'Fewer tickets' },
    { id: 'O2', name: 'Faster invoices' },
  ];
  expect(paired(olds, nows)).toMatchObject({
    same: ['O2 Fewer tickets = O1 Fewer tickets', 'O1 Faster invoices = O2 Faster invoices'],
  });
});

it('pairs by id where the names share a word, or the contents are alike', () => {
  expect(paired([{ id: 'M1', name: 'Depots trained' }], [{ id: 'M1', name: 'All depots ready' }])).toMatchObject({
    gone: [],
    come: [],
  });
  expect(
    paired([{ id: 'M1', name: 'Depots trained', says: 'x' }], [{ id: 'M1', name: 'Schooling', says: 'x' }]),
  ).toMatchObject({ gone: [] });
  expect(paired([{ id: 'M1', name: 'Depots trained' }], [{ id: 'M1', name: 'Contract signed' }])).toEqual({
    same: [],
    gone: ['M1 Depots trained'],
    come: ['M1 Contract signed'],
  });
});

it('pairs what is left by likeness, the most alike first and each once', () => {
  const olds = [{ name: 'pilot in the north' }, { name: 'rollout to all depots' }];
  const nows = [
    { name: 'rollout to all eleven depots' },
    { name: 'pilot in the south' },
    { name: 'pilot in the far south' },
  ];
  expect(paired(olds, nows)).toEqual({
    same: ['rollout to all depots = rollout to all eleven depots', 'pilot in the north = pilot in the south'],
    gone: [],
    come: ['pilot in the far south'],
  });
});

it('takes names with other figures for others', () => {
  expect(paired([{ name: 'Wave 1 trained' }], [{ name: 'Wave 4 trained' }])).toMatchObject({ same: [] });
});

it('tells what two lists have in common', () => {
  expect(inCommon(['a', 'a', 'b'], ['a', 'c'])).toBeCloseTo(0.4);
  expect(inCommon([], [])).toBe(0);
});

it('knows the things of a long list by their places where they go by one name', () => {
  const reviews = (count: number, said: string) =>
    Array.from({ length: count }, (_, n): Thing => ({ name: '29 Jan 2026', says: `${said} ${n}` }));
  const [first, last] = [reviews(120, 'Depot'), reviews(80, 'Hub')];
  const olds = [...first, { name: '29 Jan 2026', says: 'Training moved' }, ...last];
  const nows = [...first, { name: '30 Jan 2026', says: 'Budget agreed' }, ...last];
  const pairs = pairsOf(olds, nows, {
    named: ({ name }) => ({ name: field(name) }),
    likeness: (a, b) => (a.says === b.says ? 1 : 0),
  });
  expect(pairs.same).toEqual([...first, ...last].map(one => [one, one]));
  expect([pairs.gone, pairs.come]).toEqual([[olds[120]], [nows[120]]]);
});

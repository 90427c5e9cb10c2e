import { expect, it } from 'vitest';
import { type Lone, renamedPlans } from '../../../plan/changes/whole.ts';

function file(name: string, customer: string, ...lines: readonly string[]): Lone {
  return { name, text: lines.join('\n'), customers: customer === '' ? [] : [customer] };
}

function renamed(gone: readonly Lone[], come: readonly Lone[]): Record<string, string> {
  return Object.fromEntries([...renamedPlans(gone, come)].map(([now, old]) => [old.name, now.name]));
}

it('knows a plan again by its text, or by its customer where some of it stayed', () => {
  const gone = [file('a', 'A', 'x', 'y'), file('b', 'B', 'p', 'q', 'r'), file('c', 'C', 'k')];
  const come = [file('b2', 'b', 'p', 's', 't'), file('a2', 'A', 'x', 'y'), file('c2', 'C', 'other')];
  expect(renamed(gone, come)).toEqual({ a: 'a2', b: 'b2' });
});

it('takes plans of two customers for one only where nearly all is alike', () => {
  const lines = Array.from({ length: 10 }, (_, at) => `line ${at}`);
  const old = [file('a', 'Acme', ...lines)];
  expect(renamed(old, [file('b', 'Bolt', ...lines.slice(0, 6), 'other', 'others', 'further', 'more')])).toEqual({});
  expect(renamed(old, [file('b', 'Acme Group', ...lines.slice(0, 9), 'other')])).toEqual({ a: 'b' });
  expect(renamed([file('a', '', ...lines)], [file('b', '', ...lines.slice(0, 6), 'x')])).toEqual({ a: 'b' });
});

it('follows hundreds of plans to another folder', () => {
  const plans = (folder: string, more: string) =>
    Array.from({ length: 300 }, (_, at) => file(`${folder}/${at}`, `Customer ${at}`, 'plan', `customer ${at}`, more));
  expect(Object.keys(renamed(plans('a', 'old'), plans('b', 'new')))).toHaveLength(300);
});

it('takes no file twice', () => {
  const gone = [file('a', 'A', 'x', 'y')];
  expect(Object.keys(renamed(gone, [file('b', 'A', 'x', 'y'), file('c', 'A', 'x', 'y')]))).toHaveLength(1);
});

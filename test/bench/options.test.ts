import { describe, expect, it } from 'vitest';
import { inTurn } from '../../bench/editor.ts';
import { readOptions } from '../../bench/options.ts';
import { runInTurns } from '../../bench/part.ts';

describe('the options of the bench', () => {
  const names = (...args: string[]) => {
    const { sizes, repositories, panel, window } = readOptions(args);
    return [
      ...sizes.map(({ size }) => size),
      ...repositories.map(({ plans }) => plans),
      ...(panel.rounds > 0 ? ['panel'] : []),
      ...(window.rounds > 0 ? ['window'] : []),
    ];
  };

  it('measure everything if nothing is said, less with --quick', () => {
    expect(names()).toEqual(['typical', 'large', 'huge', 1_000, 10_000, 'panel', 'window']);
    expect(names('--quick')).toEqual(['typical', 'large', 200, 'panel']);
  });

  it('choose sizes, repositories and parts', () => {
    expect(names('--size', 'large')).toEqual(['large', 1_000, 10_000, 'panel', 'window']);
    expect(names('--only', 'repositories', '--repo', '100000', '--repo', '10000')).toEqual([100_000, 10_000]);
    expect(names('--only', 'panel', '--only', 'editor', '--quick')).toEqual(['typical', 'large', 'panel']);
  });

  it('set the rounds of all', () => {
    const { sizes, repositories, panel, window } = readOptions(['--rounds', '1']);
    const rounds = [
      ...sizes.map(({ effort }) => effort.rounds),
      ...repositories.map(one => one.rounds),
      panel.rounds,
      window.rounds,
    ];
    expect(new Set(rounds)).toEqual(new Set([1]));
  });

  it('refuse what does not exist', () => {
    expect(() => readOptions(['--size', 'tiny'])).toThrow('--size tiny: there are typical, large, huge');
    expect(() => readOptions(['--quick', '--size', 'huge'])).toThrow('there are typical, large');
    expect(() => readOptions(['--repo', '0'])).toThrow('--repo 0');
    expect(() => readOptions(['--rounds', 'many'])).toThrow('--rounds many');
    expect(() => readOptions(['--fast'])).toThrow();
  });
});

describe('rounds', () => {
  it('of all parts take turns', async () => {
    const done: string[] = [];
    const part = (name: string, rounds: number) => ({
      name,
      rounds,
      round: async (n: number) => void done.push(`${name}${n}`),
      figures: undefined,
    });
    await runInTurns([part('a', 2), part('b', 3), part('c', 0)], () => {});
    expect(done).toEqual(['a0', 'b0', 'a1', 'b1', 'b2']);
  });

  it('begin with another one each', () => {
    expect([0, 1, 2, 3].map(n => inTurn(['a', 'b', 'c'], n).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
    expect(inTurn([], 2)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { Tries } from '../../../webview/hand/tries.ts';

function recorded() {
  const asked: [string, number][] = [];
  const tries = new Tries<string>((question, id) => asked.push([question, id]));
  return { asked, tries };
}

describe('Tries', () => {
  it('asks one question at a time, and then the newest', () => {
    const { asked, tries } = recorded();
    for (const question of ['Monday', 'Tuesday', 'Wednesday']) tries.ask(question);
    expect(asked).toEqual([['Monday', 1]]);
    expect(tries.answered(1)).toBe('Monday');
    expect(asked).toEqual([
      ['Monday', 1],
      ['Wednesday', 2],
    ]);
    expect(tries.answered(2)).toBe('Wednesday');
    expect(asked).toHaveLength(2);
  });

  it('takes no answer twice, and none to a question that was forgotten', () => {
    const { asked, tries } = recorded();
    tries.ask('Monday');
    expect(tries.answered(7)).toBeUndefined();
    tries.forget();
    expect(tries.answered(1)).toBeUndefined();
    tries.ask('Friday');
    expect(asked.at(-1)).toEqual(['Friday', 2]);
    expect(tries.answered(2)).toBe('Friday');
    expect(tries.answered(2)).toBeUndefined();
  });
});

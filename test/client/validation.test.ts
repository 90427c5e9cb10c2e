import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Validation } from '../../client/dialogues/validation.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A check that answers when it is told to; what was shown. */
function slow() {
  const asked: { readonly value: string; readonly answer: (wrong: string | undefined) => void }[] = [];
  const shown: (string | undefined)[] = [];
  const validation = new Validation(
    value => new Promise(resolve => asked.push({ value, answer: resolve })),
    wrong => shown.push(wrong),
  );
  const values = () => asked.map(({ value }) => value);
  const answer = (at: number, wrong?: string) => asked[at]?.answer(wrong);
  return { validation, shown, values, answer };
}

describe('validation while typing', () => {
  it('asks once there is a pause, for the newest text alone', async () => {
    const { validation, values } = slow();
    for (const text of ['2', '20', '202']) validation.changed(text);
    expect(values()).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(values()).toEqual(['202']);
  });

  it('drops what an older text was answered', async () => {
    const { validation, shown, answer } = slow();
    validation.changed('2026-02-3');
    await vi.advanceTimersByTimeAsync(500);
    validation.changed('2026-02-03');
    answer(0, 'not a day');
    await vi.advanceTimersByTimeAsync(500);
    expect(shown).toEqual([]);
    answer(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual([undefined]);
  });

  it('settles at once, and says whether the text will do', async () => {
    const { validation, shown, values, answer } = slow();
    validation.changed('soon');
    const settled = validation.settle('soon');
    answer(0, 'not a day');
    expect(await settled).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect([values(), shown]).toEqual([['soon'], ['not a day']]);
  });

  it('does not take a text that was changed while it was looked at', async () => {
    const { validation, shown, answer } = slow();
    const settled = validation.settle('2026-02-10');
    validation.changed('2026-02-100');
    answer(0);
    expect(await settled).toBe(false);
    expect(shown).toEqual([]);
  });

  it('lets a text pass that nobody could look at', async () => {
    const validation = new Validation(
      () => Promise.reject(new Error('gone')),
      () => undefined,
    );
    expect(await validation.settle('2026-02-10')).toBe(true);
  });

  it('shows nothing once it is over', async () => {
    const { validation, shown, values, answer } = slow();
    validation.changed('a');
    await vi.advanceTimersByTimeAsync(500);
    validation.changed('ab');
    validation.dispose();
    answer(0, 'wrong');
    await vi.advanceTimersByTimeAsync(500);
    expect([values(), shown]).toEqual([['a'], []]);
  });
});

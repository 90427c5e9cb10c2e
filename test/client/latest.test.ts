import { describe, expect, it, vi } from 'vitest';
import { Latest } from '../../client/latest.ts';

/** A task whose runs end when the test says so. */
function controlled() {
  const ends: { done: () => void; fail: (error: Error) => void }[] = [];
  const task = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        ends.push({ done: resolve, fail: reject });
      }),
  );
  const failed = vi.fn<(error: unknown) => void>();
  return { ends, task, failed, latest: new Latest(task, failed) };
}

const settle = () => new Promise(resolve => setTimeout(resolve, 0));

describe('Latest', () => {
  it('runs at once when nothing is under way', () => {
    const { task, latest } = controlled();
    latest.ask();
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('makes one further run of all that was asked during one', async () => {
    const { task, ends, latest } = controlled();
    latest.ask();
    for (let i = 0; i < 5; i++) latest.ask();
    expect(task).toHaveBeenCalledTimes(1);
    ends[0]?.done();
    await settle();
    expect(task).toHaveBeenCalledTimes(2);
    ends[1]?.done();
    await settle();
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('can be asked again after it came to rest', async () => {
    const { task, ends, latest } = controlled();
    latest.ask();
    ends[0]?.done();
    await settle();
    latest.ask();
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('tells of a failure and goes on', async () => {
    const { task, ends, failed, latest } = controlled();
    latest.ask();
    latest.ask();
    ends[0]?.fail(new Error('the server is gone'));
    await settle();
    expect(failed).toHaveBeenCalledExactlyOnceWith(new Error('the server is gone'));
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('begins nothing after its end, and is silent about what was under way', async () => {
    const { task, ends, failed, latest } = controlled();
    latest.ask();
    latest.ask();
    latest.dispose();
    ends[0]?.fail(new Error('too late'));
    await settle();
    latest.ask();
    expect(task).toHaveBeenCalledTimes(1);
    expect(failed).not.toHaveBeenCalled();
  });
});

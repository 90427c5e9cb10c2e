import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pictures } from '../../client/panel/pictures.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('gives every wish the answer to it, whatever their order', async () => {
  const post = vi.fn();
  const pictures = new Pictures(post);
  const first = pictures.draw('<svg id="1"/>');
  const second = pictures.draw('<svg id="2"/>');
  expect(post.mock.calls.map(([asked]) => [asked.id, asked.svg, asked.scale])).toEqual([
    [1, '<svg id="1"/>', 2],
    [2, '<svg id="2"/>', 2],
  ]);
  pictures.take({ type: 'picture', id: 2, png: 'two' });
  pictures.take({ type: 'picture', id: 7, png: 'nobody asked' });
  pictures.take({ type: 'picture', id: 1, png: 'one' });
  pictures.take({ type: 'picture', id: 1, png: 'late' });
  expect(await Promise.all([first, second])).toEqual(['one', 'two']);
});

it('asks again when the page begins anew, and no more once it has answered', async () => {
  const post = vi.fn();
  const pictures = new Pictures(post);
  const picture = pictures.draw('<svg/>');
  pictures.again();
  expect(post).toHaveBeenCalledTimes(2);
  pictures.take({ type: 'picture', id: 1, png: null });
  expect(await picture).toBeNull();
  pictures.again();
  expect(post).toHaveBeenCalledTimes(2);
});

it('gives up when no page answers, and when the panel is closed', async () => {
  const pictures = new Pictures(() => undefined);
  const late = pictures.draw('<svg/>');
  vi.advanceTimersByTime(20_000);
  expect(await late).toBeNull();
  const closed = pictures.draw('<svg/>');
  pictures.dispose();
  expect(await closed).toBeNull();
});

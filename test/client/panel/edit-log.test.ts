import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditLog, type Replacement } from '../../../client/panel/edit-log.ts';

const TEXT = 'status: active\nowner: Elena Duarte\ngoal: 12 min\n';
const OWNER = TEXT.indexOf('owner');

function put(at: number, length: number, text: string): Replacement {
  return { rangeOffset: at, rangeLength: length, text };
}

function apply(text: string, { rangeOffset, rangeLength, text: fresh }: Replacement): string {
  return text.slice(0, rangeOffset) + fresh + text.slice(rangeOffset + rangeLength);
}

describe('EditLog', () => {
  it('leaves a place of the newest version where it is', () => {
    const log = new EditLog();
    log.add(2, [put(0, 0, '# note\n')]);
    expect(log.follow(OWNER, 2)).toBe(OWNER);
  });

  it('moves a place by what was put before it, through several versions', () => {
    const log = new EditLog();
    log.add(2, [put(0, 0, '# note\n')]);
    log.add(3, [put(0, 2, '')]);
    expect(log.follow(OWNER, 1)).toBe(OWNER + 5);
    expect(log.follow(OWNER, 2)).toBe(OWNER - 2);
  });

  it('does not move a place by what was put behind it', () => {
    const log = new EditLog();
    log.add(2, [put(TEXT.length, 0, 'unit: min\n')]);
    expect(log.follow(OWNER, 1)).toBe(OWNER);
  });

  it('moves a place inside removed text to where that began', () => {
    const log = new EditLog();
    log.add(2, [put(OWNER - 3, 10, '')]);
    expect(log.follow(OWNER, 1)).toBe(OWNER - 3);
  });

  it('forgets what came before the drawing on show', () => {
    const log = new EditLog();
    log.add(2, [put(0, 0, '# note\n')]);
    log.forgetUntil(2);
    expect(log.follow(OWNER, 1)).toBe(OWNER);
  });

  it('finds a mark again after any edits that leave it in one piece', () => {
    const edit = fc.record({
      before: fc.boolean(),
      at: fc.nat(),
      length: fc.nat(6),
      text: fc.string({ maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), edits => {
        const mark = '\u0000MARK\u0000';
        let text = `${TEXT}${mark}${TEXT}`;
        const start = text.indexOf(mark);
        const log = new EditLog();
        edits.forEach(({ before, at, length, text: fresh }, index) => {
          const place = text.indexOf(mark);
          const [from, to] = before ? [0, place] : [place + mark.length, text.length];
          const offset = from + (at % (to - from + 1));
          const change = put(offset, Math.min(length, to - offset), fresh.replaceAll('\u0000', ''));
          text = apply(text, change);
          log.add(index + 2, [change]);
        });
        expect(log.follow(start, 1)).toBe(text.indexOf(mark));
      }),
    );
  });

  it('follows for certain what nobody touched, and nothing else', () => {
    const log = new EditLog();
    log.add(2, [put(0, 0, '# note\n')]);
    expect(log.followExactly(OWNER, 1)).toBe(OWNER + 7);
    // Text put in right before the place moves it; replaced with its first character, it is gone.
    log.add(3, [put(OWNER + 7, 0, 'x')]);
    expect(log.followExactly(OWNER, 1)).toBe(OWNER + 8);
    log.add(4, [put(OWNER + 8, 5, 'owned')]);
    expect(log.followExactly(OWNER, 1)).toBeUndefined();
    expect(log.follow(OWNER, 1)).toBe(OWNER + 8);
  });

  it('is not certain of what it has forgotten', () => {
    const log = new EditLog();
    log.add(2, [put(0, 0, '# note\n')]);
    log.forgetUntil(2);
    expect(log.followExactly(OWNER, 1)).toBeUndefined();
    expect(log.followExactly(OWNER, 2)).toBe(OWNER);
    log.clear();
    expect(log.followExactly(OWNER, 1)).toBe(OWNER);
  });
});

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'review-order';

const item = (entry: string) => `  - date: ${entry}\n    decisions: [Train the depots in the north first]\n`;
const log = (...entries: string[]) => overlaid(`review_history:\n${entries.map(item).join('')}`);
const flow = (...entries: string[]) =>
  overlaid(`review_history: [${entries.map(day => `{ date: ${day}, decisions: [Go on] }`).join(', ')}]\n`);

describe(rule, () => {
  it.each([
    [
      'the last out of place',
      log('2025-11-04', '2026-01-20', '2025-12-09'),
      '  - date: 2025-12-09\n          ^^^^^^^^^^ review-order (hint): The review of 9 Dec 2025 is out of place beside that of 20 Jan 2026: most of this log stands oldest first. Move it, or correct its day.',
    ],
    [
      'the first out of place',
      log('2026-01-20', '2025-11-04', '2025-12-09'),
      '  - date: 2026-01-20\n          ^^^^^^^^^^ review-order (hint): The review of 20 Jan 2026 is out of place beside that of 4 Nov 2025: most of this log stands oldest first. Move it, or correct its day.',
    ],
    [
      'one too early in the log',
      log('2025-10-28', '2026-01-20', '2025-11-04', '2025-12-09'),
      '  - date: 2026-01-20\n          ^^^^^^^^^^ review-order (hint): The review of 20 Jan 2026 is out of place beside that of 4 Nov 2025: most of this log stands oldest first. Move it, or correct its day.',
    ],
    [
      'newest first, but one',
      log('2026-01-20', '2025-12-09', '2025-10-28', '2025-11-04'),
      '  - date: 2025-11-04\n          ^^^^^^^^^^ review-order (hint): The review of 4 Nov 2025 is out of place beside that of 28 Oct 2025: most of this log stands newest first. Move it, or correct its day.',
    ],
    [
      'in flow style',
      flow('2025-11-04', '2026-01-20', '2025-12-09'),
      'review_history: [{ date: 2025-11-04, decisions: [Go on] }, { date: 2026-01-20, decisions: [Go on] }, { date: 2025-12-09, decisions: [Go on] }]\n                                                                                                             ^^^^^^^^^^ review-order (hint): The review of 9 Dec 2025 is out of place beside that of 20 Jan 2026: most of this log stands oldest first. Move it, or correct its day.',
    ],
    [
      'ahead',
      log('2026-01-20', '"2026-03-03"  # planned'),
      '  - date: "2026-03-03"  # planned\n          ^^^^^^^^^^^^ review-order (warning): This review is logged for 3 Mar 2026, 21 days ahead. Correct the day, or log it once it has been held.',
    ],
    [
      'tomorrow',
      log('2026-01-20', '2026-02-11'),
      '  - date: 2026-02-11\n          ^^^^^^^^^^ review-order (warning): This review is logged for 11 Feb 2026, 1 day ahead. Correct the day, or log it once it has been held.',
    ],
    ['oldest first', log('2025-11-04', '2025-12-09', '2026-01-20'), ''],
    ['newest first', log('2026-01-20', '2025-12-09', '2025-11-04'), ''],
    ['two reviews', log('2026-01-20', '2025-11-04'), ''],
    ['two on one day', log('2025-11-04', '2025-12-09', '2025-12-09', '2026-01-20'), ''],
    ['all on one day', log('2026-01-20', '2026-01-20', '2026-01-20'), ''],
    ['today', log('2026-01-20', '2026-02-10'), ''],
    ['one', log('2026-01-20'), ''],
    ['a draft', log('2026-01-20', '2026-03-03').replace('status: active', 'status: draft'), ''],
    ['none', overlaid('review_history: []\n'), ''],
    ['a day that cannot be read', log('2025-11-04', 'Jan 20', '2025-12-09'), ''],
    ['a list of words', overlaid('review_history: [2025-11-04, 2026-01-20, 2025-12-09]\n'), ''],
    ['completed', log('2025-11-04', '2026-01-20', '2025-12-09').replace('status: active', 'status: completed'), ''],
    ['a goal card', log('2025-11-04', '2026-01-20', '2025-12-09').replace('status: active', 'format: goal_card'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  const history = (text: string) => text.slice(text.indexOf('review_history:'), text.indexOf('\nrenewal:'));

  it('sorts whole items with their comments, and leaves blank lines and the rest of the text', () => {
    const text = overlaid(`review_history:
  - date: 2025-11-04
    decisions: [Train the depots in the north first]

  # in Porto
  - date: 2026-01-20   # snow week
    summary: |
      # Depots
      The north is trained.
    decisions:
      - Train the south
      # by Ken
  - { date: 2025-12-09, decisions: [Rooms are booked] }   # by phone
`);
    expect(titles(rule, text)).toEqual(['Sort the reviews, oldest first']);
    const result = repaired(rule, text);
    expect(history(result)).toBe(`review_history:
  - date: 2025-11-04
    decisions: [Train the depots in the north first]
  - { date: 2025-12-09, decisions: [Rooms are booked] }   # by phone
  # in Porto
  - date: 2026-01-20   # snow week
    summary: |
      # Depots
      The north is trained.
    decisions:
      - Train the south
      # by Ken
`);
    expect(newLines(text, result)).toBe('');
    expect(result.length).toBe(text.length);
  });

  it('sorts a list in brackets too', () => {
    const text = flow('2025-11-04', '2026-01-20', '2025-12-09');
    expect(repaired(rule, text)).toBe(flow('2025-11-04', '2025-12-09', '2026-01-20'));
  });

  it('keeps blank lines between the items, and newest first', () => {
    const text = log('2026-01-20', '2025-12-09', '2025-10-28', '2025-11-04')
      .replaceAll(/( {2}- date: 2025)/g, '\n$1')
      .replace(/\n$/, '');
    expect(titles(rule, text)).toEqual(['Sort the reviews, newest first']);
    expect(history(repaired(rule, text))).toBe(
      `review_history:\n${['2026-01-20', '2025-12-09', '2025-11-04', '2025-10-28'].map(item).join('\n')}`,
    );
  });

  it.each([
    ['an anchor', log('2025-11-04', '&last 2026-01-20', '2025-12-09')],
    [
      'an alias',
      log('2025-11-04', '2026-01-20', '2025-12-09\n    attendees: *all').replace('  customer:', '  customer: &all'),
    ],
    [
      'a heading between',
      log('2025-11-04', '2026-01-20', '2025-12-09').replace(
        '  - date: 2025-12-09',
        '\n  # --- 2025 ---\n\n  - date: 2025-12-09',
      ),
    ],
    [
      'a comment on the whole list',
      log('2026-01-20', '2025-11-04', '2025-12-09').replace('review_history:\n', 'review_history:\n  # newest first\n'),
    ],
  ])('offers nothing with %s', (_, text) => {
    expect(markedBy(rule, text)).not.toBe('');
    expect(titles(rule, text)).toEqual([]);
  });

  it('corrects the year where the plan names the day', () => {
    const text = log('2025-11-04', '"2027-01-20"');
    expect(titles(rule, text)).toEqual(['Change to 20 Jan 2026, when the plan was last reviewed']);
    expect(newLines(text, repaired(rule, text))).toBe('  - date: "2026-01-20"');
    expect(titles(rule, log('2026-01-20', '2026-03-03'))).toEqual([]);
  });

  it('points to the neighbour', () => {
    const text = log('2025-11-04', '2026-01-20', '2025-12-09');
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['2026-01-20', 'The review of 20 Jan 2026'],
    ]);
  });

  it('tells once of thousands of reviews that are out of order', () => {
    const text = log(
      ...Array.from({ length: 3000 }, (_, i) => `20${String(10 + (i % 15))}-0${1 + (i % 9)}-1${i % 10}`),
    );
    expect(findingsOf(text).filter(one => one.rule === rule)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'plan-last-reviewed-mismatch';

const log = (...entries: string[]) =>
  `review_history:\n${entries.map(entry => `  - { date: ${entry}, attendees: [Dana Ruiz, Priya Shah], decisions: [Train the north first] }\n`).join('')}`;
const plan = (day: string, history = '') => overlaid(`plan:\n  last_reviewed: ${day}\n${history}`);
const KICKOFF = '2025-11-04, type: kickoff';

describe(rule, () => {
  it.each([
    [
      'older than the log',
      plan('"2025-12-16"'),
      '  last_reviewed: "2025-12-16"\n                 ^^^^^^^^^^^^ plan-last-reviewed-mismatch (warning): The plan says that it was last reviewed on 16 Dec 2025, but the log has a review of 20 Jan 2026. Bring the day up to date.',
    ],
    [
      'not moved on since the review before',
      plan('2025-11-04', log(KICKOFF, '2026-01-20')),
      '  last_reviewed: 2025-11-04\n                 ^^^^^^^^^^ plan-last-reviewed-mismatch (warning): The plan says that it was last reviewed on 4 Nov 2025, but the log has a review of 20 Jan 2026. Bring the day up to date.',
    ],
    [
      'newest first',
      plan('2025-11-04', log('2026-01-20', KICKOFF)),
      '  last_reviewed: 2025-11-04\n                 ^^^^^^^^^^ plan-last-reviewed-mismatch (warning): The plan says that it was last reviewed on 4 Nov 2025, but the log has a review of 20 Jan 2026. Bring the day up to date.',
    ],
    [
      'newer than the log',
      plan('2026-02-03'),
      '  last_reviewed: 2026-02-03\n                 ^^^^^^^^^^ plan-last-reviewed-mismatch (warning): The plan says that it was last reviewed on 3 Feb 2026, but the newest review in the log is that of 20 Jan 2026. Log what was decided on 3 Feb 2026, or correct the day.',
    ],
    [
      'a slip of the pen',
      plan('2026-01-21'),
      '  last_reviewed: 2026-01-21\n                 ^^^^^^^^^^ plan-last-reviewed-mismatch (warning): The plan says that it was last reviewed on 21 Jan 2026, but the newest review in the log is that of 20 Jan 2026. Log what was decided on 21 Jan 2026, or correct the day.',
    ],
    [
      'ahead',
      plan('2026-03-03'),
      '  last_reviewed: 2026-03-03\n                 ^^^^^^^^^^ plan-last-reviewed-mismatch (warning): The plan says that it was last reviewed on 3 Mar 2026, which is still ahead. The newest review in the log is that of 20 Jan 2026.',
    ],
    [
      'ahead, and nothing logged',
      overlaid('plan:\n  last_reviewed: 2026-03-03\n', ['review_history']),
      '  last_reviewed: 2026-03-03\n                 ^^^^^^^^^^ plan-last-reviewed-mismatch (warning): The plan says that it was last reviewed on 3 Mar 2026, which is still ahead. Write the day on which it was.',
    ],
    [
      'only a check-in since',
      plan('2025-11-04', log(KICKOFF, '2026-01-20, type: check_in')),
      '  last_reviewed: 2025-11-04\n                 ^^^^^^^^^^ plan-last-reviewed-mismatch (hint): The plan says that it was last reviewed on 4 Nov 2025, but the log has a check-in of 20 Jan 2026. Move the day on if the plan was looked at there.',
    ],
    [
      'empty',
      plan(''),
      '  last_reviewed:\n  ^^^^^^^^^^^^^ plan-last-reviewed-mismatch (hint): The last review was on 20 Jan 2026, as the log says. Write the day here as well.',
    ],
    [
      'in one line',
      overlaid('').replace(/plan:[\s\S]*?\n\n/, 'plan: { last_reviewed: 2025-12-16 }\n\n'),
      'plan: { last_reviewed: 2025-12-16 }\n                       ^^^^^^^^^^ plan-last-reviewed-mismatch (warning): The plan says that it was last reviewed on 16 Dec 2025, but the log has a review of 20 Jan 2026. Bring the day up to date.',
    ],
    ['the newest', plan('2026-01-20'), ''],
    ['the newest of several', plan('2026-01-20', log('2026-01-20', KICKOFF)), ''],
    ['absent', overlaid('plan:\n  status: active\n', ['plan.last_reviewed']), ''],
    ['no log', overlaid('plan:\n  last_reviewed: 2025-12-16\n', ['review_history']), ''],
    ['an empty log', plan('2025-12-16', 'review_history: []\n'), ''],
    ['a log that says none', plan('2025-12-16', 'review_history: none\n'), ''],
    ['a review that is still ahead', plan('2026-01-27', log(KICKOFF, '2027-01-27')), ''],
    ['both ahead', plan('2026-03-03', log('2026-01-20', '2026-03-03')), ''],
    ['after the next review, says plan-date-order', plan('2026-05-05'), ''],
    ['words', plan('last week'), ''],
    ['a review whose day cannot be read', plan('2025-12-16', log(KICKOFF, 'Jan 20')), ''],
    ['a review without a day', plan('2025-12-16', 'review_history:\n  - { summary: Order form is live }\n'), ''],
    ['a draft', overlaid('plan:\n  status: draft\n  last_reviewed: 2025-12-16\n'), ''],
    ['completed', overlaid('plan:\n  status: completed\n  last_reviewed: 2025-12-16\n'), ''],
    ['a goal card', overlaid('plan:\n  format: goal_card\n  last_reviewed: 2025-12-16\n'), ''],
    ['a file that cannot be read whole', overlaid('plan:\n  last_reviewed: 2025-12-16\n  title: "North\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  const fixes = (text: string) =>
    findingsOf(text)
      .filter(one => one.rule === rule)
      .flatMap(one => one.fixes());

  it('moves the day on, but never by itself: which of the two days holds, a person has to say', () => {
    const text = plan('"2025-11-04"  # kickoff', log(KICKOFF, '2026-01-20'));
    expect(fixes(text).map(fix => [fix.title, fix.safe])).toEqual([
      ['Set last_reviewed to 20 Jan 2026, the newest review in the log', false],
    ]);
    expect(newLines(text, repaired(rule, text))).toBe('  last_reviewed: "2026-01-20"  # kickoff');
    expect(fixes(plan('2025-12-16')).map(fix => fix.safe)).toEqual([false]);
    expect(fixes(plan('2025-11-04', log(KICKOFF, '2026-01-20, type: check_in'))).map(fix => fix.safe)).toEqual([false]);
  });

  it('offers either day where they are near', () => {
    const text = plan('2026-01-21');
    expect(titles(rule, text)).toEqual([
      'Set last_reviewed to 20 Jan 2026, the newest review in the log',
      'Set the review’s date to 21 Jan 2026, as last_reviewed says',
    ]);
    expect(titles(rule, text).map(title => newLines(text, repaired(rule, text, title)))).toEqual([
      '  last_reviewed: 2026-01-20',
      '  - date: "2026-01-21"',
    ]);
  });

  it('fills in an empty day, and writes in flow style', () => {
    const empty = plan('  # ask Dana');
    expect(newLines(empty, repaired(rule, empty))).toBe('  last_reviewed: "2026-01-20"   # ask Dana');
    const flow = overlaid('').replace(/plan:[\s\S]*?\n\n/, "plan: { last_reviewed: '2025-12-16', status: active }\n\n");
    expect(newLines(flow, repaired(rule, flow))).toBe("plan: { last_reviewed: '2026-01-20', status: active }");
  });

  it('touches no day that stands elsewhere', () => {
    const text = overlaid('plan:\n  version: &day 2025-12-16\n  last_reviewed: *day\n');
    expect(markedBy(rule, text)).toContain('*day');
    expect(titles(rule, text)).toEqual([]);
  });

  it('points to the newest review', () => {
    const text = plan('2025-12-16');
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['"2026-01-20"', 'The newest review, of 20 Jan 2026'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'risk-not-reviewed';

const review = (date: string, summary = 'Training goes on.') =>
  `  - date: "${date}"\n    attendees: [Dana Ruiz, Priya Shah]\n    summary: ${summary}\n`;
const TWO = review('2025-11-10') + review('2026-01-20');
const plan = (fields: string, { reviews = TWO, above = '' } = {}) =>
  overlaid(
    `${above}risks:\n  - id: R7\n    description: The data team is busy\n    mitigation: Weekly slot\n    owner: Dana Ruiz\n${fields}review_history:\n${reviews}`,
    ['risks', 'review_history'],
  );
const found = (how: string) =>
  `  - id: R7\n        ^^ ${rule} (info): Risk R7 ${how}, and the reviews of 10 Nov 2025 and 20 Jan 2026 passed it over. Look at it once more: still open, smaller, or closed?`;
const OLD = '    reviewed_on: 2025-11-09\n';
const SEEN = found('was last looked at on 9 Nov 2025');

describe(rule, () => {
  it.each<readonly [string, string, string]>([
    ['the day before the second-newest review', plan(OLD), SEEN],
    ['open by word', plan(`    status: open\n${OLD}`), SEEN],
    ['never reviewed', plan('    opened_on: "2025-10-20"\n'), found('was written down on 20 Oct 2025')],
    [
      'an empty day of review',
      plan('    opened_on: 2025-10-20\n    reviewed_on:\n'),
      found('was written down on 20 Oct 2025'),
    ],
    [
      'reviews in any order',
      plan(OLD, { reviews: review('2026-01-20') + review('2025-06-02') + review('2025-11-10') }),
      SEEN,
    ],
    ['two entries of one day', plan(OLD, { reviews: TWO + review('2026-01-20') }), SEEN],
    ['a review in the future does not count', plan(OLD, { reviews: TWO + review('2026-03-20') }), SEEN],
    [
      'another risk is named',
      plan(OLD, { reviews: review('2025-11-10', 'R77 and R1 are smaller.') + review('2026-01-20') }),
      SEEN,
    ],
    ['the sound plan', soundPlan(), ''],
    ['on the day of the second-newest review', plan('    reviewed_on: 2025-11-10\n'), ''],
    ['opened long ago, reviewed lately', plan('    opened_on: 2025-05-05\n    reviewed_on: 2026-01-20\n'), ''],
    ['opened since', plan('    opened_on: 2025-12-05\n'), ''],
    ['no dates', plan(''), ''],
    ['a date that cannot be read', plan('    opened_on: 2025-05-05\n    reviewed_on: last autumn\n'), ''],
    ['a single review', plan(OLD, { reviews: review('2026-01-20') }), ''],
    [
      'one of the two reviews names it',
      plan(OLD, { reviews: review('2025-11-10', 'We talked about r7.') + review('2026-01-20') }),
      '',
    ],
    ...['mitigated', 'accepted', 'closed', 'opne'].map(
      status => [status, plan(`    status: ${status}\n${OLD}`), ''] as const,
    ),
    ['a goal card', plan(OLD, { above: 'plan:\n  format: goal_card\n' }), ''],
    ['an archived plan', plan(OLD, { above: 'plan:\n  status: archived\n' }), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to the two reviews', () => {
    const text = plan(OLD);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['"2025-11-10"', 'The review of 10 Nov 2025'],
      ['"2026-01-20"', 'The review of 20 Jan 2026'],
    ]);
  });
});

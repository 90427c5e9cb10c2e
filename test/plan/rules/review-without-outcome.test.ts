import { describe, expect, it } from 'vitest';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'review-without-outcome';

const review = (fields: string, more = '') =>
  overlaid(`review_history:\n  - date: "2026-01-20"\n    attendees: [Dana Ruiz, Priya Shah]\n${fields}${more}`);

describe(rule, () => {
  it.each([
    [
      'neither',
      review('    summary: Order form is live, training has begun.\n'),
      '  - date: "2026-01-20"\n          ^^^^^^^^^^^^ review-without-outcome (hint): The review of 20 Jan 2026 decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.',
    ],
    [
      'only the day',
      overlaid('review_history:\n  - date: 2026-01-20\n'),
      '  - date: 2026-01-20\n          ^^^^^^^^^^ review-without-outcome (hint): The review of 20 Jan 2026 decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.',
    ],
    [
      'in flow style',
      overlaid('review_history: [{ date: 2026-01-20, type: qbr }]\n'),
      'review_history: [{ date: 2026-01-20, type: qbr }]\n                         ^^^^^^^^^^ review-without-outcome (hint): The review of 20 Jan 2026 decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.',
    ],
    [
      'none',
      review('    plan_changes: none\n'),
      '  - date: "2026-01-20"\n          ^^^^^^^^^^^^ review-without-outcome (hint): The review of 20 Jan 2026 decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.',
    ],
    [
      'no changes',
      review('    plan_changes: No changes.\n'),
      '  - date: "2026-01-20"\n          ^^^^^^^^^^^^ review-without-outcome (hint): The review of 20 Jan 2026 decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.',
    ],
    [
      'empty decisions',
      review('    decisions:\n    plan_changes: none\n'),
      '    decisions:\n    ^^^^^^^^^ review-without-outcome (hint): The review of 20 Jan 2026 decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.',
    ],
    [
      'an empty list',
      review('    decisions: []\n'),
      '    decisions: []\n    ^^^^^^^^^ review-without-outcome (hint): The review of 20 Jan 2026 decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.',
    ],
    [
      'decisions to be written',
      review('    decisions: [TBD]\n    plan_changes: []\n'),
      '    decisions: [TBD]\n    ^^^^^^^^^ review-without-outcome (hint): The review of 20 Jan 2026 decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.',
    ],
    [
      'empty actions',
      review('    actions: []\n'),
      '  - date: "2026-01-20"\n          ^^^^^^^^^^^^ review-without-outcome (hint): The review of 20 Jan 2026 decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.',
    ],
    [
      'a kickoff',
      review('    type: kickoff\n'),
      '  - date: "2026-01-20"\n          ^^^^^^^^^^^^ review-without-outcome (hint): The review of 20 Jan 2026 decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.',
    ],
    ['a decision', review('    decisions: [Train the depots in the north first]\n'), ''],
    ['a decision in one value', review('    decisions: Train the depots in the north first\n'), ''],
    ['decisions as groups', review('    decisions: [{ what: Train the north, who: Ken Abe }]\n'), ''],
    ['a change', review('    plan_changes: ["O1 milestone 2 target date moved from Mar 1 to Mar 31"]\n'), ''],
    ['a change in words', review('    plan_changes: Training moved to March\n'), ''],
    ['an action', review('    actions: [{ description: Book the rooms, owner: Ken Abe, due_date: 2026-02-20 }]\n'), ''],
    ['a check-in', review('    type: check_in\n'), ''],
    ['still ahead', overlaid('review_history:\n  - date: 2026-03-03\n'), ''],
    ['no group', overlaid('review_history: [2026-01-20]\n'), ''],
    ['a draft', review('').replace('status: active', 'status: draft'), ''],
    ['completed', review('').replace('status: active', 'status: completed'), ''],
    ['a goal card', review('').replace('status: active', 'format: goal_card'), ''],
    ['a file that cannot be read whole', review('    summary: "Order form is live\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('speaks of each review for itself', () => {
    const text = overlaid(
      'review_history:\n  - { date: 2025-11-04, type: kickoff }\n  - { date: 2026-01-20, decisions: [Train the north first] }\n',
    );
    expect(markedBy(rule, text)).toContain('The review of 4 Nov 2025 decided nothing');
    expect(markedBy(rule, text)).not.toContain('20 Jan 2026');
  });
});

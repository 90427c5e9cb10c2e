import { expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { overlaid } from '../../support/overlay.ts';
import { told } from '../../support/told.ts';

/** Errors and warnings about a plan that has these lines laid over the sound one. */
const loud = (text: string) => told(text).filter(line => /^(?:error|warning)/.test(line));

const review = (changes: string, status: string) =>
  overlaid(`review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Returns fell to 5.2%.
    decisions: [Keep the targets]
    plan_changes: ${changes}
    actions:
      - { description: Send the January figures, owner: Ken Abe, due_date: "2026-02-20", status: ${status} }
`);

it.each(['open', 'pending', 'in_progress', 'blocked', 'done', 'complete', 'cancelled', 'skipped'])(
  'takes %s as the status of an action, as people carry it over from milestones',
  status => {
    expect(loud(review('none', status))).toEqual([]);
  },
);

it('still knows what is no status of an action', () => {
  expect(loud(review('none', 'finito'))).toHaveLength(1);
});

it.each(['None', 'NONE', 'none'])('reads plan_changes: %s as no change', changes => {
  expect(loud(review(changes, 'open'))).toEqual([]);
});

it.each(['yes', 'Yes', 'true', 'No', 'NO'])('reads co_created: %s as an answer', answer => {
  expect(loud(overlaid(`agreement:\n  co_created: ${answer}\n`))).toEqual([]);
});

it('asks for yes or no, and not for quotes, where neither stands', () => {
  const [finding] = loud(overlaid('agreement:\n  co_created: maybe\n'));
  expect(finding).toMatch(/^error schema at maybe/);
});

it.each(['weekly', 'every Tuesday', 'bi-weekly', 'on demand'])('lets a meeting take place %s', cadence => {
  const meeting = `{ name: Working session, cadence: ${cadence}, attendees: [Ken Abe, Priya Shah] }`;
  expect(loud(overlaid(`communication:\n  meetings:\n    - ${meeting}\n`))).toEqual([]);
});

it.each(['constructor', 'toString', '__proto__'])('does not break on somebody called %s', name => {
  const text = soundPlan().replace(
    'status: in_progress\n        owner: Ken Abe',
    `status: in_progress\n        owner: ${name}`,
  );
  expect(loud(text).join('\n')).toContain(`warning person-unknown at ${name}`);
});

it.each(['cancelled', 'dropped', 'on hold', 'Parked until 2027'])(
  'says of an outcome that is %s nothing but that the word is none of the format',
  status => {
    const text = overlaid(`outcomes:
  - id: O9
    description: Loyalty app for shippers
    status: ${status}
    milestones:
      - { name: App in the store, target_date: 2026-01-15, status: pending, owner: Ken Abe }
`);
    expect(told(text).map(line => line.replace(/ at .*/, ''))).toEqual(['error schema']);
  },
);

import { describe, expect, it } from 'vitest';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'plan-not-mutual';

/** The sound plan with everything in the vendor's hands, and then changed. */
const ours = (change: (text: string) => string = text => text, fragment = '') =>
  change(
    overlaid(fragment, ['plan.co_owner'])
      .replaceAll(/owner: (?:Dana Ruiz|Ken Abe)/g, 'owner: Priya Shah')
      .replace('attendees: [Dana Ruiz, Ken Abe, Priya Shah]', 'attendees: [Priya Shah]'),
  );
const swap = (from: string, to: string) => ours(text => text.replace(from, to));
const found = (what: string, parts: string, severity = 'warning') =>
  `plan:\n^^^^ ${rule} (${severity}): ${what} in this plan is in the hands of Northwind Traders: ${parts} and the plan has no co-owner. Agree with them on the steps that they take, and name a co-owner there.`;
const FOUND = found('Nothing', 'none of the 7 steps is theirs, nobody from there was at the review');
const HARDLY = found('Hardly anything', 'none of the 7 steps is theirs, nobody from there was at the review', 'info');
const LAST = 'owner: Priya Shah\n        kind: validation\n\nrisks';

describe(rule, () => {
  it.each([
    ['a plan of the vendor’s alone', ours(), FOUND],
    ['an empty co-owner', ours(text => text, 'plan:\n  co_owner:\n'), FOUND],
    ['a placeholder for one', ours(text => text, 'plan:\n  co_owner: TBD\n'), FOUND],
    [
      'no review yet',
      ours(text => text.replace(/review_history:[\s\S]*?\n\n/, '')),
      found('Nothing', 'none of the 7 steps is theirs'),
    ],
    ['nicknames of the vendor', swap('owner: Priya Shah\n        kind', 'owner: CSM\n        kind'), FOUND],
    [
      'only a risk is theirs',
      ours(text => text.replace('status: open\n    owner: Priya Shah', 'status: open\n    owner: Dana Ruiz')),
      HARDLY,
    ],
    [
      'only a signature is theirs',
      ours(
        text => text,
        'agreement:\n  sign_offs: [{ person: Dana Ruiz, scope: plan, status: signed, signed_on: 2025-11-05 }]\n',
      ),
      HARDLY,
    ],
    ['a goal card', ours(text => text, 'plan:\n  format: goal_card\n'), FOUND.replace('(warning)', '(info)')],
    ['the sound plan', overlaid(''), ''],
    ['a co-owner', ours(text => text, 'plan:\n  co_owner: Dana Ruiz\n'), ''],
    ['a milestone of theirs', swap(LAST, LAST.replace('Priya Shah', 'Dana Ruiz')), ''],
    ['a milestone of both', swap(LAST, LAST.replace('Priya Shah', '[Priya Shah, dana ruiz]')), ''],
    [
      'a milestone of theirs at the top level',
      ours(text => `${text}\nmilestones:\n  - { name: Depots equipped, owner: Ken Abe }\n`),
      '',
    ],
    [
      'a decision step of theirs',
      ours(text => `${text}\ndecision:\n  steps: [{ name: Contract read, owner: Ken Abe }]\n`),
      '',
    ],
    ['a review with them', swap('attendees: [Priya Shah]', 'attendees: [Priya Shah, Ken Abe]'), ''],
    ['a review with one of them in a single value', swap('attendees: [Priya Shah]', 'attendees: Ken Abe'), ''],
    ['a misspelt name of theirs', swap('attendees: [Priya Shah]', 'attendees: [Priya Shah, Ken Abbe]'), ''],
    ['a name that could be anybody’s', swap('attendees: [Priya Shah]', 'attendees: [Priya Shah, Olu Adeyemi]'), ''],
    ['a team that could be anybody’s', swap(LAST, LAST.replace('Priya Shah', 'Finance team')), ''],
    ['the customer’s team', swap(LAST, LAST.replace('Priya Shah', 'Customer team')), ''],
    [
      'steps of which most have no owner',
      ours(text =>
        text
          .replaceAll(/\n {8}owner: Priya Shah/g, '')
          .replace('status: pending\n', 'status: pending\n        owner: Priya Shah\n'),
      ),
      '',
    ],
    [
      'nobody at the customer, which another rule says',
      ours(text => text.replace(/ {2}customer:\n {4}- name[\s\S]*? {2}vendor/, '  customer: []\n  vendor')),
      '',
    ],
    ['a draft', ours(text => text, 'plan:\n  status: draft\n'), ''],
    ['a completed plan', ours(text => text, 'plan:\n  status: completed\n'), ''],
    ['people who cannot be read whole', ours(text => text.replace('name: Ken Abe', 'name: "Ken Abe')), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('keeps still in a new plan without any work', () => {
    expect(
      markedBy(
        rule,
        'plan:\n  status: active\nstakeholders:\n  customer: [{ name: Dana Ruiz }]\n  vendor: [{ name: Priya Shah }]\noutcomes:\n  - { id: O1, description: Cut order entry from 12 to 4 minutes }\n',
      ),
    ).toBe('');
  });

  it('judges a pre-sale plan by its decision steps', () => {
    const text = (owner: string) =>
      `plan:\n  status: active\n  stage: pre_sale\nstakeholders:\n  customer: [{ name: Dana Ruiz }]\n  vendor: [{ name: Priya Shah }]\ndecision:\n  steps:\n    - { name: Contract read, owner: ${owner} }\n`;
    expect(markedBy(rule, text('Dana Ruiz'))).toBe('');
    expect(markedBy(rule, text('Priya Shah'))).toContain(
      'the one step with an owner is not theirs and the plan has no co-owner.',
    );
  });
});

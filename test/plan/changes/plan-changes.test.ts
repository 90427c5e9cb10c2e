import { describe, expect, it } from 'vitest';
import type { PlanChange } from '../../../plan/changes/change.ts';
import { planChanges } from '../../../plan/changes/plan-changes.ts';
import { type Agenda, type Plan, readDocuments } from '../../../plan/model/index.ts';
import { parse } from '../../../plan/syntax/parse.ts';
import { soundPlan } from '../../support/examples.ts';

function modelOf(text: string): Plan | Agenda {
  const [document] = readDocuments(parse(text));
  if (!document) throw new Error('nothing was read');
  return document.model;
}

/** The changes from the sound plan to the same with some of its text replaced. */
function changes(...replaced: readonly (readonly [from: string, to: string])[]): readonly PlanChange[] {
  return between(soundPlan(), changed(soundPlan(), replaced));
}

function changed(text: string, replaced: readonly (readonly [from: string, to: string])[]): string {
  return replaced.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`the plan does not hold “${from}”`);
    return all.replace(from, () => to);
  }, text);
}

function between(old: string, now: string): readonly PlanChange[] {
  return planChanges(modelOf(old), modelOf(now));
}

const sentences = (...replaced: readonly (readonly [from: string, to: string])[]) =>
  changes(...replaced).map(({ sentence }) => sentence);

const O1 = 'Outcome O1 (“Cut the time to enter an order from 12 minutes to…”)';
const O2 = 'Outcome O2 (“Bring wrong deliveries down from 10% to 3%”)';

describe('a goal', () => {
  it.each([
    ['goal: 4 minutes', 'goal: 5 minutes', 'lowered', 'asks for less: 5 minutes instead of 4 minutes'],
    ['goal: 4 minutes', 'goal: 3 minutes', 'raised', 'asks for more: 3 minutes instead of 4 minutes'],
    ['goal: 4 minutes', 'goal: 300 seconds', 'lowered', 'asks for less: 300 seconds instead of 4 minutes'],
    ['goal: 4 minutes', 'goal: $4', 'changed', 'changed from 4 minutes to $4'],
    ['goal: 4 minutes', 'goal: 14 minutes', 'changed', 'changed from 4 minutes to 14 minutes'],
    ['goal: 4 minutes', 'goal: TBD', 'changed', 'changed from 4 minutes to TBD'],
    ['      goal: 4 minutes\n', '', 'removed', 'is gone; it was 4 minutes'],
  ] as const)('%s → %s', (from, to, kind, said) => {
    const [change, ...others] = changes([from, to]);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ topic: 'goal', kind, field: 'outcomes[O1].target.goal' });
    expect(change?.sentence).toBe(`${O1}: the goal ${said}.`);
  });

  it('asks for more or less by its own bound where there is no baseline', () => {
    const without = changed(soundPlan(), [
      ['      current: 12 minutes\n', ''],
      ['goal: 4 minutes', 'goal: at most 4 minutes'],
    ]);
    const [change] = between(without, changed(without, [['goal: at most 4', 'goal: at most 6']]));
    expect(change).toMatchObject({ kind: 'lowered' });
  });

  it('of a key result is told as that', () => {
    const results =
      '    key_results:\n      - id: KR1\n        baseline: { current: 10 calls }\n        target: { goal: 20 calls }\n';
    const old = changed(soundPlan(), [
      ['    status: in_progress\n    renewal', `${results}    status: in_progress\n    renewal`],
    ]);
    expect(
      between(old, changed(old, [['20 calls', '15 calls']])).map(one => [one.kind, one.field, one.sentence]),
    ).toEqual([
      [
        'lowered',
        'outcomes[O1].key_results[KR1].target.goal',
        'Key result KR1 of O1: the goal asks for less: 15 calls instead of 20 calls.',
      ],
    ]);
  });
});

describe('days', () => {
  it('moved say from when to when, and by how much', () => {
    expect(sentences(['target_date: "2026-06-30"', 'target_date: "2026-07-31"'])).toEqual([
      `${O1}: the target date moved from 30 Jun 2026 to 31 Jul 2026, 31 days later.`,
    ]);
    expect(sentences(['2026-03-31', '2026-03-30'])).toEqual([
      'Milestone “All depots trained” of O1: the target date moved from 31 Mar 2026 to 30 Mar 2026, 1 day earlier.',
    ]);
    expect(sentences(['renewal_date: "2026-10-01"', 'renewal_date: "2027-01-01"'])).toEqual([
      'The renewal moved from 1 Oct 2026 to 1 Jan 2027, 92 days later.',
    ]);
    expect(sentences(['next_review: "2026-04-21"', 'next_review: "2026-05-21"'])).toEqual([
      'The next review moved from 21 Apr 2026 to 21 May 2026, 30 days later.',
    ]);
  });

  it('that are no days are told as they are written', () => {
    expect(sentences(['2026-03-31', 'end of March'])).toEqual([
      'Milestone “All depots trained” of O1: the target date changed from 31 Mar 2026 to end of March.',
    ]);
  });

  it('that are new or gone are told as that', () => {
    expect(sentences(['        target_date: "2026-03-31"\n', ''])).toEqual([
      'Milestone “All depots trained” of O1: the target date is gone; it was 31 Mar 2026.',
    ]);
    expect(sentences(['        owner: Ken Abe\n      - name: Four', '      - name: Four'])).toEqual([
      'Milestone “All depots trained” of O1: the owner is gone; it was Ken Abe.',
    ]);
    expect(
      sentences([
        '        status: in_progress\n        owner: Ken Abe\n      - name: Four',
        '        actual_date: "2026-02-09"\n        status: complete\n        owner: Ken Abe\n      - name: Four',
      ]),
    ).toEqual([
      'Milestone “All depots trained” of O1: the status changed from in progress to complete.',
      'Milestone “All depots trained” of O1: the day of completion is now 9 Feb 2026; there was none.',
    ]);
  });
});

describe('values', () => {
  it.each([
    [
      'owner: Priya Shah\n  co_owner',
      'owner: Tom Reed\n  co_owner',
      'owner',
      'plan.owner',
      'The owner of the plan changed from Priya Shah to Tom Reed.',
    ],
    [
      'owner: Ken Abe\n      - name: Four',
      'owner: [Ken Abe, Dana Ruiz]\n      - name: Four',
      'owner',
      'outcomes[O1].milestones[1].owner[1]',
      'Milestone “All depots trained” of O1: owner Dana Ruiz was added.',
    ],
    [
      'arr: "$84,000"',
      'arr: "$63,000"',
      'renewal',
      'customer.contract.arr',
      'The yearly value of the contract changed from $84,000 to $63,000, 25% less.',
    ],
    [
      'current: 10%',
      'current: 12%',
      'goal',
      'outcomes[O2].baseline.current',
      `${O2}: the baseline changed from 10% to 12%.`,
    ],
    [
      'status: active',
      'status: at_risk',
      'status',
      'plan.status',
      'The status of the plan changed from active to at risk.',
    ],
    ['impact: medium', 'impact: high', 'risk', 'risks[R1].impact', 'Risk R1: the impact changed from medium to high.'],
    [
      'value: 8%',
      'value: 7%',
      'measurement',
      'outcomes[O2].measurements[0].value',
      'The measurement of 20 Jan 2026 of O2: the value changed from 8% to 7%.',
    ],
    [
      'engagement: active\n      priorities',
      'engagement: low\n      priorities',
      'person',
      'stakeholders.customer[0].engagement',
      'Dana Ruiz: the engagement changed from active to low.',
    ],
    [
      'plan_changes: none',
      'plan_changes: [O1 moved]',
      'review',
      'review_history[0].plan_changes[0]',
      'The review of 20 Jan 2026: plan change “O1 moved” was added.',
    ],
    [
      'Show the saved hours',
      'Show the saved days',
      'renewal',
      'renewal.strategy',
      'The renewal strategy changed from “Show the saved hours in the August review” to “Show the saved days in the August review”.',
    ],
    ['customer:\n', 'x_health: 3\ncustomer:\n', 'plan', 'x_health', '“x_health” was added: “3”.'],
    ['  industry: L', '  x_tier: gold\n  industry: L', 'plan', 'customer.x_tier', '“x_tier” was added: “gold”.'],
  ] as const)('%s → %s', (from, to, topic, field, sentence) => {
    expect(changes([from, to]).map(one => [one.topic, one.field, one.sentence])).toEqual([[topic, field, sentence]]);
  });

  it('have their place in the newer text', () => {
    const now = changed(soundPlan(), [
      ['goal: 4 minutes', 'goal: 5 minutes'],
      ['  industry: Logistics\n', ''],
    ]);
    const told = between(soundPlan(), now).map(({ at }) => now.slice(at.start, at.end));
    expect(told).toEqual(['5 minutes', 'Northwind Traders']);
  });

  it('that are long are quoted where they differ', () => {
    const long =
      'Regional freight forwarder with eleven depots in the north, each with a desk of its own, and with two systems';
    const old = changed(soundPlan(), [
      ['Regional freight forwarder with eleven depots.', `${long} that nobody connects.`],
    ]);
    const [change] = between(old, changed(old, [['two systems', 'three systems']]));
    expect(change?.sentence).toBe(
      'The context changed from “…of its own, and with two systems that nobody connects.” to “…of its own, and with three systems that nobody connects.”.',
    );
  });
});

describe('things that come and go', () => {
  it('are outcomes, with what they hold', () => {
    const text = soundPlan();
    const third = text.slice(text.indexOf('  - id: O3'), text.indexOf('risks:'));
    expect(between(text, text.replace(third, '')).map(one => [one.topic, one.kind, one.field, one.sentence])).toEqual([
      [
        'goal',
        'removed',
        'outcomes[O3]',
        'Outcome O3 was dropped; it was: “Answer customers’ delivery questions within 1 hour instead of 6 hours”, goal 1 hour, by 31 Jul 2026, with 2 milestones.'.replace(
          '’',
          "'",
        ),
      ],
    ]);
    expect(between(text.replace(third, ''), text)).toMatchObject([{ kind: 'added', field: 'outcomes[O3]' }]);
  });

  it('are milestones, risks, people, measurements and reviews', () => {
    const told = sentences(
      [
        '      - name: All depots trained\n        target_date: "2026-03-31"\n        status: in_progress\n        owner: Ken Abe\n',
        '',
      ],
      [
        'risks:\n',
        'risks:\n  - id: R2\n    description: The sponsor retires in June\n    impact: high\n    likelihood: high\n    owner: Priya Shah\n',
      ],
      ['    - name: Ken Abe\n      role: Depot Manager', '    - name: Ines Roth\n      role: Depot Manager'],
      ['        value: 8%\n', '        value: 8%\n      - date: "2026-02-09"\n        value: 6%\n'],
      [
        'review_history:\n',
        'review_history:\n  - date: "2026-02-09"\n    type: check_in\n    attendees: [Dana Ruiz]\n    summary: All is well.\n',
      ],
    );
    expect(told).toEqual([
      'Milestone “All depots trained” of O1 was dropped; it was: due 31 Mar 2026, in progress, owner Ken Abe.',
      'Outcome O2: a measurement was added: 6% on 9 Feb 2026.'.replace('Outcome O2', O2),
      'Risk R2 was added: “The sponsor retires in June”, impact high, likelihood high, owner Priya Shah.',
      'Ken Abe is no longer listed on the customer’s side, as Depot Manager, day to day contact.',
      'Ines Roth is new on the customer’s side: Depot Manager, day to day contact.',
      'The review of 9 Feb 2026 was logged: “All is well.”.',
    ]);
  });

  it('are one where only the name is another', () => {
    expect(sentences(['name: All depots trained', 'name: All eleven depots trained'])).toEqual([
      'Milestone “All depots trained” of O1 is now called “All eleven depots trained”.',
    ]);
    expect(sentences(['description: The data team is busy', 'description: Their data team is busy'])).toEqual([
      'Risk R1 is now described as “Their data team is busy with a migration until March”, before: “The data team is busy with a migration until March”.',
    ]);
    expect(sentences(['id: O3', 'id: O4'])).toEqual([
      `Outcome O4 (“Answer customers' delivery questions within 1 hou…”): the id changed from O3 to O4.`,
    ]);
  });

  it('are one where a milestone belongs to another outcome', () => {
    const milestone =
      '      - name: Address check switched on\n        target_date: "2026-02-27"\n        status: in_progress\n        owner: Ken Abe\n';
    const moved = soundPlan()
      .replace(milestone, '')
      .replace(
        '      - name: All depots trained\n',
        () => `${milestone.replace('02-27', '03-27')}      - name: All depots trained\n`,
      );
    expect(between(soundPlan(), moved).map(({ sentence }) => sentence)).toEqual([
      'Milestone “Address check switched on” of O1: the target date moved from 27 Feb 2026 to 27 Mar 2026, 28 days later.',
      'Milestone “Address check switched on” of O1 belongs to outcome O1 now; it belonged to outcome O2.',
    ]);
  });
});

it('tells first what a reviewer must not miss', () => {
  const told = changes(
    ['industry: Logistics', 'industry: Transport'],
    ['owner: Priya Shah\n  co_owner', 'owner: Tom Reed\n  co_owner'],
    ['target_date: "2026-03-31"', 'target_date: "2026-04-30"'],
    ['renewal_date: "2026-10-01"', 'renewal_date: "2026-11-01"'],
    ['target_date: "2026-07-31"', 'target_date: "2026-08-31"'],
    ['goal: 3%', 'goal: 4%'],
    ['goal: 4 minutes', 'goal: 3 minutes'],
  );
  expect(told.map(({ topic, kind, field }) => `${topic} ${kind} ${field}`)).toEqual([
    'goal lowered outcomes[O2].target.goal',
    'goal later outcomes[O3].target.target_date',
    'goal raised outcomes[O1].target.goal',
    'renewal later customer.contract.renewal_date',
    'milestone later outcomes[O1].milestones[1].target_date',
    'owner changed plan.owner',
    'plan changed customer.industry',
  ]);
});

describe('nothing is told', () => {
  it.each([
    ['of comments and blank lines', 'customer:\n', '\n\n# the customer\ncustomer: # here\n'],
    ['of quotes', 'company: Northwind Traders', 'company: "Northwind Traders"'],
    ['of a text that is folded', 'context: Regional freight', 'context: >\n    Regional\n    freight'],
    [
      'of the order of keys',
      '  industry: Logistics\n  segment: enterprise\n',
      '  segment: enterprise\n  industry: Logistics\n',
    ],
    ['of flow style', 'plan_changes: none', 'plan_changes:\n      none'],
    ['of an amount in another unit', 'goal: 4 minutes', 'goal: 240 seconds'],
    [
      'of empty keys',
      '        status: pending\n        owner: Dana Ruiz\n',
      '        actual_date: null\n        status: pending\n        owner: Dana Ruiz\n        blockers: []\n',
    ],
    ['of one owner in a list', 'owner: Dana Ruiz\n        kind', 'owner: [Dana Ruiz]\n        kind'],
    ['of yes and true', 'co_created: yes', 'co_created: true'],
    [
      'of people in another order',
      'attendees: [Dana Ruiz, Ken Abe, Priya Shah]',
      'attendees: [Priya Shah, Dana Ruiz, Ken Abe]',
    ],
    ['of a list that is empty', 'review_history:\n', 'phases: []\nreview_history:\n'],
  ])('%s', (_, from, to) => {
    expect(sentences([from, to])).toEqual([]);
  });

  it('of a name in other capitals, or with a form of address', () => {
    expect(sentences(['owner: Ken Abe\n      - name: Four', 'owner: Mr. KEN  Abe\n      - name: Four'])).toEqual([]);
  });

  it('of an anchor in place of what it stands for', () => {
    const both = 'milestones:\n  - { name: A, owner: &both [Ken Abe, Dana Ruiz] }\n  - { name: B, owner: ';
    expect(between(`${both}[Ken Abe, Dana Ruiz] }\n`, `${both}*both }\n`)).toEqual([]);
    expect(between(`${both}[Ken Abe, Tom Reed] }\n`, `${both}*both }\n`)).toHaveLength(1);
  });

  it('of outcomes in another order', () => {
    const text = soundPlan();
    const third = text.slice(text.indexOf('  - id: O3'), text.indexOf('risks:'));
    expect(
      between(
        text,
        text.replace(third, '').replace('outcomes:\n', () => `outcomes:\n${third}`),
      ),
    ).toEqual([]);
  });
});

it('calls things by what they stand in, however deep, where they have no ids', () => {
  const old =
    'outcomes:\n  - description: Grow orders\n    milestones:\n      - name: Shop live\n        actions: [{ description: Book the hall, due_date: 2026-02-01 }]\n    key_results: [{ description: Orders a week }]\n';
  const now = changed(old, [
    ['02-01', '02-03'],
    ['Orders a week }', 'Orders a week, measurements: [{ date: 2026-02-01, value: 9 orders }] }'],
  ]);
  expect(between(old, now).map(({ sentence }) => sentence)).toEqual([
    'Action “Book the hall” of milestone “Shop live” of the outcome “Grow orders”: the due date moved from 1 Feb 2026 to 3 Feb 2026, 2 days later.',
    'Key result “Orders a week” of the outcome “Grow orders”: a measurement was added: 9 orders on 1 Feb 2026.',
  ]);
});

it('compares agendas', () => {
  const old =
    'qbr:\n  date: "2026-04-21"\n  duration: 60 minutes\n  agenda:\n    - topic: Progress\n      duration: 20 minutes\n    - topic: Risks\n      duration: 10 minutes\n';
  const now = old.replace('60 minutes', '45 minutes').replace('    - topic: Risks\n      duration: 10 minutes\n', '');
  expect(between(old, now).map(({ sentence }) => sentence)).toEqual([
    'Topic “Risks” was removed.',
    'The length of the review changed from 60 minutes to 45 minutes.',
  ]);
});

it('survives anything', () => {
  const odd = [
    '',
    'plan: 3\n',
    'outcomes: none\n',
    'outcomes:\n  O1: x\n',
    'outcomes:\n  - text\n  - []\n  - { id: O1, target: soon }\n',
    'a: &a [1, *a]\nplan: *a\n',
    '- list\n',
    'milestones: [{ name: A }, { name: A }, { name: A }]\n',
  ];
  for (const old of odd) for (const now of [...odd, soundPlan()]) expect(() => between(old, now)).not.toThrow();
  for (const text of odd) expect(between(text, text)).toEqual([]);
});

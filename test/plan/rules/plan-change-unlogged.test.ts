import { describe, expect, it } from 'vitest';
import { applyEdits, Checker, readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import type { PlanVersion } from '../../../plan/history/versions.ts';
import { parseSound } from '../../../plan/syntax/fast/parse-sound.ts';
import { EXAMPLE_DAY, soundPlan } from '../../support/examples.ts';
import { findingsOf, marked } from '../../support/findings.ts';
import { newLines } from '../../support/repairs.ts';

const RULE = 'plan-change-unlogged';
/** What the last review, of 20 January 2026, left. */
const REVIEWED = soundPlan()
  .replace('Cut the time to enter an order from 12 minutes to 4 minutes', 'Cut the time to enter an order')
  .replace('within 1 hour instead of 6 hours', 'on the same morning');

type Change = readonly [from: string | RegExp, to: string];
function changed(...changes: readonly Change[]): string {
  return changes.reduce((text, [from, to]) => {
    const result = text.replace(from, to);
    expect(result, `nothing is called ${from}`).not.toBe(text);
    return result;
  }, REVIEWED);
}
const at = (committedOn: string, text = REVIEWED): PlanVersion => ({ text, committedOn: day(committedOn) });
const said = (text: string, history: readonly PlanVersion[] | undefined = [at('2026-01-20')], today = EXAMPLE_DAY) =>
  findingsOf(text, today, undefined, history).filter(finding => finding.rule === RULE);
const told = (text: string, history?: readonly PlanVersion[], today?: string) =>
  said(text, history, today).map(one => `${one.severity} ${text.slice(one.start, one.end)}`);
const logged = (entry: string): Change => ['plan_changes: none', `plan_changes:\n      - ${entry}`];
const decided = (entry: string): Change => ['- Depots in the north are trained first', `- ${entry}`];

const O1_DATE: Change = [
  'goal: 4 minutes\n      target_date: "2026-06-30"',
  'goal: 4 minutes\n      target_date: "2026-07-31"',
];
const O3_DATE: Change = [
  'goal: 1 hour\n      target_date: "2026-07-31"',
  'goal: 1 hour\n      target_date: "2026-08-31"',
];
const O1_GOAL: Change = ['goal: 4 minutes', 'goal: 5 minutes'];
const O1_BASE: Change = ['current: 12 minutes', 'current: 15 minutes'];
const TRAINED: Change = ['target_date: "2026-03-31"', 'target_date: "2026-04-30"'];
const KEN_TO_DANA: Change = ['owner: Ken Abe', 'owner: Dana Ruiz'];
const NO_O3: Change = [/ {2}- id: O3[\s\S]*?(?=\nrisks:)/, ''];

describe('what nobody logged', () => {
  it.each<[string, string, readonly string[]]>([
    ['the target date of an outcome', changed(O1_DATE), ['info "2026-07-31"']],
    ['the goal of an outcome', changed(O1_GOAL), ['info 5 minutes']],
    ['the date of a milestone', changed(TRAINED), ['info "2026-04-30"']],
    ['the owner of a milestone', changed(KEN_TO_DANA), ['info Dana Ruiz']],
    ['a baseline', changed(O1_BASE), ['warning 15 minutes']],
    [
      'the day of a baseline',
      changed(['measured_on: "2025-11-03"', 'measured_on: "2025-12-15"']),
      ['warning "2025-12-15"'],
    ],
    [
      'both of one baseline',
      changed(O1_BASE, ['measured_on: "2025-11-03"', 'measured_on: "2025-12-15"']),
      ['warning 15 minutes'],
    ],
    ['an outcome that is gone', changed(NO_O3), ['info outcomes']],
    [
      'an outcome that makes way for another',
      changed(["Answer customers' delivery questions on the same morning", 'Raise forecast accuracy from 60% to 80%']),
      ['info outcomes'],
    ],
    [
      'an owner and a goal beside a day that moved',
      changed(O1_DATE, O1_GOAL, ['owner: Ken Abe', 'owner: Priya Shah']),
      ['info 5 minutes', 'info "2026-07-31"', 'info Priya Shah'],
    ],
    ['several things', changed(O1_GOAL, O3_DATE), ['info 5 minutes', 'info "2026-08-31"']],
    [
      'a date, where the log says another milestone moved',
      changed(TRAINED, logged('O1 milestone 1 moved from Dec 1 to Dec 15')),
      ['info "2026-04-30"'],
    ],
    [
      'a goal, where the log says a date moved',
      changed(O1_GOAL, logged('O1 target date moved from May 31 to Jun 30')),
      ['info 5 minutes'],
    ],
    [
      'a goal, where a decision only reports',
      changed(O1_GOAL, decided('O1 measurement updated in the dashboard')),
      ['info 5 minutes'],
    ],
    [
      'an owner, where a decision is about something else',
      changed(KEN_TO_DANA, decided('O1 is shown to the board in March')),
      ['info Dana Ruiz'],
    ],
    [
      'a baseline, where the goal was logged',
      changed(O1_BASE, logged('O1 goal changed from 3 minutes to 4 minutes')),
      ['warning 15 minutes'],
    ],
  ])('%s', (_, text, found) => expect(told(text)).toEqual(found));

  it('says from what to what and when, and tells milestones with the outcome that they moved with', () => {
    const moved = changed(O1_DATE, [
      'target_date: "2026-06-30"\n        status: pending',
      'target_date: "2026-07-31"\n        status: pending',
    ]);
    const found = said(moved, [at('2026-02-03', moved), at('2026-02-02', changed(O1_GOAL)), at('2026-01-19')]);
    expect(marked(moved, found)).toBe(
      `      target_date: "2026-07-31"
                   ^^^^^^^^^^^^ plan-change-unlogged (info): Outcome O1: the target date moved from 30 Jun 2026 to 31 Jul 2026 on 3 Feb 2026, after the review of 20 Jan 2026, and no review says so. Log it as a plan change of that review or the next one.`,
    );
    expect(found[0]?.related.map(one => one.message)).toEqual([
      'Milestone “Four minutes confirmed by the depots” of O1 moved with it',
    ]);
  });

  it('a baseline that was first set after the review and changed later', () => {
    const open = changed(['current: 12 minutes', 'current: TBD']);
    const history = [at('2026-02-02', changed(O1_BASE)), at('2026-01-25'), at('2026-01-20', open)];
    expect(told(changed(O1_BASE), history)).toEqual(['warning 15 minutes']);
    expect(told(REVIEWED, [at('2026-01-25'), at('2026-01-20', open)])).toEqual([]);
    expect(
      told(changed(O1_BASE), [at('2026-01-25', changed(O1_BASE)), at('2026-01-25'), at('2026-01-20', open)]),
    ).toEqual([]);
  });

  it('in the second document of a file, and with things in another order', () => {
    const both = (text: string) => `${REVIEWED}---\n${text}`;
    expect(told(both(changed(O1_GOAL)), [at('2026-01-20', both(REVIEWED))])).toEqual(['info 5 minutes']);
    const swapped = changed(
      ['id: O1', 'id: X'],
      ['id: O2', 'id: O1'],
      ['id: X', 'id: O2'],
      ['outcome: O1', 'outcome: O2'],
    );
    expect(told(swapped)).toEqual([]);
    expect(told(swapped.replace('goal: 4 minutes', 'goal: 5 minutes'))).toEqual(['info 5 minutes']);
  });
});

describe('keeps still', () => {
  it.each<[string, string]>([
    ['about the same text', REVIEWED],
    [
      'about another way to write it',
      changed(
        ['current: 12 minutes', 'current: "12 min"'],
        ['goal: 1 hour', 'goal: 60 minutes'],
        ['"2026-06-30"\n    measurements', '2026-06-30\n    measurements'],
      ),
    ],
    ['about line ends', REVIEWED.replaceAll('\n', '\r\n')],
    [
      'about a new status and a measurement',
      changed([
        '    status: in_progress\n    renewal_evidence',
        '      - date: "2026-02-05"\n        value: 8 minutes\n    status: at_risk\n    renewal_evidence',
      ]),
    ],
    [
      'about a milestone that is done or new',
      changed(
        [
          /target_date: "2026-02-27"\n {8}status: in_progress/,
          'target_date: "2026-02-06"\n        actual_date: "2026-02-06"\n        status: complete',
        ],
        [
          '      - name: All depots trained',
          '      - name: Pilot run\n        target_date: "2026-02-20"\n        status: pending\n        owner: Ken Abe\n      - name: All depots trained',
        ],
      ),
    ],
    ['about an owner who joins another', changed(['owner: Ken Abe', 'owner: [Ken Abe, Dana Ruiz]'])],
    [
      'about an owner who has left',
      changed(KEN_TO_DANA, ['      role: Depot Manager\n', '      role: Depot Manager\n      until: "2026-01-31"\n']),
    ],
    [
      'about an outcome that is put off',
      changed(O3_DATE, [
        /status: in_progress\n {4}milestones:\n {6}- name: Tracking/,
        'status: deferred\n    milestones:\n      - name: Tracking',
      ]),
    ],
    ['in a draft', changed(O1_GOAL, ['  status: active\n', '  status: draft\n'])],
    ['in a plan without a review', changed(O1_GOAL, [/review_history:[\s\S]*?(?=\nrenewal:)/, ''])],
    [
      'where the review names the thing',
      changed(O1_DATE, logged('O1 target date moved from 30 Jun 2026 to 31 Jul 2026')),
    ],
    [
      'where it says so in words',
      changed(O1_DATE, logged('Order entry time pushed out by a month, training takes longer')),
    ],
    ['where a decision says so', changed(O1_GOAL, decided('Goal of O1 relaxed, two depots have old scanners'))],
    [
      'where the milestone is named by a word or two',
      changed(TRAINED, decided('Training of depots is postponed to April')),
    ],
    ['where all are meant', changed(O1_DATE, O3_DATE, logged('All target dates pushed out by one month'))],
    ['where the outcome is named for its milestone', changed(TRAINED, logged('O1 slips by four weeks'))],
    [
      'where the handover is logged',
      changed(KEN_TO_DANA, logged('Dana Ruiz takes over the training of the depots from Ken Abe')),
    ],
    ['where the new owner is named', changed(KEN_TO_DANA, decided('Training of the depots is in the hands of Dana'))],
    [
      'where an older entry says it in so many words',
      changed(O1_DATE, [
        'review_history:\n',
        'review_history:\n  - date: "2025-12-01"\n    type: check_in\n    attendees: [Dana Ruiz, Priya Shah]\n    summary: Scanners arrive late.\n    plan_changes: [O1 target date moved from Jun 30 to Jul 31]\n',
      ]),
    ],
    [
      'where the new baseline is logged',
      changed(O1_BASE, logged('O1 baseline corrected, the first count left out night shifts')),
    ],
    ['where the drop is logged', changed(NO_O3, logged('O3 dropped, the service desk moves to another division'))],
    ['where the drop is logged by name', changed(NO_O3, decided('Answering delivery questions is parked until 2027'))],
    [
      'where the next review, of this week, logs it',
      changed(O1_GOAL, [
        '    plan_changes: none\n',
        '    plan_changes: none\n  - date: "2026-02-09"\n    type: check_in\n    attendees: [Dana Ruiz, Priya Shah]\n    summary: Scanners are old.\n    plan_changes: [O1 goal raised to 5 minutes]\n',
      ]),
    ],
  ])('%s', (_, text) => expect(told(text)).toEqual([]));

  it.each<[string, readonly PlanVersion[] | undefined]>([
    ['without a history', undefined],
    ['with an empty one', []],
    ['in a file younger than the review', [at('2026-01-25')]],
    [
      'about what the review’s own commit changed',
      [at('2026-01-22', changed(O1_GOAL)), at('2026-01-12', changed([/review_history:[\s\S]*?(?=\nrenewal:)/, '']))],
    ],
    ['about what was changed on the day of the review', [at('2026-01-20', changed(O1_GOAL)), at('2026-01-20')]],
    [
      'while the review is not committed yet',
      [at('2026-01-12', changed([/review_history:[\s\S]*?(?=\nrenewal:)/, '']))],
    ],
    ['where what the review left cannot be read', [at('2026-01-20', `${REVIEWED}\n  "`)]],
  ])('%s', (_, history) => {
    expect(findingsOf(changed(O1_GOAL), EXAMPLE_DAY, undefined, history).map(one => one.rule)).toEqual([]);
  });

  it('about what was changed and taken back', () => {
    expect(told(REVIEWED, [at('2026-02-02', changed(O1_BASE, O1_GOAL)), at('2026-01-20')])).toEqual([]);
  });

  it('does not make an ignore look unused where no history is at hand', () => {
    const text = changed(['goal: 4 minutes', 'goal: 5 minutes # success-plan-ignore plan-change-unlogged: a slip']);
    expect(findingsOf(text).map(one => one.rule)).toEqual([]);
    expect(findingsOf(text, EXAMPLE_DAY, undefined, [at('2026-01-20')]).map(one => one.rule)).toEqual([]);
    expect(findingsOf(text, EXAMPLE_DAY, undefined, [at('2026-01-20', text)]).map(one => one.rule)).toEqual([
      'unused-ignore',
    ]);
  });
});

describe('the repair logs it in the newest review', () => {
  const repaired = (text: string, old = REVIEWED) => {
    const results = [text, text.replaceAll('\n', '\r\n')].map(version => {
      const history = [at('2026-01-20', old)];
      const [found] = said(version, history);
      const [fix] = found?.fixes() ?? [];
      const result = applyEdits(version, fix?.edits ?? []);
      const before = findingsOf(version, EXAMPLE_DAY, undefined, history).map(one => one.rule);
      const after = findingsOf(result, EXAMPLE_DAY, undefined, history).map(one => one.rule);
      expect(before.filter(one => one !== RULE)).toEqual(expect.arrayContaining(after));
      return result;
    });
    expect(results[1]).toBe(results[0]?.replaceAll('\n', '\r\n'));
    return newLines(text, results[0] ?? '');
  };

  it.each<[string, string, string]>([
    [
      'in place of “none”',
      changed(O1_DATE),
      '    plan_changes:\n      - O1 target date moved from 30 Jun 2026 to 31 Jul 2026',
    ],
    ['a goal', changed(O1_GOAL), '    plan_changes:\n      - O1 goal changed from 4 minutes to 5 minutes'],
    [
      'a milestone by name',
      changed(TRAINED),
      '    plan_changes:\n      - O1 milestone “All depots trained” target date moved from 31 Mar 2026 to 30 Apr 2026',
    ],
    [
      'an owner',
      changed(KEN_TO_DANA),
      '    plan_changes:\n      - O1 milestone “All depots trained” owner changed from Ken Abe to Dana Ruiz',
    ],
    ['a baseline', changed(O1_BASE), '    plan_changes:\n      - O1 baseline changed from 12 minutes to 15 minutes'],
    [
      'the day of a baseline',
      changed(['measured_on: "2025-11-03"', 'measured_on: "2025-12-15"']),
      '    plan_changes:\n      - O1 baseline day changed from 3 Nov 2025 to 15 Dec 2025',
    ],
    [
      'an outcome that is gone',
      changed(NO_O3),
      "    plan_changes:\n      - Outcome “Answer customers' delivery questions on the same morning” dropped",
    ],
    [
      'behind other entries, in their quotes',
      changed(O1_GOAL, logged('"O2 milestone 1 owner changed from Dana Ruiz to Ken Abe"')),
      '      - "O1 goal changed from 4 minutes to 5 minutes"',
    ],
    [
      'beside a comment',
      changed(O1_GOAL, ['plan_changes: none', 'plan_changes: none # so far']),
      '    plan_changes: # so far\n      - O1 goal changed from 4 minutes to 5 minutes',
    ],
    [
      'behind a single text',
      changed(O1_GOAL, ['plan_changes: none', 'plan_changes: Two depots were added']),
      '    plan_changes:\n      - Two depots were added\n      - O1 goal changed from 4 minutes to 5 minutes',
    ],
    [
      'under a key without a value',
      changed(O1_GOAL, ['plan_changes: none', 'plan_changes:']),
      '      - O1 goal changed from 4 minutes to 5 minutes',
    ],
    [
      'in an empty list',
      changed(O1_GOAL, ['plan_changes: none', 'plan_changes: []']),
      '    plan_changes: [O1 goal changed from 4 minutes to 5 minutes]',
    ],
    [
      'where the key is missing',
      changed(O1_GOAL, ['    plan_changes: none\n', '']),
      '    plan_changes:\n      - O1 goal changed from 4 minutes to 5 minutes',
    ],
    [
      'in flow style',
      changed(O1_GOAL, [
        / {2}- date: "2026-01-20"\n {4}type: qbr[\s\S]*none\n/,
        '  - { date: "2026-01-20", type: qbr, attendees: [Dana Ruiz, Priya Shah], summary: Training has begun., decisions: [North first], plan_changes: none }\n',
      ]),
      '  - { date: "2026-01-20", type: qbr, attendees: [Dana Ruiz, Priya Shah], summary: Training has begun., decisions: [North first], plan_changes: [O1 goal changed from 4 minutes to 5 minutes] }',
    ],
  ])('%s', (_, text, lines) => expect(repaired(text)).toBe(lines));
});

it('compares key results, and milestones outside outcomes', () => {
  const key = (goal: string) =>
    changed([
      '    status: in_progress\n    renewal_evidence',
      `    key_results:\n      - id: KR1\n        description: Typing time per line\n        target: { metric: Typing time, goal: ${goal}, target_date: "2026-06-30" }\n    status: in_progress\n    renewal_evidence`,
    ]);
  expect(told(key('20 seconds'), [at('2026-01-20', key('10 seconds'))])).toEqual(['info 20 seconds']);
  const outside = (due: string) =>
    `${REVIEWED}\nmilestones:\n  - { id: M9, name: Security review passed, target_date: "${due}", status: pending, owner: Ken Abe, outcome: O2 }\n`;
  expect(told(outside('2026-05-01'), [at('2026-01-20', outside('2026-03-01'))])).toEqual(['info "2026-05-01"']);
});

it('goes through fifty versions of a large plan', () => {
  const items = Array.from(
    { length: 300 },
    (_, index) =>
      `  - id: X${index}\n    description: Depot number ${index} answers in time\n    target: { goal: ${index} minutes, target_date: "2026-06-30" }\n`,
  );
  const large = REVIEWED.replace('\nrisks:', `${items.join('')}\nrisks:`);
  const history = Array.from({ length: 50 }, (_, index) =>
    at(index === 49 ? '2026-01-20' : '2026-02-01', `${large}# ${index}\n`),
  );
  said(large, history);
  expect(said(large.replaceAll('goal: 1', 'goal: 2'), history).length).toBeGreaterThan(50);
});

describe('a faster reader for what the plan said before', () => {
  const text = changed(O1_DATE, TRAINED, KEN_TO_DANA);
  const by = (readSound: typeof parseSound | undefined, history: readonly PlanVersion[]) =>
    marked(text, new Checker().check(readPlanFile(text), day(EXAMPLE_DAY), { history, readSound }).findings);

  it('finds the same, and is what reads it', () => {
    const read: string[] = [];
    const reader = (version: string) => {
      read.push(version);
      return parseSound(version);
    };
    expect(by(reader, [at('2026-01-20')])).toBe(by(undefined, [at('2026-01-20')]));
    expect(read).toEqual([REVIEWED]);
  });

  it('leaves to the other one what is not sound', () => {
    const tabbed = REVIEWED.replace('\nrisks:', '\t\nrisks:');
    expect(parseSound(tabbed)).toBeUndefined();
    expect(by(parseSound, [at('2026-01-20', tabbed)])).toBe(by(undefined, [at('2026-01-20')]));
    expect(by(parseSound, [at('2026-01-20', tabbed)])).toContain(RULE);
  });
});

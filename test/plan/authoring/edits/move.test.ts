import { describe, expect, it } from 'vitest';
import { movableAt, movables } from '../../../../plan/authoring/edits/movable.ts';
import { planEdit } from '../../../../plan/authoring/edits/plan-edit.ts';
import { applyEdits, Checker, readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { english } from '../../../../plan/phrase.ts';
import { absolute } from '../../../../plan/syntax/tree.ts';
import { documentView } from '../../../../plan/view/index.ts';
import { EXAMPLE_DAY, soundSections } from '../../../support/examples.ts';
import { plansIn } from '../../../support/sample-plans.ts';

const TODAY = day(EXAMPLE_DAY);
const SOUND = soundSections();

/** The text after a move of what stands at the first place of some words, or why there is none. */
function moved(text: string, words: string, to: string, log = false): string {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`no ${words}`);
  const changed = planEdit(readPlanFile(text), { kind: 'move', at, to, log }, TODAY);
  return 'refused' in changed ? `refused: ${english(changed.refused)}` : applyEdits(text, changed.edits);
}

/** The lines of a text that another has not. */
function newLines(before: string, after: string): readonly string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter(line => !known.has(line));
}

/** A plan of one milestone, whose lines are given. */
function withMilestone(...lines: readonly string[]): string {
  return `plan:\n  version: "1.0"\noutcomes:\n  - id: O1\n    milestones:\n      - name: Depots trained\n${lines.map(line => `        ${line}\n`).join('')}`;
}

describe('a move', () => {
  it('changes the day of a milestone, a goal or the next review, and nothing else', () => {
    expect(newLines(SOUND, moved(SOUND, 'name: All depots trained', '2026-04-15'))).toEqual([
      '        target_date: "2026-04-15"',
    ]);
    expect(newLines(SOUND, moved(SOUND, 'metric: Order entry time\n      goal', '2026-07-15'))).toEqual([
      '      target_date: "2026-07-15"',
    ]);
    expect(newLines(SOUND, moved(SOUND, '"2026-04-21"', '2026-05-05'))).toEqual(['  next_review: "2026-05-05"']);
  });

  it('reaches milestones outside the outcomes, key results and steps to the decision', () => {
    const text = `plan:
  version: "1.0"
milestones:
  - { name: Kickoff, target_date: 2026-03-02 }
implementation:
  steps:
    - name: Go live
      target_date: '2026-04-01' # agreed
decision:
  steps:
    - name: Legal review
      target_date: 2026-05-01
outcomes:
  - id: O1
    key_results:
      - id: KR1
        target:
          goal: 4
          target_date: 2026-06-01
review_history:
  - date: "2026-01-20"
    plan_changes: none
`;
    const logged = (words: string, to: string) => newLines(text, moved(text, words, to, true));
    expect(logged('{ name: Kickoff', '2026-03-09')).toEqual([
      '  - { name: Kickoff, target_date: 2026-03-09 }',
      '    plan_changes: ["milestone “Kickoff” target date moved from 2 Mar 2026 to 9 Mar 2026"]',
    ]);
    expect(logged('name: Go live', '2026-04-08')[0]).toBe("      target_date: '2026-04-08' # agreed");
    expect(logged('name: Legal', '2026-05-08')).toEqual([
      '      target_date: 2026-05-08',
      '    plan_changes: ["Decision step “Legal review” moved from 1 May 2026 to 8 May 2026"]',
    ]);
    expect(logged('goal: 4', '2026-06-08')).toEqual([
      '          target_date: 2026-06-08',
      '    plan_changes: ["O1 key result KR1 target date moved from 1 Jun 2026 to 8 Jun 2026"]',
    ]);
  });

  it('is logged on one line of the newest review that was held: a new one, or that of a list in brackets', () => {
    const words = 'name: All depots trained';
    const entry = 'O1 milestone “All depots trained” target date moved from 31 Mar 2026 to 15 Apr 2026';
    const log = (changes: string) => {
      const text = SOUND.replace('    plan_changes: none\n', changes);
      return newLines(text, moved(text, words, '2026-04-15', true)).slice(1);
    };
    expect(log('    plan_changes: none\n')).toEqual([`    plan_changes: [${entry}]`]);
    expect(log('    plan_changes: none  # agreed\n')).toEqual([`    plan_changes: [${entry}]  # agreed`]);
    expect(log('    plan_changes: []\n')).toEqual([`    plan_changes: [${entry}]`]);
    expect(log('    plan_changes: [O2 dropped] # yes\n')).toEqual([`    plan_changes: [O2 dropped, ${entry}] # yes`]);
    expect(log('    plan_changes:\n      - "O2 dropped" # yes\n')).toEqual([`      - "${entry}"`]);
    expect(log('    plan_changes: O2 is dropped, as agreed\n')).toEqual([
      `    plan_changes: ["O2 is dropped, as agreed", ${entry}]`,
    ]);
    expect(log('    plan_changes:\n')).toEqual([`      - ${entry}`]);
    expect(log('')).toEqual([`    plan_changes: [${entry}]`]);
  });

  it('that was logged leaves nothing to find that was not there', () => {
    const checker = new Checker();
    const rules = (text: string) => checker.check(readPlanFile(text), TODAY).findings.map(({ rule }) => rule);
    for (const words of ['name: All depots trained', 'metric: Order entry time\n      goal', '"2026-04-21"'])
      expect(rules(moved(SOUND, words, '2026-04-16', true)).filter(rule => /log|change|review/.test(rule))).toEqual([]);
  });

  it('to the day that it has is no edit', () => {
    expect(moved(SOUND, 'name: All depots trained', '2026-03-31', true)).toBe(SOUND);
  });

  it('keeps the day of all who borrow it one day', () => {
    const text = withMilestone('target_date: &due 2026-03-31', 'start_date: *due');
    expect(newLines(text, moved(text, 'name: Depots', '2026-04-15'))).toEqual(['        target_date: &due 2026-04-15']);
  });

  it.each<[what: string, text: string, words: string, to: string, log: boolean, reason: string]>([
    ['what is no day', SOUND, 'name: All depots', '2026-02-30', false, '“2026-02-30” is not a day.'],
    ['what is no day at all', SOUND, 'name: All depots', '<b>soon</b>\n', false, '“<b>soon</b>” is not a day.'],
    [
      'what has no day',
      SOUND,
      'id: R1',
      '2026-03-01',
      false,
      'Only open milestones, goals and the next review can be moved.',
    ],
    [
      'an offset within a thing',
      SOUND,
      'All depots',
      '2026-03-01',
      false,
      'Only open milestones, goals and the next review can be moved.',
    ],
    [
      'a review that was held',
      SOUND,
      'date: "2026-01-20"\n    type',
      '2026-03-01',
      false,
      'Only open milestones, goals and the next review can be moved.',
    ],
    [
      'what is complete',
      SOUND,
      'name: Order form',
      '2026-03-01',
      false,
      '“Order form connected” is no longer open, so its planned day stays what it was.',
    ],
    [
      'what has no day yet',
      withMilestone('status: pending'),
      'name: Depots',
      '2026-03-01',
      false,
      'There is no planned day here that could be changed.',
    ],
    [
      'what is to be told',
      withMilestone('target_date: TBD'),
      'name: Depots',
      '2026-03-01',
      false,
      'There is no planned day here that could be changed.',
    ],
    [
      'what cannot be read',
      withMilestone('target_date: end of March'),
      'name: Depots',
      '2026-03-01',
      false,
      '“end of March” is not a day. Put that right first.',
    ],
    [
      'what is borrowed',
      withMilestone('start_date: &due 2026-03-31', 'target_date: *due'),
      'name: Depots',
      '2026-03-01',
      false,
      'This day is borrowed from another place of the plan. Change it there.',
    ],
    [
      'a broken plan',
      `${SOUND}\nrisks: [`,
      'name: All depots',
      '2026-03-01',
      false,
      'The plan cannot be read as it stands. Put that right first.',
    ],
    [
      'an agenda',
      'qbr:\n  date: 2026-01-01\n',
      'qbr',
      '2026-03-01',
      false,
      'Open a success plan first: this file holds none.',
    ],
    [
      'a log without reviews',
      withMilestone('target_date: 2026-03-31'),
      'name: Depots',
      '2026-04-01',
      true,
      'No review was held yet in which this could be logged. Move it without logging.',
    ],
    [
      'a log that is a block of text',
      SOUND.replace('plan_changes: none', 'plan_changes: |\n      One.\n      Two.'),
      'name: All depots',
      '2026-04-01',
      true,
      'The plan changes of the review of 20 Jan 2026 are written in a way that nothing can be added for you. Move it without logging.',
    ],
  ])('is refused for %s', (_, text, words, to, log, reason) => {
    expect(moved(text, words, to, log)).toBe(`refused: ${reason}`);
  });

  it('of a milestone that a merge key brings is refused', () => {
    const text = `plan:\n  version: "1.0"\nmilestones:\n  - &kickoff\n    name: Kickoff\n    target_date: 2026-03-02\n  - <<: *kickoff\n    name: Second kickoff\n  - *kickoff # again\n`;
    expect(moved(text, '<<: *kick', '2026-03-09')).toContain('borrowed');
    expect(moved(text, '*kickoff #', '2026-03-09')).toContain('borrowed');
  });
});

it('the drawing offers to move what can be moved, and nothing else', () => {
  let count = 0;
  for (const { text, today } of [...plansIn('test/corpus/plans'), ...plansIn('examples')]) {
    const file = readPlanFile(text);
    const view = documentView(file.documents, [], today);
    if (view?.kind !== 'plan' || !view.timeline || file.documents.some(({ model }) => model.syntax.broken)) continue;
    const { lanes, reviews } = view.timeline;
    const marks = [
      ...lanes.flatMap(lane => [...lane.milestones, ...(lane.strip?.goal === undefined ? [] : [lane.strip.goal])]),
      ...reviews,
    ];
    for (const mark of marks) {
      if (mark.movable === undefined) continue;
      count++;
      const thing = file.documents.flatMap(({ model }) =>
        model.kind === 'plan' ? (movableAt(model, mark.at) ?? []) : [],
      )[0];
      expect(thing?.field?.value, mark.movable).toBe(mark.movable);
      expect(thing?.isOpen(today), mark.movable).toBe(true);
    }
    for (const { model } of file.documents) {
      for (const { place, field, isOpen } of model.kind === 'plan' ? movables(model) : []) {
        if (field?.value === undefined || field.borrowed || !isOpen(today)) continue;
        const { start } = absolute(model.syntax, place);
        const drawn = marks.filter(({ at }) => at === start).map(({ movable }) => movable);
        if (drawn.length > 0) expect(drawn, field.value).toContain(field.value);
      }
    }
  }
  expect(count).toBeGreaterThan(50);
});

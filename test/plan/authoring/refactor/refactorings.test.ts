import { describe, expect, it } from 'vitest';
import { type Refactoring, refactorings } from '../../../../plan/authoring/refactor/refactorings.ts';
import { applyEdits, Checker, readPlanFile } from '../../../../plan/check.ts';
import { type Day, day } from '../../../../plan/day.ts';
import { english } from '../../../../plan/phrase.ts';
import { layouts } from '../../../corpus/layouts.ts';
import { withCursor } from '../../../support/cursor.ts';
import { EXAMPLE_DAY, wholePlan } from '../../../support/examples.ts';
import { plansIn } from '../../../support/sample-plans.ts';

const TODAY = day(EXAMPLE_DAY);
const checker = new Checker();

/** What is wrong with a text, in words that do not depend on where it stands. */
function loud(text: string, today: Day): readonly { rule: string; message: string; start: number }[] {
  return checker
    .check(readPlanFile(text), today)
    .findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

/** What only people can tell is still to be told. */
const STILL_OPEN: Readonly<Record<string, readonly string[]>> = {
  complete: ['dependency-order', 'outcome-baseline-missing', 'outcome-status-contradiction'],
  'add:risk': ['risk-unmitigated', 'milestone-owner-missing'],
  'add:outcome': [
    'milestone-owner-missing',
    'outcome-not-in-customers-hands',
    'outcomes-too-many',
    'plan-status-contradiction',
  ],
  'add:milestone': ['milestone-owner-missing', 'outcome-not-in-customers-hands'],
  'add:reviewAction': ['milestone-owner-missing'],
  'add:action': ['milestone-owner-missing'],
  'add:measurement': ['outcome-overdue', 'outcome-baseline-missing', 'outcome-target-missing'],
};

/** Every refactoring of a plan, once each. */
function all(text: string, today: Day, every: number): readonly Refactoring[] {
  const file = readPlanFile(text);
  const found = new Map<string, Refactoring>();
  for (let offset = 0; offset <= text.length; offset += every)
    for (const one of refactorings(file, offset, today, true)) {
      const key = `${one.id} ${english(one.title)} ${JSON.stringify(one.edits())}`;
      if (!found.has(key)) found.set(key, one);
    }
  return [...found.values()];
}

function expectSound(text: string, one: Refactoring, today: Day, before: ReadonlySet<string>): void {
  const title = english(one.title);
  const edits = one.edits() ?? [];
  expect(edits.length, title).toBeGreaterThan(0);
  const after = applyEdits(text, edits);
  // Line ends stay what they are, and nothing but a value or a sorted list is replaced.
  if (text.includes('\r\n')) expect(after, title).not.toMatch(/[^\r]\n/);
  else expect(after, title).not.toContain('\r');
  if (one.kind !== 'sort')
    for (const { start, end } of edits) expect(text.slice(start, end), title).not.toContain('\n');
  const allowed = STILL_OPEN[one.id] ?? [];
  const fresh = loud(after, today).filter(
    ({ rule, message }) => !before.has(rule + message) && !allowed.includes(rule),
  );
  // A finding that was there before may name the new day.
  const other = one.kind === 'move' ? fresh.filter(({ rule }) => rule !== 'milestone-owner-missing') : fresh;
  expect(other, `${title}\n${edits.map(edit => edit.newText).join('\n')}`).toEqual([]);
}

describe('what can be done to a plan', { timeout: 30_000 }, () => {
  for (const { name, text, today } of [...plansIn('examples'), ...plansIn('test/corpus/plans')]) {
    it(`is done without a new mistake: ${name}`, () => {
      const before = new Set(loud(text, today).map(({ rule, message }) => rule + message));
      for (const one of all(text, today, 31)) expectSound(text, one, today, before);
    });
  }

  const steady = plansIn('test/corpus/plans').find(({ name }) => name.startsWith('lakeshore-steady'));
  for (const [layout, text] of layouts(steady?.text ?? '')) {
    it(`is done in every layout: ${layout}`, () => {
      const today = steady?.today ?? TODAY;
      const before = new Set(loud(text, today).map(({ rule, message }) => rule + message));
      const found = all(text, today, 41);
      expect(found.length).toBeGreaterThan(20);
      for (const one of found) expectSound(text, one, today, before);
    });
  }

  it('is nothing where there is no plan', () => {
    for (const text of ['', 'qbr:\n  duration: 60 minutes\n', '- a\n- b\n', '"', '{', '\uFEFF', 'plan', 'x: [', '\t'])
      for (let offset = 0; offset <= text.length; offset++)
        for (const one of refactorings(readPlanFile(text), offset, TODAY, true))
          expect(() => one.edits()).not.toThrow();
    expect(refactorings(readPlanFile('qbr:\n  duration: 60 minutes\n'), 3, TODAY, true)).toEqual([]);
    expect(refactorings(readPlanFile(''), 0, TODAY, true)).toEqual([]);
  });
});

/** The titles at the cursor of a fragment in a sound plan, and the text after the one of that id. */
function at(fragment: string, id?: string, anywhere = false): { titles: readonly string[]; after: string } {
  const { text, offset } = withCursor(wholePlan(fragment));
  const found = refactorings(readPlanFile(text), offset, TODAY, anywhere);
  const edits = found.find(one => one.id === id)?.edits() ?? [];
  return { titles: found.map(({ title }) => english(title)), after: applyEdits(text, edits) };
}

/** The lines of a text that another has not. */
function added(after: string, before: string): string {
  const lines = before.split('\n');
  return after
    .split('\n')
    .filter(line => !lines.includes(line))
    .join('\n');
}

const OUTCOME = `outcomes:
  - id: O1
    description: <|>Reduce handling time from 12 to 8 minutes by 30 June
    business_value: Two people more for calls
    status: in_progress
    milestones:
      - { id: M1, name: Queue connected, target_date: 2026-03-20, status: pending, owner: Ken Abe }   # with IT
`;

describe('a refactoring', () => {
  it('is offered where its thing stands', () => {
    expect(at(OUTCOME).titles).toEqual([
      'Turn the description into baseline, target and day',
      'Add a milestone to O1',
      'Add a measurement of today to O1',
      'Add outcome O2',
    ]);
    const milestone = at(OUTCOME.replace('<|>', '').replace('Queue', 'Que<|>ue')).titles;
    expect(milestone).toEqual([
      'Mark as complete today',
      'Move to 27 Mar 2026, a week later, and log it in the review of 20 Jan 2026',
      'Move to 20 Apr 2026, a month later, and log it in the review of 20 Jan 2026',
      'Add an action to “Queue connected”',
      'Add a milestone to O1',
      'Add a measurement of today to O1',
      'Add outcome O2',
    ]);
    expect(at(`${OUTCOME.replace('<|>', '')}x-note: he<|>re\n`).titles).toEqual([]);
    expect(at(`${OUTCOME.replace('<|>', '')}x-note: he<|>re\n`, undefined, true).titles).toEqual([
      'Add outcome O2',
      'Add risk R2',
      'Add a review of today',
    ]);
  });

  it('turns a description into fields', () => {
    const before = wholePlan(OUTCOME.replace('<|>', ''));
    expect(added(at(OUTCOME, 'fields').after, before)).toBe(`    baseline:
      metric: Handling time
      current: 12 minutes
    target:
      metric: Handling time
      goal: 8 minutes
      target_date: "2026-06-30"`);
  });

  it('adds an item as the others are written', () => {
    const before = wholePlan(OUTCOME.replace('<|>', ''));
    expect(added(at(OUTCOME, 'add:milestone').after, before)).toBe(
      '      - { id: M2, name: TBD, target_date: 2026-03-10, status: pending, owner: Dana Ruiz }',
    );
    const risk = at(
      'risks:\n  - id: R01\n    description: "The data team is bu<|>sy"\n    mitigation: "x"\n',
      'add:risk',
    ).after;
    expect(risk).toContain('  - id: R02\n    description: "TBD"\n    impact: medium\n');
  });

  it('moves a milestone and logs it', () => {
    const { after } = at(OUTCOME.replace('<|>', '').replace('Queue', 'Que<|>ue'), 'move:2026-03-27');
    expect(after).toContain('target_date: 2026-03-27, status: pending, owner: Ken Abe }   # with IT');
    expect(after).toContain('plan_changes:\n      - M1 target date moved from 20 Mar 2026 to 27 Mar 2026\n');
  });

  it('marks a milestone complete', () => {
    const { after } = at(OUTCOME.replace('<|>', '').replace('Queue', 'Que<|>ue'), 'complete');
    expect(after).toContain(
      'target_date: 2026-03-20, actual_date: 2026-02-10, status: complete, owner: Ken Abe }   # with IT',
    );
  });

  it('sorts a list by its days, comments with their items', () => {
    const list = `outcomes:
  - id: O1
    description: Reach it
    measurements:
      # the second
      - date: 2026-01-20
        value: 9 minutes   # <|>new
      # the first
      - date: 2026-01-05
        value: 11 minutes
`;
    const { titles, after } = at(list, 'sort:measurements');
    expect(titles).toContain('Sort the measurements by date');
    expect(after.indexOf('# the first')).toBeLessThan(after.indexOf('2026-01-05'));
    expect(after.indexOf('2026-01-05')).toBeLessThan(after.indexOf('# the second'));
    expect(at(list.replace('2026-01-05', '2026-01-25')).titles).not.toContain('Sort the measurements by date');
  });

  it('leaves borrowed places and torn ones alone', () => {
    const borrowed = `outcomes:
  - &one
    id: O1
    description: Reach it
    milestones: []
  - <<: *one
    id: O2<|>
`;
    for (const one of all(withCursor(wholePlan(borrowed)).text, TODAY, 3))
      expect(one.edits(), english(one.title)).toBeDefined();
    expect(
      at('outcomes:\n  - id: O1\n    description: "never clo<|>sed\n    milestones:\n      - name: x\n').titles,
    ).not.toContain('Add a milestone to O1');
  });
});

it('writes on lines into brackets that are empty, whatever style other lists have', () => {
  const signed = 'agreement:\n  sign_offs: [{ person: Dana Ruiz, scope: plan }]\n';
  const { text, offset } = withCursor(`plan:\n  created: 2026-01-05\n${signed}review_<|>history: []   # none yet\n`);
  const add = refactorings(readPlanFile(text), offset, TODAY).find(({ id }) => id === 'add:review');
  expect(applyEdits(text, add?.edits() ?? [])).toContain('review_history:   # none yet\n  - date: ');
  const inside = withCursor('plan:\n  created: 2026-01-05\noutcomes:\n  - id: O<|>1\n    milestones: []\n');
  const one = refactorings(readPlanFile(inside.text), inside.offset, TODAY).find(({ id }) => id === 'add:milestone');
  expect(applyEdits(inside.text, one?.edits() ?? [])).toMatch(/\n {4}milestones:\n {6}- name: TBD\n {8}target_date: /);
});

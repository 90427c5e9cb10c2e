import { describe, expect, it } from 'vitest';
import { workOf } from '../../../export/work.ts';
import { planStanding } from '../../../plan/attainment/index.ts';
import { readPlanFile } from '../../../plan/check.ts';
import { type Day, day } from '../../../plan/day.ts';
import { allMilestones, daysLate } from '../../../plan/model/milestones.ts';
import { slipOf } from '../../../plan/model/slip.ts';
import { planView } from '../../../plan/view/index.ts';
import { everything } from '../../../plan/view/next.ts';
import { isLate, slipOfMark } from '../../../plan/view/timeline/milestone-words.ts';

const TODAY = day('2026-02-10');

describe('slipOf', () => {
  const slip = (planned: Day | undefined, actual: Day | undefined, isOpen: boolean) =>
    slipOf({ planned, actual, isOpen }, TODAY);

  it('counts to the day on which it was done, be it early or in time', () => {
    expect(slip(day('2026-01-15'), day('2026-01-19'), false)).toBe(4);
    expect(slip(day('2026-01-15'), day('2026-01-12'), false)).toBe(-3);
    expect(slip(day('2026-01-15'), day('2026-01-15'), false)).toBe(0);
  });

  it('counts to today while it is open and its day has passed', () => {
    expect(slip(day('2026-01-15'), undefined, true)).toBe(26);
    expect(slip(day('2026-02-10'), undefined, true)).toBeUndefined();
    expect(slip(day('2026-03-15'), undefined, true)).toBeUndefined();
  });

  it('tells nothing where nothing can be told', () => {
    expect(slip(undefined, undefined, true)).toBeUndefined();
    expect(slip(undefined, day('2026-01-19'), false)).toBeUndefined();
    expect(slip(day('2026-01-15'), undefined, false)).toBeUndefined();
  });
});

describe('of an outcome', () => {
  const STATUSES = [
    ['in_progress', true],
    ['at_risk', true],
    ['achieved', false],
    ['missed', false],
    ['deferred', false],
  ] as const;
  const text = STATUSES.map(
    ([status], i) => `  - id: O${i + 1}
    description: Cut errors from 10% to 5%
    baseline: { metric: Errors, current: 10%, measured_on: 2025-11-03 }
    target: { metric: Errors, goal: 5%, target_date: 2026-06-30 }
    measurements: [{ date: 2026-02-02, value: 7% }]
    status: ${status}
    milestones:
      - { id: M${i}, name: Inside, target_date: 2026-01-15, status: pending, actions: [{ description: Call, due_date: 2026-01-12 }] }
`,
  ).join('');
  const beside = STATUSES.map(
    (_, i) => `  - { id: N${i}, name: Beside, outcome: O${i + 1}, target_date: 2026-01-16 }\n`,
  );
  const file = readPlanFile(`plan: { status: active }\noutcomes:\n${text}milestones:\n${beside.join('')}`);
  const [model] = file.documents.map(read => read.model);
  if (model?.kind !== 'plan') throw new Error('not a plan');
  const work = workOf(model, TODAY);
  const standing = planStanding(model, TODAY);

  it.each(STATUSES)('that is %s, a milestone is waited for: %s', (status, isAwaited) => {
    const index = STATUSES.findIndex(([one]) => one === status);
    const late = allMilestones(model)
      .filter(({ id }) => id?.text === `M${index}` || id?.text === `N${index}`)
      .map(milestone => daysLate(milestone, TODAY, model));
    expect(late).toEqual(isAwaited ? [26, 25] : [0, 0]);
    const rows = work[index]?.work ?? [];
    expect(rows.map(({ slip }) => slip)).toEqual(isAwaited ? [26, 25] : [undefined, undefined]);
    expect(standing.outcomes[index]?.judgement.reason.includes('days late')).toBe(isAwaited);
    const isToBeDone = isAwaited || status === 'achieved';
    expect(rows.flatMap(({ actions }) => actions.map(({ isAhead }) => isAhead))).toEqual([isToBeDone]);
    const coming = everything(model, standing).map(({ name }) => name);
    expect(coming.includes(`Beside (N${index})`)).toBe(isToBeDone);
  });
});

describe('a milestone', () => {
  const STATUSES = ['', 'pending', 'in_progress', 'blocked', 'complete', 'skipped', 'nearly'];
  const PLANNED = ['', '2026-01-15', '2026-02-10', '2026-03-15'];
  const ACTUAL = ['', '2026-01-10', '2026-01-15', '2026-01-19', '2026-03-20'];

  const cases = STATUSES.flatMap(status =>
    PLANNED.flatMap(planned => ACTUAL.map(actual => [status, planned, actual] as const)),
  );
  const field = (name: string, value: string) => (value === '' ? '' : `, ${name}: ${value}`);
  const text = cases
    .map(([status, planned, actual], i) => {
      const rest = field('status', status) + field('target_date', planned) + field('actual_date', actual);
      return `  - { id: M${i + 1}, name: Step ${i + 1}${rest} }\n`;
    })
    .join('');
  const [model] = readPlanFile(`plan: { status: active }\nmilestones:\n${text}`).documents.map(read => read.model);
  if (model?.kind !== 'plan') throw new Error('not a plan');
  const written = new Map(workOf(model, TODAY).flatMap(({ work }) => work.map(one => [one.ref, one])));
  const { timeline } = planView(model, [], TODAY);
  const drawn = new Map(timeline?.lanes.flatMap(({ milestones }) => milestones.map(one => [one.ref, one])));

  it.each(cases.map((one, i) => [`M${i + 1}`, ...one] as const))(
    'is as late on paper, on the timeline and to the checks: %s, status “%s”, planned “%s”, done “%s”',
    (ref, status, planned, actual) => {
      const milestone = allMilestones(model).find(({ id }) => id?.text === ref);
      const [onPaper, mark] = [written.get(ref), drawn.get(ref)];
      if (!milestone || !onPaper || !mark) throw new Error('is not there');
      const isOver = status === 'complete' || status === 'skipped' || actual !== '';
      const late = daysLate(milestone, TODAY, model);
      expect(late).toBe(!isOver && planned === '2026-01-15' ? 26 : 0);
      expect(isLate(mark, TODAY)).toBe(late > 0);
      expect(slipOfMark(mark, TODAY)).toBe(onPaper.slip ?? 0);
      if (!isOver) expect(onPaper.slip ?? 0).toBe(late);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { workOf } from '../../../export/work.ts';
import { readPlanFile } from '../../../plan/check.ts';
import { type Day, day } from '../../../plan/day.ts';
import { allMilestones, daysLate } from '../../../plan/model/milestones.ts';
import { slipOf } from '../../../plan/model/slip.ts';
import { planView } from '../../../plan/view/index.ts';
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
      const late = daysLate(milestone, TODAY);
      expect(late).toBe(!isOver && planned === '2026-01-15' ? 26 : 0);
      expect(isLate(mark, TODAY)).toBe(late > 0);
      expect(slipOfMark(mark, TODAY)).toBe(onPaper.slip ?? 0);
      if (!isOver) expect(onPaper.slip ?? 0).toBe(late);
    },
  );
});

import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, planWith } from '../support/cli.ts';
import { diff, EASED, eased, editedRepository, PLAN } from '../support/diffs.ts';
import { soundPlan } from '../support/examples.ts';
import { TestRepository } from '../support/repository.ts';

describe('diff --since-review', { timeout: 60_000 }, () => {
  const since = (made: { readonly folder: string }, ...args: string[]) => diff(made, '--since-review', ...args);

  it('compares with what the last review left', async () => {
    const made = new TestRepository();
    made.commit('2025-12-01', { [PLAN]: planWith({ 'industry: Logistics': 'industry: Transport' }) });
    made.commit('2026-01-20', { [PLAN]: soundPlan() });
    made.commit('2026-02-01', { [PLAN]: eased() });
    const { code, out, err } = await since(made, PLAN);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`${PLAN} – Northwind Traders: 1 change since the review of 20 Jan 2026
   57  ${EASED}

1 of 1 plan changed since their last reviews.
`);
    made.write(PLAN, soundPlan());
    expect(await since(made)).toMatchObject({
      code: 0,
      out: '1 plan compared: nothing changed since their last reviews.\n',
    });
    made.write(PLAN, `# same\n${soundPlan()}`);
    expect((await since(made)).out).toContain('1 differs in layout');
  });

  it('compares by whatever name the plan has gone since, committed or not', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', { [PLAN]: soundPlan() });
    made.commit('2026-02-01', { [PLAN]: eased() });
    made.git(['mv', PLAN, 'northwind.success-plan.yaml']);
    made.commit('2026-02-03', {});
    made.git(['mv', 'northwind.success-plan.yaml', 'nw.success-plan.yaml']);
    const compared = { code: 0, out: expect.stringContaining(EASED), err: '' };
    expect(await since(made)).toEqual(compared);
    made.commit('2026-02-04', {});
    expect(await since(made)).toEqual(compared);
  });

  it.each([
    ['has no review', soundPlan(['review_history']), 'no review was held up to 10 Feb 2026'],
    [
      'is younger than its review',
      soundPlan(),
      'git has no version of it from the day of its last review, 20 Jan 2026, or before',
    ],
  ])('says so where a plan %s', async (_, text, why) => {
    const made = new TestRepository();
    made.commit('2026-02-05', { [PLAN]: text });
    expect(await since(made, PLAN)).toEqual({ code: 2, out: '', err: `success-plan: ${PLAN}: ${why}\n` });
  });

  it('says so where a plan was renamed and git does not know of it', async () => {
    const made = editedRepository();
    made.rename(PLAN, 'northwind.success-plan.yaml');
    const why = 'is not committed yet, and git knows of no other name that it had';
    const way = 'If it was renamed, tell git of both names (git add --all)';
    expect(await since(made)).toEqual({
      code: 2,
      out: '',
      err: `success-plan: northwind.success-plan.yaml: ${why}. ${way}\n`,
    });
    made.git(['add', '--all']);
    expect(await since(made)).toEqual({ code: 0, out: expect.stringContaining(EASED), err: '' });
  });

  it('says so where the review is not committed yet, and tells of the others', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', { [PLAN]: soundPlan(), 'b.success-plan.yaml': soundPlan() });
    made.write(
      PLAN,
      planWith({ 'review_history:\n': 'review_history:\n  - { date: "2026-02-09", summary: Fine. }\n' }),
    );
    made.write('b.success-plan.yaml', eased());
    const { code, out, err } = await since(made);
    expect([code, err]).toEqual([
      2,
      `success-plan: ${PLAN}: the review of 9 Feb 2026 is not committed yet. To compare with the last commit: success-plan diff HEAD ${PLAN}\n`,
    ]);
    expect(out).toContain(EASED);
  });

  it('says so in a shallow clone and outside a repository', async () => {
    const made = editedRepository();
    made.commit('2026-02-01', {});
    const clone = path.join(folderWith({}), 'clone');
    made.git(['clone', '--quiet', '--depth', '1', `file://${made.folder}`, clone]);
    expect(await since({ folder: clone }, PLAN)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('shallow clone'),
    });
    expect(await since({ folder: folderWith({ [PLAN]: soundPlan() }) })).toMatchObject({
      code: 2,
      err: expect.stringContaining('lies in no git repository'),
    });
  });
});

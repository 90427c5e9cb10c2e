import { describe, expect, it } from 'vitest';
import { latePlan, planWith } from '../support/cli.ts';
import { diff, EASED, eased, editedRepository, PLAN, told } from '../support/diffs.ts';
import { soundPlan } from '../support/examples.ts';
import { TestRepository } from '../support/repository.ts';

/** `success-plan diff --findings` on real repositories. */

const LATE =
  'Milestone “Address check switched on” of O2 is 11 days late: it was due on 30 Jan 2026 and is still in progress. Owner: Ken Abe. Agree on a new date, or mark it complete.';
const MOVED =
  'Milestone “Address check switched on” of O2: the target date moved from 27 Feb 2026 to 30 Jan 2026, 28 days earlier.';

function repository(before: string, now: string): TestRepository {
  const made = new TestRepository();
  made.commit('2026-01-20', { [PLAN]: before });
  made.write(PLAN, now);
  return made;
}

describe('diff --findings', { timeout: 60_000 }, () => {
  it('tells behind the changes what is weak now that was not', async () => {
    const made = repository(soundPlan(), latePlan());
    const { code, out, err } = await diff(made, 'HEAD', '--findings');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`${PLAN} – Northwind Traders: 1 change, 1 new finding
   97  ${MOVED}
   97  New warning: ${LATE} (milestone-overdue)

1 of 1 plan changed since HEAD. 1 new finding.
`);
    expect(await told(made, 'HEAD')).toEqual([`${PLAN} ${MOVED}`]);
  });

  it('tells what is no longer found, and gives scripts rule and severity', async () => {
    const made = repository(latePlan(), soundPlan());
    expect((await diff(made, 'HEAD', '--findings')).out).toContain(': 1 change, 1 finding gone\n');
    const changes: unknown[] = JSON.parse((await diff(made, 'HEAD', '--findings', '--format', 'json')).out);
    expect(changes.slice(1)).toEqual([
      {
        path: PLAN,
        topic: 'findings',
        kind: 'removed',
        field: 'milestone-overdue',
        from: 'warning',
        to: null,
        sentence: `No longer found: ${LATE} (milestone-overdue)`,
        range: null,
      },
    ]);
  });

  it('keeps still about what was weak before, wherever it stands now and whatever it counts', async () => {
    const later = latePlan().replace('target_date: "2026-01-30"', 'target_date: "2026-01-29"');
    const made = repository(latePlan(), later.replace('customer:', '# Agreed in January.\n\ncustomer:'));
    // It is late by one more day.
    expect(await told(made, 'HEAD', '--findings')).toEqual([
      `${PLAN} Milestone “Address check switched on” of O2: the target date moved from 30 Jan 2026 to 29 Jan 2026, 1 day earlier.`,
    ]);
    made.write(PLAN, latePlan().replace('customer:', '# Agreed in January.\n\ncustomer:'));
    expect((await diff(made, 'HEAD', '--findings')).out).toBe(
      '1 plan compared: nothing changed since HEAD. 1 differs in layout, comments or order alone. No new findings.\n',
    );
  });

  it('tells where a comment alone silences a finding', async () => {
    const silenced = latePlan().replace(
      '        target_date: "2026-01-30"',
      '        # success-plan-ignore milestone-overdue -- they moved house\n        target_date: "2026-01-30"',
    );
    expect(silenced).not.toBe(latePlan());
    expect(await told(repository(latePlan(), silenced), 'HEAD', '--findings')).toEqual([
      `${PLAN} No longer found: ${LATE} (milestone-overdue)`,
    ]);
  });

  it('judges both versions by the day that it is given, and by what the team has set', async () => {
    const made = repository(soundPlan(), latePlan());
    expect(await told(made, 'HEAD', '--findings', '--today', '2026-01-25')).toEqual([`${PLAN} ${MOVED}`]);
    made.write('success-plan.config.yaml', 'rules:\n  milestone-overdue: off\n');
    expect(await told(made, 'HEAD', '--findings')).toEqual([`${PLAN} ${MOVED}`]);
  });

  it('tells all that is found in a plan that is new, and of several in one file by themselves', async () => {
    const made = editedRepository();
    made.write('team/harbor.success-plan.yaml', latePlan().replace('Northwind Traders', 'Harbor Foods'));
    made.write(PLAN, `${eased()}---\n${planWith({ 'owner: Priya Shah\n  co_owner': 'ower: Priya Shah\n  co_owner' })}`);
    const { out } = await diff(made, 'HEAD', '--findings');
    const lines = out.split('\n');
    expect(lines[0]).toBe(`${PLAN} – Northwind Traders: 1 change`);
    expect(lines[1]).toBe(`   57  ${EASED}`);
    expect(lines.filter(line => line.includes('harbor'))).toEqual([
      'team/harbor.success-plan.yaml – Harbor Foods: 1 change, 1 new finding',
    ]);
    expect(lines.filter(line => line.includes('(unknown-key)'))).toHaveLength(1);
    expect(lines.filter(line => /: \d new findings?$/.test(line)).map(line => line.split(':')[0])).toEqual([PLAN]);
  });

  it('goes with revisions alone', async () => {
    const { code, err } = await diff(editedRepository(), '--since-review', '--findings');
    expect([code, err]).toEqual([
      2,
      'success-plan: --findings goes with a revision, as in success-plan diff main --findings\n',
    ]);
  });
});

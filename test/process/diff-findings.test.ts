import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { latePlan, planWith } from '../support/cli.ts';
import { diff, EASED, eased, editedRepository, PLAN, told } from '../support/diffs.ts';
import { soundPlan } from '../support/examples.ts';
import { TestRepository } from '../support/repository.ts';

/** `success-plan diff --findings` on real repositories. */

const LATE =
  'Milestone “Address check switched on” of O2 is 11 days late: it was due on 30 Jan 2026 and is still in progress. Owner: Ken Abe. Agree on a new date, or mark it complete.';
const LATE_IN_SHORT =
  'Milestone “Address check switched on” of O2 is 11 days late: it was due on 30 Jan 2026 and is still in progress.';
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
        sentence: `No longer found: ${LATE_IN_SHORT} (milestone-overdue)`,
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
      `${PLAN} Silenced by a comment: ${LATE_IN_SHORT} (milestone-overdue)`,
    ]);
  });

  it('takes a finding for that of another thing in no case', async () => {
    const both = (address: string, tracking: string) =>
      planWith({
        'switched on\n        target_date: "2026-02-27"': `switched on\n        target_date: "${address}"`,
        'service desk\n        target_date: "2026-03-20"': `service desk\n        target_date: "${tracking}"`,
      });
    // Two milestones change their days, and with them their lines.
    const made = repository(both('2026-01-30', '2026-03-20'), both('2026-03-20', '2026-01-30'));
    const found = (await told(made, 'HEAD', '--findings')).filter(line => line.includes('milestone-overdue'));
    expect(found.map(line => line.split(' is ')[0])).toEqual([
      `${PLAN} New warning: Milestone “Tracking shown to the service desk” of O3`,
      `${PLAN} No longer found: Milestone “Address check switched on” of O2`,
    ]);
  });

  it('takes a finding in other words for the same, and tells where it has become louder', async () => {
    // Late before and after, with another day, status and owner.
    const made = repository(
      latePlan(),
      latePlan().replace(
        '"2026-01-30"\n        status: in_progress\n        owner: Ken Abe',
        '"2026-02-05"\n        status: pending\n        owner: Dana Ruiz',
      ),
    );
    expect((await told(made, 'HEAD', '--findings')).filter(line => /New|No longer/.test(line))).toEqual([]);
    const owned = planWith({
      'owner: Priya Shah\n      - name: One hour confirmed by the service desk':
        'owner: Priya Shah\n      - name: One hour shown',
      'owner: Ken Abe\n        kind: validation': 'owner: Priya Shah',
    });
    const louder = repository(
      owned.replace(
        '    status: in_progress\n    milestones:\n      - name: Tracking',
        '    status: in_progress\n    owner: Ken Abe\n    milestones:\n      - name: Tracking',
      ),
      owned,
    );
    const lines = (await told(louder, 'HEAD', '--findings')).filter(line =>
      line.includes('(outcome-not-in-customers-hands)'),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(' Now warning, was hint: All 2 milestones of outcome O3');
  });

  it('says what it could not follow of the settings', async () => {
    const made = repository(soundPlan(), latePlan());
    made.write('success-plan.config.yaml', 'rules: [\n');
    const { code, err } = await diff(made, 'HEAD', '--findings');
    expect(code).toBe(2);
    expect(err).toMatch(/^success-plan: success-plan\.config\.yaml: settings that cannot be followed were left out; /);
    expect((await diff(made, 'HEAD')).code).toBe(0);
  });

  it('lets many findings hide no change in a comment', async () => {
    const outcome = eased().indexOf('      - name: Order form connected');
    const many = Array.from(
      { length: 600 },
      (_, n) => `      - { name: Depot ${n} trained, target_date: "2026-01-30", status: pending, owner: Ken Abe }\n`,
    );
    const made = repository(soundPlan(), eased().slice(0, outcome) + many.join('') + eased().slice(outcome));
    const { out } = await diff(made, 'HEAD', '--findings', '--format', 'markdown');
    expect(out.length).toBeLessThan(66_000);
    expect(out).toContain('the goal asks for less: 5 minutes instead of 4 minutes');
    expect(out).toMatch(/Left out because this would be too long for a comment: 60\d new findings/);
  });

  it('judges both versions by the day that it is given, and by what the team has set', async () => {
    const made = repository(soundPlan(), latePlan());
    expect(await told(made, 'HEAD', '--findings', '--today', '2026-01-25')).toEqual([`${PLAN} ${MOVED}`]);
    made.write('success-plan.config.yaml', 'rules:\n  milestone-overdue: off\n');
    expect(await told(made, 'HEAD', '--findings')).toEqual([`${PLAN} ${MOVED}`]);
  });

  it('tells all that is found in a plan that is new, and nothing of one that is gone', async () => {
    const made = editedRepository();
    made.write('team/harbor.success-plan.yaml', latePlan().replace('Northwind Traders', 'Harbor Foods'));
    expect((await told(made, 'HEAD', '--findings')).filter(line => line.includes('milestone-overdue'))).toEqual([
      `team/harbor.success-plan.yaml New warning: ${LATE} (milestone-overdue)`,
    ]);
    made.git(['add', '--all']);
    made.git(['commit', '--quiet', '--message', 'Harbor Foods']);
    rmSync(made.path('team/harbor.success-plan.yaml'));
    expect((await told(made, 'HEAD', '--findings')).filter(line => /New|No longer/.test(line))).toEqual([]);
  });

  it('tells of each document of a file by itself, and of its customer', async () => {
    const harbor = (plan: string) => plan.replace('Northwind Traders', 'Harbor Foods');
    // What is late in one of them is not what was late in the other.
    const made = repository(`${latePlan()}---\n${harbor(soundPlan())}`, `${soundPlan()}---\n${harbor(latePlan())}`);
    const { out } = await diff(made, 'HEAD', '--findings');
    expect(out.split('\n').filter(line => /^\S/.test(line))).toEqual([
      `${PLAN} – Northwind Traders: 1 change, 1 finding gone`,
      `${PLAN} – Harbor Foods: 1 change, 1 new finding`,
      '1 of 1 plan changed since HEAD. 1 new finding, 1 gone.',
    ]);
    // A plan that is taken out hides no change of the other, and leaves nothing behind.
    made.git(['commit', '--quiet', '--all', '--message', 'Both']);
    made.write(PLAN, eased());
    expect(await told(made, 'HEAD', '--findings')).toEqual([
      `${PLAN} ${EASED}`,
      expect.stringContaining('(outcome-description-drift)'),
      expect.stringContaining(`${PLAN} The plan was deleted`),
    ]);
  });

  it('goes with revisions alone', async () => {
    const { code, err } = await diff(editedRepository(), '--since-review', '--findings');
    expect([code, err]).toEqual([
      2,
      'success-plan: --findings goes with a revision, as in success-plan diff main --findings\n',
    ]);
  });
});

// Commands that ask before they edit, by keyboard alone.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';

const PLAN = 'harbor-foods.success-plan.yaml';
const NEW_PLAN = 'harbor-foods-nordic.success-plan.yaml';

/** @type {import('./sessions.mjs').Step[]} */
export const commandSteps = [
  {
    name: 'Log Review says what is wrong with a day while it is typed, and takes none such',
    async run(workbench) {
      const { page } = workbench;
      await workbench.open(PLAN);
      await page.locator('.statusbar-item[id*="success-plan"]').waitFor();
      await page.keyboard.press('Control+K');
      await page.keyboard.press('l');
      await workbench.question('Log Review (1/');
      await page.locator('.quick-input-widget input.input').fill('2026-13-01');
      await page.locator('.quick-input-message', { hasText: '2026-13-01' }).waitFor();
      await workbench.shot('30-validation');
      await workbench.answer();
      await workbench.question('Log Review (1/');
    },
  },
  {
    name: 'the way back keeps what was answered',
    async run(workbench) {
      await workbench.answer('2026-02-09');
      await workbench.question('Log Review (2/');
      await workbench.shot('31-attendees');
      await workbench.page.locator('.quick-input-titlebar .action-label').first().click();
      await workbench.question('Log Review (1/');
      assert.equal(await workbench.page.locator('.quick-input-widget input.input').inputValue(), '2026-02-09');
    },
  },
  {
    name: 'the last answer makes one edit, and one undo takes it back',
    async run(workbench) {
      const { page } = workbench;
      await workbench.answer();
      await workbench.question('Log Review (2/');
      await workbench.answer();
      await workbench.question('Log Review (3/');
      await workbench.answer('Scanners are late, the goal stays.');
      await workbench.question('Log Review (4/');
      await workbench.answer();
      await workbench.lines.locator('.view-line', { hasText: 'Scanners are late' }).waitFor();
      await workbench.shot('32-logged');
      await page.keyboard.press('Control+Z');
      await page.locator(`.tab.active:not(.dirty)[data-resource-name="${PLAN}"]`).waitFor();
    },
  },
  {
    name: 'Escape leaves no trace',
    async run(workbench) {
      const { page } = workbench;
      await page.keyboard.press('Control+K');
      await page.keyboard.press('x');
      await workbench.question('Mark Milestone Complete (1/');
      await workbench.shot('33-milestones');
      await page.keyboard.press('Escape');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await page.locator(`.tab.active:not(.dirty)[data-resource-name="${PLAN}"]`).waitFor();
    },
  },
  {
    name: 'Record Measurement compares the figure with the goal’s unit, and writes it down',
    async run(workbench) {
      const { page } = workbench;
      await page.keyboard.press('Control+K');
      await page.keyboard.press('n');
      await workbench.question('Record Measurement');
      const input = page.locator('.quick-input-widget input.input');
      // With a single outcome there is nothing to pick.
      await page.locator('.quick-input-message', { hasText: '42 minutes at first' }).waitFor();
      await input.fill('$5');
      await page.locator('.quick-input-message', { hasText: '42 minutes' }).last().waitFor();
      await workbench.answer('36 minutes');
      await page.locator('.quick-input-message', { hasText: 'On which day' }).waitFor();
      await workbench.answer();
      await workbench.lines.locator('.view-line', { hasText: '36 minutes' }).waitFor();
      await workbench.shot('34-measured');
      await workbench.revert(PLAN);
    },
  },
  {
    name: 'New Success Plan asks six questions and opens a plan with open places, saved beside the others',
    async run(workbench) {
      const { page } = workbench;
      await workbench.palette('New Success Plan');
      await workbench.question('New Success Plan (1/6)');
      await workbench.shot('35-formats');
      await workbench.answer();
      await workbench.question('New Success Plan (2/6)');
      await workbench.answer();
      await workbench.question('New Success Plan (3/6)');
      await workbench.answer('Harbor Foods Nordic');
      await workbench.question('New Success Plan (4/6)');
      await workbench.answer('Jane Smith, Customer Success Manager');
      await workbench.question('New Success Plan (5/6)');
      await workbench.answer('Elena Duarte, VP Supply Chain');
      await workbench.question('New Success Plan (6/6)');
      await workbench.answer('2026-11-01');
      await page.locator(`.tab.active.dirty[data-resource-name="${NEW_PLAN}"]`).waitFor();
      await workbench.lines.locator('.view-line', { hasText: 'Harbor Foods Nordic' }).first().waitFor();
      await page
        .locator('.monaco-editor .finish-snippet-placeholder, .monaco-editor .snippet-placeholder')
        .first()
        .waitFor();
      await workbench.shot('36-new-plan');
      await workbench.calm();
      await workbench.save(NEW_PLAN);
      assert.ok(existsSync(path.join(workbench.folder, NEW_PLAN)), 'it lies in the folder');
      assert.match(workbench.onDisk(NEW_PLAN), /renewal_date: "?2026-11-01/);
      await workbench.command('View: Close All Editors');
    },
  },
  {
    name: 'the editor’s menu has the commands',
    async run(workbench) {
      const { page } = workbench;
      await workbench.open(PLAN);
      await workbench.lines.click({ button: 'right' });
      await page.locator('.monaco-menu .action-item', { hasText: 'Success Plan' }).first().hover();
      await page.locator('.monaco-menu .action-item', { hasText: 'Prepare Review Agenda' }).last().waitFor();
      await workbench.shot('37-menu');
      await workbench.calm();
    },
  },
];

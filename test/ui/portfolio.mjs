// All plans of a folder: the tree in the activity bar, and the portfolio's panel.
import assert from 'node:assert/strict';

const PLAN = 'juniper.success-plan.yaml';
const THEMES = [
  ['Default Dark Modern', 'vs-dark'],
  ['Default High Contrast', 'hc-black'],
  ['Default Light Modern', 'vs'],
];

/** The lines of the tree. */
const tree = ({ page }) => page.locator('.pane-body .monaco-list-row');

/** @type {import('./sessions.mjs').Step[]} */
export const portfolioSteps = [
  {
    name: 'the activity bar lists the plans by what needs attention',
    shot: '60-tree',
    async run(workbench) {
      const { page } = workbench;
      await page.locator('.activitybar .action-label[aria-label*="Success Plans"]').first().click();
      await tree(workbench).filter({ hasText: 'Juniper Clinics' }).waitFor();
      assert.ok((await tree(workbench).count()) > 6);
      assert.equal(await page.locator('.welcome-view-content:visible').count(), 0);
    },
  },
  {
    name: 'the tree is grouped by CSM when that is chosen',
    shot: '61-tree-by-csm',
    async run(workbench) {
      await workbench.command('Open Portfolio');
      const { page } = workbench;
      await page.locator('.sidebar .action-label[aria-label*="Group Plans By"]:visible').first().click();
      await page.locator('.monaco-menu .action-label', { hasText: 'Group by CSM' }).click();
      await tree(workbench).filter({ hasText: 'Jane Smith' }).first().waitFor();
    },
  },
  {
    name: 'the portfolio is drawn, and breaks no rule of its page',
    shot: '62-portfolio',
    async run(workbench) {
      const { page, panel } = workbench;
      await page.setViewportSize({ width: 1500, height: 950 });
      await panel.locator('.plans .plan', { hasText: 'Juniper Clinics' }).waitFor();
      assert.ok((await panel.locator('.plans .plan').count()) > 4);
      assert.deepEqual(
        workbench.complaints.filter(one => one.includes('Content Security Policy')),
        [],
      );
    },
  },
  ...THEMES.map(([theme, kind]) => ({
    name: `it takes the colours of ${theme}`,
    shot: `63-portfolio-${kind}`,
    /** @param {import('./workbench.mjs').Workbench} workbench */
    async run(workbench) {
      await workbench.theme(theme, kind);
    },
  })),
  {
    name: 'words find plans, and a plan leads to its panel',
    shot: '64-portfolio-panel',
    async run(workbench) {
      const { page, panel } = workbench;
      await panel.locator('.find').fill('juniper');
      await panel.locator('.plans .plan').nth(1).waitFor({ state: 'detached' });
      await panel.locator('.plans .name').click();
      await page.locator('.tab', { hasText: 'Juniper Clinics' }).first().waitFor();
      await page.locator('.tab', { hasText: 'Portfolio' }).click();
      await page.setViewportSize({ width: 1280, height: 800 });
    },
  },
  {
    name: 'a plan of the tree opens as text',
    async run(workbench) {
      const row = tree(workbench).filter({ hasText: 'Juniper Clinics' });
      await row.click();
      await workbench.page.locator(`.tab.active[data-resource-name="${PLAN}"]`).waitFor();
    },
  },
];

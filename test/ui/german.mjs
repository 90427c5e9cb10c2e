// The extension in another language: what package.json, the client and the server say.

const LATE = 'acme.success-plan.yaml';

/** @type {import('./sessions.mjs').Step[]} */
export const germanSteps = [
  {
    name: 'in German: the status bar, whose words come from client and server',
    async run(workbench) {
      const { page } = workbench;
      await workbench.open(LATE);
      const status = page.locator('.statusbar-item[id*="success-plan"]', { hasText: 'Warnungen' });
      await status.waitFor();
      await page.locator('.statusbar-item[id*="success-plan"]', { hasText: 'im Mittel' }).waitFor();
    },
  },
  {
    name: 'in German: the commands',
    async run(workbench) {
      const { page } = workbench;
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input.input').fill('>success plans');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Meilenstein abschließen' }).waitFor();
      await workbench.shot('50-german-palette');
      await workbench.calm();
    },
  },
  {
    name: 'in German: what a command asks, and what is wrong with an answer',
    async run(workbench) {
      const { page } = workbench;
      await workbench.focus(LATE);
      await page.keyboard.press('Control+K');
      await page.keyboard.press('l');
      await workbench.question('Review eintragen (1/');
      await page.locator('.quick-input-widget input.input').fill('2026-13-01');
      await page.locator('.quick-input-message', { hasText: 'gibt es im Kalender nicht' }).waitFor();
      await workbench.shot('51-german-question');
      await workbench.calm();
    },
  },
  {
    name: 'in German: what a customer would not get',
    async run(workbench) {
      await workbench.focus(LATE);
      await workbench.palette('Success Plans: Plan exportieren …');
      await workbench.question('Plan exportieren (1/2)');
      await workbench.page.locator('.quick-input-list', { hasText: /Ausgelassen: .*Der Vertragswert/ }).waitFor();
      await workbench.calm();
    },
  },
];

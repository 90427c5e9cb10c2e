// A person's first minutes, in a folder without any plan.
import assert from 'node:assert/strict';

/** The steps of the walkthrough by the titles of their pictures, as media/walkthrough has them. */
const PICTURES = ['A form over the editor', 'Completion of people', 'A repair', 'The panel', 'Review', 'The standard'];

/** @type {import('./sessions.mjs').Step[]} */
export const welcomeSteps = [
  {
    name: 'where there is no plan, a view says how to begin',
    shot: '40-welcome',
    async run({ page }) {
      await page.locator('.activitybar .action-label[aria-label*="Success Plans"]').first().click();
      await page.locator('.welcome-view-content .monaco-button', { hasText: 'New Success Plan' }).first().waitFor();
    },
  },
  {
    name: 'it leads to the walkthrough, whose pictures are drawn in the editor’s colours',
    async run(workbench) {
      const { page } = workbench;
      await page.locator('.welcome-view-content .monaco-button', { hasText: 'See how it works' }).click();
      await page.locator('.getting-started-step').first().waitFor();
      await page.keyboard.press('Control+B');
      await page.setViewportSize({ width: 1500, height: 850 });
      for (const [at, title] of PICTURES.entries()) {
        await page.locator('.getting-started-step').nth(at).click();
        const picture = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('svg');
        await picture.locator('title', { hasText: title }).waitFor({ state: 'attached' });
        const [width] = await picture.evaluate(svg => [svg.getBoundingClientRect().width]);
        assert.ok(width > 300, `the picture is ${width} pixels wide`);
        const words = await page.locator('.getting-started-step').nth(at).textContent();
        assert.ok(!words?.includes('`'), 'walkthroughs know bold words and links, no code');
        await workbench.shot(`41-walkthrough-${at + 1}`);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
    },
  },
  {
    name: 'its first button begins a plan, and its step is done',
    async run(workbench) {
      const { page } = workbench;
      await page.locator('.getting-started-step').first().click();
      await page.locator('.getting-started-step .monaco-button', { hasText: 'New Success Plan' }).first().click();
      await workbench.question('New Success Plan (1/6)');
      await page.keyboard.press('Escape');
      await page.locator('.getting-started-step').first().locator('.codicon.complete').waitFor({ state: 'attached' });
    },
  },
];

// The panel as a tool: what is dragged, keyed and recorded in it changes the plan; it follows the editor, and comes back after a reload.
import assert from 'node:assert/strict';

/** The template's shape, with an open milestone planned for 1 Apr, and a plan without findings. */
const PLAN = 'acme.success-plan.yaml';
const OTHER = 'northwind.success-plan.yaml';
const MILESTONE = 'Target achieved and validated';

/** A whole workbench is loaded anew. */
const RELOAD_MS = 90_000;
/** In a browser the workbench writes down every few seconds, when it has nothing else to do, which editors are open. */
const KEPT_MS = 15_000;
/** How often VS Code looks whether a page has the keyboard. */
const FOCUS_LOOK_MS = 250;

const mark = workbench => workbench.panel.locator(`.mk[data-movable][aria-label*="${MILESTONE}"]`);
const note = workbench => workbench.panel.locator('.note');
const titleButton = (workbench, title) =>
  workbench.page.locator(`.editor-actions .action-label[aria-label*="${title}"]`).first();

/** Gives the keyboard to the panel, by a click where there is nothing to click. */
/**
 * Puts the keyboard into the panel, and waits until the workbench has heard of it: VS Code looks now and then whether a page has the keyboard, and
 * does not notice one that was elsewhere for less. Then the keyboard leaves for long enough, and comes again.
 */
async function enter(workbench) {
  const active = workbench.page.locator(
    '.editor-group-container.active .tab.active:not([data-resource-name$=".yaml"])',
  );
  for (let left = 4; left > 0; left--) {
    await workbench.panel.getByRole('heading', { name: 'Timeline' }).click();
    const heard = await active.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (heard) return;
    await workbench.page.locator('.tab[data-resource-name$=".yaml"]').first().click();
    await workbench.page.waitForTimeout(2 * FOCUS_LOOK_MS);
  }
  throw new Error('the panel has not got the keyboard');
}

/** Lines of the second text that the first one has not at that place. */
function changed(before, after) {
  const lines = before.split('\n');
  return after.split('\n').filter((line, i) => line !== lines[i]);
}

/** Saves the plan's text, and gives the keyboard back to the panel. */
async function saved(workbench) {
  await workbench.focus(PLAN);
  await workbench.save(PLAN);
  return workbench.onDisk(PLAN);
}

let original = '';

/** @type {import('./sessions.mjs').Step[]} */
export const handsSteps = [
  {
    name: 'a milestone is dragged to another day, and one line of the plan changes',
    shot: '60-dragged',
    async run(workbench) {
      original = workbench.onDisk(PLAN);
      await workbench.page.setViewportSize({ width: 1760, height: 1100 });
      await workbench.open(PLAN);
      await workbench.openPanel();
      await mark(workbench).waitFor();
      await mark(workbench).scrollIntoViewIfNeeded();
      const { x, y, width, height } = await mark(workbench).locator('.ring').boundingBox();
      const { mouse } = workbench.page;
      await mouse.move(x + width / 2, y + height / 2);
      await mouse.down();
      await mouse.move(x + width / 2 + 40, y + height / 2, { steps: 8 });
      await workbench.panel.locator('.tip').waitFor();
      await workbench.shot('60-drag');
      await mouse.up();
      await workbench.panel.getByRole('dialog').waitFor();
      await workbench.shot('60-asked');
      await workbench.page.keyboard.press('Enter');
      await note(workbench).getByText('Moved to').waitFor();
      const lines = changed(original, await saved(workbench));
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(lines[0], /target_date: "?2026-0[45]-\d\d"?/);
    },
  },
  {
    name: 'the note takes it back in one step',
    async run(workbench) {
      await note(workbench).getByRole('button', { name: 'Undo' }).click();
      await note(workbench).waitFor({ state: 'detached' });
      assert.equal(await saved(workbench), original);
    },
  },
  {
    name: 'keys move it, log it, and take it back; the editor’s own keys stay quiet',
    async run(workbench) {
      const { keyboard } = workbench.page;
      await mark(workbench).focus();
      await keyboard.press('Alt+ArrowRight');
      await keyboard.press('Alt+Shift+ArrowRight');
      await workbench.panel.locator('.ghost', { hasText: '+8 days' }).waitFor();
      await keyboard.press('Enter');
      await workbench.panel.getByRole('dialog').waitFor();
      await keyboard.press('Tab');
      await keyboard.press('Enter');
      await note(workbench).getByText('Moved to 9 Apr 2026, and logged.').waitFor();
      await workbench.shot('61-logged');
      await keyboard.press('Control+z');
      await note(workbench).waitFor({ state: 'detached' });
      await workbench.panel.locator(`.mk[data-movable="2026-04-01"][aria-label*="${MILESTONE}"]`).waitFor();
      await workbench.focus(PLAN);
      await workbench.page.locator(`.tab.active:not(.dirty)[data-resource-name="${PLAN}"]`).waitFor();
    },
  },
  {
    name: 'a measurement is recorded from its row',
    async run(workbench) {
      const button = workbench.panel.getByRole('button', { name: 'Record measurement' }).first();
      await button.scrollIntoViewIfNeeded();
      await button.click();
      await workbench.page.locator('.quick-input-widget:visible').waitFor();
      await workbench.shot('62-record');
      for (
        let left = 5;
        left > 0 && (await workbench.page.locator('.quick-input-widget:visible').count()) > 0;
        left--
      ) {
        const input = workbench.page.locator('.quick-input-widget:visible input.input');
        if (
          (await input.inputValue().catch(() => 'x')) === '' &&
          (await workbench.page.locator('.quick-input-list:visible').count()) === 0
        )
          await input.fill('1.5 hours');
        await workbench.page.keyboard.press('Enter');
        await workbench.page.waitForTimeout(700);
      }
      await note(workbench).getByText('Measurement recorded.').waitFor();
      await workbench.shot('62-recorded');
      await note(workbench).getByRole('button', { name: 'Undo' }).click();
      await note(workbench).waitFor({ state: 'detached' });
      await workbench.shot('62-undone');
      await workbench.focus(PLAN);
      await workbench.page.locator(`.tab.active:not(.dirty)[data-resource-name="${PLAN}"]`).waitFor();
      await workbench.page.locator('.codelens-decoration', { hasText: '54% attained' }).first().waitFor();
    },
  },
  {
    name: 'words are found in the panel',
    async run(workbench) {
      await enter(workbench);
      await mark(workbench).focus();
      const found = workbench.page.locator('.simple-find-part.visible');
      // The workbench hears a little later that the keyboard is in the panel.
      for (let left = 5; left > 0 && !(await found.isVisible()); left--) {
        await workbench.page.waitForTimeout(500);
        await workbench.page.keyboard.press('Control+f');
      }
      await found.waitFor();
      await workbench.page.keyboard.press('Escape');
    },
  },
  {
    name: 'the panel follows the editor on request, and comes back as it was after a reload',
    shot: '63-following',
    async run(workbench) {
      await enter(workbench);
      await titleButton(workbench, 'Follow the Active Editor').click();
      await titleButton(workbench, 'Stay on This Plan').waitFor();
      await workbench.focus(PLAN);
      await workbench.open(OTHER);
      await workbench.panel.locator('h1', { hasText: 'Northwind' }).waitFor();
      await workbench.page.waitForTimeout(KEPT_MS);
      await workbench.page.reload();
      await workbench.panel.locator('h1', { hasText: 'Northwind' }).waitFor({ timeout: RELOAD_MS });
      await workbench.open(PLAN);
      await workbench.panel.locator('h1', { hasText: 'Acme' }).waitFor();
      await enter(workbench);
      await titleButton(workbench, 'Stay on This Plan').click();
      await workbench.focus(PLAN);
      await workbench.open(OTHER);
      await workbench.page.waitForTimeout(700);
      assert.match(await workbench.panel.locator('h1').textContent(), /Acme/);
    },
  },
  {
    name: 'the panel’s page neither threw nor asked for what its policy refuses',
    async run(workbench) {
      assert.deepEqual(workbench.complaints, []);
    },
  },
];

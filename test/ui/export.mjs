// A plan is looked at as the customer sees it, and saved for them, by mouse and keys.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';

const PLAN = 'northwind.success-plan.yaml';
const PAGE = 'northwind-customer.html';
const PICTURE = 'northwind.png';

/** What a customer must not read, as the example says it. */
const SECRETS = ['84,000', 'two months before the notice date', 'Two depots that join', 'ready by 1 September'];

/** @type {import('./sessions.mjs').Step[]} */
export const exportSteps = [
  {
    name: 'the panel shows the plan as the customer sees it, and says what is left out',
    shot: '70-customer',
    async run(workbench) {
      await workbench.open(PLAN);
      await workbench.openPanel();
      await workbench.panel.getByText('$84,000 a year').first().waitFor();
      await workbench.panel.getByRole('button', { name: 'Customer' }).click();
      await workbench.panel.getByText('The customer’s page.').waitFor();
      await workbench.panel.getByText('the value of the contract').first().waitFor();
      await workbench.panel.getByText('$84,000 a year').waitFor({ state: 'detached' });
      const text = await workbench.panel.locator('main').textContent();
      for (const secret of SECRETS) assert.ok(!text.includes(secret), secret);
    },
  },
  {
    name: 'Export… asks for whom, with what is left out, and as what',
    shot: '71-for-whom',
    async run(workbench) {
      await workbench.panel.getByRole('button', { name: 'Export…' }).click();
      await workbench.question('Export Plan (1/2)');
      await workbench.page
        .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'For the customer' })
        .waitFor();
      await workbench.page.locator('.quick-input-list', { hasText: 'Left out:' }).waitFor();
    },
  },
  {
    name: 'the page is written beside the plan, without what is not the customer’s',
    shot: '72-written',
    async run(workbench) {
      const { page } = workbench;
      await workbench.answer();
      await workbench.question('Export Plan (2/2)');
      await workbench.shot('72-formats');
      await workbench.answer('HTML');
      await saveAs(workbench, PAGE);
      await page.locator('.notification-list-item', { hasText: `${PAGE} is written. Left out:` }).waitFor();
      const html = workbench.onDisk(PAGE);
      assert.ok(html.includes('Northwind Traders'));
      for (const secret of SECRETS) assert.ok(!html.includes(secret), secret);
    },
  },
  {
    name: 'a picture is drawn in the panel’s page',
    shot: '73-picture',
    async run(workbench) {
      await workbench.palette('Success Plans: Export Plan…');
      await workbench.question('Export Plan (1/2)');
      await workbench.answer('own team');
      await workbench.question('Export Plan (2/2)');
      await workbench.answer('PNG');
      await saveAs(workbench, PICTURE);
      const message = workbench.page.locator('.notification-list-item', { hasText: `${PICTURE} is written.` });
      await message.waitFor();
      await message.getByRole('button', { name: 'Open' }).click();
      await workbench.tab(PICTURE).waitFor();
      assert.ok(existsSync(path.join(workbench.folder, PICTURE)));
    },
  },
  {
    name: 'the panel’s page neither threw nor asked for what its policy refuses',
    async run(workbench) {
      assert.deepEqual(workbench.complaints, []);
    },
  },
];

/** The editor's own dialog, which proposes the name. */
async function saveAs({ page, folder }, name) {
  const input = page.locator('.quick-input-widget input.input');
  await page.locator('.quick-input-widget:visible', { hasText: 'Export' }).waitFor();
  await page.waitForFunction(
    wanted => [...document.querySelectorAll('.quick-input-widget input')].some(one => one.value.endsWith(wanted)),
    name,
  );
  assert.equal(await input.inputValue(), path.join(folder, name));
  await page.keyboard.press('Enter');
}

/**
 * Runs the portfolio's script in a real browser, as the extension hosts it, with a stand-in for the editor's side: what it draws, sorts, finds,
 * sends and keeps, with fourteen plans and with a thousand.
 *
 *   node test/webview/portfolio-live.mjs
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { bundleScript, bundleStyles, hosted, launch, top } from './support/browser.mjs';

const plans = await bundleScript({
  stdin: {
    contents: `import { FOURTEEN, RARE } from './test/webview/support/portfolio.ts';
      import { manyPlans } from './test/webview/support/portfolio-many.ts';
      globalThis.portfolios = { FOURTEEN, RARE, THOUSAND: manyPlans(1000) };`,
    resolveDir: top,
    loader: 'ts',
  },
});
new Function(plans)();
const { FOURTEEN, RARE, THOUSAND } = globalThis.portfolios;

const editor = `window.sent = []; window.acquireVsCodeApi = () => ({
  postMessage: message => window.sent.push(message),
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null'),
  setState: state => sessionStorage.setItem('state', JSON.stringify(state)),
});
window.violations = []; document.addEventListener('securitypolicyviolation', event => window.violations.push(event.violatedDirective));`;
const script = await bundleScript({ entryPoints: [join(top, 'webview', 'portfolio', 'main.tsx')] });
const html = hosted(await bundleStyles('portfolio.css'), editor, script);

const browser = await launch();
let steps = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
  const failures = [];
  page.on('pageerror', error => failures.push(error.message));
  page.on('console', message => message.type() === 'error' && failures.push(message.text()));
  await page.route('http://portfolio.test/**', route => route.fulfill({ contentType: 'text/html', body: html }));
  const post = message =>
    page.evaluate(
      data =>
        new Promise(done => {
          window.postMessage(data, '*');
          setTimeout(() => requestAnimationFrame(() => done()), 40);
        }),
      message,
    );
  const show = portfolio => post({ type: 'portfolio', portfolio });
  const sent = () => page.evaluate(() => window.sent.splice(0));
  /** The table's lines in words: heads of groups in brackets. */
  const lines = () =>
    page
      .locator('.plans .bd .row')
      .evaluateAll(rows =>
        rows.map(row =>
          row.classList.contains('group')
            ? `[${row.querySelector('b').textContent}]`
            : row.querySelector('.name').textContent,
        ),
      );
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      return element?.querySelector?.('b')?.textContent ?? element?.textContent;
    });
  const settled = () => page.evaluate(() => new Promise(done => setTimeout(done, 120)));
  /** What nobody sees is drawn when nothing has changed for a moment. */
  const rested = () => page.evaluate(() => new Promise(done => setTimeout(done, 300)));
  const step = async (name, run) => {
    await run();
    steps++;
    console.log(`ok ${name}`);
  };
  await page.goto('http://portfolio.test/');

  await step('says that it is there, and that it reads', async () => {
    assert.deepEqual(await sent(), [{ type: 'ready' }]);
    assert.match(await page.locator('main').textContent(), /Reading the plans of this workspace/u);
    await post({ type: 'noServer' });
    assert.match(await page.locator('main').textContent(), /language server does not run/u);
  });
  await step('offers a new plan where there is none', async () => {
    await show({ ...FOURTEEN, plans: [] });
    await page.getByRole('button', { name: 'New Success Plan' }).click();
    assert.deepEqual(await sent(), [{ type: 'newPlan' }]);
  });
  await step('draws what it gets, and ignores what is no message', async () => {
    await show(FOURTEEN);
    await post({ type: 'portfolio', portfolio: { ...FOURTEEN, format: 99, plans: [] } });
    await post('nonsense');
    assert.equal((await lines()).length, 17);
    assert.deepEqual((await lines()).slice(0, 2), ['[Act now]', 'Northwind Logistics']);
    const totals = await page.locator('.sum').textContent();
    for (const part of [
      'worth $690k a year',
      '2 of them behind: $530k',
      'Northwind Logistics, Oakline Insurance',
      'in 5 plans',
    ])
      assert.ok(totals.includes(part), part);
  });
  await step('leads to the panel of a plan, to its text, and to a day of it', async () => {
    const { file } = FOURTEEN.plans[3];
    await page.getByRole('button', { name: /^Acme Corp, At risk/u }).click();
    await page.getByRole('button', { name: 'Open the text of Acme Corp' }).click({ force: true });
    await page.locator('.mk[aria-label^="Review, Acme Corp, 1 May"] .ring').click();
    assert.deepEqual(await sent(), [
      { type: 'openPanel', uri: file },
      { type: 'open', uri: file, at: 0 },
      { type: 'open', uri: file, at: 20 },
    ]);
  });
  await step('asks for a file', async () => {
    await page.getByRole('button', { name: 'Export…' }).click();
    assert.deepEqual(await sent(), [{ type: 'export' }]);
  });
  await step('sorts by a column: first, the other way round, not at all', async () => {
    const header = page.getByRole('columnheader', { name: 'Renewal' });
    const first = async () => (await lines())[1];
    await header.getByRole('button').click();
    assert.equal(await header.getAttribute('aria-sort'), 'ascending');
    assert.deepEqual((await lines()).slice(1, 4), [
      'Northwind Logistics',
      'Meridian Health Trust',
      'Helvetia Retail Group',
    ]);
    await header.getByRole('button').click();
    assert.equal(await header.getAttribute('aria-sort'), 'descending');
    assert.equal(await first(), 'Helvetia Retail Group');
    await header.getByRole('button').click();
    assert.equal(await header.getAttribute('aria-sort'), 'none');
    const late = page.getByRole('columnheader', { name: 'Late' });
    await late.getByRole('button').click();
    assert.equal(await late.getAttribute('aria-sort'), 'descending');
    assert.equal(await first(), 'Helvetia Retail Group');
    await late.getByRole('button').click();
    await late.getByRole('button').click();
  });
  await step('groups', async () => {
    await page.getByRole('button', { name: 'CSM', exact: true }).first().click();
    assert.deepEqual(
      (await lines()).filter(line => line.startsWith('[')),
      ['[Daniel Ortiz]', '[Hanna Vogel]', '[Jane Smith]', '[Priya Nair]'],
    );
    await page.getByRole('button', { name: /^Daniel Ortiz/u }).click();
    assert.deepEqual((await lines()).slice(0, 2), ['[Daniel Ortiz]', '[Hanna Vogel]']);
    await page.getByRole('button', { name: /^Daniel Ortiz/u }).click();
    await page.getByRole('button', { name: 'Attention' }).click();
  });
  await step('shows a part: by button, by person, by words; and all again', async () => {
    await page.getByRole('button', { name: /^Renews in 90 days/u }).click();
    assert.equal((await lines()).filter(line => !line.startsWith('[')).length, 4);
    assert.match(await page.locator('#s90 .sh').textContent(), /of the 4 plans shown/u);
    await page.getByRole('button', { name: /^All/u }).click();
    await page.getByLabel('Plans of one CSM').selectOption('=Hanna Vogel');
    assert.equal((await lines()).filter(line => !line.startsWith('[')).length, 3);
    await page.getByRole('searchbox').fill('enterprise');
    assert.deepEqual(
      (await lines()).filter(line => !line.startsWith('[')),
      ['Fjord Energy'],
    );
    assert.equal(await page.getByRole('status').textContent(), '1 plan shown');
    await page.getByRole('searchbox').fill('nobody is called that');
    await page.getByRole('button', { name: 'Show all' }).click();
    assert.equal((await lines()).length, 17);
    assert.equal(await page.evaluate(() => document.activeElement.matches('[data-find]')), true);
    await page.keyboard.type('acme');
    assert.equal((await lines()).length, 2);
    await page.keyboard.press('Escape');
    assert.equal((await lines()).length, 17);
  });
  await step('can be used by the keyboard: one stop for the table, arrow keys in it', async () => {
    await page.locator('[data-sort="csm"]').focus();
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Act now');
    await page.keyboard.press('ArrowLeft');
    assert.deepEqual((await lines()).slice(0, 2), ['[Act now]', '[Watch]']);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 'Helvetia Retail Group');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'Text');
    await page.keyboard.press('Enter');
    assert.deepEqual(
      (await sent()).map(({ type }) => type),
      ['openPanel', 'open'],
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(), 'Meridian Health Trust');
    await page.keyboard.press('End');
    assert.equal(await focused(), 'Tallis Engineering');
    await page.keyboard.press('Tab');
    assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /^Review, Helvetia/u);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    assert.match(await page.evaluate(() => document.activeElement.getAttribute('data-lane')), /hanna/u);
    await page.keyboard.press('Enter');
    assert.equal((await sent())[0]?.type, 'open');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), 'Tallis Engineering');
  });
  await step('lists the days to come in words', async () => {
    await page.getByText('The same as a list').click();
    assert.equal(
      await page.locator('.listing tbody tr').count(),
      FOURTEEN.plans.flatMap(({ coming }) => coming).length,
    );
    await page.locator('.listing tbody button').first().click();
    assert.equal((await sent())[0]?.type, 'open');
    await page.getByText('The same as a list').click();
    assert.equal(await page.locator('.listing tbody tr').count(), 0);
  });
  await step('keeps what was set, and its place, through a reload', async () => {
    await page.getByRole('button', { name: 'Segment', exact: true }).click();
    await page.evaluate(() => window.scrollTo(0, 300));
    await settled();
    await settled();
    await page.reload();
    await show(FOURTEEN);
    assert.equal(await page.getByRole('button', { name: 'Segment', exact: true }).getAttribute('aria-pressed'), 'true');
    assert.equal(await page.evaluate(() => window.scrollY), 300);
    await page.getByRole('button', { name: 'Attention' }).click();
    await sent();
  });
  await step('draws hostile words as words', async () => {
    await show(RARE);
    assert.equal(await page.locator('main img, main script, main b[onclick]').count(), 0);
    assert.match(await page.locator('.plans').textContent(), /<script>alert\(1\)<\/script>/u);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });

  await page.evaluate(() => window.scrollTo(0, 0));
  await step('of a thousand plans draws those that are seen, and says how many there are', async () => {
    await show(THOUSAND);
    const table = page.getByRole('table', { name: 'Plans' });
    assert.equal(await table.getAttribute('aria-rowcount'), '1004');
    await rested();
    const drawn = await page.locator('.plans .bd .row').count();
    assert.ok(drawn > 15 && drawn < 80, `${drawn} lines`);
    assert.ok((await page.locator('.plans').boundingBox()).height > 30_000);
  });
  await step('draws what stands below a long table a moment later, and at once where it is seen', async () => {
    /** Types, and looks before anything else can happen: what the days to come are of, and how many lines there are. */
    const typed = text =>
      page.evaluate(value => {
        const field = document.querySelector('[data-find]');
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return {
          of: document.querySelector('#s90 .sh')?.textContent,
          lines: document.querySelectorAll('.plans .plan').length,
        };
      }, text);
    await rested();
    const all = await page.locator('#s90 .sh').textContent();
    assert.doesNotMatch(all, /plans shown/u);
    const many = await typed('7');
    assert.equal(many.of, all);
    await rested();
    assert.match(await page.locator('#s90 .sh').textContent(), /of the \d{3} plans shown/u);
    assert.ok((await page.locator('.plans .plan').count()) > many.lines, `${many.lines} lines at once`);
    assert.match((await typed('777')).of, /of the 1 plan shown/u);
    assert.equal((await typed('')).of.includes('1 plan'), true);
    await rested();
    assert.equal(await page.locator('#s90 .sh').textContent(), all);
  });
  await step('draws the others as one scrolls, under the head of their group', async () => {
    await page.evaluate(() => window.scrollTo(0, 20_000));
    await settled();
    const seen = await page.evaluate(() => {
      const at = document.elementFromPoint(300, 350)?.closest('.plan');
      const head = document.elementFromPoint(300, 36)?.closest('.group');
      return { index: Number(at?.getAttribute('data-index')), group: head?.querySelector('b')?.textContent };
    });
    assert.ok(seen.index > 300, JSON.stringify(seen));
    assert.ok(['Watch', 'On course'].includes(seen.group), JSON.stringify(seen));
    // Lines stand without gaps: each begins where the one before ends.
    const gaps = await page.evaluate(() => {
      const rows = [...document.querySelectorAll('.plans .bd > *')];
      return rows.slice(1).filter((row, i) => {
        if (row.classList.contains('group') || rows[i].classList.contains('group')) return false;
        return Math.abs(row.getBoundingClientRect().top - rows[i].getBoundingClientRect().bottom) > 1;
      }).length;
    });
    assert.equal(gaps, 0);
  });
  await step('keeps the focus on a line that is scrolled away, and leads back to it', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await settled();
    await page.locator('.plans .plan .name').nth(2).focus();
    const name = await focused();
    await page.evaluate(() => window.scrollTo(0, 25_000));
    await settled();
    assert.equal(await focused(), name);
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await focused(), name);
    assert.ok((await page.evaluate(() => window.scrollY)) < 2_000);
  });
  await step('reaches the last of a thousand by a key', async () => {
    await page.keyboard.press('End');
    await settled();
    const last = await page.evaluate(() => {
      const row = document.activeElement.closest('.row');
      const { top, bottom } = row.getBoundingClientRect();
      return { index: row.getAttribute('aria-rowindex'), visible: top >= 0 && bottom <= window.innerHeight };
    });
    assert.deepEqual(last, { index: '1004', visible: true });
    await page.keyboard.press('PageUp');
    assert.equal(
      await page.evaluate(() => document.activeElement.closest('.row').getAttribute('aria-rowindex')),
      '994',
    );
    await page.keyboard.press('Home');
    await settled();
    assert.equal(await focused(), 'Act now');
  });
  await step('leads from lane to lane of many CSMs, of which those that are seen are drawn', async () => {
    const csms = THOUSAND.plans.map((plan, i) => ({ ...plan, csm: `Person ${String(i % 300).padStart(3, '0')}` }));
    await show({ ...THOUSAND, plans: csms });
    await rested();
    const lanes = page.locator('.lane');
    assert.ok((await lanes.count()) < 20, `${await lanes.count()} lanes`);
    assert.equal(await lanes.first().getAttribute('aria-setsize'), '300');
    await page.locator('.mk[tabindex="0"]').focus();
    const lane = () => page.evaluate(() => document.activeElement.getAttribute('data-lane'));
    const seen = new Set([await lane()]);
    for (let n = 0; n < 60; n++) {
      await page.keyboard.press('ArrowDown');
      seen.add(await lane());
    }
    assert.equal(seen.size, 61);
    assert.ok(
      await page.evaluate(() => {
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      }),
    );
    const last = await lane();
    await page.evaluate(() => window.scrollTo(0, 0));
    await settled();
    assert.equal(await lane(), last);
    await page.keyboard.press('ArrowUp');
    assert.notEqual(await lane(), last);
    assert.ok((await lanes.count()) < 40, `${await lanes.count()} lanes`);
    await show(THOUSAND);
  });
  await step('finds one of a thousand by a word', async () => {
    await page.getByRole('searchbox').fill('777');
    assert.equal(await page.getByRole('table', { name: 'Plans' }).getAttribute('aria-rowcount'), '3');
    await page.getByRole('searchbox').fill('');
  });
  await step('draws a thousand as cards where it is narrow', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await settled();
    await page.evaluate(() => window.scrollTo(0, 40_000));
    await settled();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    assert.ok(await page.evaluate(() => document.elementFromPoint(180, 400)?.closest('.plan') !== null));
    await page.setViewportSize({ width: 1100, height: 700 });
    await settled();
  });
  await step('breaks no rule of the page', async () => {
    assert.deepEqual(failures, []);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });
} finally {
  await browser.close();
}
console.log(`${steps} steps`);

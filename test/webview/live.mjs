/**
 * Runs the panel's script in a real browser, as the extension hosts it, with a stand-in for the editor's side: what it draws, keeps, sends
 * and refuses.
 *
 *   node test/webview/live.mjs
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript, bundleStyles, hosted, launch, top } from './support/browser.mjs';

const template = readFileSync(join(top, 'test', 'fixtures', 'template.success-plan.yaml'), 'utf8');

const panel = await bundleScript({ entryPoints: [join(top, 'webview', 'main.tsx')] });
const views = await bundleScript({
  stdin: {
    contents: `import { readPlanFile, Checker } from './plan/check.ts';
      import { documentView } from './plan/view/index.ts';
      globalThis.viewOf = text => { const file = readPlanFile(text); return documentView(file.documents, new Checker().check(file, '2026-02-10').findings, '2026-02-10'); };`,
    resolveDir: top,
    loader: 'ts',
  },
});
new Function(views)();
const view = globalThis.viewOf(template);

const EDITOR = `window.sent = []; window.acquireVsCodeApi = () => ({
  postMessage: message => window.sent.push(message),
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null'),
  setState: state => sessionStorage.setItem('state', JSON.stringify(state)),
});`;
const html = hosted(await bundleStyles(), EDITOR, panel);

const browser = await launch();
const uri = 'file:///plans/acme.success-plan.yaml';
let steps = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
  const failures = [];
  page.on('pageerror', error => failures.push(error.message));
  page.on('console', message => message.type() === 'error' && failures.push(message.text()));
  await page.route('http://panel.test/**', route => route.fulfill({ contentType: 'text/html', body: html }));
  const open = () => page.goto('http://panel.test/');
  const post = message =>
    page.evaluate(
      data =>
        new Promise(done => {
          window.postMessage(data, '*');
          setTimeout(done, 30);
        }),
      message,
    );
  const sent = () => page.evaluate(() => window.sent.splice(0));
  const title = () => page.locator('h1').textContent();
  const step = async (name, run) => {
    await run();
    steps++;
    console.log(`ok ${name}`);
  };

  await open();
  await step('says that it is there', async () => {
    assert.deepEqual(await sent(), [{ type: 'ready' }]);
    assert.match(await page.locator('main').textContent(), /Reading the plan/u);
  });
  await step('draws what it gets', async () => {
    await post({ type: 'view', uri, version: 5, view });
    assert.equal(await title(), 'Acme Corp');
  });
  await step('ignores an answer to an older version, and what is no message', async () => {
    const old = { ...view, header: { ...view.header, title: 'Old' } };
    await post({ type: 'view', uri, version: 4, view: old });
    await post({ type: 'view', uri, version: 6, view: { ...old, format: 99 } });
    await post('nonsense');
    await post(null);
    assert.equal(await title(), 'Acme Corp');
  });
  await step('leads from a mark to its place', async () => {
    await page.locator('.mk[data-key="outcome/0/2"] .ring').click();
    const [message] = await sent();
    assert.deepEqual(
      { ...message, offset: template.slice(message.offset, message.offset + 34) },
      { type: 'reveal', offset: 'name: "Automated scheduling enable', uri, version: 5 },
    );
  });
  await step('leads to the problems', async () => {
    await page.locator('[data-problems]').click();
    assert.deepEqual(await sent(), [{ type: 'openProblems' }]);
  });
  await step('moves along a lane and between lanes by the arrow keys', async () => {
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
    await page.locator('.mk[data-key="outcome/0/0"]').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await at(), 'outcome/0/1');
    await page.keyboard.press('End');
    assert.equal(await at(), 'outcome/0/3');
    await page.keyboard.press('ArrowDown');
    assert.match(await at(), /\/logged\//u);
    await page.keyboard.press('ArrowDown');
    assert.equal(await at(), 'outcome/0/goal');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    assert.match(await at(), /^outcome\/0\/\d$/u);
    await page.keyboard.press('Enter');
    assert.equal((await sent())[0]?.type, 'reveal');
  });
  await step('keeps the focus, its one tab stop and the scroll position through a redraw', async () => {
    await page.locator('.mk[data-key="outcome/1/1"] .ring').click();
    await page.evaluate(() => window.scrollTo(0, 180));
    await post({
      type: 'view',
      uri,
      version: 7,
      view: { ...view, header: { ...view.header, title: 'Acme Corporation' } },
    });
    assert.equal(await title(), 'Acme Corporation');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-key')), 'outcome/1/1');
    assert.deepEqual(
      await page.evaluate(() =>
        [...document.querySelectorAll('.mk[tabindex="0"]')].map(mark => mark.getAttribute('data-key')),
      ),
      ['outcome/1/1'],
    );
    assert.equal(await page.evaluate(() => window.scrollY), 180);
  });
  await step('leads everything to its place after an edit, and draws what a fresh page would', async () => {
    const moved = template.replace(/^/u, '# A line above everything\n').replace('status: pending', 'status: complete');
    const fresh = await browser.newPage({ viewport: { width: 1100, height: 700 } });
    await fresh.route('http://panel.test/**', route => route.fulfill({ contentType: 'text/html', body: html }));
    await fresh.goto('http://panel.test/');
    const message = { type: 'view', uri, version: 8, view: globalThis.viewOf(moved) };
    await post(message);
    await fresh.evaluate(data => window.postMessage(data, '*'), message);
    await fresh.locator('h1').waitFor();
    // Tables out of sight are drawn when nothing has changed for a moment.
    await fresh.waitForTimeout(500);
    const drawn = page =>
      page.evaluate(() => {
        window.sent.length = 0;
        for (const control of document.querySelectorAll('[data-at]'))
          control.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        return { offsets: window.sent.map(({ offset }) => offset), text: document.getElementById('root').textContent };
      });
    const seen = await drawn(page);
    assert.ok(seen.offsets.length >= 40, `${seen.offsets.length} controls`);
    assert.deepEqual(seen, await drawn(fresh));
    await fresh.close();
    await post({ type: 'view', uri, version: 9, view });
    await sent();
  });
  await step('lights the mark under the cursor', async () => {
    await post({ type: 'select', offset: template.indexOf('Data sources connected') });
    assert.deepEqual(
      await page.evaluate(() => [...document.querySelectorAll('.mk.lit')].map(mark => mark.getAttribute('data-key'))),
      ['outcome/0/1'],
    );
  });
  await step('keeps the last drawing while the text is broken', async () => {
    await post({
      type: 'view',
      uri,
      version: 10,
      view: null,
      broken: { line: 12, cause: 'a quote is not closed', at: 300 },
    });
    assert.match(await page.locator('.band').textContent(), /Line 12 cannot be read: a quote is not closed/u);
    assert.equal(await page.locator('.old h1').textContent(), 'Acme Corp');
    await page.getByRole('button', { name: 'Go to line 12' }).click();
    assert.equal((await sent()).at(-1)?.offset, 300);
    await post({ type: 'view', uri, version: 11, view });
    assert.equal(await page.locator('.band').count(), 0);
  });
  await step('draws at once after a reload, where it was', async () => {
    await page.evaluate(() => window.scrollTo(0, 200));
    await page.waitForTimeout(250);
    await page.reload();
    assert.equal(await title(), 'Acme Corp');
    assert.equal(await page.evaluate(() => window.scrollY), 200);
    await post({
      type: 'view',
      uri,
      version: 1,
      view: { ...view, header: { ...view.header, title: 'After restart' } },
    });
    assert.equal(await title(), 'After restart');
  });
  await step('survives a saved state of another build', async () => {
    // What was drawn last is kept a moment later.
    await page.waitForTimeout(250);
    await page.evaluate(() =>
      sessionStorage.setItem(
        'state',
        JSON.stringify({ result: { uri: 'x', version: 1, view: { kind: 'plan', format: 0 } } }),
      ),
    );
    await page.reload();
    assert.match(await page.locator('main').textContent(), /Reading the plan/u);
  });
  await step('breaks no rule of the page', () => assert.deepEqual(failures, []));
} finally {
  await browser.close();
}
console.log(`${steps} steps`);

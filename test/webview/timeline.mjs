/**
 * What a person can do with the timeline, in a real browser: choose lanes and milestones, come nearer by button, key and wheel, go to what is
 * earlier or later, read a mark's words, turn drawings into tables; and that each plan's choices outlive a reload.
 *
 *   node test/webview/timeline.mjs
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { bundleScript, bundleStyles, drawnPlans, hosted, launch, top } from './support/browser.mjs';

const { template, viewOf } = await drawnPlans();
const view = viewOf(template);
const html = hosted(
  await bundleStyles(),
  `window.sent = []; window.acquireVsCodeApi = () => ({
    postMessage: message => window.sent.push(message),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null'),
    setState: state => sessionStorage.setItem('state', JSON.stringify(state)),
  });`,
  await bundleScript({ entryPoints: [join(top, 'webview', 'main.tsx')] }),
);
const ACME = 'file:///plans/acme.success-plan.yaml';
const OTHER = 'file:///plans/other.success-plan.yaml';

const browser = await launch();
let steps = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
  const failures = [];
  page.on('pageerror', error => failures.push(error.message));
  page.on('console', message => message.type() === 'error' && failures.push(message.text()));
  await page.route('http://panel.test/**', route => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://panel.test/');
  let version = 0;
  const show = (uri, shown = view) =>
    page.evaluate(
      data =>
        new Promise(done => {
          window.postMessage(data, '*');
          setTimeout(done, 30);
        }),
      { type: 'view', uri, version: ++version, view: shown },
    );
  const button = name => page.getByRole('button', { name, exact: true });
  const marks = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.mk[data-lane$="/milestones"]:not(.edge)')].map(mark =>
        mark.getAttribute('data-key'),
      ),
    );
  const lanes = () => page.locator('.lane-name b').allTextContents();
  const axis = () =>
    page.evaluate(() => {
      const plot = document.querySelector('.plot');
      return { from: plot.getAttribute('data-from'), days: Number(plot.getAttribute('data-days')) };
    });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
  const frame = () =>
    page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  const step = async (name, run) => {
    await run();
    steps++;
    console.log(`ok ${name}`);
  };

  await show(ACME);
  const fit = await axis();
  await step('orders the milestones by owner and by side', async () => {
    assert.deepEqual(await lanes(), ['O1 Report generation time', 'O2 Monthly active users']);
    await button('Owner').click();
    assert.deepEqual(await lanes(), ['Mike Torres', 'Lisa Park', 'Jane Smith']);
    assert.equal(await button('Owner').getAttribute('aria-pressed'), 'true');
    await button('Side').click();
    assert.deepEqual(await lanes(), ['Acme Corp', 'Vendor']);
    await button('Outcome').click();
  });
  await step('shows what the chips say, and how many', async () => {
    assert.equal((await marks()).length, 7);
    await page.getByRole('button', { name: /^Late 1$/u }).press('Enter');
    assert.deepEqual(await marks(), ['outcome/0/2']);
    assert.match(await page.locator('.shown').textContent(), /1 of 7 milestones shown/u);
    await page.getByRole('button', { name: /^Vendor 0$/u }).click();
    assert.match(await page.locator('.shown').textContent(), /No milestone is all of that/u);
    assert.equal(await page.locator('.plot').count(), 1);
    await button('Show all').click();
    assert.equal((await marks()).length, 7);
    await page.getByLabel('Owner').selectOption('=Lisa Park');
    assert.deepEqual(await marks(), ['outcome/0/1']);
    assert.equal(await page.getByRole('button', { name: /^All 7$/u }).getAttribute('aria-pressed'), 'false');
    await page.getByRole('button', { name: /^All 7$/u }).click();
    assert.equal(await page.locator('.shown').textContent(), '');
  });
  await step('has one tab stop among the marks, whatever is left out', async () => {
    await page.locator('.mk[data-key="outcome/1/2"]').click();
    await page.getByRole('button', { name: /^Late 1$/u }).click();
    assert.deepEqual(
      await page.evaluate(() =>
        [...document.querySelectorAll('.mk[tabindex="0"]')].map(mark => mark.getAttribute('data-key')),
      ),
      ['outcome/0/2'],
    );
    await page.getByRole('button', { name: /^All 7$/u }).click();
  });
  await step('comes nearer by buttons, and shows a quarter around today', async () => {
    await button('Zoom in').click();
    assert.equal((await axis()).days, Math.round(fit.days / 1.6));
    await button('Quarter').click();
    assert.deepEqual(await axis(), { from: '2025-12-27', days: 91 });
    assert.equal(await button('Quarter').getAttribute('aria-pressed'), 'true');
    assert.deepEqual(await page.locator('.edge').first().textContent(), '‹ 2 earlier');
    await button('Fit plan').click();
    assert.deepEqual(await axis(), fit);
  });
  await step('comes nearer by keys on a mark, and moves through time', async () => {
    await page.locator('.mk[data-key="outcome/0/2"]').focus();
    await page.keyboard.press('+');
    const near = await axis();
    assert.ok(near.days < fit.days);
    assert.equal(await focused(), 'outcome/0/2');
    await page.keyboard.press('Shift+ArrowRight');
    assert.ok((await axis()).from > near.from);
    assert.equal((await axis()).days, near.days);
    await page.keyboard.press('Shift+ArrowLeft');
    assert.deepEqual(await axis(), near);
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    assert.deepEqual(await axis(), fit);
    assert.equal(await focused(), 'outcome/0/2');
  });
  await step('keeps the keyboard in the lane when its mark leaves the drawing', async () => {
    await page.locator('.mk[data-key="outcome/0/0"]').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('+');
    for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+ArrowRight');
    assert.match(await focused(), /^outcome\/0\/(?:\d|edge)/u);
    await page.keyboard.press('0');
  });
  await step('goes to what is earlier by a press, from a mark by the arrow keys', async () => {
    await button('Quarter').click();
    await page.locator('.mk[data-key="outcome/0/2"]').focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(), 'outcome/0/edge/before');
    await page.keyboard.press('Enter');
    assert.equal((await axis()).days, 91);
    assert.ok((await marks()).includes('outcome/0/1'));
    assert.match(await focused(), /^outcome\/0\//u);
    await button('Fit plan').click();
  });
  await step('comes nearer around the pointer by the wheel, and leaves a plain wheel to the page', async () => {
    await page.evaluate(() => window.scrollTo(0, 300));
    const box = await page.locator('.plot').boundingBox();
    await page.mouse.move(box.x + box.width / 4, box.y + 60);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -280);
    await frame();
    await page.keyboard.up('Control');
    const near = await axis();
    assert.ok(Math.abs(near.days - fit.days / 2) <= 1, `${near.days} of ${fit.days}`);
    const day = ({ from, days }) => Date.parse(from) / 864e5 + days / 4;
    assert.ok(Math.abs(day(near) - day(fit)) <= 1.5);
    assert.equal(await page.evaluate(() => window.scrollY), 300);
    await page.mouse.wheel(120, 0);
    await frame();
    assert.ok((await axis()).from > near.from);
    await page.mouse.wheel(0, 50);
    await page.waitForFunction(() => window.scrollY > 300);
    assert.equal((await axis()).days, near.days);
    await button('Fit plan').click();
  });
  await step('says all of a mark at once, by pointer and by keyboard, until Escape', async () => {
    const tip = page.getByRole('tooltip');
    await page.locator('.mk[data-key="outcome/0/2"] .ring').hover();
    assert.match(
      await tip.textContent(),
      /^Automated scheduling enabled\s*Planned 15 Jan 2026, blocked, 26 days late and open\s*Blocked: Requires API access/u,
    );
    await page.keyboard.press('Escape');
    assert.equal(await tip.isVisible(), false);
    // As wide as its words, wherever the last one stood.
    await page.locator('.about').evaluate(last => last.style.setProperty('left', '1050px'));
    await page.locator('[data-tip^="Renewal"]').last().hover({ force: true });
    assert.ok((await tip.boundingBox()).width > 150);
    await page.mouse.move(5, 5);
    await page.locator('.mk[data-key="outcome/0/0"]').focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await tip.textContent(), /^Data sources connected/u);
    const box = await tip.boundingBox();
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 1100 && box.y + box.height <= 800);
    await page.keyboard.press('Escape');
    assert.equal(await tip.isVisible(), false);
    assert.equal(await page.locator('.plot title').count(), 0);
  });
  await step('turns the drawings into tables and back', async () => {
    const table = page.getByRole('region', { name: 'Milestones by date' });
    // Out of sight it comes a moment after the drawing.
    await table.getByRole('row').nth(7).waitFor({ state: 'attached' });
    assert.equal(await table.getByRole('row').count(), 8);
    assert.equal(await table.getByRole('button').count(), 0);
    await page.getByRole('button', { name: /instead of the drawing: milestones/u }).click();
    assert.equal(await page.locator('.plot').count(), 0);
    assert.match(
      await table.getByRole('row').nth(5).textContent(),
      /Blocked, late[\s\S]*15 Jan 2026[\s\S]*26 days late[\s\S]*Mike Torres[\s\S]*Requires API access/u,
    );
    await page.evaluate(() => window.sent.splice(0));
    await table.getByRole('button', { name: /Automated scheduling enabled$/u }).click();
    const [message] = await page.evaluate(() => window.sent);
    assert.equal(template.slice(message.offset, message.offset + 25), 'name: "Automated scheduli');
    await page.getByRole('button', { name: /^Open 3$/u }).click();
    assert.equal(await table.getByRole('row').count(), 4);
    await page.getByRole('button', { name: /^All 7$/u }).click();
    await page.getByRole('button', { name: /instead of the drawing: attainment/u }).click();
    assert.match(
      await page.getByRole('region', { name: 'Outcomes' }).textContent(),
      /4 hours on 15 Aug 2025[\s\S]*30 minutes per report by 1 Apr 2026/u,
    );
    await page.setViewportSize({ width: 320, height: 800 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
    await page.setViewportSize({ width: 1100, height: 800 });
    for (const of of ['milestones', 'attainment'])
      await page.getByRole('button', { name: new RegExp(`instead of the drawing: ${of}`, 'u') }).click();
    assert.equal(await page.locator('.plot').count(), 1);
  });
  await step('keeps what was chosen for each plan, through a reload, too', async () => {
    await button('Owner').click();
    await button('Quarter').click();
    await show(OTHER);
    assert.equal((await axis()).days, fit.days);
    await button('Side').click();
    await show(ACME);
    assert.equal((await axis()).days, 91);
    await page.waitForTimeout(300);
    await page.reload();
    await show(ACME);
    assert.equal((await axis()).days, 91);
    assert.deepEqual((await lanes())[0], 'Mike Torres');
    await show(OTHER);
    assert.deepEqual(await lanes(), ['Acme Corp', 'Vendor']);
  });
  await step('breaks no rule of the page', () => assert.deepEqual(failures, []));
} finally {
  await browser.close();
}
console.log(`${steps} steps`);

/**
 * Moves marks in the panel's page in a real browser, by mouse, finger and keys: what is drawn and said meanwhile, what is asked, what is
 * sent, and what is put back.
 *
 *   node test/webview/drag.mjs [--shots]     --shots: pictures of a mark under the hand, in out/shots/hand
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript, bundleStyles, drawnPlans, hosted, launch, THEMES, top, wear } from './support/browser.mjs';

const { template, viewOf } = await drawnPlans();
const view = viewOf(template);
const panel = await bundleScript({ entryPoints: [join(top, 'webview', 'main.tsx')] });
const editor = `window.sent = []; window.acquireVsCodeApi = () => ({
  postMessage: message => window.sent.push(message), getState: () => null, setState: () => {} });`;
const html = hosted(await bundleStyles(), editor, panel);

const uri = 'file:///plans/acme.success-plan.yaml';
/** The milestone that is planned for 1 Apr, and where it stands in the text. */
const MARK = '.mk[data-key="outcome/0/3"]';
const AT = template.indexOf('name: "Target achieved');

/** The plan with that milestone on another day. */
const planned = day => template.slice(0, AT) + template.slice(AT).replace('2026-04-01', day);

const shots = process.argv.includes('--shots') ? join(top, 'out', 'shots', 'hand') : undefined;
if (shots) mkdirSync(shots, { recursive: true });
const browser = await launch();
let steps = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1500 }, hasTouch: true });
  const failures = [];
  page.on('pageerror', error => failures.push(error.message));
  page.on('console', message => message.type() === 'error' && failures.push(message.text()));
  await page.route('http://panel.test/**', route => route.fulfill({ contentType: 'text/html', body: html }));
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
  let version = 0;
  const show = drawn => post({ type: 'view', uri, version: ++version, view: drawn });
  const middle = async selector => {
    const { x, y, width, height } = await page.locator(`${selector} .ring`).boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  /** So many pixels are a day. */
  const day = () =>
    page.evaluate(() => {
      const plot = document.querySelector('.plot');
      return plot.getBoundingClientRect().width / Number(plot.dataset.days);
    });
  const drag = async days => {
    const from = await middle(MARK);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + (days * (await day())) / 2, from.y, { steps: 4 });
    await page.mouse.move(from.x + days * (await day()), from.y, { steps: 4 });
  };
  const ghost = () => page.locator('.ghost').textContent();
  const said = () => page.locator('.said').textContent();
  const note = () => page.locator('.notes').textContent();
  const dialog = page.getByRole('dialog');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
  const nothingInHand = async () => {
    assert.equal(await page.locator('.ghost').count(), 0);
    assert.equal(await page.locator('[data-moving]').count(), 0);
    assert.equal(await dialog.count(), 0);
  };
  const step = async (name, run) => {
    await run();
    steps++;
    console.log(`ok ${name}`);
  };
  const picture = async name => {
    if (shots === undefined) return;
    for (const theme of Object.keys(THEMES)) {
      await wear(page, theme);
      await page.screenshot({ path: join(shots, `${name}-${theme}.png`) });
    }
    await wear(page, 'vscode-light');
  };

  await page.goto('http://panel.test/');
  await show(view);
  await wear(page, 'vscode-light');

  await step('says which marks can be moved, and how', async () => {
    const mark = page.locator(MARK);
    assert.equal(await mark.getAttribute('data-movable'), '2026-04-01');
    assert.match(await mark.getAttribute('aria-keyshortcuts'), /Alt\+ArrowRight/u);
    assert.equal(await page.locator('.mk[data-key="outcome/0/0"]').getAttribute('aria-keyshortcuts'), null);
    await sent();
  });
  await step('takes a press that hardly moves for a click', async () => {
    const { x, y } = await middle(MARK);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 2, y + 2);
    await page.mouse.up();
    assert.deepEqual(await sent(), [{ type: 'reveal', offset: AT, uri, version }]);
    await nothingInHand();
  });
  await step(
    'draws a mark under the hand on its new day, and asks what that would bring, one question at a time',
    async () => {
      await drag(21);
      assert.match(await ghost(), /1 Apr.*22 Apr.*\+21 days/u);
      assert.equal(await page.locator('.ghost .slip').getAttribute('class'), 'slip');
      const [first, ...others] = await sent();
      assert.deepEqual(others, []);
      assert.equal(first.type, 'try');
      assert.deepEqual({ ...first.edit, to: '' }, { kind: 'move', at: AT, to: '', log: false });
      await post({ type: 'tried', id: first.id, warnings: ['Too early to tell.'] });
      assert.equal(await page.locator('.tip').count(), 0, 'the answer is for another day');
      const [second] = await sent();
      assert.equal(second.edit.to, '2026-04-22');
      await post({
        type: 'tried',
        id: second.id,
        warnings: [
          'O1·4 is planned for 22 Apr 2026, 21 days after the goal date of O1.',
          'O2·3 depends on it and is planned for 1 Apr 2026.',
        ],
      });
      assert.match(await page.locator('.tip').textContent(), /21 days after the goal date/u);
      assert.match(await said(), /22 Apr 2026, 21 days later\. 2 warnings: /u);
      await picture('drag');
    },
  );
  await step('asks at the drop, and sends nothing before', async () => {
    await page.mouse.up();
    await dialog.waitFor();
    assert.equal(await dialog.getAttribute('aria-label'), 'Move O1·4 Target achieved and validated');
    assert.match(
      await dialog.textContent(),
      /21 days later than 1 Apr 2026.*goal date.*Move and log.*review of 1 Feb 2026/u,
    );
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Move');
    assert.deepEqual(await sent(), []);
    await picture('ask');
  });
  await step('sends the move with Enter, and gives the keyboard back to the mark', async () => {
    await page.keyboard.press('Enter');
    assert.deepEqual(await sent(), [
      { type: 'edit', edit: { kind: 'move', at: AT, to: '2026-04-22', log: false }, uri, version },
    ]);
    assert.equal(await dialog.count(), 0);
    assert.equal(await focused(), 'outcome/0/3');
    assert.match(await ghost(), /22 Apr/u, 'stays until the plan has it');
    await show(viewOf(planned('2026-04-22')));
    await post({ type: 'done', version });
    assert.equal(await page.locator(MARK).getAttribute('data-movable'), '2026-04-22');
    await nothingInHand();
    assert.match(await note(), /Moved to 22 Apr 2026\./u);
    await picture('note');
  });
  await step('takes it back by button and by key, as long as nothing else was changed', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.deepEqual(await sent(), [{ type: 'undo', uri, version }]);
    await show(viewOf(planned('2026-04-23')));
    assert.equal(await focused(), 'outcome/0/3', 'the keyboard is not lost with the button');
    await post({ type: 'done', version });
    await page.keyboard.press('Control+z');
    assert.deepEqual(await sent(), [{ type: 'undo', uri, version }]);
    await show(view);
    assert.equal(await note(), '');
    await page.keyboard.press('Control+z');
    assert.deepEqual(await sent(), []);
  });
  await step('logs it on request', async () => {
    await drag(-8);
    assert.equal(await page.locator('.ghost .slip').getAttribute('class'), 'slip early');
    await page.mouse.up();
    await page.getByRole('button', { name: 'Move and log' }).click();
    const edit = (await sent()).at(-1);
    assert.deepEqual(edit.edit, { kind: 'move', at: AT, to: '2026-03-24', log: true });
    await post({ type: 'refused', reason: 'There is no review yet that could list the change.', version });
    await nothingInHand();
    assert.match(await note(), /There is no review yet/u);
    await page.getByRole('button', { name: 'Close' }).click();
    assert.equal(await note(), '');
  });
  await step('puts it back with Escape, in the air and when asked, and with a press elsewhere', async () => {
    await drag(30);
    await page.keyboard.press('Escape');
    await nothingInHand();
    await page.mouse.up();
    await nothingInHand();
    await drag(30);
    await page.mouse.up();
    await page.keyboard.press('Escape');
    await nothingInHand();
    assert.equal(await focused(), 'outcome/0/3');
    await drag(30);
    await page.mouse.up();
    await page.mouse.click(20, 10);
    await nothingInHand();
    assert.equal(await said(), 'Put back.');
    assert.ok((await sent()).every(({ type }) => type === 'try'));
  });
  await step('moves it by keys, a day and a week at a time', async () => {
    await page.locator(MARK).focus();
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowRight');
    assert.match(await ghost(), /9 Apr.*\+8 days/u);
    assert.match(await said(), /9 Apr 2026, 8 days later/u);
    assert.equal(await focused(), 'outcome/0/3');
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    const stops = async key => {
      const seen = [];
      for (let i = 0; i < 9; i++) {
        await page.keyboard.press(key);
        seen.push(
          await page.evaluate(
            () => document.activeElement?.matches('button, input') && (document.activeElement.textContent || 'day'),
          ),
        );
      }
      return [...new Set(seen)];
    };
    assert.deepEqual(await stops('Tab'), ['Move and log', 'Cancel', 'day', 'Move'], 'the tab key stays in the box');
    assert.deepEqual(new Set(await stops('Shift+Tab')), new Set(['Move and log', 'Cancel', 'day', 'Move']));
    await page.keyboard.press('Alt+ArrowRight');
    assert.match(await ghost(), /10 Apr/u);
    await page.locator('.ask input').fill('2026-05-04');
    assert.match(await ghost(), /4 May/u);
    await page.locator('.ask input').press('Enter');
    assert.deepEqual((await sent()).at(-1).edit, { kind: 'move', at: AT, to: '2026-05-04', log: false });
    await post({ type: 'refused', reason: 'No.', version });
  });
  await step('asks for the day with F2, and is put back when the keyboard goes elsewhere', async () => {
    await page.locator(MARK).focus();
    await page.keyboard.press('F2');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'date');
    assert.equal(await dialog.getByRole('button', { name: 'Move', exact: true }).isDisabled(), true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowRight');
    await page.locator('.mk[data-key="outcome/0/0"]').focus();
    await nothingInHand();
    await sent();
  });
  await step('goes on through a redraw in which the mark is the same, and sends its new place', async () => {
    await drag(21);
    const moved = `# A line above everything\n${template}`;
    await show(viewOf(moved));
    assert.match(await ghost(), /22 Apr/u);
    await page.mouse.up();
    await show(viewOf(`# Another line\n${moved}`));
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    const { edit, version: of } = (await sent()).at(-1);
    assert.deepEqual([edit.at, of], [AT + '# Another line\n# A line above everything\n'.length, version]);
    await show(view);
    await nothingInHand();
  });
  await step('lets go, with a word, of a mark that was changed meanwhile', async () => {
    await drag(21);
    await show(viewOf(planned('2026-04-15')));
    await nothingInHand();
    assert.match(await note(), /changed under the hand/u);
    await page.mouse.up();
    await nothingInHand();
    await show(view);
    assert.equal(await note(), '');
    await sent();
  });
  await step('leaves a plan alone that cannot be read', async () => {
    await post({ type: 'view', uri, version: ++version, view: null, broken: { line: 3, cause: 'no colon', at: 9 } });
    await drag(21);
    await nothingInHand();
    await page.mouse.up();
    assert.ok((await sent()).every(({ type }) => type === 'reveal'));
    await show(view);
  });
  await step('follows a finger sideways, and leaves it the page up and down', async () => {
    const touch = await page.context().newCDPSession(page);
    const { x, y } = await middle(MARK);
    const at = async (type, dx) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y }] });
    await at('touchStart', 0);
    for (const dx of [6, 20, 40, 60]) await at('touchMove', dx);
    assert.match(await ghost(), /\+\d+ days/u);
    await at('touchEnd', 60);
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    assert.equal(
      await page.evaluate(selector => getComputedStyle(document.querySelector(selector)).touchAction, MARK),
      'pan-y',
    );
    await sent();
  });
  await step('asks for the day from the table, too, without any dragging', async () => {
    await page.getByRole('button', { name: /Table instead of the drawing: milestones/u }).click();
    await page.getByRole('button', { name: /Target achieved and validated: planned 1 Apr 2026/u }).click();
    await dialog.waitFor();
    const { x, y, width } = await dialog.boundingBox();
    assert.ok(x >= 0 && x + width <= 1100 && y > 0);
    await picture('table');
    await page.locator('.ask input').fill('2026-05-04');
    assert.match(await dialog.textContent(), /33 days later than 1 Apr 2026/u);
    await page.locator('.ask input').press('Enter');
    assert.deepEqual((await sent()).at(-1).edit, { kind: 'move', at: AT, to: '2026-05-04', log: false });
    await post({ type: 'refused', reason: 'No.', version });
    await nothingInHand();
    await page.getByRole('button', { name: /Table instead of the drawing: milestones/u }).click();
    await sent();
  });
  for (const width of [320, 800, 1400])
    await step(`asks inside the page at ${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 700 });
      await page.locator(MARK).scrollIntoViewIfNeeded();
      await drag(60);
      await page.mouse.up();
      const { x, y, width: wide, height } = await dialog.boundingBox();
      assert.ok(x >= 0 && x + wide <= width && y >= 0 && y + height <= 700, JSON.stringify({ x, y, wide, height }));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      await picture(`ask-${width}`);
      await page.keyboard.press('Escape');
    });
  await step('breaks no rule of the page', () => assert.deepEqual(failures, []));
} finally {
  await browser.close();
}
console.log(`${steps} steps`);

/**
 * Opens exported pages and pictures in a real browser: nothing in them runs or asks for anything, whatever the plan says, and its texts stand there
 * as they are; nothing touches or is cut at any width; axe finds nothing serious; A4 and Letter have as many pages as they should.
 *
 *   node test/webview/paper.mjs [plan…]     pictures and prints go to out/shots/paper
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { exportBundle } from '../../scripts/server-bundle.mjs';
import { doing, launch, picture, top } from './support/browser.mjs';
import { inspect } from './support/inspect.mjs';

const out = join(top, 'out', 'shots', 'paper');
mkdirSync(out, { recursive: true });
const { entryPoints: _, ...bundle } = exportBundle(join(out, 'export.cjs'));
await build({
  ...bundle,
  stdin: {
    contents: `export { planIn } from './export/export.ts';
      export { planOnPaper } from './plan/view/paper.ts';
      export { Checker, readPlanFile } from './plan/check.ts';
      export { STANDARD_FORMAT } from './plan/team-format.ts';
      export { HOSTILE, planSaying } from './test/export/paper.ts';`,
    resolveDir: top,
    loader: 'ts',
  },
});
const require = createRequire(import.meta.url);
const { planIn, planOnPaper, Checker, readPlanFile, STANDARD_FORMAT, HOSTILE, planSaying } = require(
  join(out, 'export.cjs'),
);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

function written(text, format, audience = 'internal') {
  const file = readPlanFile(text);
  const source = {
    file,
    findings: new Checker().check(file, '2026-02-10').findings,
    settings: { team: STANDARD_FORMAT, redact: [] },
  };
  const made = planOnPaper(source, audience, '2026-02-10');
  if (made.type === 'refused') throw new Error(made.reason);
  return planIn(format, made.paper).content;
}

const plan = name => readFileSync(join(top, name), 'utf8');
const corpus = name => plan(`test/corpus/plans/${name}.success-plan.yaml`);

/* With a name: only these plans. */
const named = process.argv.slice(2);

/** As much as somebody may ever put into one plan. */
function crowd(outcomes, milestones) {
  const list = (count, item) => Array.from({ length: count }, (_, i) => item(i)).join('');
  const day = i => `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + ((i * 7) % 28)).padStart(2, '0')}`;
  return `plan: { created: 2025-10-20, next_review: 2026-04-21, status: active }
customer: { company: Northwind Traders, contract: { start_date: 2025-10-01, renewal_date: 2026-10-01 } }
outcomes:
${list(
  outcomes,
  o => `  - id: O${o + 1}
    description: Bring wrong deliveries of region ${o + 1} down from 10% to 3%
    baseline: { metric: Share of wrong deliveries, current: 10%, measured_on: 2025-11-03 }
    target: { metric: Share of wrong deliveries, goal: 3%, target_date: 2026-08-31 }
    measurements: [{ date: 2026-01-20, value: ${8 - (o % 5)}% }]
    status: in_progress
    milestones:
${list(milestones, m => `      - { name: Depot ${m + 1} of region ${o + 1} has new scanners, target_date: ${day(o * milestones + m)}, status: pending }\n`)}`,
)}`;
}

/** Looked at with axe, too. */
const WIDTHS = [800, 1400];

const problems = [];
const browser = await launch();
try {
  const page = await browser.newPage();
  let address = 'http://paper.test/';
  let body = '';
  let type = 'text/html';
  page.on('request', request => request.url() !== address && problems.push(`${address} asks for ${request.url()}`));
  page.on('console', message => problems.push(`${address} says ${message.text()}`));
  page.on('pageerror', error => problems.push(`${address} throws ${error.message}`));
  page.on('dialog', dialog => {
    problems.push(`${address} opens a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', event => window.violations.push(event.violatedDirective));
  });
  await page.route('http://paper.test/**', route => route.fulfill({ contentType: `${type}; charset=utf-8`, body }));

  let opened = 0;
  const open = async (content, kind, name) => {
    [body, type] = [content, kind];
    // The icon that a browser asks for is nobody's wish.
    address = `http://paper.test/${++opened}/${encodeURIComponent(name)}`;
    doing(address);
    await page.goto(address);
  };

  // Whatever stands in every field of a plan stays a text.
  for (const text of named.length === 0 ? HOSTILE : []) {
    const hostile = planSaying(text);
    await open(written(hostile, 'html'), 'text/html', 'hostile');
    const found = await page.evaluate(lookForLife);
    const shown = await page.evaluate(() => document.body.textContent);
    for (const one of found) problems.push(`a page saying ${JSON.stringify(text)}: ${one}`);
    // Of a long text, enough.
    const seen = words(text).slice(0, 200);
    if (!words(shown).includes(seen)) problems.push(`a page does not show ${JSON.stringify(text)}`);
    await open(written(hostile, 'svg'), 'image/svg+xml', 'hostile.svg');
    for (const one of await page.evaluate(lookForLife))
      problems.push(`a picture saying ${JSON.stringify(text)}: ${one}`);
  }

  // Nothing touches, nothing is cut, nothing scrolls sideways; nothing that axe calls serious.
  const plans = {
    acme: plan('examples/acme.success-plan.yaml'),
    template: plan('test/fixtures/template.success-plan.yaml'),
    bank: plan('examples/portfolio/brightwater-bank.success-plan.yaml'),
    sale: corpus('kestrel-presale'),
    okr: corpus('solstice-okr'),
    nine: crowd(9, 3),
    twelve: crowd(12, 3),
    crowd: crowd(40, 10),
    empty: 'plan: { status: active }\ncustomer: { company: Northwind Traders }\n',
    long: planSaying('Quarterly business review preparation '.repeat(6).trim()),
    unbroken: planSaying('Donaudampfschifffahrtsgesellschaftskapitän'.repeat(5)),
    hebrew: planSaying('הדוח החודשי מוכן תוך שלושים דקות'),
    chinese: planSaying('把每月报告的时间从四小时缩短到三十分钟'),
  };
  const pages = {};
  for (const [name, text] of Object.entries(plans)) {
    if (named.length > 0 && !named.includes(name)) continue;
    for (const audience of ['internal', 'customer']) {
      const html = written(text, 'html', audience);
      for (const width of name === 'acme' ? [320, ...WIDTHS, 759, 760, 1019, 1020, 2500] : [320, ...WIDTHS]) {
        await page.setViewportSize({ width, height: 900 });
        if (width === 320) await open(html, 'text/html', name);
        for (const problem of await page.evaluate(inspect)) problems.push(`${name} ${audience} ${width}: ${problem}`);
        if (WIDTHS.includes(width)) {
          await picture(page, join(out, `${name}-${audience}-${width}.png`));
          if (width === WIDTHS[0]) await page.evaluate(axe);
          doing(`axe on ${name} ${audience}, ${width} wide`);
          // What passed is not sent: of the largest plan that takes longer than all checks.
          const violations = await page.evaluate(async () => (await window.axe.run()).violations);
          for (const { id, impact, nodes } of violations)
            if (impact === 'serious' || impact === 'critical')
              problems.push(`${name} ${audience} ${width}: axe ${id}, ${nodes[0].html.slice(0, 160)}`);
        }
      }
      if (audience === 'internal') {
        for (const format of ['A4', 'Letter']) {
          doing(`${name} on ${format}`);
          const pdf = await page.pdf({ path: join(out, `${name}-${format}.pdf`), format, printBackground: true });
          pages[`${name} ${format}`] = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
        }
      }
    }
    // Inside a page, since a picture alone is no document that can be photographed.
    const svg = written(text, 'svg');
    writeFileSync(join(out, `${name}.svg`), svg);
    await page.setViewportSize({ width: 1160, height: 900 });
    await open(`<!doctype html><title>x</title><body style="margin:0">${svg}`, 'text/html', `${name}.svg`);
    for (const problem of await page.evaluate(inspect)) problems.push(`${name}.svg: ${problem}`);
    for (const problem of await page.evaluate(leaving)) problems.push(`${name}.svg: ${problem}`);
    await picture(page, join(out, `${name}-svg.png`));
  }
  console.log(
    Object.entries(pages)
      .map(([name, count]) => `${name}: ${count}`)
      .join(', '),
  );
  // With two outcomes the drawing of the timeline has room below them, and nothing is left alone on a third page. With twelve it is cut between lanes.
  const most = {
    'acme A4': 4,
    'acme Letter': 4,
    'template A4': 4,
    'template Letter': 4,
    'bank A4': 2,
    'nine A4': 4,
    'twelve A4': 6,
    'bank Letter': 3,
  };
  for (const [name, limit] of Object.entries(most))
    if (pages[name] > limit) problems.push(`${name}: ${pages[name]} pages`);
} finally {
  await browser.close();
}
for (const problem of problems.slice(0, 60)) console.error(problem);
console.log(`${readdirSync(out).length} files in out/shots/paper, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Letters and figures alone: blanks collapse, and what nobody sees is shown as something else. */
function words(text) {
  return text.replaceAll(/[^\p{L}\p{N}<>=:/]/gu, '');
}

/** Runs in the page: whatever could run, load or lead somewhere. */
function lookForLife() {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    if (
      [
        'script',
        'img',
        'image',
        'iframe',
        'object',
        'embed',
        'link',
        'form',
        'a',
        'parsererror',
        'foreignObject',
      ].includes(name)
    )
      found.push(`<${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith('on')) found.push(attribute);
      if (['href', 'xlink:href', 'src', 'action'].includes(attribute) && !value.startsWith('#'))
        found.push(`${attribute}=${value}`);
    }
  }
  return [...found, ...window.violations];
}

/** Runs in the page: words of a picture that leave it. */
function leaving() {
  const frame = document.querySelector('svg').getBoundingClientRect();
  return [...document.querySelectorAll('svg text')].flatMap(text => {
    const { left, right, bottom } = text.getBoundingClientRect();
    return right > frame.right || left < frame.left || bottom > frame.bottom
      ? [`leaves the picture: “${text.textContent}”`]
      : [];
  });
}

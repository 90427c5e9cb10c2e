/**
 * Looks through panel, portfolio and exported pages with axe-core in two widths, and where the editor gives the colours, at these in its four
 * themes; fails on anything serious or critical. The exported pages are those that the built command line writes.
 *
 *   node test/webview/axe.mjs [page…]
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleScript, bundleStyles, drawFixture, hosted, launch, THEMES, top, wear } from './support/browser.mjs';

const WIDTHS = [360, 1400];
const SERIOUS = ['serious', 'critical'];
const COLOURS = { runOnly: ['color-contrast', 'link-in-text-block'] };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const named = process.argv.slice(2);

const panel = hosted(
  await bundleStyles(),
  await bundleScript({
    entryPoints: [join(top, 'test', 'webview', 'support', 'shots-entry.tsx')],
    define: {
      TEMPLATE_TEXT: JSON.stringify(readFileSync(join(top, 'test', 'fixtures', 'template.success-plan.yaml'), 'utf8')),
    },
  }),
);
const portfolio = hosted(
  await bundleStyles('portfolio.css'),
  await bundleScript({ entryPoints: [join(top, 'test', 'webview', 'support', 'portfolio-entry.tsx')] }),
);
const inEditor = (html, names) => names.map(name => ({ name, html, themes: Object.keys(THEMES) }));
const alone = (name, ...args) => {
  const html = execFileSync(process.execPath, [join(top, 'dist', 'cli.js'), ...args, '--today', '2026-02-10'], {
    cwd: top,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { name, html, themes: ['its own'] };
};
const PAGES = [
  ...inEditor(panel, [
    'acme',
    'template',
    'variants',
    'empty',
    'no-contract',
    'agenda',
    'broken',
    'never-read',
    'stress',
    'crowd',
    'forty',
    'scripts',
    'customer',
    'by-owner',
    'quarter',
    'tables',
    'open',
  ]),
  ...inEditor(portfolio, ['fourteen', 'csm', 'rare', 'folders', 'none', 'reading']),
  alone('exported', 'render', 'examples/acme.success-plan.yaml', '--format', 'html'),
  alone('for-customer', 'render', 'examples/acme.success-plan.yaml', '--format', 'html', '--audience', 'customer'),
  alone('report', 'report', 'examples', '--format', 'html'),
];

const browser = await launch();
const problems = new Map();
let looked = 0;
let loaded;
try {
  const page = await browser.newPage();
  for (const { name, html, themes } of PAGES.filter(one => named.length === 0 || named.includes(one.name))) {
    if (html !== loaded) {
      await page.unroute('**');
      await page.route('**', route => route.fulfill({ contentType: 'text/html', body: html }));
      await page.goto(`http://plans.test/${name}`);
      await page.evaluate(axe);
      loaded = html;
    }
    for (const [i, theme] of themes.entries()) {
      if (theme in THEMES) await wear(page, theme);
      // A theme changes colours and nothing else.
      for (const width of i === 0 ? WIDTHS : WIDTHS.slice(-1)) {
        if (theme in THEMES) await drawFixture(page, name, width);
        else await page.setViewportSize({ width, height: 900 });
        const found = await page.evaluate(
          async rules => (await window.axe.run(rules)).violations,
          i === 0 ? {} : COLOURS,
        );
        for (const { id, help, impact, nodes } of found) {
          if (!SERIOUS.includes(impact)) continue;
          const [node] = nodes;
          const places = problems.get(`${id}: ${help}`) ?? [];
          places.push(`${name} ${width} ${theme}: ${nodes.length} ×, ${node.target} ${node.html.slice(0, 160)}`);
          problems.set(`${id}: ${help}`, places);
        }
        looked++;
      }
    }
  }
} finally {
  await browser.close();
}
for (const [what, places] of problems) {
  const more = places.length > 6 ? `\n  and ${places.length - 6} more` : '';
  console.error(`${what}\n  ${places.slice(0, 6).join('\n  ')}${more}`);
}
console.log(`${looked} pages looked through, ${problems.size} kinds of serious problems`);
process.exitCode = problems.size > 0 || looked === 0 ? 1 : 0;

/**
 * Looks through the pages with axe-core, in four themes and two widths, and fails on anything serious or critical.
 *
 *   node test/webview/axe.mjs [page…]
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleScript, bundleStyles, hosted, launch, THEMES, top, wear } from './support/browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PANEL = [
  'acme',
  'template',
  'customer',
  'paper',
  'crowd',
  'scripts',
  'variants',
  'empty',
  'begun',
  'no-contract',
  'agenda',
  'broken',
  'never-read',
  'stress',
];
const WIDTHS = [360, 1400];
const SERIOUS = ['serious', 'critical'];

const named = process.argv.slice(2);
const script = await bundleScript({
  entryPoints: [join(top, 'test', 'webview', 'support', 'shots-entry.tsx')],
  define: {
    TEMPLATE_TEXT: JSON.stringify(readFileSync(join(top, 'test', 'fixtures', 'template.success-plan.yaml'), 'utf8')),
  },
});
const panel = hosted(await bundleStyles(), axe, script);

const browser = await launch();
const problems = new Map();
let looked = 0;
try {
  const page = await browser.newPage();
  await page.route('http://panel.test/**', route => route.fulfill({ contentType: 'text/html', body: panel }));
  for (const name of PANEL.filter(one => named.length === 0 || named.includes(one))) {
    for (const theme of Object.keys(THEMES)) {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`http://panel.test/${theme}/${name}/${width}#${name}`);
        await wear(page, theme);
        for (const { id, help, impact, nodes } of (await page.evaluate(() => window.axe.run())).violations) {
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
for (const [what, places] of problems)
  console.error(
    `${what}\n  ${places.slice(0, 6).join('\n  ')}${places.length > 6 ? `\n  and ${places.length - 6} more` : ''}`,
  );
console.log(`${looked} pages looked through, ${problems.size} kinds of serious problems`);
process.exitCode = problems.size > 0 || looked === 0 ? 1 : 0;

/**
 * Draws the panel's fixtures in a real browser at five widths and in four themes, writes the pictures to out/shots/panel, and fails
 * when two labels touch, a label leaves its drawing, or the page scrolls sideways.
 *
 *   node test/webview/shots.mjs [page…] [--all]     one theme a page, all four for the first one; --all: everything everywhere
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bundleScript,
  bundleStyles,
  drawFixture,
  hosted,
  launch,
  picture,
  THEMES,
  top,
  wear,
} from './support/browser.mjs';
import { inspect } from './support/inspect.mjs';

const out = join(top, 'out', 'shots', 'panel');

const WIDTHS = [320, 360, 800, 1100, 1400];
/** Where the layout changes: looked at by script only. */
const EDGES = [759, 760, 1019, 1020, 2500];
const PAGES = [
  'acme',
  'template',
  'measured',
  'customer',
  'paper',
  'crowd',
  'forty',
  'scripts',
  'variants',
  'empty',
  'begun',
  'no-contract',
  'agenda',
  'broken',
  'never-read',
  'waiting',
  'stress',
  'by-owner',
  'by-side',
  'crowd-by-owner',
  'quarter',
  'three-weeks',
  'crowd-quarter',
  'stress-quarter',
  'open',
  'tables',
  'stress-tables',
];

const args = process.argv.slice(2);
const everything = args.includes('--all');
const named = args.filter(arg => !arg.startsWith('--'));
const pages = named.length > 0 ? named : PAGES;

const script = await bundleScript({
  entryPoints: [join(top, 'test', 'webview', 'support', 'shots-entry.tsx')],
  define: {
    TEMPLATE_TEXT: JSON.stringify(readFileSync(join(top, 'test', 'fixtures', 'template.success-plan.yaml'), 'utf8')),
  },
});
const css = await bundleStyles();

mkdirSync(out, { recursive: true });
const browser = await launch();
const problems = [];
let drawn = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', error => problems.push(`script: ${error.message}`));
  page.on('console', message => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  await page.route('http://panel.test/**', route =>
    route.fulfill({ contentType: 'text/html', body: hosted(css, script) }),
  );
  await page.goto('http://panel.test/');
  for (const name of pages) {
    for (const theme of everything || name === 'acme' ? Object.keys(THEMES) : ['vscode-light']) {
      await wear(page, theme);
      for (const width of theme === 'vscode-light' ? [...WIDTHS, ...EDGES] : WIDTHS) {
        await drawFixture(page, name, width);
        const found = await page.evaluate(inspect);
        for (const problem of found) problems.push(`${name} ${width} ${theme}: ${problem}`);
        if (EDGES.includes(width)) continue;
        await picture(page, join(out, `${name}-${width}-${theme.replace('vscode-', '')}.png`));
        drawn++;
      }
    }
  }
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.setViewportSize({ width: 1100, height: 900 });
  await page.goto('http://panel.test/forced/acme#acme');
  await picture(page, join(out, 'acme-1100-forced-colors.png'));
} finally {
  await browser.close();
}
for (const problem of problems) console.error(problem);
console.log(`${drawn} pictures in out/shots/panel, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

/**
 * Draws the portfolio's fixtures in a real browser at several widths and in four themes, writes the pictures to out/shots/portfolio, and
 * fails when two labels touch, a label leaves its drawing, words are cut that should not be, or the page scrolls sideways.
 *
 *   node test/webview/portfolio-shots.mjs [page…] [--all]     one theme a page, all four for the first one; --all: everything everywhere
 */
import { mkdirSync } from 'node:fs';
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

const out = join(top, 'out', 'shots', 'portfolio');
const WIDTHS = [320, 360, 800, 1100, 1400];
/** Where the layout changes: looked at by script only. */
const EDGES = [480, 481, 779, 780, 960, 961, 1019, 1020, 2500];
const PAGES = [
  'fourteen',
  'csm',
  'renewing',
  'rare',
  'hundred',
  'folders',
  'reading',
  'found',
  'none',
  'waiting',
  'still',
];

const args = process.argv.slice(2);
const everything = args.includes('--all');
const named = args.filter(arg => !arg.startsWith('--'));

const script = await bundleScript({ entryPoints: [join(top, 'test', 'webview', 'support', 'portfolio-entry.tsx')] });
const html = hosted(await bundleStyles('portfolio.css'), script);

mkdirSync(out, { recursive: true });
const browser = await launch();
const problems = [];
let drawn = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', error => problems.push(`script: ${error.message}`));
  page.on('console', message => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  await page.route('http://portfolio.test/**', route => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://portfolio.test/');
  for (const name of named.length > 0 ? named : PAGES) {
    for (const theme of everything || name === 'fourteen' ? Object.keys(THEMES) : ['vscode-light']) {
      await wear(page, theme);
      for (const width of theme === 'vscode-light' ? [...WIDTHS, ...EDGES] : WIDTHS) {
        await drawFixture(page, name, width);
        const found = [...(await page.evaluate(inspect)), ...(await page.evaluate(cutAndCovered))];
        for (const problem of found) problems.push(`${name} ${width} ${theme}: ${problem}`);
        if (EDGES.includes(width)) continue;
        await picture(page, join(out, `${name}-${width}-${theme.replace('vscode-', '')}.png`));
        drawn++;
      }
    }
  }
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.setViewportSize({ width: 1100, height: 900 });
  await page.goto('http://portfolio.test/forced#fourteen');
  await picture(page, join(out, 'fourteen-1100-forced-colors.png'));
} finally {
  await browser.close();
}
for (const problem of problems) console.error(problem);
console.log(`${drawn} pictures in out/shots/portfolio, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Runs in the page: words that their box cuts without saying so, cells that cover each other, marks that cover each other. */
function cutAndCovered() {
  const found = [];
  const cells = [
    ...document.querySelectorAll('.plans .row > div, .sum > div > *, .goals td, .goals th, .bar button, .bar select'),
  ];
  for (const cell of cells) {
    const style = getComputedStyle(cell);
    if (style.visibility === 'hidden' || style.display === 'none' || cell.getClientRects().length === 0) continue;
    // What ends in an ellipsis is said in full by its title.
    const said = style.textOverflow === 'ellipsis' || cell.matches('.vh');
    if (!said && cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 0)
      found.push(
        `“${cell.textContent.trim().slice(0, 40)}” is wider than its place: ${cell.scrollWidth} > ${cell.clientWidth}`,
      );
  }
  for (const row of document.querySelectorAll('.plans .plan')) {
    const boxes = [...row.children]
      .map(cell => ({ words: cell.textContent.trim().slice(0, 30), box: cell.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        if (
          a.box.left < b.box.right - 1 &&
          b.box.left < a.box.right - 1 &&
          a.box.top < b.box.bottom - 1 &&
          b.box.top < a.box.bottom - 1
        )
          found.push(`“${a.words}” covers “${b.words}”`);
  }
  for (const plot of document.querySelectorAll('.ahead .plot')) {
    const marks = [...plot.querySelectorAll('.mk')].map(mark => ({
      name: mark.getAttribute('aria-label'),
      box: mark.querySelector('use').getBoundingClientRect(),
    }));
    for (const [i, a] of marks.entries())
      for (const b of marks.slice(i + 1))
        if (
          a.box.left < b.box.right &&
          b.box.left < a.box.right &&
          a.box.top < b.box.bottom &&
          b.box.top < a.box.bottom
        )
          found.push(`“${a.name}” covers “${b.name}”`);
  }
  return found;
}

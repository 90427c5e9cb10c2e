/**
 * Draws the panel's fixtures in a real browser at five widths and in four themes, writes the pictures to out/shots/panel, and fails
 * when two labels touch, a label leaves its drawing, or the page scrolls sideways.
 *
 *   node test/webview/shots.mjs [page…] [--all]     one theme a page, all four for the first one; --all: everything everywhere
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const top = join(here, '..', '..');
const out = join(top, 'out', 'shots', 'panel');

const THEMES = {
  'vscode-light':
    '--vscode-editor-background:#ffffff;--vscode-foreground:#3b3b3b;--vscode-descriptionForeground:#696969;--vscode-widget-border:#e0e0e0;--vscode-focusBorder:#005fb8;--vscode-charts-blue:#1a85ff;--vscode-charts-green:#388a34;--vscode-editorWarning-foreground:#bf8803;--vscode-editorError-foreground:#e51400;--vscode-textLink-foreground:#005fb8;--vscode-list-hoverBackground:#f2f2f2',
  'vscode-dark':
    '--vscode-editor-background:#1f1f1f;--vscode-foreground:#cccccc;--vscode-descriptionForeground:#9d9d9d;--vscode-widget-border:#3a3a3a;--vscode-focusBorder:#0078d4;--vscode-charts-blue:#3794ff;--vscode-charts-green:#89d185;--vscode-editorWarning-foreground:#cca700;--vscode-editorError-foreground:#f14c4c;--vscode-textLink-foreground:#4daafc;--vscode-list-hoverBackground:#2a2d2e',
  'vscode-high-contrast':
    '--vscode-editor-background:#000000;--vscode-foreground:#ffffff;--vscode-descriptionForeground:#e0e0e0;--vscode-widget-border:#6fc3df;--vscode-contrastBorder:#6fc3df;--vscode-focusBorder:#f38518;--vscode-charts-blue:#3794ff;--vscode-charts-green:#89d185;--vscode-editorWarning-foreground:#ffd370;--vscode-editorError-foreground:#f48771;--vscode-textLink-foreground:#21a6ff;--vscode-list-hoverBackground:#1a1a1a',
  'vscode-high-contrast-light':
    '--vscode-editor-background:#ffffff;--vscode-foreground:#292929;--vscode-descriptionForeground:#292929;--vscode-widget-border:#0f4a85;--vscode-contrastBorder:#0f4a85;--vscode-focusBorder:#006bbd;--vscode-charts-blue:#0f4a85;--vscode-charts-green:#374e06;--vscode-editorWarning-foreground:#895503;--vscode-editorError-foreground:#b5200d;--vscode-textLink-foreground:#0f4a85;--vscode-list-hoverBackground:#f2f2f2',
};
const WIDTHS = [320, 360, 800, 1100, 1400];
/** Where the layout changes: looked at by script only. */
const EDGES = [759, 760, 1019, 1020, 2500];
const PAGES = [
  'acme',
  'template',
  'variants',
  'empty',
  'no-contract',
  'agenda',
  'broken',
  'never-read',
  'waiting',
  'stress',
];

const args = process.argv.slice(2);
const everything = args.includes('--all');
const named = args.filter(arg => !arg.startsWith('--'));
const pages = named.length > 0 ? named : PAGES;

const bundle = await build({
  entryPoints: [join(here, 'support', 'shots-entry.tsx')],
  bundle: true,
  write: false,
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
  define: {
    TEMPLATE_TEXT: JSON.stringify(readFileSync(join(top, 'test', 'fixtures', 'template.success-plan.yaml'), 'utf8')),
  },
});
const script = bundle.outputFiles[0].text;
const styles = await build({
  entryPoints: [join(top, 'webview', 'panel.css')],
  bundle: true,
  write: false,
  logLevel: 'warning',
});
const css = styles.outputFiles[0].text;

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const problems = [];
let drawn = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', error => problems.push(`script: ${error.message}`));
  page.on('console', message => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  await page.route('http://panel.test/**', route => route.fulfill({ contentType: 'text/html', body: html() }));
  for (const name of pages) {
    for (const theme of everything || name === 'acme' ? Object.keys(THEMES) : ['vscode-light']) {
      for (const width of theme === 'vscode-light' ? [...WIDTHS, ...EDGES] : WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`http://panel.test/${theme}/${name}/${width}#${name}`);
        await page.evaluate(
          ([key, variables]) => {
            document.body.className = key;
            document.body.setAttribute('data-vscode-theme-id', key);
            for (const pair of variables.split(';'))
              document.documentElement.style.setProperty(...pair.split(/:(.*)/s).slice(0, 2));
          },
          [theme, THEMES[theme]],
        );
        const found = await page.evaluate(inspect);
        for (const problem of found) problems.push(`${name} ${width} ${theme}: ${problem}`);
        if (EDGES.includes(width)) continue;
        await page.screenshot({
          path: join(out, `${name}-${width}-${theme.replace('vscode-', '')}.png`),
          fullPage: true,
        });
        drawn++;
      }
    }
  }
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.setViewportSize({ width: 1100, height: 900 });
  await page.goto('http://panel.test/forced/acme#acme');
  await page.screenshot({ path: join(out, 'acme-1100-forced-colors.png'), fullPage: true });
} finally {
  await browser.close();
}
for (const problem of problems) console.error(problem);
console.log(`${drawn} pictures in out/shots/panel, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** The page as the extension hosts it: a policy without inline styles, one style sheet, one script. */
function html() {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-s'; script-src 'nonce-s'">
<style nonce="s">${css}</style></head><body class="vscode-light"><div id="root"></div><script nonce="s">${script}</script></body></html>`;
}

/** Runs in the page: what touches, what leaves its drawing, what scrolls. */
function inspect() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll('main *')]
      .filter(el => !el.closest('svg') && el.getBoundingClientRect().right > root.clientWidth + 1)
      .map(el => el.className || el.tagName);
    found.push(
      `scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}; ${[...new Set(wide)].slice(0, 4).join(', ')}`,
    );
  }
  for (const svg of document.querySelectorAll('svg.plot, svg.scale')) {
    const frame = svg.getBoundingClientRect();
    // Each line of a label by itself: a box around both lines would cover free paper.
    const boxes = [];
    for (const text of svg.querySelectorAll('text')) {
      if (getComputedStyle(text).display === 'none') continue;
      const lines = [...text.querySelectorAll('tspan[x]')];
      const range = document.createRange();
      for (const line of lines.length > 0 ? lines : [text]) {
        range.selectNodeContents(line);
        const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
        if (rects.length === 0) continue;
        const left = Math.min(...rects.map(rect => rect.left));
        const right = Math.max(...rects.map(rect => rect.right));
        const y = (rects[0].top + rects[0].bottom) / 2;
        // Letters fill about 9 px of a line.
        boxes.push({ left, right, top: y - 5, bottom: y + 4, owner: text, words: line.textContent });
      }
    }
    for (const [i, a] of boxes.entries()) {
      if (a.left < frame.left - 10 || a.right > frame.right + 10) found.push(`leaves the drawing: “${a.words}”`);
      for (const b of boxes.slice(i + 1)) {
        if (a.owner === b.owner) continue;
        if (a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom)
          found.push(`“${a.words}” touches “${b.words}”`);
      }
    }
  }
  return found;
}

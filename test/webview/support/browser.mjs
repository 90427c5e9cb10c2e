/*
 * What every test of a page in a real browser needs: the browser, the editor's themes as variables, bundles, and the page as the extension
 * hosts it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

/** The folder of the repository. */
export const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The variables that VS Code gives to a webview, in its own four themes. */
export const THEMES = {
  'vscode-light':
    '--vscode-editor-background:#ffffff;--vscode-foreground:#3b3b3b;--vscode-descriptionForeground:#696969;--vscode-widget-border:#e0e0e0;--vscode-focusBorder:#005fb8;--vscode-charts-blue:#1a85ff;--vscode-charts-green:#388a34;--vscode-editorWarning-foreground:#bf8803;--vscode-editorError-foreground:#e51400;--vscode-textLink-foreground:#005fb8;--vscode-list-hoverBackground:#f2f2f2',
  'vscode-dark':
    '--vscode-editor-background:#1f1f1f;--vscode-foreground:#cccccc;--vscode-descriptionForeground:#9d9d9d;--vscode-widget-border:#3a3a3a;--vscode-focusBorder:#0078d4;--vscode-charts-blue:#3794ff;--vscode-charts-green:#89d185;--vscode-editorWarning-foreground:#cca700;--vscode-editorError-foreground:#f14c4c;--vscode-textLink-foreground:#4daafc;--vscode-list-hoverBackground:#2a2d2e',
  'vscode-high-contrast':
    '--vscode-editor-background:#000000;--vscode-foreground:#ffffff;--vscode-descriptionForeground:#e0e0e0;--vscode-widget-border:#6fc3df;--vscode-contrastBorder:#6fc3df;--vscode-focusBorder:#f38518;--vscode-charts-blue:#3794ff;--vscode-charts-green:#89d185;--vscode-editorWarning-foreground:#ffd370;--vscode-editorError-foreground:#f48771;--vscode-textLink-foreground:#21a6ff;--vscode-list-hoverBackground:#1a1a1a',
  'vscode-high-contrast-light':
    '--vscode-editor-background:#ffffff;--vscode-foreground:#292929;--vscode-descriptionForeground:#292929;--vscode-widget-border:#0f4a85;--vscode-contrastBorder:#0f4a85;--vscode-focusBorder:#006bbd;--vscode-charts-blue:#0f4a85;--vscode-charts-green:#374e06;--vscode-editorWarning-foreground:#895503;--vscode-editorError-foreground:#b5200d;--vscode-textLink-foreground:#0f4a85;--vscode-list-hoverBackground:#f2f2f2',
};

/** Tells run.mjs what is being done, so that a page that takes long is told from a browser that hangs, and where it hangs is known. */
export function doing(what) {
  if (process.connected) process.send(what);
}

/** Chromium without a window, and without any wish to speak to the network. */
export function launch() {
  return chromium.launch({
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
}

/**
 * One file's worth of script.
 * @param {import('esbuild').BuildOptions} options
 */
export async function bundleScript(options) {
  const { outputFiles } = await build({
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
    ...options,
  });
  return outputFiles[0].text;
}

/** The template's text, and what draws a text as the server would on 10 Feb 2026. */
export async function drawnPlans() {
  const script = await bundleScript({
    globalName: 'plans',
    stdin: {
      contents: `import { readPlanFile, Checker } from './plan/check.ts';
        import { documentView } from './plan/view/index.ts';
        export const viewOf = text => { const file = readPlanFile(text); return documentView(file.documents, new Checker().check(file, '2026-02-10').findings, '2026-02-10'); };`,
      resolveDir: top,
      loader: 'ts',
    },
  });
  const { viewOf } = new Function(`${script}; return plans;`)();
  return { template: readFileSync(join(top, 'test', 'fixtures', 'template.success-plan.yaml'), 'utf8'), viewOf };
}

/** The styles of a page, from their entry under `webview/`. */
export async function bundleStyles(entry = 'panel.css') {
  const { outputFiles } = await build({
    entryPoints: [join(top, 'webview', entry)],
    bundle: true,
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** The page as the extension hosts it: a policy without inline styles, one style sheet, and scripts that carry the nonce. */
export function hosted(css, ...scripts) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Plan panel</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'nonce-s'; script-src 'nonce-s'">
<style nonce="s">${css}</style></head><body class="vscode-light"><div id="root"></div>${scripts
    .map(script => `<script nonce="s">${script}</script>`)
    .join('')}</body></html>`;
}

const HIGH = 900;

/** Has a page of fixtures draw one of them so wide. The page is loaded once for all: most of the time goes into its script, not into what it draws. */
export async function drawFixture(page, name, width) {
  doing(`${name}, ${width} wide`);
  await page.setViewportSize({ width, height: HIGH });
  await page.evaluate(one => window.fixture(one), name);
}

/** Chromium draws on tiles up to 2^14 pixels; higher pictures often fail. Below that nobody looks. */
const TALLEST = 16_000;
const ATTEMPTS = 4;

/** A picture of the page from its top. As Playwright's own, but with the faster of the browser's ways to write a PNG. */
export async function picture(page, path) {
  doing(`a picture for ${basename(path)}`);
  const session = await page.context().newCDPSession(page);
  const { cssContentSize: size } = await session.send('Page.getLayoutMetrics');
  const capture = () =>
    session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width: size.width, height: Math.min(size.height, TALLEST), scale: 1 },
    });
  let data;
  for (let attempt = 1; data === undefined; attempt++)
    try {
      ({ data } = await capture());
    } catch (error) {
      // A busy machine's Chromium refuses a picture at times, and takes the same one a moment later.
      if (attempt === ATTEMPTS || !String(error).includes('Unable to capture screenshot')) throw error;
      doing(`a picture for ${basename(path)}, after ${attempt} refused`);
      await new Promise(done => setTimeout(done, 500 * attempt));
    }
  await session.detach();
  writeFileSync(path, Buffer.from(data, 'base64'));
}

/** Gives a page the variables of a theme, and takes those of another one, as the editor does. */
export async function wear(page, theme) {
  await page.evaluate(
    ([key, variables]) => {
      document.documentElement.removeAttribute('style');
      document.body.className = key;
      document.body.setAttribute('data-vscode-theme-id', key);
      for (const pair of variables.split(';'))
        document.documentElement.style.setProperty(...pair.split(/:(.*)/s).slice(0, 2));
    },
    [theme, THEMES[theme]],
  );
}

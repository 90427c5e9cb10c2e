import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why nothing can be drawn, if so. */
export function noBrowser(): string | undefined {
  return existsSync(BROWSER) ? undefined : `there is no browser at ${BROWSER}; CHROMIUM names another`;
}

/** What a page of the extension loads, as text. */
export interface PageSources {
  readonly script: string;
  readonly css: string;
}

/** A fresh browser with a page of the extension in it, and a clock (`STAND_IN`); closed whatever happens. */
export async function inPage({ script, css }: PageSources, work: (page: Page) => Promise<void>): Promise<void> {
  let browser: Browser | undefined;
  try {
    // Frames come as on a screen, sixty a second. With their clock off the compositor draws without a pause, and takes a processor from the page.
    const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];
    browser = await chromium.launch({ executablePath: BROWSER, args });
    const page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
    await page.setContent(`<!doctype html><style>${css}</style><body class="vscode-light"><div id="root"></div>`);
    await page.addScriptTag({ content: STAND_IN });
    await page.addScriptTag({ content: script });
    await work(page);
  } finally {
    await browser?.close();
  }
}

/** The editor's side, and what a clock needs: the end of a frame, and rest. */
const STAND_IN = `
window.acquireVsCodeApi = () => ({ postMessage() {}, getState: () => null, setState() {} });
window.afterFrame = () => new Promise(done => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(null);
}));
window.rest = ms => new Promise(done => setTimeout(done, ms));
window.drawn = async change => {
  const root = document.getElementById('root');
  let changed = false;
  const observer = new MutationObserver(() => { changed = true; });
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  await afterFrame();
  const started = performance.now();
  change();
  root.getBoundingClientRect();
  const laidOut = performance.now() - started;
  await afterFrame();
  const shown = performance.now() - started;
  observer.disconnect();
  if (!changed) throw new Error('nothing was drawn');
  await rest(200);
  return { laidOut, shown };
};`;

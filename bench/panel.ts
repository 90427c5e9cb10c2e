import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { Checker, readPlanFile } from '../plan/check.ts';
import { documentView } from '../plan/view/index.ts';
import { panelSources } from './build.ts';
import type { PanelFigures } from './figures.ts';
import { gather } from './measures.ts';
import type { Part } from './part.ts';
import { makePlan, PLAN_TODAY, SIZES } from './plans.ts';

const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** The sizes that are drawn. */
const PANEL_SIZES = ['typical', 'large'] as const;
const WARM_UP = 3;
const SEED = 2;

/** Milliseconds from the message on. */
interface Draw {
  readonly laidOut: number;
  readonly shown: number;
}

/** The panel's own script and styles in a real browser, given one new view model after another. A round is a fresh browser. */
export async function panelPart(rounds: number, draws: number, failures: Set<string>): Promise<Part<PanelFigures>> {
  const missing = existsSync(BROWSER) ? undefined : `there is no browser at ${BROWSER}; CHROMIUM names another`;
  const figures: PanelFigures = { drawn: {}, missing };
  if (missing) return { name: 'panel', rounds: 0, round: async () => {}, figures };
  const { script, css } = await panelSources();
  const round = async () => {
    let browser: Browser | undefined;
    try {
      // Without the clock of its frames the browser draws at once: what is measured is its work, not the wait for the next frame.
      const free = ['--disable-frame-rate-limit', '--disable-gpu-vsync', '--run-all-compositor-stages-before-draw'];
      const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync', ...free];
      browser = await chromium.launch({ executablePath: BROWSER, args });
      const page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
      await page.setContent(`<!doctype html><style>${css}</style><body class="vscode-light"><div id="root"></div>`);
      await page.addScriptTag({ content: STAND_IN });
      await page.addScriptTag({ content: script });
      for (const size of PANEL_SIZES) {
        const messages = viewsOf(makePlan(SEED, SIZES[size])).map((view, version) => ({ view, version }));
        const count = draws + WARM_UP;
        const took: Draw[] = await page.evaluate(`drawAll(${JSON.stringify(messages)}, ${count}, '${size}')`);
        const counted = took.slice(WARM_UP);
        gather(
          figures.drawn,
          `${size}First`,
          took.slice(0, 1).map(({ shown }) => shown),
        );
        gather(
          figures.drawn,
          size,
          counted.map(({ shown }) => shown),
        );
        gather(
          figures.drawn,
          `${size}LaidOut`,
          counted.map(({ laidOut }) => laidOut),
        );
      }
      const frames: number[] = await page.evaluate(`emptyFrames(${draws})`);
      gather(figures.drawn, 'frame', frames);
    } catch (error) {
      failures.add(`panel: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await browser?.close();
    }
  };
  return { name: 'panel', rounds, round, figures };
}

/** What the panel gets before and after a milestone in the middle is done. */
function viewsOf(text: string): unknown[] {
  const middle = text.indexOf('status: pending', text.length / 2);
  const edited = `${text.slice(0, middle)}status: complete${text.slice(middle + 'status: pending'.length)}`;
  return [text, edited].map(one => {
    const file = readPlanFile(one);
    const { findings } = new Checker().check(file, PLAN_TODAY);
    return documentView(file.documents, findings, PLAN_TODAY);
  });
}

/** The editor's side, and the clock: from the message until the frame with the new drawing is done. */
const STAND_IN = `
window.acquireVsCodeApi = () => ({ postMessage() {}, getState: () => null, setState() {} });
const afterFrame = () => new Promise(done => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(null);
}));
const rest = ms => new Promise(done => setTimeout(done, ms));
window.emptyFrames = async draws => {
  const took = [];
  for (let n = 0; n < draws; n++) {
    await afterFrame();
    const started = performance.now();
    await afterFrame();
    took.push(performance.now() - started);
    await rest(20);
  }
  return took;
};
window.drawAll = async (messages, draws, size) => {
  const root = document.getElementById('root');
  const took = [];
  for (let n = 0; n < draws; n++) {
    const { view } = messages[n % messages.length];
    const data = { type: 'view', uri: 'file:///' + size + '.success-plan.yaml', version: n + 1, view: structuredClone(view) };
    let changed = false;
    const observer = new MutationObserver(() => { changed = true; });
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    await afterFrame();
    const started = performance.now();
    window.dispatchEvent(new MessageEvent('message', { data }));
    root.getBoundingClientRect();
    const laidOut = performance.now() - started;
    await afterFrame();
    took.push({ laidOut, shown: performance.now() - started });
    observer.disconnect();
    if (!changed) throw new Error('nothing was drawn');
    await rest(200);
  }
  return took;
};`;

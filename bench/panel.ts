import { Checker, readPlanFile } from '../plan/check.ts';
import { documentView } from '../plan/view/index.ts';
import { inPage, noBrowser } from './browser.ts';
import { panelSources } from './build.ts';
import type { PanelFigures } from './figures.ts';
import { gather } from './measures.ts';
import type { Part } from './part.ts';
import { makePlan, PLAN_TODAY, SIZES } from './plans.ts';

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
  const missing = noBrowser();
  const figures: PanelFigures = { drawn: {}, missing };
  if (missing) return { name: 'panel', rounds: 0, round: async () => {}, figures };
  const sources = await panelSources('panel');
  const round = async () => {
    try {
      await inPage(sources, async page => {
        await page.addScriptTag({ content: CLOCK });
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
      });
    } catch (error) {
      failures.add(`panel: ${error instanceof Error ? error.message : String(error)}`);
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

/** From the message until the frame with the new drawing is done. */
const CLOCK = `
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
  const took = [];
  for (let n = 0; n < draws; n++) {
    const { view } = messages[n % messages.length];
    const data = { type: 'view', uri: 'file:///' + size + '.success-plan.yaml', version: n + 1, view: structuredClone(view) };
    took.push(await drawn(() => window.dispatchEvent(new MessageEvent('message', { data }))));
  }
  return took;
};`;

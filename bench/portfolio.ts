import { setTimeout as pause } from 'node:timers/promises';
import { PORTFOLIO_CHANGED, PORTFOLIO_METHOD, type PortfolioAnswer } from '../protocol/portfolio.ts';
import { taken } from '../protocol/portfolio-news.ts';
import { inPage, noBrowser, type PageSources } from './browser.ts';
import { ourServer, outDir, panelSources } from './build.ts';
import type { PortfolioFigures } from './figures.ts';
import { LspClient } from './lsp-client.ts';
import { gather } from './measures.ts';
import type { Part } from './part.ts';
import { placesIn, withoutLetter } from './places.ts';
import { makePlan, SIZES } from './plans.ts';
import { makeRepository } from './repository.ts';
import { ServerSession } from './server-session.ts';

/** How much is done: a round is a fresh server, and a fresh browser that draws what it answers. */
export interface PortfolioEffort {
  readonly rounds: number;
  readonly plans: number;
  readonly draws: number;
}

const SEED = 2;
const QUIET_KEYS = 15;
/** While files are read, the extension asks again so much later at the soonest. */
const BETWEEN_QUESTIONS_MS = 400;
const LIMIT_MS = 120_000;

/** All plans of a repository, asked for while somebody types in one that is open; then the page that shows them. */
export async function portfolioPart(
  { rounds, plans, draws }: PortfolioEffort,
  failures: Set<string>,
): Promise<Part<PortfolioFigures>> {
  const figures: PortfolioFigures = { plans, took: {}, missing: noBrowser() };
  if (rounds === 0) return { name: 'portfolio', rounds, round: async () => {}, figures };
  const { folder } = makeRepository(outDir, plans);
  const sources = await panelSources('portfolio');
  const round = async () => {
    try {
      const portfolio = await askWhileTyping(folder, plans, figures);
      if (figures.missing === undefined) await drawAll(sources, portfolio, draws, figures);
    } catch (error) {
      failures.add(`portfolio: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return { name: 'portfolio', rounds, round, figures };
}

/** Asks as the extension does: at once, and again when the server says that there is more. */
async function askWhileTyping(folder: string, plans: number, { took }: PortfolioFigures): Promise<PortfolioAnswer> {
  const text = makePlan(SEED, SIZES.typical);
  const places = placesIn(text);
  const session = new ServerSession(new LspClient(ourServer), places);
  const { client, samples } = session;
  try {
    await session.open(withoutLetter(text, places), performance.now(), folder);
    await session.type(QUIET_KEYS);
    gather(took, 'quiet', samples.key ?? []);
    samples.key = [];
    const typing = { over: false };
    const keys = typeUntil(session, typing);
    const portfolio = await allPlans(client, plans, took).finally(() => {
      typing.over = true;
    });
    await keys;
    gather(took, 'key', samples.key ?? []);
    return portfolio;
  } finally {
    await client.stop();
  }
}

async function typeUntil(session: ServerSession, end: { readonly over: boolean }): Promise<void> {
  while (!end.over) await session.type(1);
}

async function allPlans(client: LspClient, plans: number, took: PortfolioFigures['took']): Promise<PortfolioAnswer> {
  let wake = () => {};
  let isNews = false;
  client.on(PORTFOLIO_CHANGED, () => {
    isNews = true;
    wake();
  });
  let known: PortfolioAnswer | null = null;
  const ask = async (): Promise<PortfolioAnswer> => {
    const answer = await client.request<PortfolioAnswer>(PORTFOLIO_METHOD, { since: known?.state });
    const next = taken(known, answer);
    if (next === undefined) throw new Error('changes to something that was not told');
    known = next;
    return next;
  };
  const started = performance.now();
  let hasFirst = false;
  while (performance.now() - started < LIMIT_MS) {
    isNews = false;
    const portfolio = await ask();
    if (!hasFirst && portfolio.plans.length > 0) {
      hasFirst = true;
      gather(took, 'first', [performance.now() - started]);
    }
    if (portfolio.reading === undefined && portfolio.plans.length >= plans) {
      gather(took, 'all', [performance.now() - started]);
      const again = performance.now();
      await ask();
      gather(took, 'again', [performance.now() - again]);
      return portfolio;
    }
    if (hasFirst) await pause(BETWEEN_QUESTIONS_MS);
    if (!isNews)
      await new Promise<void>(resolve => {
        wake = resolve;
        setTimeout(resolve, BETWEEN_QUESTIONS_MS);
      });
  }
  throw new Error(`not all of ${plans} plans were read within ${LIMIT_MS / 1000} s`);
}

interface Draw {
  readonly shown: number;
}

async function drawAll(sources: PageSources, portfolio: PortfolioAnswer, draws: number, figures: PortfolioFigures) {
  await inPage(sources, async page => {
    await page.addScriptTag({ content: CLOCK });
    const took: Record<'drawFirst' | 'draw' | 'find' | 'scroll', Draw[]> = await page.evaluate(
      `drawPortfolio(${JSON.stringify(portfolio)}, ${draws})`,
    );
    for (const measure of ['drawFirst', 'draw', 'find', 'scroll'] as const)
      gather(
        figures.took,
        measure,
        took[measure].map(({ shown }) => shown),
      );
  });
}

/** From the message, the letter or the turn of the wheel until the frame with the new drawing is done. */
const CLOCK = `
window.drawPortfolio = async (portfolio, draws) => {
  const show = portfolio => window.dispatchEvent(new MessageEvent('message', { data: { type: 'portfolio', portfolio } }));
  const took = { drawFirst: [await drawn(() => show(portfolio))], draw: [], find: [], scroll: [] };
  let { state } = portfolio;
  for (let n = 0; n < draws; n++) {
    const plan = portfolio.plans[n];
    const plans = [{ ...structuredClone(plan), late: plan.late + 1, customer: plan.customer + ' ' + n }];
    const news = { ...portfolio, since: state, state: state + '.', gone: [], plans };
    state = news.state;
    took.draw.push(await drawn(() => show(news)));
  }
  const field = document.querySelector('[data-find]');
  const words = [...new Set(portfolio.plans.map(plan => plan.customer.toLowerCase().slice(0, 4)))];
  for (let n = 0; n < draws; n++) {
    const word = words[n % words.length];
    took.find.push(await drawn(() => {
      field.value = n % 2 === 0 ? word : '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }));
  }
  field.value = '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  for (let n = 1; n <= draws; n++) {
    await rest(50);
    took.scroll.push(await drawn(() => {
      window.scrollTo(0, n * 700);
      window.dispatchEvent(new Event('scroll'));
    }));
  }
  return took;
};`;

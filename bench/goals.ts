import type { WindowFigures } from './figures.ts';
import { type Floor, type Found, type Goal, NOT_IN_RUN } from './goal.ts';
import {
  ANSWER,
  CHECKED_BEFORE,
  CHECKED_BEFORE_FAST,
  EMPTY,
  editor,
  ITEM,
  ITEM_AND_DIAGNOSTICS,
  inProcess,
  START,
  START_AND_READ,
} from './goals-editor.ts';
import { HALVES, linear, memoryOf, repository } from './goals-repository.ts';
import { figureOf, type PortfolioMeasure, ratioOf, type WindowMeasure } from './measures.ts';
import { longest, median, p95 } from './stats.ts';

/** A plan as typical as any is typed in, with nothing else going on. */
const QUIET_KEY: Floor = {
  what: 'the same before, the longest',
  find: ({ portfolio }) => figureOf(portfolio.took.quiet, longest) ?? NOT_IN_RUN,
};

/** The goals, in the order in which people wait. */
export const GOALS: readonly Goal[] = [
  ...editor(
    'key → diagnostics, p50, to yls',
    'key',
    { typical: 1 / 50, large: 1 / 80, huge: 1 / 40 },
    { floor: ITEM_AND_DIAGNOSTICS },
  ),
  ...editor(
    'key → diagnostics, p50, to yls without its delay',
    'key',
    { typical: 1 / 2, large: 1 / 15, huge: 1 / 30 },
    { peer: 'ylsNoDelay', floor: ITEM_AND_DIAGNOSTICS },
  ),
  ...editor('key → diagnostics, p95, to yls', 'key', { typical: 1 / 10 }, { figure: p95, floor: ITEM_AND_DIAGNOSTICS }),
  ...editor('CPU per key, to yls', 'cpu', { typical: 0.5, large: 0.08, huge: 0.05 }, { floor: ITEM }),
  ...editor(
    'ten keys at once, to yls',
    'burst',
    { typical: 0.1, large: 0.1, huge: 0.1 },
    { floor: ITEM_AND_DIAGNOSTICS },
  ),
  ...editor(
    'completion of a value, to yls',
    'completeValue',
    { typical: 0.5, large: 0.05, huge: 0.05 },
    { floor: ANSWER },
  ),
  ...editor('completion of a key, to yls', 'completeKey', { typical: 0.5, large: 0.05, huge: 0.05 }, { floor: ANSWER }),
  ...editor('hover, to yls', 'hover', { typical: 0.2, large: 0.2, huge: 0.2 }, { floor: ANSWER }),
  ...editor('spawn → initialized, to yls', 'initialize', { typical: 0.35, large: 0.35 }, { floor: START }),
  ...editor('spawn → first diagnostics, to yls', 'first', { typical: 0.3, large: 0.45 }, { floor: START_AND_READ }),
  ...editor('memory after open, to yls', 'memoryOpen', { typical: 0.75, large: 0.75, huge: 0.55 }, { floor: EMPTY }),
  ...editor('memory after edits, to yls', 'memoryEdited', { typical: 0.8, large: 0.8, huge: 0.55 }, { floor: EMPTY }),
  ...inProcess('full check / reading alone, `yaml`', 'check', 'parse', 1.2, { floor: CHECKED_BEFORE }),
  ...inProcess('full check / reading alone, fast reader', 'fastCheck', 'fastParse', 1.5, {
    none: 'no fast reader yet',
    floor: CHECKED_BEFORE_FAST,
  }),
  repository(1000, 'all rules, to ajv-cli', 'ours', 'ajvCli', 0.9, 'silent', 'silentTwo'),
  repository(1000, 'all rules, to spectral with 12 rules', 'ours', 'spectral', 1 / 9, 'silent', 'silentTwo'),
  repository(1000, 'all rules, to spectral with schema', 'ours', 'spectralSchema', 1 / 25, 'silent', 'silentTwo'),
  { ...repository(10_000, 'two threads / one', 'two', 'one', 0.75, 'eventsTwo'), floor: HALVES },
  repository(10_000, 'warm cache / cold', 'warm', 'cold', 1 / 5, 'files'),
  {
    what: 'time a plan, to that of 10,000 plans (linear: 1)',
    at: () => '100,000 plans',
    unit: '×',
    limit: 1.1,
    find: linear('ours'),
    floor: { what: 'js-yaml alone', find: linear('events') },
  },
  {
    what: 'peak memory',
    at: () => '100,000 plans',
    unit: 'MB',
    limit: 300,
    find: memoryOf(100_000, 'ours'),
    floor: { what: 'js-yaml alone', find: memoryOf(100_000, 'events') },
  },
  {
    what: 'first plan opened → diagnostics inside VS Code, to yls in the least of an extension',
    at: () => 'typical',
    unit: '×',
    limit: 1 / 2,
    find: ({ window }) => inWindow(window, 'ours'),
    floor: { what: 'an extension that marks the line at once', find: ({ window }) => inWindow(window, 'floor') },
  },
  panel('typical', 16),
  panel('large', 50),
  portfolio('question → first plans', 'first', 500),
  portfolio('question → all plans', 'all', 8_000),
  { ...portfolio('key → diagnostics while they are read, the longest', 'key', 50, longest), floor: QUIET_KEY },
  portfolio('plans → page drawn, the first time', 'drawFirst', 200),
  portfolio('letter in the search field → page drawn', 'find', 33),
  {
    what: 'server, minified: what is loaded until the first diagnostics',
    at: () => '',
    unit: 'kB',
    limit: 600,
    find: ({ loaded }) => loaded.diagnostics / 1000,
    floor: { what: 'the libraries in it', find: ({ loaded }) => loaded.libraries / 1000 },
  },
  {
    what: 'the .vsix',
    at: () => '',
    unit: 'kB',
    limit: 1000,
    find: ({ vsixBytes }) => (vsixBytes === undefined ? 'not made: run `npm run package`' : vsixBytes / 1000),
  },
];

/** How long it takes until the first plan that is opened is marked, as a part of what it takes yaml-language-server. */
function inWindow({ took, missing }: WindowFigures, measure: WindowMeasure): Found {
  return ratioOf(figureOf(took[measure]), figureOf(took.yls)) ?? missing ?? NOT_IN_RUN;
}

function portfolio(what: string, measure: PortfolioMeasure, limit: number, figure = median): Goal {
  return {
    what: `portfolio: ${what}`,
    at: ({ portfolio }) => `${portfolio.plans.toLocaleString('en')} plans`,
    unit: 'ms',
    limit,
    find: ({ portfolio }) => figureOf(portfolio.took[measure], figure) ?? portfolio.missing ?? NOT_IN_RUN,
  };
}

function panel(size: 'typical' | 'large', limit: number): Goal {
  return {
    what: 'panel: new view model → drawn',
    at: () => size,
    unit: 'ms',
    limit,
    floor: { what: 'a frame in which nothing changes', find: ({ panel }) => figureOf(panel.drawn.frame) ?? NOT_IN_RUN },
    find: ({ panel }) => figureOf(panel.drawn[size]) ?? panel.missing ?? NOT_IN_RUN,
  };
}

import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import * as path from 'node:path';
import { buildAll, packageBytes } from './build.ts';
import { editorPart } from './editor.ts';
import { type Figures, toJson } from './figures.ts';
import { loadedBytes } from './loaded.ts';
import { readOptions } from './options.ts';
import { panelPart } from './panel.ts';
import { runInTurns } from './part.ts';
import { installPeers } from './peers.ts';
import { portfolioPart } from './portfolio.ts';
import { report, summary } from './report.ts';
import { repositoryPart } from './repositories.ts';
import { windowPart } from './window.ts';

/**
 * `npm run bench`: measures everything that performance goals speak of, side by side with what people would use otherwise, and says which goals
 * are held. Options: see options.ts. Exits with 1 if something could not be measured; a missed goal is a figure like others.
 */
const options = readOptions(process.argv.slice(2));
const failures = new Set<string>();
const started = performance.now();

installPeers();
await buildAll();
const editors = options.sizes.map(({ size, effort }) => editorPart(size, effort, failures));
const repositories = options.repositories.map(({ plans, rounds }) => repositoryPart(plans, rounds, failures));
const panel = await panelPart(options.panel.rounds, options.panel.draws, failures);
const portfolio = await portfolioPart(options.portfolio, failures);
const window = await windowPart(options.window.rounds, failures);
await runInTurns([...editors, ...repositories, panel, portfolio, window], line => console.error(line));

const loaded = await loadedBytes();
finish({
  machine: `${availableParallelism()} cores, ${process.platform} ${process.arch}, Node ${process.versions.node} for all`,
  loaded,
  vsixBytes: packageBytes(),
  sizes: editors.map(({ figures }) => figures),
  repositories: repositories.map(({ figures }) => figures),
  panel: panel.figures,
  portfolio: portfolio.figures,
  window: window.figures,
});

function finish(figures: Figures): void {
  const told = report(figures);
  console.log(`\n${told}\n\n${summary(figures)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(toJson(figures), undefined, 2)}\n`);
  if (options.docs) writeDocs(told);
  console.error(`\nThis took ${Math.round((performance.now() - started) / 1000)} s.`);
  for (const failure of failures) console.error(`Not measured: ${failure}`);
  if (failures.size > 0) process.exitCode = 1;
}

/** Replaces what stands between the two marks of the page. */
function writeDocs(told: string): void {
  const page = path.resolve(import.meta.dirname, '../docs/performance.md');
  const [before, , after] = readFileSync(page, 'utf8').split(/<!-- (?:figures|end of figures) -->/);
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the figures`);
  writeFileSync(page, `${before}<!-- figures -->\n\n${told}\n\n<!-- end of figures -->${after}`);
}

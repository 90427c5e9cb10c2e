import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { build } from 'esbuild';
import { runInside } from '../test/vscode/inside.mjs';
import { noBrowser } from './browser.ts';
import { BUNDLE, FOR_NODE, outDir, root } from './build.ts';
import type { WindowFigures } from './figures.ts';
import { gather, ids, WINDOW_MEASURES, type WindowMeasure } from './measures.ts';
import type { Part } from './part.ts';
import { yamlLanguageServer, yamlLanguageServerFolder } from './peers.ts';
import { placesIn, withoutLetter } from './places.ts';
import { makePlan, SIZES } from './plans.ts';

const SEED = 2;

/** The first plan that is opened in a window of VS Code, with nothing started for it yet. A round is a fresh window for each extension. */
export async function windowPart(rounds: number, failures: Set<string>): Promise<Part<WindowFigures>> {
  const figures: WindowFigures = { took: {}, missing: noBrowser() };
  const part = (rounds: number, round: Part<WindowFigures>['round']) => ({ name: 'window', rounds, round, figures });
  if (rounds === 0 || figures.missing !== undefined) return part(0, async () => {});
  const extensions: Readonly<Record<WindowMeasure, string>> = {
    ours: root,
    yls: await peerExtension(),
    floor: await makeExtension('floor'),
  };
  const tests = path.join(outDir, 'window/clock.js');
  await build({ ...BUNDLE, ...FOR_NODE, entryPoints: ['bench/window/clock.ts'], outfile: tests, external: ['vscode'] });
  return part(rounds, async n => {
    const order = ids(WINDOW_MEASURES);
    for (const measure of n % 2 ? order.reverse() : order) {
      try {
        gather(figures.took, measure, [await openFirst(extensions[measure], tests)]);
      } catch (error) {
        failures.add(
          `window, ${WINDOW_MEASURES[measure].title}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  });
}

/** Milliseconds from opening a plan to its fault being marked. The plan lies outside of the folder that is open: nothing was looked for there. */
async function openFirst(extension: string, tests: string): Promise<number> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'success-plan-window-'));
  try {
    const folder = path.join(scratch, 'folder');
    mkdirSync(path.join(folder, '.vscode'), { recursive: true });
    writeFileSync(
      path.join(folder, '.vscode/settings.json'),
      JSON.stringify(flat(yamlLanguageServer({ delay: true }).settings)),
    );
    const text = makePlan(SEED, SIZES.typical);
    const places = placesIn(text);
    const plan = path.join(scratch, 'northwind.success-plan.yaml');
    writeFileSync(plan, withoutLetter(text, places));
    const took = path.join(scratch, 'took');
    const env = { WINDOW_PLAN: plan, WINDOW_LINE: String(places.value.line), WINDOW_TOOK: took };
    await runInside({ extension, tests, folder, data: path.join(scratch, 'data'), env });
    return Number(readFileSync(took, 'utf8'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Settings as VS Code's files have them: `{ yaml: { hover: true } }` is `yaml.hover`. */
function flat(settings: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([section, values]: [string, object]) =>
      Object.entries(values).map(([name, value]) => [`${section}.${name}`, value]),
    ),
  );
}

/** Makes the extension around yaml-language-server, bundled as extensions are. Returns its folder. */
async function peerExtension(): Promise<string> {
  const folder = await makeExtension('peer');
  await build({
    ...BUNDLE,
    ...FOR_NODE,
    target: 'node22',
    entryPoints: [path.join(yamlLanguageServerFolder, 'out/src/server.js')],
    outfile: path.join(folder, 'server.js'),
    // Where its words are is told by the extension.
    define: { 'import.meta.dirname': '""' },
  });
  cpSync(path.join(yamlLanguageServerFolder, 'l10n'), path.join(folder, 'l10n'), { recursive: true });
  return folder;
}

/** Makes an extension of a file of `window/`, started by the first YAML file. Returns its folder. */
async function makeExtension(name: 'peer' | 'floor'): Promise<string> {
  const folder = path.join(outDir, 'window', name);
  rmSync(folder, { recursive: true, force: true });
  await build({
    ...BUNDLE,
    ...FOR_NODE,
    entryPoints: [`bench/window/${name}.ts`],
    outfile: path.join(folder, 'extension.js'),
    external: ['vscode'],
  });
  const manifest = {
    name,
    publisher: 'bench',
    version: '0.0.0',
    engines: { vscode: '^1.100.0' },
    activationEvents: ['onLanguage:yaml'],
    main: './extension.js',
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

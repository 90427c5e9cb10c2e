import * as path from 'node:path';
import { CONFIG_FILE, isPlanName } from '../../plan/config/names.ts';
import { newConfig } from '../../plan/templates/new-config.ts';
import { visible } from '../../plan/visible.ts';
import { ConfigFiles, MISNAMED, slashed } from '../../server/config-file.ts';
import { asArgument } from '../as-argument.ts';
import { readConfig } from '../config-reports.ts';
import type { Host } from '../host.ts';
import { writeNewFile } from '../new-file.ts';
import { displayName } from '../plan-paths.ts';
import { EXIT } from '../report.ts';

/** What a new configuration says. */
export interface Beginning {
  readonly preset: string;
  readonly month: string;
}

/** Writes a configuration to begin with, where there is none. Returns the exit code. */
export async function initConfig(given: string, { preset, month }: Beginning, host: Host): Promise<number> {
  const { cwd } = host;
  const say = (line: string) => host.err(`success-plan: ${visible(line)}\n`);
  const file = /\.ya?ml$/i.test(given) ? path.resolve(cwd, given) : path.resolve(cwd, given, CONFIG_FILE);
  const folder = path.dirname(file);
  const name = displayName(file, given, cwd);
  const counts = path.basename(file) === CONFIG_FILE;
  const before = await new ConfigFiles(readConfig).inFolder(folder);
  const failure = whyNot(given, file) ?? (await writeNewFile(file, newConfig(preset, month)));
  if (failure !== undefined) {
    say(`${given === '' ? '""' : name}: ${failure}`);
    return EXIT.failed;
  }
  const at = displayName(folder, given, cwd);
  const shown = at === '.' ? '' : ` ${asArgument(at)}`;
  const use = counts
    ? `It counts for its folder and all below it; success-plan config print${shown} shows what that comes to.`
    : `It counts where a ${CONFIG_FILE} names it under “extends”.`;
  await host.out(`${visible(name)} is written. ${use}\n`);
  // The nearest one counts alone.
  if (counts && before.path !== undefined) {
    const base = slashed(path.relative(folder, before.path));
    say(
      `${displayName(before.path, given, cwd)} counted here until now, and no longer does. To build on it, write in the new one: extends: [${base}, ${preset}]`,
    );
  }
  return EXIT.clean;
}

function whyNot(given: string, file: string): string | undefined {
  // A variable that is not set stands for no folder.
  if (given === '') return 'no such file or folder';
  const name = path.basename(file).toLowerCase();
  if (name === CONFIG_FILE.replace(/aml$/, 'ml')) return MISNAMED;
  return isPlanName(file) ? `is the name of a plan; name the folder that the configuration is for` : undefined;
}

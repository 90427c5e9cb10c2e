import { stat } from 'node:fs/promises';
import * as path from 'node:path';
import { CONFIG_FILE } from '../../plan/config/names.ts';
import { printedConfig } from '../../plan/config/print/print.ts';
import { visible } from '../../plan/visible.ts';
import { ConfigFiles, slashed } from '../../server/config-file.ts';
import { fileFailure } from '../../server/text-file.ts';
import { ConfigReports, readConfig } from '../config-reports.ts';
import type { Host } from '../host.ts';
import { displayName } from '../plan-paths.ts';
import { EXIT } from '../report.ts';

/** Shows what counts for a plan or a folder. What in it cannot be read is told in a line each. Returns the exit code. */
export async function printConfig(given: string, all: boolean, host: Host): Promise<number> {
  const { cwd } = host;
  const asked = path.resolve(cwd, given);
  const nameOf = (file: string) => visible(displayName(path.normalize(file), given, cwd));
  let failed = false;
  const complain = (line: string) => {
    failed = true;
    host.err(`success-plan: ${visible(line)}\n`);
  };
  const kind = await kindOf(given, asked);
  if (kind.failure !== undefined) {
    complain(`${given === '' ? '""' : displayName(asked, given, cwd)}: ${kind.failure}`);
    return EXIT.failed;
  }
  // A configuration is asked for as what it is: that of its folder.
  const isPlan = !kind.isFolder && path.basename(asked) !== CONFIG_FILE;
  const folder = kind.isFolder ? asked : path.dirname(asked);
  const config = await new ConfigFiles(readConfig).inFolder(folder);
  const reports = new ConfigReports(cwd, {
    file: async ({ name, findings }) => {
      for (const { message, range } of findings)
        complain(`${name}:${range.start.line + 1}:${range.start.character + 1} ${message}`);
    },
    failure: complain,
  });
  await reports.used(config);
  if (config.failure !== undefined) return EXIT.failed;
  const plan = isPlan ? slashed(asked) : undefined;
  await host.out(printedConfig({ config, folder: slashed(folder), plan, all, nameOf }));
  return failed ? EXIT.failed : EXIT.clean;
}

async function kindOf(given: string, file: string): Promise<{ isFolder: boolean; failure?: string }> {
  // A variable that is not set stands for no folder.
  if (given === '') return { isFolder: false, failure: 'no such file or folder' };
  try {
    return { isFolder: (await stat(file)).isDirectory() };
  } catch (error) {
    return { isFolder: false, failure: fileFailure(error) };
  }
}

import * as path from 'node:path';
import { configFindings } from '../plan/config/finding.ts';
import type { ConfigText } from '../plan/config/resolve.ts';
import type { ConfigFile, ReadConfig } from '../server/config-file.ts';
import type { Sink } from './check-plans.ts';
import { reported } from './checking/findings.ts';
import { displayName } from './plan-paths.ts';
import { Positions } from './positions.ts';

/** Reads a configuration. What it takes is loaded only where there is one. */
export const readConfig: ReadConfig = async (file, text) =>
  (await import('../server/config-text.ts')).readConfigText(file, text);

/** Tells what is wrong in configurations, of each file once: it stands among the findings. One that cannot be read at all has no place for it. */
export class ConfigReports {
  private readonly told = new Set<ConfigFile | string>();
  private readonly cwd: string;
  private readonly sink: Sink;

  constructor(cwd: string, sink: Sink) {
    this.cwd = cwd;
    this.sink = sink;
  }

  /** A configuration that plans are checked by. */
  async used(config: ConfigFile): Promise<void> {
    if (config.path === undefined || this.told.has(config)) return;
    this.told.add(config);
    if (config.failure !== undefined)
      this.sink.failure(`${displayName(config.path, config.path, this.cwd)}: ${config.failure}`);
    for (const one of config.files) await this.tell(one);
  }

  /** A configuration that was asked for by its path, with all that it extends. */
  async asked(file: string, text: string): Promise<void> {
    const [own, ...extended] = (await readConfig(file, text)).files;
    if (own) await this.tell(own, true);
    for (const one of extended) await this.tell(one);
  }

  private async tell({ path: slashedPath, text, problems }: ConfigText, evenIfSound = false): Promise<void> {
    const file = path.normalize(slashedPath);
    if (this.told.has(file) || (problems.length === 0 && !evenIfSound)) return;
    this.told.add(file);
    const findings = configFindings(problems).map(finding => ({ ...finding, fixes: finding.fixes() }));
    await this.sink.file({
      kind: 'config',
      name: displayName(file, file, this.cwd),
      path: file,
      findings: reported(findings, new Positions(text)),
      fixed: 0,
    });
  }
}

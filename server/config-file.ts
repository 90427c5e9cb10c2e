import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { CONFIG_FILE } from '../plan/config/names.ts';
import type { ResolvedConfig } from '../plan/config/resolve.ts';
import { NO_SETTINGS, type Settings } from '../plan/config/settings.ts';
import { readTextFile } from './text-file.ts';

/** A configuration with all that it extends, and where it comes from. Two plans under the same file get the same object. */
export interface ConfigFile extends ResolvedConfig {
  /** The absolute path of the file; undefined for plans that have none. */
  readonly path: string | undefined;
  /** Why the file could not be read at all, as a phrase. */
  readonly failure: string | undefined;
}

/** Reads the text of a configuration that is, or is to be, in a file. Must not reject. */
export type ReadConfig = (file: string, text: string) => Promise<ResolvedConfig>;

/** What is wrong with a configuration that ends with .yml, as a phrase. */
export const MISNAMED = `is not read by this name; call it ${CONFIG_FILE}`;

/** Finds configurations and keeps them. */
export class ConfigFiles {
  private byFolder = new Map<string, Promise<ConfigFile>>();
  private none = noFile();
  private readonly read: ReadConfig;

  /** `read` knows every rule; it is handed in, so that who finds no configuration need not load it. */
  constructor(read: ReadConfig) {
    this.read = read;
  }

  /** The configuration at or above a plan's path; an empty one where there is none, or no path. Never rejects. */
  nearest(file: string | undefined): Promise<ConfigFile> {
    return file === undefined ? Promise.resolve(this.none) : this.inFolder(path.dirname(path.resolve(file)));
  }

  /** The configuration that counts for the files in a folder. Never rejects. */
  inFolder(folder: string): Promise<ConfigFile> {
    let found = this.byFolder.get(folder);
    if (!found) {
      found = this.find(folder);
      this.byFolder.set(folder, found);
    }
    return found;
  }

  /** Reads everything again when it is next asked for: a configuration was written, moved or removed. */
  forget(): void {
    this.byFolder = new Map();
    this.none = noFile();
  }

  private async find(folder: string): Promise<ConfigFile> {
    const file = path.join(folder, CONFIG_FILE);
    const { text, failure, missing } = await readTextFile(file);
    if (text !== undefined) return { ...(await this.read(file, text)), path: file, failure: undefined };
    if (!missing) return { ...noFile(), path: file, failure };
    // Plans may end so, and what somebody set there, and withheld from customers, would be left out without a word.
    const misnamed = file.replace(/aml$/, 'ml');
    if (existsSync(misnamed)) return { ...noFile(), path: misnamed, failure: MISNAMED };
    const above = path.dirname(folder);
    return above === folder ? this.none : this.inFolder(above);
  }
}

/** A path with `/` between its parts, as the domain has them. */
export function slashed(file: string): string {
  return file.split(path.sep).join('/');
}

function noFile(): ConfigFile {
  // A copy: what is kept by settings must not outlive a change of the files.
  const settings: Settings = { ...NO_SETTINGS, rules: new Map() };
  return { settings, files: [], asked: [], path: undefined, failure: undefined };
}

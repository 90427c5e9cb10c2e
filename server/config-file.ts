import * as path from 'node:path';
import { type Config, type ConfigProblem, NO_CONFIG, readConfig } from '../plan/config/config.ts';
import { CONFIG_FILE } from '../plan/config/names.ts';
import { readTextFile } from './text-file.ts';

/** A configuration and where it comes from. Two plans under the same file get the same object. */
export interface ConfigFile extends Config {
  /** The absolute path of the file; undefined for plans that have none. */
  readonly path: string | undefined;
  readonly text: string;
  readonly problems: readonly ConfigProblem[];
  /** Why the file could not be read at all, as a phrase. */
  readonly failure: string | undefined;
}

/** Finds configurations and keeps them. */
export class ConfigFiles {
  private byFolder = new Map<string, Promise<ConfigFile>>();
  private none = noFile();

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
    if (text !== undefined) {
      const { config, problems } = readConfig(text);
      return { ...config, path: file, text, problems, failure: undefined };
    }
    if (!missing) return { ...noFile(), path: file, failure };
    const above = path.dirname(folder);
    return above === folder ? this.none : this.inFolder(above);
  }
}

function noFile(): ConfigFile {
  return { ...NO_CONFIG, path: undefined, text: '', problems: [], failure: undefined };
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Judging, Settings } from '../checking/task.ts';
import { VERSION } from '../version.ts';
import { KEY_LENGTH } from './results-file.ts';

/** Makes the keys of results: what is in the file, its settings, the day, whether git is asked, and the program with all its rules. */
export class Keys {
  private readonly run: string;
  private readonly ofSettings = new Map<Settings, string>();

  /** `program` are the files of what runs, whose every byte counts. Throws where they cannot be read. */
  constructor(program: readonly string[] | undefined, { today, history }: Judging) {
    const rules = program?.map(file => sha256(readFileSync(file))).join() ?? VERSION;
    this.run = [rules, process.version, today, history ? 'history' : 'no history'].join('\n');
  }

  /** The key of what a file with these bytes says under settings. */
  of(bytes: Uint8Array, settings: Settings): Buffer {
    let beginning = this.ofSettings.get(settings);
    if (beginning === undefined) {
      beginning = `${sha256(`${this.run}\n${written(settings)}`)}\n`;
      this.ofSettings.set(settings, beginning);
    }
    return createHash('sha256').update(beginning).update(bytes).digest().subarray(0, KEY_LENGTH);
  }
}

/** Settings as one text, with all that JSON would leave out. The same order of the same settings gives the same text. */
export function written(value: unknown): string {
  if (value instanceof Map) return `Map(${[...value].map(([key, one]) => `${written(key)}:${written(one)}`).join()})`;
  if (value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, one]) => `${JSON.stringify(key)}:${written(one)}`)
      .join()}}`;
  return JSON.stringify(value) ?? String(value);
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

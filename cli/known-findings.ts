import * as path from 'node:path';
import type { CheckedFile, Tally } from './report.ts';

/** What a run does with the findings that are known. */
export interface KnownFindings {
  /** A file less what is known of it; while a baseline is written, all of it is. */
  less(file: CheckedFile): CheckedFile;
  /** Is told in which folders, by their absolute paths, all plans were looked for: what is not there is gone. */
  searched(folders: readonly string[]): void;
  /** Writes the baseline if that was asked for, and what is to be told of it into the tally. Returns what could not be done, one line each. Never rejects. */
  end(tally: Tally): Promise<readonly string[]>;
}

/** Begins with a baseline, if there is to be one; or says in one line why it cannot be read. Never rejects. */
export async function beginBaseline(
  { baseline: name, updateBaseline = false }: { readonly baseline?: string; readonly updateBaseline?: boolean },
  cwd: string,
): Promise<KnownFindings | string | undefined> {
  if (name === undefined) return undefined;
  const { Baseline } = await import('./baseline.ts');
  const baseline = await Baseline.read(path.resolve(cwd, name), name, updateBaseline);
  if (typeof baseline === 'string') return baseline;
  let folders: readonly string[] = [];
  return {
    less: file => {
      const left = baseline.less(file);
      return updateBaseline && left !== file ? { ...file, findings: [] } : left;
    },
    searched: all => {
      folders = all;
    },
    end: async tally => {
      if (!updateBaseline) {
        tally.baseline = { known: baseline.known, gone: await baseline.gone(folders) };
        return [];
      }
      const updated = await baseline.update();
      if (typeof updated === 'string') return [updated];
      const { known, forgotten } = updated;
      tally.baseline = { written: name, known, fresh: baseline.fresh, gone: forgotten };
      return [];
    },
  };
}

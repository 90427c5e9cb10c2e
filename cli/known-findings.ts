import * as path from 'node:path';
import type { CheckedFile, Tally } from './report.ts';

/** What a run does with the findings that are known. */
export interface KnownFindings {
  /** A file less what is known of it; while a baseline is written, all of it is. */
  less(file: CheckedFile): CheckedFile;
  /** Writes the baseline if that was asked for, and what is to be told of it into the tally. Returns what could not be done, one line each. */
  end(tally: Tally): readonly string[];
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
  return {
    less: file => {
      const left = baseline.less(file);
      return updateBaseline && left !== file ? { ...file, findings: [] } : left;
    },
    end: tally => {
      const { known, gone, fresh } = baseline;
      tally.baseline = updateBaseline ? { written: name, known: known + fresh, fresh, gone } : { known, gone };
      const failure = updateBaseline ? baseline.update() : undefined;
      return failure === undefined ? [] : [failure];
    },
  };
}

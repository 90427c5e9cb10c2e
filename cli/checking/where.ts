import { nameFromPath } from '../../plan/portfolio/file-name.ts';
import { unreadable, type Where } from '../../plan/portfolio/summarise.ts';
import type { PlanSummary } from '../../plan/portfolio/types.ts';
import { slashed } from '../../server/config-file.ts';

/** What the summaries of a file go by: its path as people see it, and its name for a customer that nobody names. */
export function whereIs(name: string, file: string | undefined): Omit<Where, 'lineAt'> {
  return { key: name, file: name, name: nameFromPath(file === undefined ? name : slashed(file)) };
}

/** A file that could not be read or checked, and why by the line that tells of it. */
export function unsummed(
  name: string,
  file: string | undefined,
  failures: readonly string[] = [],
): readonly PlanSummary[] {
  const [line = 'could not be read'] = failures;
  const cause = line.startsWith(`${name}: `) ? line.slice(name.length + 2) : line;
  return [unreadable(cause, whereIs(name, file))];
}

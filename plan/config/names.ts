/** The names that files go by. Globs are relative to a folder; the schema's and the editor's file patterns say the same. */

/** Files that are plans or review agendas by their name alone, as globs for those who need them. */
export const PLAN_FILES: readonly string[] = [
  '**/*.success-plan.{yaml,yml}',
  '**/success-plan.{yaml,yml}',
  '**/*.qbr.{yaml,yml}',
];

/** A team's settings; the nearest one at or above a plan counts. */
export const CONFIG_FILE = 'success-plan.config.yaml';

/** True for a path that is a plan or an agenda by its name alone, in capitals too: editors tell files by their names so. */
export function isPlanName(path: string): boolean {
  return PLAN_NAME.test(path);
}

const PLAN_NAME = /(?:^|[./\\])success-plan\.ya?ml$|[^/\\]\.qbr\.ya?ml$/i;

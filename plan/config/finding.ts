import type { Fix, Severity } from '../rules/rule.ts';
import type { Span } from '../syntax/tree.ts';

/** What findings of a configuration are reported under. It is no rule: it cannot be set, and it says nothing of a plan. */
export const CONFIG_ID = 'config';

/** One line: what is found under it. */
export const CONFIG_SUMMARY = 'A setting that cannot be followed';

/** Why it matters. */
export const CONFIG_WHY =
  'A misspelt rule or a missing file in success-plan.config.yaml would leave plans unchecked without a word. What cannot be followed is left out, everything else counts, and the command line exits with 2.';

/** What is told of such findings, as Markdown, in the manner of a rule's page. */
export function configPage(): string {
  return `# \`${CONFIG_ID}\`\n\n${CONFIG_SUMMARY}.\n\n## Why it matters\n\n${CONFIG_WHY}\n\nEvery setting with an example: \`${CONFIG_HELP}\``;
}

/** Where settings are explained: a path from the root of the package. */
export const CONFIG_HELP = 'docs/configuration.md';

/** Something in a configuration that cannot be followed. The span counts UTF-16 units from the start of the text. */
export interface ConfigProblem extends Span {
  readonly message: string;
  /** What was probably meant, as it is written there. */
  readonly meant?: string;
}

/** A problem as a finding: the same shape as a plan’s, so that editor and command line show both alike. */
export interface ConfigFinding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly [];
  fixes(): readonly Fix[];
}

/** Problems as findings, all of them errors: a setting that is not followed checks plans otherwise than the team wants. */
export function configFindings(problems: readonly ConfigProblem[]): ConfigFinding[] {
  return problems.map(({ start, end, message, meant }) => ({
    start,
    end,
    rule: CONFIG_ID,
    severity: 'error',
    message,
    related: [],
    fixes: () =>
      meant === undefined
        ? []
        : [{ title: `Change to “${meant}”`, edits: [{ start, end, newText: meant }], safe: false }],
  }));
}

import type { CalloutView } from './types.ts';

/** A finding as the drawing needs it; `plan/check.ts` gives more. Offsets count from the start of the text. */
export interface ViewFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly start: number;
  readonly related: readonly { readonly start: number; readonly message: string }[];
}

/** The rule whose findings ask for a decision between two days. */
export const DISAGREEMENT = 'plan-change-not-applied';

/** A box for each place where the review log and the plan disagree. `names` gives what people call the thing that a finding marks. */
export function calloutsOf(findings: readonly ViewFinding[], names: ReadonlyMap<number, string>): CalloutView[] {
  return findings
    .filter(finding => finding.rule === DISAGREEMENT)
    .map((finding, i) => {
      const name = names.get(finding.start);
      return {
        key: `${DISAGREEMENT}/${i}`,
        lead: `${name === undefined ? 'T' : `${name}: t`}he review log and the plan disagree.`,
        rest: finding.message,
        actions: [
          { label: 'Go to plan', at: finding.start },
          ...finding.related.slice(0, 1).map(related => ({ label: 'Go to review log', at: related.start })),
        ],
      };
    });
}

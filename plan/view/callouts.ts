import type { Day } from '../day.ts';
import type { Finding } from '../finding.ts';
import type { Fix } from '../rules/rule.ts';
import type { Act, CalloutView } from './types.ts';

/** The rule whose findings ask for a decision between two days. */
export const DISAGREEMENT = 'plan-change-not-applied';

/** More buttons than this make no decision easier. */
const MOST = 3;

/** A box for each place where the review log and the plan disagree. `names` gives what people call the thing that a finding marks. */
export function calloutsOf(
  findings: readonly Finding[],
  names: ReadonlyMap<number, string>,
  today: Day,
): readonly CalloutView[] {
  return findings
    .filter(finding => finding.rule === DISAGREEMENT)
    .map((finding, i) => {
      const name = names.get(finding.start);
      return {
        key: `${DISAGREEMENT}/${i}`,
        lead: `${name === undefined ? 'T' : `${name}: t`}he review log and the plan disagree.`,
        rest: finding.message,
        actions: actionsOf(finding, today),
      };
    });
}

/** The repairs; where there is none, the way to the plan. Then the way to the log. */
function actionsOf(finding: Finding, today: Day): readonly Act[] {
  const fixes = fixActs(finding, today);
  const toPlan: Act = { kind: 'go', label: 'Go to plan', at: finding.start };
  return [
    ...(fixes.length > 0 ? fixes : [toPlan]),
    ...finding.related.slice(0, 1).map((related): Act => ({ kind: 'go', label: 'Show log', at: related.start })),
  ];
}

/** The repairs of a finding as buttons: `Move to 1 Mar`. A rule that breaks has none. */
function fixActs(finding: Finding, today: Day): readonly Act[] {
  return fixesOf(finding)
    .slice(0, MOST)
    .map(({ title }, fix): Act => {
      const { rule, start } = finding;
      return { kind: 'fix', label: shortTitle(title, today), title, rule, fix, at: start };
    });
}

function fixesOf(finding: Finding): readonly Fix[] {
  try {
    return finding.fixes();
  } catch {
    return [];
  }
}

/** Without the reason behind the comma, and without this year. */
function shortTitle(title: string, today: Day): string {
  const short = title.replace(/, as .*$/u, '');
  return short.endsWith(` ${today.slice(0, 4)}`) ? short.slice(0, -5) : short;
}

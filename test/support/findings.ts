import { Checker, readPlanFile } from '../../plan/check.ts';
import { day } from '../../plan/day.ts';
import type { Finding } from '../../plan/finding.ts';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import type { PlanVersion } from '../../plan/history/versions.ts';
import type { RuleSetting } from '../../plan/rules/engine.ts';
import { EXAMPLE_DAY } from './examples.ts';

const checkers = new Map<string, Checker>();

/** One rule alone, or all: set up once, for most tests ask for the same. What a comment fails to silence only all of them can tell. */
function checkerFor(rule: string | undefined): Checker {
  const one = rule === 'unused-ignore' ? '' : (rule ?? '');
  const known = checkers.get(one);
  if (known) return known;
  const made =
    one === ''
      ? new Checker()
      : new Checker(
          new Map(),
          ALL_RULES.filter(({ id }) => id === one),
        );
  checkers.set(one, made);
  return made;
}

/** The findings of a text on a day, with what it said before where that matters. A rule that throws makes the test fail. */
export function findingsOf(
  text: string,
  today = EXAMPLE_DAY,
  settings?: ReadonlyMap<string, RuleSetting>,
  history?: readonly PlanVersion[],
): readonly Finding[] {
  const checker = settings ? new Checker(settings) : checkerFor(undefined);
  return checked(checker, text, today, history);
}

/** The findings of one rule, which alone is asked. */
export function findingsBy(rule: string, text: string, today = EXAMPLE_DAY): readonly Finding[] {
  return checked(checkerFor(rule), text, today).filter(finding => finding.rule === rule);
}

function checked(checker: Checker, text: string, today: string, history?: readonly PlanVersion[]): readonly Finding[] {
  const { findings, failures } = checker.check(readPlanFile(text), day(today), { history });
  if (failures[0]) throw failures[0].error;
  return findings;
}

/**
 * Findings as text: each line of the plan that has one, with the marked place underlined and what is said behind it.
 * Tests compare the whole, so that a missing and an extra finding both fail.
 */
export function marked(text: string, findings: readonly Finding[]): string {
  return findings
    .map(finding => {
      const start = text.lastIndexOf('\n', finding.start - 1) + 1;
      const newline = text.indexOf('\n', finding.start);
      const line = text.slice(start, newline < 0 ? text.length : newline).trimEnd();
      const width = Math.max(1, Math.min(finding.end, start + line.length) - finding.start);
      return `${line}\n${' '.repeat(finding.start - start)}${'^'.repeat(width)} ${finding.rule} (${finding.severity}): ${finding.message}`;
    })
    .join('\n');
}

import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import type { Finding } from '../../../plan/finding.ts';
import { ALL_RULES } from '../../../plan/generated/rules.ts';
import type { PlanVersion } from '../../../plan/history/versions.ts';
import type { Example } from '../../../plan/rules/rule.ts';
import { EXAMPLE_DAY, soundPlan } from '../../support/examples.ts';
import { findingsOf, marked } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';

/** Every rule's own examples, executed: bad gives this rule's finding and no other but those it names, good gives none, a fix removes it and adds none. */
it('finds nothing in the sound plan', () => {
  expect(marked(soundPlan(), findingsOf(soundPlan()))).toBe('');
});

describe.each(ALL_RULES.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.map((example, index) => [index + 1, example] as const))('example %i', (_, example) => {
    const today = example.today ?? EXAMPLE_DAY;
    const history = earlier(example);
    const good = overlaid(example.good, example.without);
    expect(marked(good, findingsOf(good, today, undefined, history))).toBe('');
    const bad = overlaid(example.bad, example.without);
    const findings = findingsOf(bad, today, undefined, history);
    expect(new Set(findings.map(f => f.rule)), marked(bad, findings)).toEqual(new Set([id, ...(example.also ?? [])]));
  });

  it('has fixes exactly if it says so, and each removes its finding and adds none', () => {
    let offered = 0;
    for (const example of rule.examples) {
      const today = example.today ?? EXAMPLE_DAY;
      const bad = overlaid(example.bad, example.without);
      const history = earlier(example);
      const before = findingsOf(bad, today, undefined, history);
      for (const finding of before) {
        for (const fix of finding.rule === id ? finding.fixes() : []) {
          offered++;
          const fixed = applyEdits(bad, fix.edits);
          const after = findingsOf(fixed, today, undefined, history);
          const told = (findings: readonly Finding[]) => findings.map(f => `${f.rule}: ${f.message}`);
          const added = told(after).filter(one => !told(before).includes(one));
          expect(added, fix.title).toEqual([]);
          expect(told(after), fix.title).not.toContain(`${finding.rule}: ${finding.message}`);
          expect(commentsOf(fixed).filter(isOwn)).toEqual(commentsOf(bad).filter(isOwn));
        }
      }
    }
    expect(offered > 0).toBe(rule.fixable);
  });
});

function earlier({ earlier, without }: Example): readonly PlanVersion[] | undefined {
  return earlier?.map(({ text, committedOn }) => ({ text: overlaid(text, without), committedOn: day(committedOn) }));
}

function commentsOf(text: string): string[] {
  return text.split('\n').flatMap(line => /(?:^|\s)#.*/.exec(line)?.[0] ?? []);
}

/** A comment for people, which no fix may touch; one for the checker is a rule's own matter. */
function isOwn(comment: string): boolean {
  return !comment.includes('success-plan-ignore');
}

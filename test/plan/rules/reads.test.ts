import { expect, it } from 'vitest';
import { ALL_RULES } from '../../../plan/generated/rules.ts';
import { Digest } from '../../../plan/rules/digest.ts';
import type { Looked, PreparedRule } from '../../../plan/rules/rule.ts';
import { glancesOf } from '../../support/reads.ts';
import { everyPlan } from '../../support/reads-material.ts';

/** What a rule declares and no plan of the tests makes it look at, with the way by which it would. */
const NEVER_SEEN: ReadonlySet<string> = new Set([
  // Owners are looked for among the stakeholders where one changed since the last review.
  'plan-change-unlogged plan stakeholders',
]);

/** `unused-ignore` looks at what all others found, and is always asked anew. */
const UNDECLARED = ['unused-ignore'];

it('every rule looks at what it declares, and at nothing else', () => {
  const undeclared = new Set<string>();
  const unseen = new Set(ALL_RULES.flatMap(declared));
  for (const { read, occasion } of everyPlan()) {
    for (const rule of ALL_RULES) {
      for (const { kind, section, looked, further } of glancesOf(rule, read, occasion)) {
        const reads = rule.readsAt(kind);
        if (!reads) continue;
        for (const slice of looked) {
          if (!covers(slice, reads) && !further.has(slice))
            undeclared.add(`${rule.id} looks at ${nameOf(slice)} for a ${kind} in ${section}`);
          if (!further.has(slice) || reads.includes(slice)) unseen.delete(`${rule.id} ${kind} ${nameOf(slice)}`);
        }
        if (looked.size > 0) unseen.delete(`${rule.id} ${kind} whole`);
      }
    }
  }
  expect([...undeclared].sort()).toEqual([]);
  expect([...unseen].sort()).toEqual([...NEVER_SEEN].sort());
}, 60_000);

it('every rule declares what it looks at', () => {
  const silent = ALL_RULES.filter(rule => rule.looksAt.some(kind => !rule.readsAt(kind)));
  expect(silent.map(rule => rule.id)).toEqual(UNDECLARED);
});

/** Whoever looks at the outcomes may ask for what is told of them in short. */
function covers(slice: Looked, reads: readonly Looked[]): boolean {
  return reads.includes(slice) || reads.includes('whole') || (slice instanceof Digest && reads.includes('outcomes'));
}

function declared(rule: PreparedRule): readonly string[] {
  return rule.looksAt.flatMap(kind => (rule.readsAt(kind) ?? []).map(slice => `${rule.id} ${kind} ${nameOf(slice)}`));
}

/** A rule has one digest at most. */
function nameOf(slice: Looked): string {
  return slice instanceof Digest ? 'a digest' : slice;
}

import type { Milestone, Plan } from '../../model/index.ts';
import { isOpen } from '../../model/milestones.ts';
import { oncePer } from '../../once.ts';
import { enumerate, oneLine, quoteShort } from '../../words.ts';
import { knownIds } from '../ids/known-ids.ts';
import { nearestIds, piecesOf } from '../ids/nearest-ids.ts';
import { are } from '../ids/reference-words.ts';
import { INDEX_READS, milestoneIndex, somethingWaits, WAITING_READS } from '../milestones/milestone-index.ts';
import { defineRule } from '../rule.ts';
import { milestoneName } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'dependency-unknown',
  severity: 'error',
  summary: 'A milestone that depends on something the plan does not have',
  why: `Whoever plans by this milestone looks for the one that must come first and finds nothing: it was renamed, dropped, or
misspelt. A milestone is named by its id, or by its name where it has none; upper and lower case of a name do not matter.
Decision steps, outcomes, phases and risks of the plan may be named too. What stands outside the plan is a blocker or a
risk, and belongs there.`,
  looksAt: ['plan'],
  reads: WAITING_READS,
  appliesTo: { onlyWhole: true },
  fixable: true,
  examples: [{ bad: example('M2'), good: example('M1') }],
  check(plan, { report, looksFurther }) {
    if (!somethingWaits(plan)) return;
    looksFurther(...INDEX_READS);
    const index = milestoneIndex(plan);
    // With two of one id, what is missing most likely is one of them: the rule about ids speaks of it.
    if (index.waiting.length === 0 || knownIds(plan).twice('milestone')) return;
    const ids = index.inOrder.map(milestone => milestone.id?.text ?? '');
    const there = ids.some(id => id !== '') ? `; there ${are(ids)}` : '';
    const told = new Set<unknown>();
    for (const milestone of index.waiting) {
      for (const { entry, known } of index.dependenciesOf(milestone)) {
        // One text that several milestones share through an alias is told of once.
        if (known || isPlaceholder(entry.text) || NOTHING.test(entry.text) || told.has(entry.node)) continue;
        const several = piecesOf(entry.text).filter(name => index.has(name));
        told.add(entry.node);
        // Several in one text where a list should stand: its shape has a rule of its own.
        if (several.length > 1 && entry.key) continue;
        report({
          at: entry,
          message: `${milestoneName(milestone)} depends on ${quoteShort(entry.text)}, ${several.length > 1 ? `which names ${enumerate(several)} in one. Give each an entry of its own.` : `but no milestone of this plan is called that${there}. Name the milestone by its id (or its name if it has none), or take this out.`}`,
          fixes: edit =>
            entry.borrowed || several.length > 1
              ? []
              : replacements(entry.text, milestone, plan).map(id => ({
                  title: `Depend on ${id}`,
                  edits: [edit.setValue(entry, id)],
                  safe: false,
                })),
        });
      }
    }
  },
});

/** Words for no dependency at all. */
const NOTHING = /^(?:none|nothing|no dependenc(?:y|ies))\b.{0,20}$/i;

/** Milestones of like names that may come first: neither the milestone itself, nor what waits for it, nor what is due later. */
function replacements(written: string, milestone: Milestone, plan: Plan): readonly string[] {
  const index = milestoneIndex(plan);
  const listed = new Set(index.dependenciesOf(milestone).map(({ on }) => on));
  const waiting = waitingFor(milestone, plan);
  const due = milestone.target_date?.value;
  return nearestIds(written, namesIn(plan), at => {
    const other = index.inOrder[at];
    if (!other || other === milestone || listed.has(other) || waiting.has(other)) return false;
    if (isOpen(other)) return isOpen(milestone) && !(due && (other.target_date?.value ?? '') > due);
    return isOpen(milestone) || !((other.actual_date?.value ?? '') > (milestone.actual_date?.value ?? '9999'));
  });
}

/** What all milestones of a plan are called by. */
const namesIn = oncePer((plan: Plan) =>
  milestoneIndex(plan).inOrder.map(({ id, name }) => id?.text || oneLine(name?.text ?? '')),
);

/** Every milestone that cannot be done before this one. */
function waitingFor(milestone: Milestone, plan: Plan): ReadonlySet<Milestone> {
  const waiters = waitersIn(plan);
  const found = new Set<Milestone>([milestone]);
  for (const one of found) for (const other of waiters.get(one) ?? []) found.add(other);
  return found;
}

/** Who waits for what. */
const waitersIn = oncePer((plan: Plan) => {
  const index = milestoneIndex(plan);
  const waiters = new Map<unknown, Milestone[]>();
  for (const other of index.inOrder) {
    for (const { on } of index.dependenciesOf(other)) {
      const row = waiters.get(on);
      if (row) row.push(other);
      else waiters.set(on, [other]);
    }
  }
  return waiters;
});

function example(first: string): string {
  return `milestones:
  - id: M1
    name: Scanners ordered
    outcome: O2
    target_date: 2026-03-31
    status: in_progress
    owner: Ken Abe
  - id: M3
    name: Scanners in every depot
    outcome: O2
    target_date: 2026-05-29
    status: pending
    owner: Ken Abe
    depends_on: [${first}]
`;
}

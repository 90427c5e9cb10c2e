import type { Milestone } from '../../model/index.ts';
import { decapitalise, quoteShort } from '../../words.ts';
import { INDEX_READS, somethingWaits, WAITING_READS } from '../milestones/milestone-index.ts';
import { ringsOf } from '../milestones/rings.ts';
import { defineRule } from '../rule.ts';
import { milestoneName } from '../text/names.ts';

export default defineRule({
  id: 'dependency-cycle',
  severity: 'error',
  summary: 'Milestones that wait for each other, or one that waits for itself',
  why: `Where two milestones wait for each other neither can ever begin, and no date can be right. One of the two is wanted
first: ask the people who do the work which, and take the other dependency out. Each circle is reported once, at the milestone
that comes first in the file; the other places are listed with it. There is no repair to click, because only they know which
dependency is the wrong one.`,
  looksAt: ['plan'],
  reads: WAITING_READS,
  examples: [{ bad: example('    depends_on: [M2]\n'), good: example('') }],
  check(plan, { report, looksFurther }) {
    if (!somethingWaits(plan)) return;
    looksFurther(...INDEX_READS);
    for (const ring of ringsOf(plan).all) {
      const [first, ...others] = ring;
      if (!first) continue;
      report({
        at: first.entry,
        message: around(ring.map(({ milestone }) => milestone)),
        related: others.slice(0, MOST).map(({ milestone, entry }, index) => ({
          at: entry,
          message: `${call(milestone)} waits for ${call(others[index + 1]?.milestone ?? first.milestone)}`,
        })),
      });
    }
  },
});

/** So many milestones of a ring are named. */
const MOST = 8;

function around([first, second, ...others]: readonly Milestone[]): string {
  if (!first) return '';
  if (!second) return `${milestoneName(first)} depends on itself, so it could never begin. Take this out.`;
  if (others.length === 0)
    return `${milestoneName(first)} and ${decapitalise(milestoneName(second))} depend on each other, so neither could ever begin. Take one of the two dependencies out.`;
  const way = [first, second, ...others].slice(0, MOST).map(call);
  const more = others.length + 2 > MOST ? ['others'] : [];
  return `${milestoneName(first)} waits for itself in the end: ${[...way, ...more, call(first)].join(' → ')}. Take one of these dependencies out.`;
}

function call(milestone: Milestone): string {
  return milestone.id?.text || quoteShort(milestone.name?.text ?? 'a milestone', 40);
}

function example(depends: string): string {
  return `milestones:
  - id: M1
    name: Scanners in every depot
    outcome: O2
    target_date: 2026-05-29
    status: in_progress
    owner: Ken Abe
${depends}  - id: M2
    name: Clerks work with scanners
    outcome: O2
    target_date: 2026-05-29
    status: pending
    owner: Ken Abe
    depends_on: [M1]
`;
}

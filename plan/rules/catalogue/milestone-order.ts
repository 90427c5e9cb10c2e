import { type Day, formatFullDay } from '../../day.ts';
import type { List, Milestone, Plan } from '../../model/index.ts';
import { dueField } from '../../model/outcomes.ts';
import { quoteShort } from '../../words.ts';
import { firstPhaseCalled } from '../milestones/phases.ts';
import { ascending, sortItems } from '../repair/reorder.ts';
import { defineRule } from '../rule.ts';
import { milestoneName } from '../text/names.ts';

export default defineRule({
  id: 'milestone-order',
  severity: 'hint',
  summary: 'Milestones that do not stand in the order of their days',
  why: `A plan is read from top to bottom, in a review often aloud. Milestones in the order of their days show the way to the outcome;
one that stands elsewhere is easily missed. It looks at the target dates of one outcome, and within it of one phase. A list with the
newest first throughout has an order too. Skipped milestones, those whose own day is wrong by another rule (after the outcome,
outside the phase, before what they depend on), and days that cannot be read are left out.`,
  looksAt: ['plan'],
  reads: ['outcomes', 'milestones', 'phases', 'implementation'],
  appliesTo: { exceptStatuses: ['completed', 'archived'], exceptFormats: ['goal_card'] },
  fixable: true,
  examples: [{ bad: example('2026-05-29', '2026-03-31'), good: example('2026-03-31', '2026-05-29') }],
  check(plan, { report }) {
    const rows = allRows(plan);
    if (rows.some(({ steps }) => steps.length > 2 && isNewestFirst(steps))) return;
    for (const { list, steps } of rows) {
      const found = firstOutOfOrder(steps);
      if (!found) continue;
      const { step, before } = found;
      report({
        at: step.milestone,
        message: `${milestoneName(step.milestone)} is due on ${formatFullDay(step.day)}, but stands below ${quoteShort(before.milestone.name?.text || before.milestone.label)}, which is due on ${formatFullDay(before.day)}. Put the milestones in the order of their days.`,
        related: [{ at: before.milestone, message: `This one is due on ${formatFullDay(before.day)}` }],
        fixes: edit => {
          if (isCounted(plan)) return [];
          const days = new Map(steps.map(({ milestone, day }) => [milestone, day]));
          const sorted = sortItems(
            edit,
            plan.syntax,
            list,
            ascending(list.items, milestone => days.get(milestone)),
          );
          return [sorted && { title: 'Put them in the order of their days', edits: [sorted], safe: false }];
        },
      });
    }
  },
});

interface Step {
  readonly milestone: Milestone;
  readonly day: Day;
}

/** Milestones of one list that belong to one outcome and one phase, with their days. */
interface Row {
  readonly list: List<Milestone>;
  readonly steps: readonly Step[];
}

function allRows(plan: Plan): readonly Row[] {
  const dues = new Map(plan.outcomes.items.map(outcome => [outcome.id?.text ?? '', dueField(outcome)?.value]));
  return [
    ...plan.outcomes.items.flatMap(outcome => {
      const due = dueField(outcome)?.value;
      return rowsOf(outcome.milestones, () => due, plan);
    }),
    ...rowsOf(plan.milestones, ({ outcome }) => (outcome?.text ? dues.get(outcome.text) : undefined), plan),
    ...(plan.implementation ? rowsOf(plan.implementation.steps, () => undefined, plan) : []),
  ];
}

function rowsOf(list: List<Milestone>, dueOf: (milestone: Milestone) => Day | undefined, plan: Plan): readonly Row[] {
  const rows = new Map<string, Step[]>();
  for (const milestone of list.items) {
    const day = milestone.target_date?.value;
    if (!day || milestone.status?.value === 'skipped' || isMisdated(milestone, day, dueOf(milestone), plan)) continue;
    const key = JSON.stringify([milestone.outcome?.text ?? '', milestone.phase?.text ?? '']);
    const row = rows.get(key);
    if (row) row.push({ milestone, day });
    else rows.set(key, [{ milestone, day }]);
  }
  return [...rows.values()].map(steps => ({ list, steps }));
}

/** Another rule says that the day itself is wrong. */
function isMisdated(milestone: Milestone, day: Day, due: Day | undefined, plan: Plan): boolean {
  if (due && day > due) return true;
  const named = milestone.phase?.text;
  const phase = named ? firstPhaseCalled(named, plan) : undefined;
  return (phase?.start_date?.value ?? day) > day || (phase?.end_date?.value ?? day) < day;
}

function isNewestFirst(steps: readonly Step[]): boolean {
  return steps.every(({ day }, index) => index === 0 || day < (steps[index - 1]?.day ?? ''));
}

/** The first that is due before one above it, with the one above that is due last. Undefined where it waits for that one: then its day is the mistake. */
function firstOutOfOrder(steps: readonly Step[]): { readonly step: Step; readonly before: Step } | undefined {
  let latest: Step | undefined;
  for (const step of steps) {
    if (latest && step.day < latest.day) {
      const { id, name } = latest.milestone;
      const waits = step.milestone.depends_on.items.some(
        ({ text }) => text !== '' && (text === id?.text || text === name?.text),
      );
      return waits ? undefined : { step, before: latest };
    }
    latest = step;
  }
  return undefined;
}

/** The review log speaks of milestones by number, which would then mean another one. */
function isCounted(plan: Plan): boolean {
  return plan.review_history.items.some(review =>
    [...review.plan_changes.items, ...review.decisions.items].some(({ text }) =>
      /\bmilestone\s*(?:#|no\.?\s?)?\d/i.test(text),
    ),
  );
}

function example(second: string, third: string): string {
  return `outcomes:
  - id: O1
    milestones:
      - name: Order form connected
        target_date: 2025-12-15
        actual_date: 2025-12-12
        status: complete
        owner: Priya Shah
      - name: First depots trained
        target_date: ${second}
        status: in_progress
        owner: Ken Abe
      - name: Address book carried over
        target_date: ${third}
        status: in_progress
        owner: Ken Abe
      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: pending
        owner: Dana Ruiz
        kind: validation
`;
}

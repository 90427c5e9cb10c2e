import { addMonths, type Day, formatFullDay, latestDay } from '../../day.ts';
import type { Field, Plan } from '../../model/index.ts';
import { dueField, isPursued } from '../../model/outcomes.ts';
import { isMisread } from '../../model/readable.ts';
import { comingRenewal } from '../lifecycle/renewal.ts';
import { defineRule, type Related } from '../rule.ts';
import { outcomeName } from '../text/names.ts';

export default defineRule({
  id: 'plan-beyond-scope',
  severity: 'info',
  summary: 'An outcome that is due beyond what the plan covers',
  why: `A goal two years away is answered for by nobody who is in the room today. The plan says how far it looks ahead
(\`scope\`: twelve months unless another one is written, six months, or the term of the contract); what lies beyond that is a
direction, and its first part belongs in the plan. Where no scope is written only days more than 18 months away and
beyond the contract are reported. An outcome after the renewal has a rule of its own.`,
  looksAt: ['outcome'],
  reads: ['plan', 'customer'],
  appliesTo: { exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived'] },
  examples: [
    {
      bad: `plan:
  scope: six_month
outcomes:
  - id: O2
    target:
      metric: Share of wrong deliveries
      goal: 3%
      target_date: "2026-09-15"
`,
      good: `plan:
  scope: rolling_12_month
outcomes:
  - id: O2
    target:
      metric: Share of wrong deliveries
      goal: 3%
      target_date: "2026-09-15"
`,
    },
  ],
  check(outcome, { plan, today, report }) {
    const due = dueField(outcome);
    if (!due || due.value <= today || !isPursued(outcome)) return;
    const renewal = comingRenewal(plan, today);
    if (renewal && due.value > renewal.value) return;
    const reach = reachOf(plan, today);
    if (!reach || due.value <= reach.until) return;
    report({
      at: due,
      message: `${outcomeName(outcome)} is due on ${formatFullDay(due.value)}, but ${reach.clause}. Agree on a part of it that can be reached by then, or let the plan cover more.`,
      related: reach.related,
    });
  },
});

/** How far a plan looks ahead. */
interface Reach {
  readonly until: Day;
  /** What to hold against the outcome: `the plan looks 6 months ahead, to 10 Aug 2026`. */
  readonly clause: string;
  readonly related: readonly Related[];
}

function reachOf(plan: Plan, today: Day): Reach | undefined {
  const term = termOf(plan, today);
  const scope = plan.plan?.scope;
  // A word that is no scope is the schema's matter; what was meant by it nobody knows.
  if (isMisread(scope)) return undefined;
  if (scope?.value === 'contract_term') return term;
  // A contract that ends without a renewal ends the plan too.
  const ends = plan.customer?.contract?.renewal_date === undefined ? term : undefined;
  const rolling = scope?.value === undefined ? unwritten(term, today) : rollingReach(plan, scope, scope.value, today);
  return ends && ends.until < rolling.until ? ends : rolling;
}

function rollingReach(plan: Plan, scope: Field<unknown>, value: 'rolling_12_month' | 'six_month', today: Day): Reach {
  const months = value === 'six_month' ? 6 : 12;
  const from = latestDay([today, plan.plan?.created?.value, plan.plan?.last_reviewed?.value]);
  const until = later(from ?? today, months);
  return {
    until,
    clause: `the plan looks ${months} months ahead, to ${formatFullDay(until)}`,
    related: [{ at: scope, message: `The plan covers ${months} months` }],
  };
}

/** Twelve months is only the default: nobody said so. What a long contract covers, or is not far off, is left in peace. */
function unwritten(term: Reach | undefined, today: Day): Reach {
  const far = later(today, 18);
  return {
    until: term && term.until > far ? term.until : far,
    clause: 'a plan looks twelve months ahead unless it says otherwise',
    related: [],
  };
}

/** The term of the contract, where it is not over. */
function termOf(plan: Plan, today: Day): Reach | undefined {
  const { end_date: end, renewal_date: renewal } = plan.customer?.contract ?? {};
  const last = [end, renewal]
    .flatMap(field => (field?.value === undefined ? [] : [{ field, day: field.value }]))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .at(-1);
  if (!last || last.day < today) return undefined;
  const related = [{ at: last.field, message: `The contract runs to ${formatFullDay(last.day)}` }];
  return { until: last.day, clause: `the contract runs to ${formatFullDay(last.day)}`, related };
}

/** The calendar of this program ends with the year 9999. */
function later(from: Day, months: number): Day {
  return from > '9990' ? from : addMonths(from, months);
}

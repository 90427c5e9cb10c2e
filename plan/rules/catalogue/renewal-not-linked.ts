import { outcomeNumbers } from '../../attainment/index.ts';
import { type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import { dueField } from '../../model/outcomes.ts';
import type { Editor } from '../../syntax/edit.ts';
import { count, quoteShort } from '../../words.ts';
import {
  comingRenewal,
  evidences,
  isCited,
  isRenewalLinked,
  resultInFigures,
  speakersForRenewal,
  speaksForRenewal,
  strategyNamesOutcome,
} from '../lifecycle/renewal.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix } from '../rule.ts';
import { outcomeName } from '../text/names.ts';

/** So many outcomes are offered at most. */
const MOST = 3;

const WITHOUT = ['renewal', 'outcomes.O1.renewal_evidence'];

export default defineRule({
  id: 'renewal-not-linked',
  severity: 'warning',
  summary: 'A renewal that no outcome of the plan speaks for',
  why: `Where the plan and the contract are kept apart, the talk about the renewal is one about the price. Write down for the
outcomes what each will show the customer by then (\`renewal_evidence\`), or cite them in the renewal section: “you wanted
this, here it is”. From 120 days before the renewal on this is a warning; up to 240 days before it, for a goal card and where at
least the strategy names an outcome it is only pointed out. The repair uses the figures of the plan and invents none.`,
  looksAt: ['plan'],
  reads: ['plan', 'customer', evidences, 'renewal'],
  appliesTo: { onlyWhole: true, exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived', 'draft'] },
  options: { days: 120 },
  optionWords: {
    days: 'From how many days before the renewal on this is a warning; twice as many before, it is an info.',
  },
  fixable: true,
  examples: [
    {
      bad: example(''),
      good: example('    renewal_evidence: Entry times before and after, depot by depot\n'),
      without: WITHOUT,
    },
  ],
  check(plan, { today, options, report }) {
    const renewal = comingRenewal(plan, today);
    const days = renewal ? daysBetween(today, renewal.value) : Number.POSITIVE_INFINITY;
    if (!renewal || days > 2 * options.days || isRenewalLinked(plan)) return;
    const speakers = speakersForRenewal(plan);
    if (speakers.length === 0) return;
    const [first, second] = speakers;
    const near = days <= options.days;
    // An achieved outcome that the renewal section leaves out is told of at the outcome.
    if (!near && plan.renewal?.mapping && speakers.some(one => one.isAchieved)) return;
    const quiet = !near || plan.plan?.format?.value === 'goal_card' || strategyNamesOutcome(plan);
    const when = days === 0 ? 'today' : `on ${formatFullDay(renewal.value)}, in ${count(days, 'day')}`;
    report({
      at: renewal,
      ...(quiet && { severity: 'info' as const }),
      message: `The contract renews ${when}, and ${second || !first ? 'none of the outcomes says' : `${first.label || 'the outcome'} does not say`} what it will show for it. Write down what the customer will see by then that speaks for going on.`,
      ...(plan.renewal && {
        related: [{ at: plan.renewal, message: 'The renewal section cites no outcome' }],
      }),
      fixes: edit => bestFirst(plan, today).map(({ outcome, result }) => mapped(outcome, result, edit)),
    });
  },
});

/** Achieved ones first, then those that are due first and before the renewal. */
function bestFirst(plan: Plan, today: Day): readonly Ranked[] {
  const ranked = plan.outcomes.items.filter(speaksForRenewal).flatMap((outcome): readonly Ranked[] => {
    const result = isCited(outcome, plan) ? undefined : resultInFigures(outcome, today);
    const rank = `${outcomeNumbers(outcome, today).achieved ? 0 : 1}${dueField(outcome)?.value ?? '9'}`;
    return result === undefined ? [] : [{ outcome, result, rank }];
  });
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  return ranked.slice(0, MOST);
}

/** An outcome with what it can show. */
interface Ranked {
  readonly outcome: Outcome;
  readonly result: string;
  readonly rank: string;
}

function mapped(outcome: Outcome, result: string, edit: Editor): Fix | undefined {
  const change = setField(edit, outcome, 'renewal_evidence', result, {
    after: ['status', 'measurements', 'target', 'baseline', 'description'],
    near: ['so_that', 'business_value', 'description'],
  });
  const name = outcomeName(outcome).replace(/^(?:Outcome |The )/, '');
  return (
    change && { title: `Let ${name} speak for the renewal: ${quoteShort(result, 90)}`, edits: [change], safe: false }
  );
}

/** A contract that renews in less than four months, and outcomes that are due before it; the first with a further field. */
function example(further: string): string {
  const outcome = (id: string, metric: string, goal: string, value: string, more = '') => `  - id: ${id}
    target: { metric: ${metric}, goal: ${goal}, target_date: 2026-04-30 }
    measurements: [{ date: 2026-01-20, value: ${value} }]
${more}    milestones:
      - { name: ${goal} confirmed, target_date: 2026-04-30, status: pending, owner: Ken Abe, kind: validation }
`;
  return `customer:
  contract: { start_date: 2025-06-01, renewal_date: 2026-05-31 }
outcomes:
${outcome('O1', 'Order entry time', '4 minutes', '8 minutes', further)}${outcome('O2', 'Share of wrong deliveries', '3%', '6%')}${outcome('O3', 'Median answer time', '1 hour', '3 hours')}`;
}

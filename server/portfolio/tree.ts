import { away } from '../../plan/authoring/distance.ts';
import { type Day, daysBetween, formatFullDay } from '../../plan/day.ts';
import { type Phrase, phrase } from '../../plan/phrase.ts';
import { isPastRenewal } from '../../plan/portfolio/attention.ts';
import { groupPlans, type PlanGroup } from '../../plan/portfolio/groups.ts';
import type { Attention, PlanHealth, PlanSummary, Portfolio } from '../../plan/portfolio/types.ts';
import { shortMoney } from '../../plan/portfolio/words.ts';
import { formatPercent } from '../../plan/quantity/index.ts';
import type { PlanTree, TreeGroup, TreeGrouping, TreePlan } from '../../protocol/portfolio.ts';

/** Says a phrase in the editor's language. */
export type Say = (phrase: Phrase) => string;

/** The plans as a tree. Reasons are in English, as the findings are. */
export function planTree({ plans, asOf, reading }: Portfolio, by: TreeGrouping, say: Say): PlanTree {
  return {
    groups: groupPlans(plans, by, asOf).map(group => treeGroup(group, by, asOf, say)),
    ...(reading && { reading }),
    badge: plans.filter(plan => plan.attention === 'act').length,
  };
}

function treeGroup({ key, label, plans }: PlanGroup, by: TreeGrouping, today: Day, say: Say): TreeGroup {
  const named = NAMES[by](key);
  return {
    key: `${by}/${key}`,
    label: named ? say(named) : label,
    description: say(plans.length === 1 ? phrase('1 plan') : phrase('{0} plans', plans.length)),
    plans: plans.map(plan => treePlan(plan, today, say)),
  };
}

const ATTENTION: Readonly<Record<Attention, Phrase>> = {
  act: phrase('Act now'),
  watch: phrase('Watch'),
  fine: phrase('On course'),
};

const isAttention = (key: string): key is Attention => key in ATTENTION;

/** Groups that are named by us and not by the plans. */
const NAMES: Readonly<Record<TreeGrouping, (key: string) => Phrase | undefined>> = {
  attention: key => (isAttention(key) ? ATTENTION[key] : undefined),
  csm: key => (key === '' ? phrase('No CSM named') : undefined),
  renewal: key => {
    if (key === '') return phrase('No renewal date');
    if (key === 'past') return phrase('Renewal has passed');
    return key === 'over' ? phrase('Completed or archived') : undefined;
  },
};

const HEALTH: Readonly<Record<PlanHealth, Phrase>> = {
  achieved: phrase('Achieved'),
  on_track: phrase('On track'),
  at_risk: phrase('At risk'),
  off_track: phrase('Off track'),
  not_started: phrase('Not started'),
  unknown: phrase('Unknown'),
  unreadable: phrase('Cannot be read'),
};

/* The tree is asked for at every news, which are of few of the plans. */
const known = new WeakMap<PlanSummary, { readonly today: Day; readonly say: Say; readonly made: TreePlan }>();

function treePlan(plan: PlanSummary, today: Day, say: Say): TreePlan {
  const kept = known.get(plan);
  if (kept?.today === today && kept.say === say) return kept.made;
  const made = inWords(plan, today, say);
  known.set(plan, { today, say, made });
  return made;
}

function inWords(plan: PlanSummary, today: Day, say: Say): TreePlan {
  return {
    key: plan.key,
    uri: plan.file,
    at: plan.at,
    label: plan.customer,
    description: [say(attained(plan)), ...renewal(plan, today).map(say)].join(', '),
    tooltip: tooltip(plan, today, say),
    health: plan.health,
  };
}

/** `31% of 78%`. */
function attained({ health, broken, attainment, expected, goals }: PlanSummary): Phrase {
  if (health === 'unreadable')
    return broken && broken.line > 0 ? phrase('line {0} cannot be read', broken.line) : phrase('cannot be read');
  if (attainment) {
    const mean = formatPercent(attainment.mean);
    return expected === undefined || health === 'achieved'
      ? phrase('{0}', mean)
      : phrase('{0} of {1}', mean, formatPercent(expected));
  }
  return goals.some(goal => !goal.deferred) ? phrase('not measured') : phrase('no outcomes yet');
}

/** `renews in 41 days`. */
function renewal(plan: PlanSummary, today: Day): Phrase[] {
  if (plan.renewal === undefined || plan.over) return [];
  const days = daysBetween(today, plan.renewal);
  if (days === 0) return [phrase('renews today')];
  if (days === 1) return [phrase('renews tomorrow')];
  if (!isPastRenewal(plan, today)) return [phrase('renews in {0} days', days)];
  return [days === -1 ? phrase('renewal was yesterday') : phrase('renewal was {0} days ago', -days)];
}

function tooltip(plan: PlanSummary, today: Day, say: Say): string {
  const { customer, title, health, reason, attainment, expected, csm, nextReview, reviewOverdue, arr, late } = plan;
  const lines = [
    title === undefined ? customer : `${customer} · ${title}`,
    `${say(HEALTH[health])}: ${reason}`,
    attainment && expected !== undefined
      ? say(
          phrase(
            'Attained {0} on average, {1} expected; {2} of {3} outcomes measured',
            formatPercent(attainment.mean),
            formatPercent(expected),
            attainment.known,
            attainment.total,
          ),
        )
      : undefined,
    reviewOverdue === 1 ? say(phrase('Review 1 day overdue')) : undefined,
    reviewOverdue !== undefined && reviewOverdue > 1
      ? say(phrase('Review {0} days overdue', reviewOverdue))
      : undefined,
    nextReview !== undefined && reviewOverdue === undefined
      ? say(phrase('Next review on {0}, {1}', formatFullDay(nextReview), say(away(today, nextReview))))
      : undefined,
    plan.renewal === undefined
      ? undefined
      : say(phrase('Renewal on {0}, {1}', formatFullDay(plan.renewal), say(away(today, plan.renewal)))),
    arr && say(phrase('{0} a year', shortMoney(arr.amount, arr.currency))),
    late === 0 ? undefined : say(late === 1 ? phrase('1 milestone late') : phrase('{0} milestones late', late)),
    say(phrase('Findings: {0}.', findings(plan, say))),
    csm === undefined ? say(phrase('No CSM named')) : `CSM: ${csm}`,
    plan.folder,
  ];
  return lines.filter(line => line !== undefined).join('\n');
}

function findings({ findings: { error, warning, info } }: PlanSummary, say: Say): string {
  const parts = [
    error === 1 ? phrase('1 error') : error > 1 ? phrase('{0} errors', error) : undefined,
    warning === 1 ? phrase('1 warning') : warning > 1 ? phrase('{0} warnings', warning) : undefined,
    info === 1 ? phrase('1 note') : info > 1 ? phrase('{0} notes', info) : undefined,
  ].filter(part => part !== undefined);
  return parts.length === 0 ? say(phrase('none')) : parts.map(say).join(', ');
}

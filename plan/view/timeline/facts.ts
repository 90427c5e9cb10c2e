import {
  measurementsAfterBaseline,
  type OutcomeStanding,
  type PlanStanding,
  tellValue,
} from '../../attainment/index.ts';
import { type Day, formatFullDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { isExcused, isOpen, milestonesOf } from '../../model/milestones.ts';
import { outcomeOf } from '../../model/outcomes.ts';
import { type Readable, readable } from '../../model/readable.ts';
import { formatQuantity } from '../../quantity/index.ts';
import { compareText } from '../../words.ts';
import {
  glyphOf,
  glyphOfStep,
  type NamedMilestone,
  named,
  namedMilestones,
  namedSteps,
  outcomeKey,
  outcomeName,
} from '../milestones.ts';
import { HEALTH_WORDS, shortTitle, single } from '../outcome-row.ts';
import { offsetOf, placed } from '../places.ts';
import { oneLine } from '../words.ts';
import type { ContractDraft, LaneDraft, MilestoneDraft, ReviewDraft, StripDraft, TimelineDraft } from './draft.ts';
import { ownerNames, ownersOf, type Phases, phasesOf } from './groups.ts';
import type { LoggedDays } from './logged.ts';

/** What every milestone is read with. */
interface Known {
  readonly plan: Plan;
  readonly logged: LoggedDays;
  readonly phases: Phases;
  /** Keys of milestones by what a reference may call them. */
  readonly keys: ReadonlyMap<string, string>;
  readonly owner: (written: string) => string;
}

/** What the timeline of a plan shows on a day. */
export function timelineFacts(plan: Plan, standing: PlanStanding, logged: LoggedDays, today: Day): TimelineDraft {
  const outcomes = standing.outcomes.map((one, i) => ({ one, rows: namedMilestones(plan, one.outcome, i), i }));
  const extra = otherMilestones(plan);
  const all = [...outcomes.flatMap(outcome => outcome.rows), ...extra.flatMap(lane => lane.rows)];
  const phases = phasesOf(
    plan,
    all.map(row => row.milestone),
  );
  const known: Known = { plan, logged, phases, keys: keysByName(all), owner: ownerNames(plan) };
  const lanes = outcomes.map(({ one, rows, i }): LaneDraft => {
    const strip = stripOf(plan, one);
    return {
      ...placed(plan.syntax, one.outcome),
      key: outcomeKey(i),
      name: outcomeName(one.outcome, i),
      title: shortTitle(one),
      health: { mark: one.judgement.health, word: HEALTH_WORDS[one.judgement.health].toLowerCase() },
      milestones: rows.map(row => milestoneDraft(known, row)),
      ...(strip === undefined ? {} : { strip }),
    };
  });
  const others = extra.map(
    ({ key, title, place, rows, end }): LaneDraft => ({
      ...placed(plan.syntax, place),
      key,
      name: '',
      title,
      milestones: rows.map(row => milestoneDraft(known, row)),
      ...endOf(plan, end, 'go-live'),
    }),
  );
  const together = [...lanes, ...others, ...decisionLane(known)];
  return {
    today,
    lanes: together,
    phases: phases.all,
    ...ownersOf(plan, together),
    reviews: reviewsOf(plan, standing, today),
    contract: contractOf(plan),
  };
}

/** Milestones that stand in no outcome: at the top level, and the steps of the implementation. */
function otherMilestones(plan: Plan) {
  const taken = new Set(plan.outcomes.items.flatMap(outcome => milestonesOf(outcome, plan)));
  const { implementation } = plan;
  const groups = [
    {
      key: 'plan',
      title: 'Milestones',
      name: 'M',
      items: plan.milestones.items.filter(milestone => !taken.has(milestone)),
      end: undefined,
    },
    {
      key: 'implementation',
      title: 'Implementation',
      name: 'I',
      items: implementation?.steps.items ?? [],
      end: readable(implementation?.go_live_date),
    },
  ];
  return groups.flatMap(({ key, title, name, items, end }) => {
    const place = items[0] ?? end;
    return place === undefined ? [] : [{ key, title, place, rows: named(items, key, name), end }];
  });
}

/** The day that the steps of a lane lead to, as a flag on a strand of its own. */
function endOf(plan: Plan, end: Readable<Day> | undefined, label: string): Pick<LaneDraft, 'strip'> {
  if (end === undefined) return {};
  return { strip: { points: [], goal: { ...placed(plan.syntax, end), day: end.value, label, isDay: true } } };
}

/** The milestones that a reference may name: by id, else by name. */
function keysByName(rows: readonly NamedMilestone[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { name, key } of rows) if (!keys.has(name)) keys.set(name, key);
  for (const { milestone, key } of rows) if (milestone.id?.text) keys.set(milestone.id.text, key);
  return keys;
}

function milestoneDraft({ plan, logged, phases, keys, owner }: Known, row: NamedMilestone): MilestoneDraft {
  const { milestone, key, ref, name } = row;
  const phase = phases.keyOf(milestone);
  const texts = (fields: readonly { text: string }[]) =>
    fields.map(field => oneLine(field.text)).filter(text => text !== '');
  return {
    ...placed(plan.syntax, milestone),
    key,
    ref,
    name,
    glyph: glyphOf(milestone),
    ...(isOver(plan) || isExcused(milestone, outcomeOf(milestone, plan)) ? { doubtful: true } : {}),
    ...day('planned', milestone.target_date?.value),
    ...(isOpen(milestone) ? movable(milestone.target_date) : {}),
    ...day('actual', milestone.actual_date?.value),
    owners: [...new Set(texts(milestone.owner.items).map(owner))],
    ...(phase === undefined ? {} : { phase }),
    blockers: texts(milestone.blockers.items),
    dependsOn: texts(milestone.depends_on.items)
      .flatMap(text => keys.get(text) ?? [])
      .filter(found => found !== key),
    logged: (logged.get(milestone) ?? []).map(one => ({ ...one, key: `${key}/${one.key}` })),
  };
}

function day<K extends string>(key: K, value: Day | undefined): { readonly [P in K]?: Day } {
  const found: { [P in K]?: Day } = {};
  if (value !== undefined) found[key] = value;
  return found;
}

/** The day of a field that may be written anew: what is borrowed stands elsewhere. */
function movable(field: Plan['milestones']['items'][number]['target_date']): { readonly movable?: Day } {
  return field?.value === undefined || field.borrowed ? {} : { movable: field.value };
}

/** The steps towards the decision, in plans before the sale. */
function decisionLane({ plan, owner }: Known): LaneDraft[] {
  const steps = namedSteps(plan);
  const end = readable(plan.decision?.decision_date);
  const place = steps[0]?.step ?? end;
  if (place === undefined) return [];
  const milestones = steps.map(({ step, key, ref, name }): MilestoneDraft => {
    const glyph = glyphOfStep(step);
    return {
      ...placed(plan.syntax, step),
      key,
      ref,
      name,
      glyph,
      ...(isOver(plan) || isExcused(step, undefined) ? { doubtful: true } : {}),
      ...day('planned', step.target_date?.value),
      ...(glyph === 'done' || glyph === 'skipped' ? {} : movable(step.target_date)),
      ...day('actual', step.actual_date?.value),
      owners: step.owner?.text ? [owner(oneLine(step.owner.text))] : [],
      blockers: [],
      dependsOn: [],
      logged: [],
    };
  });
  const lane = { key: 'decision', name: '', title: 'Decision', milestones };
  return [{ ...placed(plan.syntax, place), ...lane, ...endOf(plan, end, 'decision') }];
}

/** Measured values, goal and forecast; a mean of several key results shows its goal alone. */
function stripOf(plan: Plan, standing: OutcomeStanding): StripDraft | undefined {
  const { outcome } = standing;
  const metric = single(standing);
  const target = outcome.target;
  const goalDay = target?.target_date?.value;
  const goal =
    target === undefined || goalDay === undefined
      ? {}
      : {
          goal: {
            ...placed(plan.syntax, target),
            day: goalDay,
            ...(standing.achieved ? {} : movable(target.target_date)),
            label: metric?.goal === undefined ? 'goal' : formatQuantity(metric.goal, { form: 'tight' }),
          },
        };
  const points = metric === undefined ? [] : pointsOf(plan, standing, metric);
  if (points.length === 0 && goalDay === undefined) return undefined;
  return {
    points,
    ...goal,
    ...(standing.forecast === undefined ? {} : { forecast: standing.forecast }),
    ...((metric?.unlike || metric?.inWords.now) && { unlike: true }),
  };
}

function pointsOf(
  plan: Plan,
  standing: OutcomeStanding,
  metric: NonNullable<ReturnType<typeof single>>,
): StripDraft['points'] {
  const { series } = metric;
  const { outcome } = standing;
  const after = measurementsAfterBaseline(series);
  const all = series.baseline === undefined ? after : [series.baseline, ...after];
  return all
    .flatMap(point => {
      if (point.day === undefined) return [];
      const written =
        point === series.baseline
          ? outcome.baseline
          : outcome.measurements.items.find(item => item.date?.value === point.day);
      const value = tellValue(point, metric);
      if (value === undefined) return [];
      return [
        {
          day: point.day,
          at: offsetOf(plan.syntax, written, outcome),
          label: tellValue(point, metric, { form: 'tight' }) ?? '',
          sentence: `${value} on ${formatFullDay(point.day)}${point === series.baseline ? ', the baseline' : ''}`,
        },
      ];
    })
    .sort((a, b) => compareText(a.day, b.day));
}

function reviewsOf(plan: Plan, standing: PlanStanding, today: Day): ReviewDraft[] {
  const reviews: ReviewDraft[] = [];
  for (const [i, review] of plan.review_history.items.entries()) {
    const held = review.date?.value;
    if (held !== undefined)
      reviews.push({ ...placed(plan.syntax, review), key: `review/${i}`, day: held, held: held <= today });
  }
  const next = plan.plan?.next_review;
  const nextDay = next?.value;
  const awaited =
    nextDay !== undefined && !isOver(plan) && (nextDay >= today || standing.reviewOverdueSince !== undefined);
  if (next !== undefined && nextDay !== undefined && awaited && !reviews.some(review => review.day === nextDay)) {
    reviews.push({ ...placed(plan.syntax, next), key: 'review/next', day: nextDay, held: false, ...movable(next) });
  }
  return reviews;
}

function contractOf(plan: Plan): ContractDraft {
  const contract = plan.customer?.contract;
  const start = contract?.start_date;
  const renewal = contract?.renewal_date;
  return {
    ...(start?.value === undefined ? {} : { start: { ...placed(plan.syntax, start), day: start.value } }),
    ...(renewal?.value === undefined ? {} : { renewal: { ...placed(plan.syntax, renewal), day: renewal.value } }),
  };
}

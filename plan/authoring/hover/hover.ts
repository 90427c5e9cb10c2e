import { latestMeasurement, outcomeStanding, planStanding, planValue } from '../../attainment/index.ts';
import type { PlanFile } from '../../check.ts';
import { type Day, daysBetween, formatFullDay, parseDay } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import { peopleOf } from '../../model/people.ts';
import { formatLike, formatPercent, formatQuantity, readQuantity } from '../../quantity/index.ts';
import { agendaShape, planShape, type Shape, shapeAt } from '../../schema/shape.ts';
import { valuesOf } from '../../schema/team-shape.ts';
import { type Location, locate } from '../../syntax/locate.ts';
import { resolve, type Span } from '../../syntax/tree.ts';
import type { TeamFormat } from '../../team-format.ts';
import { capitalise, count, spoken } from '../../words.ts';
import { ownFieldWords } from '../own-fields.ts';

/** What is said of the thing at an offset: Markdown, and the span it is about, counted from the start of the text. */
export interface Explanation {
  readonly markdown: string;
  readonly span: Span;
}

/** Guidance for a field, and what is known of a value; undefined where there is nothing to say. Never throws. */
export function explain(file: PlanFile, offset: number, today: Day): Explanation | undefined {
  const location = locate(file.source, offset);
  const step = location?.steps.at(-1);
  if (!location || !step || location.on === 'between') return undefined;
  const model = file.documents.find(read => read.model.syntax === location.document)?.model;
  if (!model) return undefined;
  const shape = shapeAt(model.kind === 'plan' ? planShape() : agendaShape(), location.path);
  const node =
    step.kind === 'pair' && location.on === 'key' ? step.pair.key : step.kind === 'pair' ? step.pair.value : step.node;
  const own = model.team.fields.get(String(location.path.at(-1)));
  const facts = model.kind === 'plan' ? factsOf(model, location, shape, today) : [];
  const guidance = shape
    ? guidanceOf(shape, location, model.team)
    : own && location.on === 'key'
      ? ownFieldWords(own)
      : '';
  const markdown = [...facts, guidance].filter(text => text !== '').join('\n\n---\n\n');
  return markdown === ''
    ? undefined
    : { markdown, span: { start: location.base + node.start, end: location.base + node.end } };
}

/** On a key the whole guidance; on a value what the value means, where it is one of a few. */
function guidanceOf(shape: Shape, location: Location, team: TeamFormat): string {
  const title = `**${shape.title}**`;
  if (location.on === 'key') return `${title} — ${shape.description}`;
  const text = valueText(location);
  const meaning = valuesOf(shape, team)?.find(v => v.value === text)?.meaning;
  return meaning ? `**${text}** — ${meaning}` : '';
}

function factsOf(plan: Plan, location: Location, shape: Shape | undefined, today: Day): string[] {
  const text = valueText(location);
  const facts: string[] = [];
  const outcome = outcomeAt(plan, location);
  if (outcome && isAboutOutcome(location)) facts.push(standingOf(outcome, plan, today));
  if (location.on !== 'value' || text === undefined) return facts;
  if (shape?.name === 'day') facts.push(distance(text, plan, today));
  if (shape?.name === 'quantity') facts.push(reading(text));
  if (shape?.name === 'successMetric') facts.push(metricOf(text, plan, today));
  const known = shape && /Refs?$/.test(shape.name) ? peopleOf(plan).find(text) : undefined;
  if (known)
    facts.push(
      `**${known.person.name?.text ?? text}** — ${[known.person.role?.text, `${known.side} side`, known.person.engagement?.text].filter(Boolean).join(', ')}`,
    );
  if (shape?.name === 'outcomeRef') {
    const named = plan.outcomes.items.find(o => o.id?.text === text);
    if (named) facts.push(`**${text}** — ${named.description?.text ?? ''}`, standingOf(named, plan, today));
  }
  return facts.filter(fact => fact !== '');
}

function outcomeAt(plan: Plan, location: Location): Outcome | undefined {
  return location.path[0] === 'outcomes' ? plan.outcomes.items.find(o => o.part === location.part) : undefined;
}

/** On the outcome's own lines, not on those of its milestones or measurements. */
function isAboutOutcome({ path }: Location): boolean {
  return path.length === 2 || (path.length === 3 && ['id', 'description', 'status'].includes(String(path[2])));
}

/** The numbers of an outcome in words: attained and expected, the values they come from, the forecast, and health with its reason. */
function standingOf(outcome: Outcome, plan: Plan, today: Day): string {
  const { attainment, expected, forecast, judgement, milestones, metrics } = outcomeStanding(outcome, plan, today);
  const attained = attainment === undefined ? 'Attainment is unknown' : `**${formatPercent(attainment)}** attained`;
  const due = expected === undefined ? '' : `, ${formatPercent(expected)} expected by today`;
  const lines = [`${attained}${due}.`];
  for (const { series, like, goal, name } of metrics) {
    const value = latestMeasurement(series)?.value;
    if (!like || !goal || !series.baseline) continue;
    const now = value === undefined ? 'not measured since' : `now ${formatLike(value, like)}`;
    lines.push(
      `${name || 'Metric'}: from ${formatLike(series.baseline.value, like)}, ${now}, to ${formatQuantity(goal)}.`,
    );
  }
  if (milestones.counted > 0) lines.push(`${milestones.complete} of ${milestones.counted} milestones done.`);
  if (forecast) lines.push(`At this pace the goal is reached on ${formatFullDay(forecast)}.`);
  lines.push(`**${capitalise(spoken(judgement.health))}** — ${judgement.reason}`);
  return lines.join('  \n');
}

/** What the metric that a plan is judged by says today. */
function metricOf(metric: string, plan: Plan, today: Day): string {
  const { outcomes, rate } = planStanding(plan, today);
  if (metric === 'goal_attainment_rate')
    return rate.rate === undefined
      ? ''
      : `**${formatPercent(rate.rate)}** — ${rate.achieved} of ${count(rate.counted, 'outcome')} achieved, ${rate.dueAchieved} of the ${rate.due} that are due.`;
  const { realization, roi } = planValue(plan, outcomes);
  if (!realization) return 'Unknown: no measured outcome has a business value with an amount in one currency.';
  const money = (value: number) => `${Math.round(value).toLocaleString('en-GB')} ${realization.currency}`;
  if (metric === 'roi')
    return roi === undefined
      ? 'Unknown: the contract has no yearly value in the same currency.'
      : `**${roi.toFixed(1)}** — ${money(realization.realized)} a year realized for each year’s contract value.`;
  return `**${formatPercent(realization.fraction)}** — ${money(realization.realized)} of ${money(realization.amount)} a year, from ${realization.known} of ${count(realization.total, 'outcome')} with an amount.`;
}

/** How far a day is from today, and from the renewal. */
function distance(text: string, plan: Plan, today: Day): string {
  const day = parseDay(text);
  if (!day) return '';
  const days = daysBetween(today, day);
  const away = days === 0 ? 'today' : days > 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`;
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const before = renewal && renewal > day ? `, ${daysBetween(day, renewal)} days before the renewal` : '';
  return `**${formatFullDay(day)}** — ${away}${before}.`;
}

function reading(text: string): string {
  const read = readQuantity(text);
  if (read.kind === 'not-measured') return 'Read as *not measured yet*.';
  if (read.kind === 'not-measurable') return 'No number is found in this text, so it cannot be measured.';
  return `Read as **${formatQuantity(read.quantity, { form: 'long' })}**.`;
}

function valueText(location: Location): string | undefined {
  const step = location.steps.at(-1);
  const node = step && resolve(step.kind === 'pair' ? step.pair.value : step.node);
  return node?.kind === 'scalar' ? node.text.trim() : undefined;
}

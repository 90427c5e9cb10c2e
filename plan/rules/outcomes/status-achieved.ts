import { attainment, goalReached, isHold, type OutcomeNumbers } from '../../attainment/index.ts';
import { type Day, formatFullDay } from '../../day.ts';
import type { Milestone, Outcome, OutcomeStatus, Plan } from '../../model/index.ts';
import { isDeclaredOpen, milestonesOf } from '../../model/milestones.ts';
import { dueField } from '../../model/outcomes.ts';
import { count, quoteShort } from '../../words.ts';
import { outcomeName } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { confirms } from './confirming.ts';
import { type Contradiction, latestOf, relatedTo } from './status-evidence.ts';

/** What speaks against an outcome being achieved: a measurement short of the goal, open milestones, or that nothing speaks for it. */
export function achievedWithoutProof(standing: OutcomeNumbers, plan: Plan, today: Day): Contradiction | undefined {
  const row = milestonesOf(standing.outcome, plan);
  const open = row.filter(isDeclaredOpen);
  return notReached(standing, plan, today) ?? openMilestones(standing, open, today) ?? unproven(standing, row);
}

/** In an OKR plan a key result counts as reached by so much: such goals are set to be just out of reach. */
const OKR_SUCCESS = 0.7;

function notReached(
  { outcome, metrics, attainment: total, expected }: OutcomeNumbers,
  plan: Plan,
  today: Day,
): Contradiction | undefined {
  if (outcome.kind?.value === 'qualitative') return undefined;
  const okr = plan.plan?.format?.value === 'okr';
  const short = metrics.filter(({ series }) => {
    const done = attainment(series);
    return (
      done !== undefined && !goalReached(series) && !(isHold(series) && done === 1) && !(okr && done >= OKR_SUCCESS)
    );
  });
  if (short.length === 0) return undefined;
  const last = latestOf(outcome, today);
  const goal = outcome.target?.goal?.text;
  const confirmed = isConfirmed(outcome);
  const shown =
    metrics.length > 1
      ? `${count(short.length, 'key result')} of ${metrics.length} ${short.length === 1 ? 'is' : 'are'} not reached by the latest measurements`
      : `the latest measurement${last?.date?.value ? ` of ${formatFullDay(last.date.value)}` : ''} says ${quoteShort(last?.value?.text ?? '', 30)}${goal ? ` and the goal is ${quoteShort(goal, 30)}` : ''}`;
  return {
    severity: confirmed ? 'info' : 'warning',
    message: `${outcomeName(outcome)} is marked achieved, but ${shown}. ${confirmed ? 'The customer has confirmed it all the same: measure it once more, or agree on the goal that was meant.' : 'Measure it once more, or say how it really stands.'}`,
    related: relatedTo(outcome, today),
    statuses: confirmed ? [] : instead(outcome, today, (expected ?? 0) - (total ?? 0)),
    skip: [],
  };
}

/** Behind by more than this, an outcome is at risk: the limit that its health is judged by. */
const BEHIND = 0.15;

function instead(outcome: Outcome, today: Day, behind: number): Contradiction['statuses'] {
  const due = dueField(outcome)?.value;
  if (due && due < today) return [{ status: 'missed', why: `: it was due on ${formatFullDay(due)}` }];
  const status: OutcomeStatus = behind > BEHIND ? 'at_risk' : 'in_progress';
  return [{ status, why: '' }];
}

const MOST_TO_SKIP = 3;

function openMilestones(
  { outcome, achieved }: OutcomeNumbers,
  open: readonly Milestone[],
  today: Day,
): Contradiction | undefined {
  const [first] = open;
  if (!first) return undefined;
  const name = quoteShort(first.name?.text || first.label, 50);
  const which =
    open.length === 1 ? `its milestone ${name} is` : `${count(open.length, 'milestone')}, ${name} first, are`;
  const due = dueField(outcome)?.value;
  return {
    severity: isConfirmed(outcome) ? 'info' : 'warning',
    message: `${outcomeName(outcome)} is marked achieved, but ${which} still open. Close ${open.length === 1 ? 'it' : 'them'}, skip what is no longer needed, or take the status back.`,
    related: open.slice(0, MOST_TO_SKIP).map(milestone => ({ at: milestone, message: 'This milestone is still open' })),
    // What the measurements show to be reached cannot go back to being under way.
    statuses: achieved || (due && due < today) ? [] : [{ status: 'in_progress', why: '' }],
    skip: achieved && open.length <= MOST_TO_SKIP ? open : [],
  };
}

/** Neither a measurement nor the customer nor a milestone shows that it was reached. */
function unproven(
  { outcome, achieved, metrics }: OutcomeNumbers,
  row: readonly Milestone[],
): Contradiction | undefined {
  const byWord = outcome.kind?.value === 'qualitative';
  const measured = byWord
    ? metrics.some(({ series }) => goalReached(series))
    : metrics.some(({ series }) => attainment(series) !== undefined) || outcome.measurements.items.length > 0;
  const proof = row.some(
    milestone =>
      milestone.status?.value === 'complete' &&
      confirms(milestone, outcome, { first: false, last: milestone === row.at(-1) }),
  );
  const cited = !isPlaceholder(outcome.renewal_evidence?.text ?? '');
  if (achieved || measured || proof || cited || isConfirmed(outcome)) return undefined;
  if (!byWord && metrics.every(({ missing }) => missing !== undefined)) return undefined;
  return {
    severity: 'info',
    message: `${outcomeName(outcome)} is marked achieved, but ${byWord ? 'nobody at the customer has confirmed it. Ask for their word, and write down who gave it and when.' : 'no measurement after the baseline shows it. Add the value that was reached, and the day.'}`,
    related: [],
    statuses: [],
    skip: [],
  };
}

function isConfirmed({ acknowledged_by, acknowledged_on }: Outcome): boolean {
  return acknowledged_on?.value !== undefined || !isPlaceholder(acknowledged_by?.text ?? '');
}

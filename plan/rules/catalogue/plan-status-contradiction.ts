import { type OutcomeStanding, type PlanStanding, planStanding } from '../../attainment/index.ts';
import type { Day } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import { dueField } from '../../model/outcomes.ts';
import type { People } from '../../model/people.ts';
import type { Editor } from '../../syntax/edit.ts';
import { enumerate, quoteShort } from '../../words.ts';
import { allAchieved } from '../lifecycle/all-achieved.ts';
import { DANGER_READS, showsDanger } from '../lifecycle/endangered.ts';
import { goesOn } from '../lifecycle/goes-on.ts';
import { isPlainlyRunning, RUNNING_READS } from '../lifecycle/plainly-running.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix, type Report } from '../rule.ts';
import { outcomeName } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** So many outcomes are named at most. */
const MOST = 3;

export default defineRule({
  id: 'plan-status-contradiction',
  severity: 'warning',
  summary: 'A plan status that the plan itself does not bear out',
  why: `The status is what people who do not open the plan know of it. \`completed\` over outcomes that are still worked for
ends the work in silence, \`active\` over outcomes that are all achieved hides the moment to talk about what comes next, and
\`at_risk\` without a reason in the plan is an alarm that nobody can answer. A status that is better than the outcomes allow is
reported at the outcomes, and archived plans and drafts are left in peace.`,
  looksAt: ['plan'],
  reads: RUNNING_READS,
  appliesTo: { onlyWhole: true, exceptStatuses: ['archived', 'draft'] },
  fixable: true,
  examples: [
    {
      bad: `plan:
  status: at_risk
risks:
  - id: R1
    status: closed
`,
      good: `plan:
  status: at_risk
risks:
  - id: R1
    status: open
`,
    },
  ],
  check(plan, { people, today, report, looksFurther }) {
    const status = plan.plan?.status;
    if (!status?.value || (status.value === 'active' && isPlainlyRunning(plan))) return;
    looksFurther(...DANGER_READS);
    if (plan.outcomes.items.length === 0 && allMilestones(plan).length === 0) return;
    const standing = planStanding(plan, today);
    const found =
      status.value === 'completed'
        ? stillOpen(plan, standing, people, today)
        : ((status.value === 'at_risk' ? unfounded(plan, standing, today) : undefined) ??
          (status.value === 'active' ? allDone(plan, standing, 'active') : undefined));
    if (found) report({ at: status, ...found });
  },
});

type Found = Omit<Report, 'at'>;

/** Completed, and outcomes are still worked for. A plan for the sale is completed by the signature, before any outcome is. */
function stillOpen(plan: Plan, standing: PlanStanding, people: People, today: Day): Found | undefined {
  if (plan.plan?.stage?.value === 'pre_sale' || plan.plan?.format?.value === 'mutual_action_plan') return undefined;
  const open = standing.outcomes.filter(isUnreached).map(one => one.outcome);
  if (open.length === 0) return undefined;
  const names = namesOf(open);
  const one = open.length === 1;
  return {
    message: `The plan is marked completed, but ${names} ${one ? 'is' : 'are'} neither reached nor given up. Say what became of ${one ? 'it' : 'them'}, or take the plan up again.`,
    related: open
      .slice(0, MOST)
      .map(outcome => ({ at: outcome.status ?? outcome, message: `${outcomeName(outcome)} is still open` })),
    fixes: edit => {
      const overdue = open.every(outcome => (dueField(outcome)?.value ?? today) < today);
      const end = overdue ? 'missed' : 'deferred';
      return [goesOn(plan, people, today) ? setStatus(plan, 'active', edit) : undefined, ended(open, names, end, edit)];
    },
  };
}

function isUnreached({ outcome, achieved, attainment }: OutcomeStanding): boolean {
  const { status } = outcome;
  if (achieved) return false;
  if (!status || status.text === '') return attainment !== undefined;
  return status.value === 'in_progress' || status.value === 'not_started' || status.value === 'at_risk';
}

function ended(open: readonly Outcome[], names: string, status: 'missed' | 'deferred', edit: Editor): Fix | undefined {
  const edits = open.map(outcome =>
    setField(edit, outcome, 'status', status, { after: ['target', 'baseline', 'description'], word: true }),
  );
  const whole = edits.filter(change => change !== undefined);
  const title = `Set status of ${names} to ${status}`;
  return whole.length === open.length ? { title, edits: whole, safe: false } : undefined;
}

/** Every outcome achieved, and the plan goes on as if not. */
function allDone(plan: Plan, standing: PlanStanding, called: string): Found | undefined {
  const all = allAchieved(plan, standing);
  if (!all) return undefined;
  const [only, second] = all.outcomes;
  const those = all.outcomes.length < standing.outcomes.length ? 'outcomes that are not deferred' : 'outcomes';
  const count = all.outcomes.length === 2 ? 'both' : `all ${all.outcomes.length}`;
  const what = only && !second ? `${namesOf([only.outcome])} is` : `${count} ${those} are`;
  return {
    ...(!all.clear && { severity: 'info' as const }),
    message: `The plan is marked ${called}, but ${what} achieved. Close the plan, or agree on what comes next.`,
    fixes: edit => [all.closable ? setStatus(plan, 'completed', edit) : undefined],
  };
}

/** At risk, and nothing in the plan shows why. */
function unfounded(plan: Plan, standing: PlanStanding, today: Day): Found | undefined {
  const danger = showsDanger(plan, standing, today);
  if (danger === 'yes' || isUnreadable(plan.risks)) return undefined;
  const done = allDone(plan, standing, 'at risk');
  if (done) return done;
  return {
    ...(danger === 'faintly' && { severity: 'info' as const }),
    message: `The plan is marked at risk, but nothing in it shows why: no outcome is behind, nothing is late or blocked, and ${danger === 'faintly' ? 'the risks it lists are small or under control' : 'no risk is open'}. Write down what endangers it, or mark it active again.`,
    fixes: edit => [setStatus(plan, 'active', edit)],
  };
}

/** Something that is no list stands where the risks should: what it says nobody knows. */
function isUnreadable({ node, word }: Plan['risks']): boolean {
  return node?.kind === 'mapping' || node?.kind === 'alias' || (word !== undefined && !isPlaceholder(word.text));
}

function setStatus(plan: Plan, status: string, edit: Editor): Fix | undefined {
  const field = plan.plan?.status;
  if (!field || field.borrowed) return undefined;
  return { title: `Set status to ${status}`, edits: [edit.setValue(field, status)], safe: false };
}

function namesOf(outcomes: readonly Outcome[]): string {
  const named = outcomes
    .slice(0, MOST)
    .map(({ label, description }) => label || quoteShort(description?.text || 'an outcome', 40));
  const more = outcomes.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : enumerate(named);
}

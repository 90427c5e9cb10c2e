import { type Day, formatFullDay } from '../../day.ts';
import type { Milestone, Phase, Plan } from '../../model/index.ts';
import { isOpen } from '../../model/milestones.ts';
import { dueField, outcomeOf } from '../../model/outcomes.ts';
import { type Readable, readable } from '../../model/readable.ts';
import { count, quoteShort } from '../../words.ts';
import { milestonesByPhase, phaseName, runsWhen } from '../milestones/phases.ts';
import { defineRule, type Report, type Severity } from '../rule.ts';
import { milestoneName } from '../text/names.ts';

export default defineRule({
  id: 'phase-order',
  severity: 'warning',
  summary: 'Phases that run backwards, and milestones outside the days of their phase',
  why: `Phases are how people outside the project read a plan: what comes now, what comes next. If a phase ends before it
begins, comes before the one in front of it, or holds a milestone that is due in another month, that picture is wrong for
everybody who looks no further. Phases may overlap; where a later one only starts earlier than the one before it, that is
pointed out quietly, and so is a milestone that is done already. Phases and milestones without days are left in peace.`,
  looksAt: ['plan'],
  reads: ['phases'],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  examples: [{ bad: phasesExample('2026-05-15'), good: phasesExample('2026-03-27') }],
  check(plan, { report, looksFurther }) {
    if (plan.phases.items.length === 0) return;
    looksFurther('outcomes', 'milestones', 'implementation');
    const unsure = new Set<Phase>();
    let before: Phase | undefined;
    for (const phase of plan.phases.items) {
      if (!readable(phase.start_date) && !readable(phase.end_date)) continue;
      const reversed = upsideDown(phase);
      const backwards = reversed || !before ? undefined : behind(phase, before);
      for (const said of [reversed, backwards]) if (said) report(said);
      if (reversed) unsure.add(phase);
      else {
        // Where two phases contradict each other, nobody can tell which milestones are right.
        if (backwards?.severity === 'warning' && before) unsure.add(phase).add(before);
        before = phase;
      }
    }
    for (const [phase, milestones] of milestonesByPhase(plan)) {
      if (!unsure.has(phase)) for (const said of outsiders(phase, milestones, plan)) report(said);
    }
  },
});

function upsideDown(phase: Phase): Report | undefined {
  const [start, end] = [readable(phase.start_date), readable(phase.end_date)];
  if (!start || !end || start.value <= end.value) return undefined;
  return {
    at: end,
    message: `${phaseName(phase)} ends on ${formatFullDay(end.value)}, before it starts on ${formatFullDay(start.value)}. Correct one of the two days.`,
    related: [{ at: start, message: 'The start of this phase' }],
  };
}

/** A phase that comes before the one it is listed behind: wholly, or only with its first days. Nothing is said where their days do not compare. */
function behind(phase: Phase, before: Phase): Report | undefined {
  const [start, end] = [readable(phase.start_date), readable(phase.end_date)];
  const [earlierStart, earlierEnd] = [readable(before.start_date), readable(before.end_date)];
  const own = start ?? end;
  const other = start ? earlierStart : (earlierStart ?? earlierEnd);
  if (!own || !other || own.value >= other.value) return undefined;
  const wholly = (end ?? own).value < other.value;
  const first = quoteShort(before.name?.text || before.id?.text || 'another one', 40);
  return {
    at: own,
    severity: wholly ? 'warning' : 'info',
    message: `${phaseName(phase)} ${own === start ? 'starts' : 'ends'} on ${formatFullDay(own.value)}, earlier than ${first}, which is listed in front of it and ${other === earlierStart ? 'starts' : 'ends'} on ${formatFullDay(other.value)}. Correct the days, or list the phases in the order in which they run.`,
    related: [{ at: other, message: `${phaseName(before)} ${other === earlierStart ? 'starts' : 'ends'} here` }],
  };
}

interface Outsider {
  readonly milestone: Milestone;
  readonly day: Readable<Day>;
  readonly limit: Readable<Day>;
}

/** One finding for each milestone outside its phase, or one for the phase if none of several is inside. */
function outsiders(phase: Phase, milestones: readonly Milestone[], plan: Plan): readonly Report[] {
  const dated = milestones.filter(
    one => one.status?.value !== 'skipped' && (readable(one.target_date) ?? readable(one.start_date)),
  );
  const outside = dated.flatMap(milestone => outsider(milestone, phase) ?? []);
  if (outside.length > 1 && outside.length === dated.length) {
    const open = outside.some(({ milestone }) => isOpen(milestone));
    return [
      {
        at: phase,
        severity: open ? 'warning' : 'hint',
        message: `${phaseName(phase)} ${runsWhen(phase)}, but all ${count(dated.length, 'milestone')} in it lie outside these days. Correct the days of the phase, or those of its milestones.`,
        related: outside.slice(0, 5).map(({ milestone, day }) => ({ at: day, message: milestoneName(milestone) })),
      },
    ];
  }
  return outside.map(({ milestone, day, limit }) => ({
    at: day,
    severity: loudness(milestone, day, plan),
    message: `${milestoneName(milestone)} ${day === milestone.start_date ? 'starts' : 'is due'} on ${formatFullDay(day.value)}, outside its phase: ${quoteShort(phase.name?.text || phase.id?.text || '', 40)} ${runsWhen(phase)}. Move the milestone, name another phase, or correct the days of this one.`,
    related: [{ at: limit, message: `${phaseName(phase)} ${limit === phase.end_date ? 'ends' : 'starts'} here` }],
  }));
}

function outsider(milestone: Milestone, phase: Phase): Outsider | undefined {
  const [start, end] = [readable(phase.start_date), readable(phase.end_date)];
  for (const day of [readable(milestone.target_date), readable(milestone.start_date)]) {
    if (day && start && day.value < start.value) return { milestone, day, limit: start };
    if (day && end && day.value > end.value) return { milestone, day, limit: end };
  }
  return undefined;
}

/** What is done cannot be moved any more; of what is due after its outcome, `milestone-after-outcome` speaks louder. */
function loudness(milestone: Milestone, day: Readable<Day>, plan: Plan): Severity {
  if (!isOpen(milestone)) return 'hint';
  const outcome = outcomeOf(milestone, plan);
  const due = outcome && dueField(outcome)?.value;
  return due !== undefined && day === milestone.target_date && day.value > due ? 'info' : 'warning';
}

function phasesExample(due: string): string {
  return `phases:
  - id: connect
    name: Connect
    start_date: 2026-01-12
    end_date: 2026-03-31
  - id: roll-out
    name: Roll out
    start_date: 2026-04-01
    end_date: 2026-08-31
milestones:
  - name: Address check live in the south
    outcome: O2
    phase: connect
    target_date: ${due}
    status: pending
    owner: Ken Abe
`;
}

import { type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { DecisionStep, Field, Milestone } from '../../model/index.ts';
import { isMisread } from '../../model/readable.ts';
import type { Editor } from '../../syntax/edit.ts';
import { count } from '../../words.ts';
import { isMisnamed } from '../format/misnamed.ts';
import { workName } from '../milestones/work.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

type Step = Milestone | DecisionStep;
type Context = RuleContext<Readonly<Record<never, never>>>;

export default defineRule({
  id: 'milestone-completion-contradiction',
  severity: 'warning',
  summary: 'A milestone whose status and actual date disagree',
  why: `Progress is counted from the status, slips from the dates. Where the two disagree the customer sees a number that
one side of the table knows to be wrong. A complete milestone needs the day on which it was done, an actual date makes it
complete, and neither can lie ahead. The steps of a decision are held to the same. For a skipped milestone an actual
date may be the day it was dropped, so there this is a hint.`,
  looksAt: ['milestone', 'decisionStep'],
  reads: [],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `decision:
  decision_date: "2026-04-30"
  steps:
    - name: Security questionnaire answered
      kind: security
      owner: Ken Abe
      target_date: "2026-01-30"
      status: complete
    - name: Contract read by legal
      kind: legal
      owner: Dana Ruiz
      target_date: "2026-03-31"
      status: pending
`,
      good: `decision:
  decision_date: "2026-04-30"
  steps:
    - name: Security questionnaire answered
      kind: security
      owner: Ken Abe
      target_date: "2026-01-30"
      actual_date: "2026-01-28"
      status: complete
    - name: Contract read by legal
      kind: legal
      owner: Dana Ruiz
      target_date: "2026-03-31"
      status: pending
`,
    },
  ],
  check(step, context) {
    const done = step.actual_date?.value;
    if (done && done > context.today) return inTheFuture(step, done, context);
    if (done) return doneButOpen(step, done, context);
    // A day that cannot be read is spoken of by invalid-date.
    const blank = !step.actual_date || step.actual_date.text === '';
    if (blank && step.status?.value === 'complete' && !isMisnamed(step, 'actual_date'))
      completeWithoutDay(step, step.actual_date ?? step.status, context);
  },
});

function completeWithoutDay(step: Step, at: Field<unknown>, { today, report }: Context): void {
  const planned = step.target_date?.value;
  const past = planned && planned < today ? planned : undefined;
  report({
    at,
    message: `${workName(step)} is complete, but its actual date is missing, so nobody can see whether it was on time. Write the day on which it was done.`,
    fixes: edit =>
      [past && setDay(step, past, ', as it was planned', edit), setDay(step, today, ', today', edit)].map(
        fix => fix || undefined,
      ),
  });
}

function doneButOpen(step: Step, done: Day, { today, report }: Context): void {
  const { status } = step;
  if (status?.value === 'complete' || isMisread(status)) return;
  const skipped = status?.value === 'skipped';
  const open = step.target_date?.value !== undefined && step.target_date.value >= today;
  report({
    at: status && status.text !== '' ? status : (step.actual_date ?? step),
    ...(skipped && { severity: 'hint' as const }),
    message: `${workName(step)} was done on ${formatFullDay(done)} by its actual date, but ${status?.value ? `its status is ${status.value}` : 'no status says so'}. ${skipped ? 'If it was done after all, mark it complete.' : 'Mark it complete, or take the date out.'}`,
    ...(step.actual_date &&
      status?.text && { related: [{ at: step.actual_date, message: `Done on ${formatFullDay(done)}` }] }),
    fixes: edit => [statusFix(step, edit), skipped || open ? emptied(step, edit) : undefined],
  });
}

function inTheFuture(step: Step, done: Day, { today, report }: Context): void {
  const complete = step.status?.value === 'complete';
  const open = step.target_date?.value !== undefined && step.target_date.value >= today;
  report({
    at: step.actual_date ?? step,
    message: `${workName(step)} has ${formatFullDay(done)} as its actual date, and that is ${count(daysBetween(today, done), 'day')} ahead. Write the day on which it was done${complete ? '' : ', or leave it empty until it is'}.`,
    fixes: edit => [
      complete
        ? setDay(step, today, ', today', edit)
        : open || step.status?.value === 'skipped'
          ? emptied(step, edit)
          : undefined,
    ],
  });
}

function statusFix(step: Step, edit: Editor): Fix | undefined {
  const change = setField(edit, step, 'status', 'complete', {
    after: ['actual_date', 'target_date', 'name'],
    word: true,
  });
  return change && { title: 'Set status to complete', edits: [change], safe: false };
}

function setDay(step: Step, day: Day, why: string, edit: Editor): Fix | undefined {
  const change = setField(edit, step, 'actual_date', day, {
    after: ['target_date', 'name'],
    near: ['target_date', 'start_date', 'name'],
  });
  return change && { title: `Set actual_date to ${formatFullDay(day)}${why}`, edits: [change], safe: false };
}

function emptied(step: Step, edit: Editor): Fix | undefined {
  if (!step.actual_date || step.actual_date.borrowed) return undefined;
  return {
    title: 'Empty actual_date: it is not done yet',
    edits: [edit.replace(step.actual_date, 'null')],
    safe: false,
  };
}

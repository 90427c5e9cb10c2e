import { formatFullDay } from '../../day.ts';
import type { DecisionStep, Milestone } from '../../model/index.ts';
import { daysLate, isBlocked, isOpen } from '../../model/milestones.ts';
import { english } from '../../phrase.ts';
import { milestoneIndex, type Step } from '../../rules/milestones/milestone-index.ts';
import { capitalise, enumerate, spoken } from '../../words.ts';
import { away, late, slip } from '../distance.ts';
import { named, type Telling } from './telling.ts';

/** As many others are named at once. */
const MOST = 4;

/** Where a milestone stands: its status and day, what is in its way, what it waits for, and what waits for it. */
export function milestoneWords(milestone: Milestone, telling: Telling): string[] {
  const { plan, pen } = telling;
  const index = milestoneIndex(plan);
  const before = index.dependenciesOf(milestone).flatMap(({ on }) => (on ? [on] : []));
  const behind = index.waiting.filter(
    one => one !== milestone && index.dependenciesOf(one).some(({ on }) => on === milestone),
  );
  const blockers = milestone.blockers.items.filter(({ text }) => text !== '');
  return [
    stateWords(milestone, telling),
    isBlocked(milestone) && blockers.length > 0
      ? `Blocked by: ${enumerate(blockers.slice(0, MOST).map(({ text }) => pen.text(text)))}.`
      : '',
    before.length > 0 ? `Waits for ${listed(before, telling, true)}.` : '',
    behind.length > 0 ? `${listed(behind, telling, false)} ${behind.length === 1 ? 'waits' : 'wait'} for it.` : '',
  ];
}

/** `in progress, Ken Abe; due 31 Mar 2026, in 49 days.` */
export function stateWords(step: Milestone | DecisionStep, { plan, today, pen }: Telling): string {
  const owners = step.definition === 'milestone' ? step.owner.items : step.owner ? [step.owner] : [];
  const who = owners.filter(({ text }) => text !== '').map(({ text }) => pen.text(text));
  const state = step.status?.text ? spoken(step.status.text) : 'no status';
  const planned = step.target_date?.value;
  const actual = step.actual_date?.value;
  const behind = step.definition === 'milestone' ? daysLate(step, today, plan) : 0;
  const days = actual
    ? `done on ${formatFullDay(actual)}${planned ? slipOf(planned, actual) : ''}`
    : planned
      ? `due ${formatFullDay(planned)}, ${behind > 0 ? pen.strong(english(late(behind))) : english(away(today, planned))}`
      : '';
  const first = [pen.text(state), enumerate(who)].filter(Boolean).join(', ');
  const closed = step.definition === 'milestone' && !isOpen(step) && !actual;
  return `${capitalise([first, closed ? '' : days].filter(Boolean).join('; '))}.`;
}

function slipOf(planned: Parameters<typeof slip>[0], actual: Parameters<typeof slip>[1]): string {
  const slipped = slip(planned, actual);
  return slipped ? `, ${english(slipped)}` : ', on the day';
}

function listed(steps: readonly Step[], telling: Telling, withState: boolean): string {
  const words = steps.slice(0, MOST).map(step => {
    const name = named(
      telling,
      step,
      (step.definition === 'milestone' ? step.id?.text : '') || step.name?.text || 'a step',
      50,
    );
    return withState && step.status?.text ? `${name} (${telling.pen.text(spoken(step.status.text))})` : name;
  });
  return enumerate(steps.length > MOST ? [...words, `${steps.length - MOST} more`] : words);
}

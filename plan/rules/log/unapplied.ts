import { type Day, formatDay, formatFullDay } from '../../day.ts';
import type { Field, Milestone, Outcome } from '../../model/index.ts';
import type { People, Person } from '../../model/people.ts';
import { comparable, type Quantity, quantityOf, readQuantity } from '../../quantity/index.ts';
import { quoteShort, stopped } from '../../words.ts';
import { firstDayFrom, type WrittenDate } from '../../written-day.ts';
import { quantityIn } from '../measures/measured.ts';
import { inUnitOf, isBare } from '../measures/said-changes.ts';
import { whoIsMeant } from '../people/who-is-meant.ts';
import type { Report } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import type { Changeable } from './change-subject.ts';
import type { LoggedChange } from './logged-changes.ts';

/** What is to be said of a logged change: undefined where the plan shows it, or shows something that came later. */
export function unapplied(logged: LoggedChange, people: People): Report | undefined {
  return ofDay(logged) ?? ofOwner(logged, people) ?? ofGoal(logged);
}

function nameOf(about: Changeable): string {
  if (about.definition === 'milestone') return about.name?.text ? quoteShort(about.name.text) : 'this milestone';
  return about.label || 'this one';
}

/** A day that was moved. Another day than the old one was set later, and is no contradiction. */
function ofDay({ change, about, reviewed, decisions }: LoggedChange): Report | undefined {
  if ((change.property !== 'date' && change.property !== 'start') || about.definition === 'risk') return undefined;
  const field = dayField(about, change.property);
  const to = firstDayFrom(change.to, reviewed);
  if (
    !field?.value ||
    !to ||
    isSame(field.value, change.to) ||
    decisions.some(decision => decision.day === field.value)
  )
    return undefined;
  if (change.from && !isSame(field.value, change.from)) return undefined;
  const short = (day: Day) => (day.slice(0, 4) === reviewed.slice(0, 4) ? formatDay(day) : formatFullDay(day));
  // The day that the plan still has is the old one: a day without its year may be nearer to the review in another year.
  const was = change.from && field.value;
  const others = decisions.filter(decision => decision.day !== to);
  const moved = change.property === 'start' ? 'moved the start of' : 'moved';
  return {
    at: field,
    message: `The review of ${formatFullDay(reviewed)} ${moved} ${nameOf(about)} ${was ? `from ${short(was)} ` : ''}to ${short(to)}, but the plan ${was ? 'still says' : 'says'} ${short(field.value)}. Move it, or correct the log.`,
    related: others.map(({ entry, day }) => ({ at: entry, message: `This decision names ${formatFullDay(day)}` })),
    fixes: edit => {
      if (field.borrowed) return [];
      return [...new Set([to, ...others.map(decision => decision.day)])].map(day => ({
        title: `Move to ${formatFullDay(day)}${day === to ? ', as the log says' : ', as was decided'}`,
        edits: [edit.setValue(field, day)],
        safe: false,
      }));
    },
  };
}

function dayField(about: Milestone | Outcome, property: 'date' | 'start'): Field<Day> | undefined {
  if (about.definition === 'milestone') return property === 'start' ? about.start_date : about.target_date;
  return property === 'start' ? undefined : about.target?.target_date;
}

/** Whether a day is the one that somebody wrote, perhaps without its year. */
export function isSame(day: Day, written: WrittenDate): boolean {
  const [year, month, date] = day.split('-').map(Number);
  return month === written.month && date === written.day && (written.year === undefined || written.year === year);
}

/** An owner who handed over. An owner other than the one before came later. */
function ofOwner({ change, about, reviewed }: LoggedChange, people: People): Report | undefined {
  if (change.property !== 'owner') return undefined;
  const find = (name: string): Person | undefined => people.find(name)?.person ?? whoIsMeant(name, people)?.person;
  const owners = (about.definition === 'milestone' ? about.owner.items : [about.owner])
    .filter(owner => owner !== undefined && !isPlaceholder(owner.text))
    .filter(owner => owner !== undefined);
  const [to, from] = [find(change.to), change.from === undefined ? undefined : find(change.from)];
  const name = to?.name?.text;
  const field = change.from === undefined ? owners[0] : owners.find(owner => find(owner.text) === from);
  if (
    !to ||
    !name ||
    !field ||
    owners.some(owner => find(owner.text) === to) ||
    (change.from !== undefined && !from) ||
    (change.from === undefined && owners.length > 1)
  )
    return undefined;
  return {
    at: field,
    message: `The review of ${formatFullDay(reviewed)} handed ${nameOf(about)} over to ${name}, but the plan ${from ? 'still names' : 'names'} ${stopped(field.text)} Change the owner, or correct the log.`,
    fixes: edit => [
      field.borrowed
        ? undefined
        : { title: `Change the owner to ${name}`, edits: [edit.setValue(field, name)], safe: false },
    ],
  };
}

/** A goal that was raised or lowered. */
function ofGoal({ change, about, reviewed }: LoggedChange): Report | undefined {
  if (change.property !== 'goal' || about.definition !== 'outcome') return undefined;
  const field = about.target?.goal;
  const goal = quantityIn(field);
  if (!field || !goal) return undefined;
  const { to, from } = goalsIn(change, goal);
  if (!to || comparable(goal, to) !== true || isEqual(goal, to)) return undefined;
  if (change.from !== undefined && !(from && comparable(goal, from) === true && isEqual(goal, from))) return undefined;
  const text = goalText(change, field.text, goal);
  return {
    at: field,
    message: `The review of ${formatFullDay(reviewed)} changed the goal of ${nameOf(about)} ${change.from ? `from ${change.from} ` : ''}to ${change.to}, but the plan ${from ? 'still says' : 'says'} ${quoteShort(field.text)}. Change it, or correct the log.`,
    fixes: edit => [
      field.borrowed || text === undefined
        ? undefined
        : { title: `Change the goal to ${text}`, edits: [edit.setValue(field, text)], safe: false },
    ],
  };
}

/** A goal that is logged, and the one before it. A unit may be said once: at one of the two (“from 4 to 5 minutes”), or in the plan alone, if its goal is the old one. */
function goalsIn(
  { from: before, to: written }: Logged,
  goal: Quantity,
): { readonly to: Quantity | undefined; readonly from: Quantity | undefined } {
  const to = quantityOf(readQuantity(written));
  const from = before === undefined ? undefined : quantityOf(readQuantity(before));
  if (!to || !from || isBare(goal)) return { to, from };
  const unit = isBare(to) ? (isBare(from) ? goal : from) : to;
  return { to: isBare(to) ? inUnitOf(to, unit) : to, from: isBare(from) ? inUnitOf(from, unit) : from };
}

/** The goal as the plan is to write it, with what else stands there; undefined where that cannot be told. */
function goalText({ from, to }: Logged, written: string, goal: Quantity): string | undefined {
  const isFigure = FIGURE.test(to);
  if (from === undefined || (FIGURE.test(from) && !isFigure)) return to;
  const at = written.indexOf(from);
  const cut = /[\d.,]/.test(written.charAt(at - 1) + written.charAt(at + from.length));
  if (goal.of || at < 0 || cut) return isFigure ? undefined : to;
  return written.replace(from, isFigure ? from.replace(/\d[\d.,]*/, to) : to);
}

interface Logged {
  readonly from: string | undefined;
  readonly to: string;
}

const FIGURE = /^\d[\d.,]*$/;

function isEqual(a: Quantity, b: Quantity): boolean {
  return Math.abs(a.value - b.value) <= 1e-9 * Math.max(Math.abs(a.value), Math.abs(b.value));
}

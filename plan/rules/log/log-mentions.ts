import { parseDay } from '../../day.ts';
import type { DeltaProperty, PlanDelta } from '../../history/deltas.ts';
import type { Milestone, Outcome, Plan } from '../../model/index.ts';
import { leadingDay } from '../../written-day.ts';
import { resolveSubject } from './change-subject.ts';
import { readPlanChanges } from './plan-changes.ts';
import { isSame } from './unapplied.ts';

/** What a change is about, for finding it in a log: its names, and the outcome that it belongs to. */
export interface Changed {
  readonly property: DeltaProperty | 'dropped';
  readonly about: PlanDelta['about'];
  readonly outcome: Outcome | undefined;
  readonly to: string;
}

/**
 * Whether an entry of a review log says that something was changed. Entries are written by people in a hurry: one that names the thing and the
 * kind of change is enough, and so is one that speaks of all dates, goals or owners. One that is precise about another thing is none.
 */
export function isMentioned(changed: Changed, entry: string, plan: Plan): boolean {
  const text = entry.slice(0, 1000).toLowerCase();
  if (isExactlyElsewhere(changed, entry, plan)) return false;
  if (!KINDS[changed.property].test(text) && !isSomeChange(text) && !namesValue(changed, entry)) return false;
  return namesSubject(changed, text) || (ALL[changed.property].test(text) && !namesAnother(changed, text, plan));
}

/** Whether an entry, whatever its age, says in so many words that this thing got this value. */
export function isExactly({ property, about, to }: Changed, entry: string, plan: Plan): boolean {
  return readPlanChanges(entry).some(change => {
    if (change.property !== property || resolveSubject(change.subject, plan) !== about) return false;
    const day = parseDay(to);
    if (change.property === 'date') return day !== undefined && isSame(day, change.to);
    return typeof change.to === 'string' && change.to.toLowerCase() === to.toLowerCase();
  });
}

const ANY_CHANGE =
  /\b(?:chang|revis|updat|adjust|amend|re-?scop|re-?plan|re-?baselin|re-?negotiat|re-?work|re-?set|re-?defin|re-?phras|correct|replac)/;
const KINDS: Readonly<Record<Changed['property'], RegExp>> = {
  date: /dates?\b|deadline|\bdue\b|\bmov(?:e|ed|ing)\b|postpon|delay|push|slip|extend|extension|schedul|timeline|later|earlier|bring|brought|forward|pull|shift|weeks?\b|months?\b|quarter|\bq[1-4]\b/,
  goal: /goals?\b|targets?\b|rais|lower|increas|decreas|reduc|ambitio|relax|tighten|\bfrom\b.+\bto\b|→|->/,
  owner:
    /own(?:s|ed|er)|hand(?:s|ed|ing)?\b|assign|transfer|t(?:ake|akes|aken|ook) over|over to|responsib|\bleads?\b|passed|replac|now with|\bfrom\b.+\bto\b|→|->/,
  baseline: /baseline|re-?measur|starting|initial|correct|\bfrom\b.+\bto\b|→|->/,
  measured: /baseline|re-?measur|starting|initial|correct/,
  dropped:
    /drop|remov|cancel|retir|defer|postpon|park|merg|no longer|out of scope|de-?scop|stop|abandon|clos|paus|delet|fold|split|archiv|discontinu|withdr|gave up|given up|not pursu|focus|instead/,
};
const ALL: Readonly<Record<Changed['property'], RegExp>> = {
  date: /\b(?:dates|deadlines|timelines?|schedule|milestones|outcomes|everything|whole plan|plan)\b/,
  goal: /\b(?:goals|targets|outcomes|everything)\b/,
  owner: /\b(?:owners|ownership|milestones|outcomes|everything)\b/,
  baseline: /\bbaselines\b/,
  measured: /\bbaselines\b/,
  dropped: /\boutcomes\b/,
};

/** An entry that can be read in one way only, and in that way is about something else. */
function isExactlyElsewhere({ property, about, outcome }: Changed, entry: string, plan: Plan): boolean {
  const changes = readPlanChanges(entry);
  const things = changes.map(change => resolveSubject(change.subject, plan));
  const isHere = (thing: unknown) => thing === about || (about.definition !== 'outcome' && thing === outcome);
  const kinds = changes.map(change => (change.property === 'start' ? 'date' : change.property));
  return (
    changes.length > 0 &&
    things.every(thing => thing !== undefined) &&
    !things.some((thing, at) => isHere(thing) && (kinds[at] === property || property === 'dropped'))
  );
}

/** “O1 revised”; what was only measured or reported is no change of the plan. */
function isSomeChange(text: string): boolean {
  return ANY_CHANGE.test(text) && !/\b(?:status|measurements?)\b/.test(text);
}

function namesValue({ property, to }: Changed, entry: string): boolean {
  if (property === 'date' || property === 'measured')
    return [...entry.matchAll(/\b[\dA-Z]/gi)].some(({ index }) => leadingDay(entry.slice(index)) !== undefined);
  const text = entry.toLowerCase();
  return property === 'owner'
    ? wordsOf(to).some(word => hasWord(text, word))
    : to !== '' && text.includes(to.toLowerCase());
}

function namesSubject({ about, outcome }: Changed, text: string): boolean {
  return isNamed(about, text) || (outcome !== undefined && outcome !== about && isNamed(outcome, text));
}

/** By its id, by the greater part of its name, or in a plan's own words. */
function isNamed(thing: PlanDelta['about'], text: string): boolean {
  const id = thing.id?.text.trim().toLowerCase();
  if (id && hasWord(text, id)) return true;
  const name = thing.definition === 'milestone' ? thing.name?.text : thing.description?.text;
  const words = wordsOf(name ?? '');
  const there = wordsOf(text);
  const shared = words.filter(word => there.some(other => isAlike(word, other))).length;
  return (
    shared > 0 && shared >= Math.min(words.length, thing.definition === 'milestone' ? Math.ceil(words.length / 2) : 2)
  );
}

/** An entry about all of a kind that still names one by its id speaks of that one only. */
function namesAnother({ about, outcome }: Changed, text: string, plan: Plan): boolean {
  const others: readonly (Outcome | Milestone)[] = [...plan.outcomes.items, ...plan.milestones.items];
  return others.some(
    one => one !== about && one !== outcome && one.id?.text && hasWord(text, one.id.text.toLowerCase()),
  );
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + word.length))) return true;
  }
  return false;
}

function wordsOf(text: string): readonly string[] {
  const all = text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
  return [...new Set(all.filter(word => word.length > 3 && !COMMON.has(word)))].slice(0, 40);
}

const COMMON: ReadonlySet<string> = new Set(
  'from with into that than their every each this date dates goal target owner moved changed outcome milestone baseline'.split(
    ' ',
  ),
);

/** One word in two forms: “training” and “trained”. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const least = Math.max(4, Math.min(a.length, b.length) - 3);
  return a.slice(0, least) === b.slice(0, least);
}

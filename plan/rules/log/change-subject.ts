import type { Milestone, Outcome, Plan, Risk } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { inEach } from '../../model/outcomes.ts';
import { oncePer } from '../../once.ts';
import type { Subject } from './written-subject.ts';

/** Something in the plan that a review can change. */
export type Changeable = Outcome | Milestone | Risk;

/**
 * The one thing that a subject means in this plan; undefined where it could be several or none. Names must be whole (`exact`), may leave out words
 * of the only milestone that has all the others (`shortened`), or, to tie a decision to something that is known already, may be other forms of
 * words that only one milestone's name has (`likely`).
 */
export function resolveSubject(
  subject: Subject,
  plan: Plan,
  names: 'exact' | 'shortened' | 'likely' = 'exact',
): Changeable | undefined {
  const { ordinal, name, quoted } = subject;
  const known = thingsOf(plan);
  const { row } = known;
  const named = withId(known.milestones, subject.words);
  if (named.length === 1) return subject.aside ? undefined : named[0];
  const owners = subject.ids.length > 0 ? [] : outcomesOf(subject.words, known, plan);
  const ids = owners.length === 1 ? [owners[0]?.id?.text ?? ''] : subject.ids;
  if (owners[0] && ids.length === 1 && (name === '' || /^[\d_a-z]+$/i.test(name)))
    return ordinal === undefined ? owners[0] : milestonesOf(owners[0], plan).at(ordinal < 0 ? ordinal : ordinal - 1);
  const wanted = new Set(ids.map(lower));
  const outcomes = pick(known.outcomes, wanted);
  const risks = pick(known.risks, wanted);
  const milestones = pick(known.milestones, wanted);
  const found = outcomes.length + risks.length + milestones.length;
  const [outcome] = outcomes;
  if (found !== wanted.size && !(isNumbered(ids) && outcome && found === 1)) return undefined;
  if (outcomes.length > 1 || risks.length > 1 || milestones.length > 1) return undefined;
  if (subject.aside && (risks[0] || milestones[0])) return undefined;
  if (risks[0]) return outcome || milestones[0] || ordinal !== undefined ? undefined : risks[0];
  const own = outcome ? milestonesOf(outcome, plan) : row;
  if (milestones[0]) return own.includes(milestones[0]) ? milestones[0] : undefined;
  const number = ordinal ?? numberIn(ids);
  if (number !== undefined) {
    const among = outcome ? own : plan.outcomes.items.length === 1 ? row : [];
    const counted = among.at(number < 0 ? number : number - 1);
    return counted && (name === '' || !quoted || fits(name, counted)) ? counted : undefined;
  }
  if (name === '') return outcome;
  const called = known.names().get(wordsOf(name).join(' ')) ?? [];
  const whole = outcome ? own.filter(milestone => fits(name, milestone)) : called;
  if (whole.length > 0 || names === 'exact')
    return whole.length === 1
      ? whole[0]
      : outcome && !quoted && whole.length === 0 && IDLE.test(name)
        ? outcome
        : undefined;
  const has = names === 'likely' ? sharesAllWords : hasAllWords;
  const partly = own.filter(milestone => has(name, milestone.name?.text ?? ''));
  return partly.length === 1 ? partly[0] : undefined;
}

/** Words behind an outcome's id that name nothing else. */
const IDLE = /^(?:target|due|completion|delivery|itself|as a whole|overall)$/i;

/** `O1 M3`, where no milestone is called M3: the third one of O1. */
function numberIn(ids: readonly string[]): number | undefined {
  return isNumbered(ids) ? Number(/\d+$/.exec(ids[1] ?? '')?.[0]) : undefined;
}

function isNumbered(ids: readonly string[]): boolean {
  return ids.length === 2 && /^ms?-?\d+$/i.test(ids[1] ?? '');
}

/** What has one of these words as its id; ids without a figure or an underscore are words like others. */
function withId<T>(byId: ReadonlyMap<string, readonly T[]>, words: readonly string[]): readonly T[] {
  return pick(byId, new Set(words.filter(word => /\D/.test(word)).map(lower)));
}

/** The outcomes that are meant by `obj_2`, or by `outcome 1` where one id ends in that number and the others do not. */
function outcomesOf(words: readonly string[], known: Things, plan: Plan): readonly Outcome[] {
  const numbers = new Set(words.flatMap(word => /^outcome (\d+)$/.exec(word)?.[1] ?? []).map(Number));
  const exact = withId(known.outcomes, words);
  if (exact.length > 0 || numbers.size !== 1) return exact;
  return plan.outcomes.items.filter(({ id }) =>
    numbers.has(Number(/^(?:o|out|obj|outcome|g|goal)?[-_ ]?(\d+)$/i.exec(id?.text ?? '')?.[1])),
  );
}

/** What can be meant, by id in small letters and milestones also by the words of their names; gone through once a plan. */
interface Things {
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
  readonly risks: ReadonlyMap<string, readonly Risk[]>;
  readonly milestones: ReadonlyMap<string, readonly Milestone[]>;
  names(): ReadonlyMap<string, readonly Milestone[]>;
  /** The milestones in their order. */
  readonly row: readonly Milestone[];
}

const thingsOf = oncePer((plan: Plan): Things => {
  const row = inEach(plan.outcomes.items, outcome => outcome.milestones.items).concat(plan.milestones.items);
  const idOf = (one: Changeable) => lower(one.id?.text ?? '');
  let names: ReadonlyMap<string, readonly Milestone[]> | undefined;
  return {
    row,
    outcomes: grouped(plan.outcomes.items, idOf),
    risks: grouped(plan.risks.items, idOf),
    milestones: grouped(
      row.filter(({ id }) => id),
      idOf,
    ),
    names: () => {
      names ??= grouped(row, comparableName);
      return names;
    },
  };
});

/** Made once for a milestone, which outlives its plan. */
const comparableName = oncePer((one: Milestone) => wordsOf(one.name?.text ?? '').join(' '));

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function pick<T>(byId: ReadonlyMap<string, readonly T[]>, wanted: ReadonlySet<string>): readonly T[] {
  return [...wanted].flatMap(id => (id === '' ? [] : (byId.get(id) ?? [])));
}

function fits(name: string, milestone: Milestone): boolean {
  return wordsOf(name).join(' ') === comparableName(milestone);
}

/** Every word of the phrase begins like a word of the name: “automation” and “Automated scheduling enabled”. */
function sharesAllWords(phrase: string, name: string): boolean {
  const there = wordsOf(name);
  const wanted = wordsOf(phrase).filter(word => word.length > 3);
  return wanted.length > 0 && wanted.every(word => there.some(other => isAlike(word, other)));
}

/** Every word of the phrase is in the name, the short ones too: “SSO training” is not “Training of the desks”. */
function hasAllWords(phrase: string, name: string): boolean {
  const there = wordsOf(name);
  const wanted = wordsOf(phrase);
  return wanted.length > 0 && wanted.every(word => there.includes(word));
}

/** One word in two forms: the same beginning of five letters at least, and of all but the last four of the shorter. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  let same = 0;
  while (same < a.length && a.charAt(same) === b.charAt(same)) same++;
  return same >= 5 && same >= Math.min(a.length, b.length) - 4;
}

function wordsOf(text: string): string[] {
  return lower(text)
    .split(/[^\p{L}\p{N}%]+/u)
    .filter(word => word !== '' && !NOISE.has(word));
}

const NOISE: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'in',
  'on',
  'to',
  'and',
  'milestone',
  'with',
]);

function lower(text: string): string {
  return text.toLowerCase();
}

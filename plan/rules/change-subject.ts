import type { Milestone, Outcome, Plan, Risk } from '../model/index.ts';
import { milestonesOf } from '../model/milestones.ts';
import type { Subject } from './written-subject.ts';

/** Something in the plan that a review can change. */
export type Changeable = Outcome | Milestone | Risk;

/**
 * The one thing that a subject means in this plan; undefined where it could be several or none. Names must be whole (`exact`), or, to tie a
 * decision to something that is known already, may be words that only one milestone's name has (`likely`).
 */
export function resolveSubject(
  { ids, ordinal, name, quoted }: Subject,
  plan: Plan,
  names: 'exact' | 'likely' = 'exact',
): Changeable | undefined {
  const outcomes = pick(plan.outcomes.items, ids);
  const risks = pick(plan.risks.items, ids);
  const row = all(plan);
  const milestones = pick(row, ids);
  const found = outcomes.length + risks.length + milestones.length;
  const [outcome] = outcomes;
  if (found !== new Set(ids.map(lower)).size && !(isNumbered(ids) && outcome && found === 1)) return undefined;
  if (outcomes.length > 1 || risks.length > 1 || milestones.length > 1) return undefined;
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
  const whole = own.filter(milestone => fits(name, milestone));
  if (whole.length > 0 || names === 'exact')
    return whole.length === 1
      ? whole[0]
      : outcome && !quoted && whole.length === 0 && IDLE.test(name)
        ? outcome
        : undefined;
  const partly = own.filter(milestone => sharesAllWords(name, milestone.name?.text ?? ''));
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

function pick<T extends Changeable>(items: readonly T[], ids: readonly string[]): T[] {
  const wanted = new Set(ids.map(lower));
  return items.filter(item => item.id?.text && wanted.has(lower(item.id.text)));
}

function all(plan: Plan): readonly Milestone[] {
  return [...plan.outcomes.items.flatMap(outcome => outcome.milestones.items), ...plan.milestones.items];
}

function fits(name: string, milestone: Milestone): boolean {
  return wordsOf(name).join(' ') === wordsOf(milestone.name?.text ?? '').join(' ');
}

/** Every word of the phrase begins like a word of the name: “automation” and “Automated scheduling enabled”. */
function sharesAllWords(phrase: string, name: string): boolean {
  const there = wordsOf(name);
  const wanted = wordsOf(phrase).filter(word => word.length > 3);
  return wanted.length > 0 && wanted.every(word => there.some(other => isAlike(word, other)));
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

import { leadingDay, type WrittenDate } from '../../written-day.ts';
import { MASK, type Subject, subjectOf } from './written-subject.ts';

/**
 * Entries of a review log, read: “O1 milestone 3 target date moved from Jan 15 to Mar 1”. Only what leaves no doubt is read as a change; an
 * entry about something proposed, uncertain or undone is none.
 */

/** What was changed: the day something is due or begins, who owns it, the goal of an outcome. */
export type Property = 'date' | 'start' | 'owner' | 'goal';

/** One change that a review agreed on. A date keeps its reading, an owner and a goal their text. */
export type PlanChange = { readonly subject: Subject } & (
  | { readonly property: 'date' | 'start'; readonly from: WrittenDate | undefined; readonly to: WrittenDate }
  | { readonly property: 'owner' | 'goal'; readonly from: string | undefined; readonly to: string }
);

const DOUBT =
  /\?|\b(?:not|n't|never|might|could|should|would|propos\w*|suggest\w*|request(?:ed|s)? to|consider\w*|to discuss|possib\w*|perhaps|tentativ\w*|if|unless|asks?|asked|wants?|pending|or|reverted|withdrawn|rejected|declined|decided against|cancel\w*)\b/i;
/** The verb, not the month. */
const MAY = /\bmay\b(?! \d)|(?<!\d(?:st|nd|rd|th)? (?:of )?)\bMay\b(?!,? \d)/;
const VERB =
  /\b(?:moved?|moving|chang(?:ed?|ing)|push(?:ed|ing)?|extend(?:ed|ing)?|postponed?|delay(?:ed)?|shift(?:ed)?|rescheduled?|brought|bring|pull(?:ed)?|updated?|revised?|reset|set|adjust(?:ed)?|reassign(?:ed)?|assign(?:ed)?|handed|hand|transferr?(?:ed)?|rais(?:ed?|ing)|lower(?:ed)?|increas(?:ed?|ing)|reduc(?:ed?|ing)|slipp?(?:ed|s)?|pass(?:ed|es)|tighten(?:ed)?|loosened|relaxed|cut|dropped|deferred|advanced|stretched|prolonged|amended|corrected|re-?planned|becomes?|became|moves|put|now|goes)\b|→|[-=]>/gi;
const TRAILS = /^(?:(?:back|out|forward|over|up|down|on|in|is|again|one more time)\b[\s,]*)+/i;
const DISTANCE = /^(?:by (?:about )?[\w ]{1,20}?|(?:about )?[\w]+ (?:day|week|month)s?),? (?=to |from )/i;
const AUXILIARY = /[\s,:–—-]*(?:\b(?:has been|have been|had been|was|were|is|are|be|been|will be|got)\b)?[\s,:–—-]*$/i;
/** “3% instead of 4%” says the same as “3% (was 4%)”. */
const INSTEAD = /,? \(?(?:instead of|rather than) (.+?)\)?$/i;
const WAS = String.raw`(?:,? \(?(?:was|were|previously|formerly|before|from|until now):? (?<from>.+?)\)?)`;
/** “Eva takes over the pilot from Per”, “Eva is now owner of the pilot (was Per)”, “Per hands the pilot to Eva”, “the pilot is now owned by Eva”. */
const TAKES = [
  /^(?<from>.+?) (?:hands|handed|hands over|handed over|gives|gave) (?!over\b|to\b|from\b)(?<what>.+?)(?: over)? to (?<to>.+)$/i,
  new RegExp(`^(?<what>.+?) (?:(?:is|was) )?now owned by (?<to>.+?)${WAS}?$`, 'i'),
  /^(?<to>.+?) now owns (?<what>.+)$/i,
  /^(?<to>.+?) (?:takes|took|has taken|will take|taking) over (?<what>.+?)(?: from (?<from>.+))?$/i,
  new RegExp(
    `^(?<to>.+?) (?:(?:is|becomes|became|as) )?(?:now )?(?:the )?(?:new |now )?owner of (?<what>.+?)${WAS}?$`,
    'i',
  ),
];
/** “O1 goal 3% (was 4%)”, “owner of O1 M2: Ravi (was Per)”. */
const STATED = new RegExp(
  String.raw`^(?<what>.*?\b(?:goal|owner|date|deadline|due|target(?![ _]date))\b.*?)(?:: | )(?<to>(?:\S+ ){0,3}?\S+)${WAS}$`,
  'i',
);
/** Reads one entry of `plan_changes` or `decisions`. Empty where nothing was changed for certain. Never throws. */
export function readPlanChanges(entry: string): readonly PlanChange[] {
  // “none”: one word changes nothing.
  if (/^\w*$/.test(entry)) return [];
  const parts = entry.slice(0, 600).split(/;\s+|\.\s+(?=[A-Z])/);
  const read = parts.map(readOne);
  return read.filter(change => change !== undefined);
}

function readOne(written: string): PlanChange | undefined {
  const quotes: string[] = [];
  const text = written
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/^[-*•]\s*|[.!]$/g, '')
    .replace(INSTEAD, ' (was $1)')
    .replaceAll(
      /[“"]([^”"]+)[”"]|(?<![\w])[‘']([^’']+)[’'](?!\w)/g,
      (_, a?: string, b?: string) => `\uE000${quotes.push(a ?? b ?? '') - 1}\uE000`,
    );
  if (DOUBT.test(text) || MAY.test(text)) return undefined;
  for (const taken of TAKES) {
    const { what = '', to = '', from } = taken.exec(text)?.groups ?? {};
    if (to !== '') return build(`owner ${what}`, from, to, quotes);
  }
  for (const verb of [...text.matchAll(VERB)].reverse()) {
    const before = text.slice(0, verb.index).trim();
    const after = text
      .slice(verb.index + verb[0].length)
      .trim()
      .replace(TRAILS, '')
      .replace(DISTANCE, '');
    const change =
      before === '' || /^(?:the|csm|team|we|agreed to|agreed|decided to|please|to)$/i.test(before)
        ? active(after, verb[0], quotes)
        : passive(before, after, verb[0], quotes);
    if (change) return change;
  }
  const { what = '', to = '', from } = STATED.exec(text)?.groups ?? {};
  return to === '' ? undefined : build(what, from, to, quotes);
}

/** `O1 milestone 3 target date` | `from Jan 15 to Mar 1` */
function passive(before: string, after: string, verb: string, quotes: readonly string[]): PlanChange | undefined {
  if (/[→>]/.test(verb)) return arrow(before, after, quotes);
  const values = valuesOf(after) ?? (/^(?:now|becomes?|became)$/i.test(verb) ? stated(after) : undefined);
  return values && build(ownerOf(verb) + before.replace(AUXILIARY, ''), values.from, values.to, quotes);
}

/** `O1 milestone 3: Jan 15` | `Mar 1`: what stands right before the arrow is the old value, where it is a day or parted by a colon. */
function arrow(before: string, after: string, quotes: readonly string[]): PlanChange | undefined {
  for (const space of before.matchAll(/\s\(?/g)) {
    const old = before.slice(space.index + space[0].length);
    if (leadingDay(old)?.length === old.length) return build(before.slice(0, space.index), old, after, quotes);
  }
  const colon = before.lastIndexOf(': ');
  return colon < 0
    ? build(before, undefined, after, quotes)
    : build(before.slice(0, colon), before.slice(colon + 2), after, quotes);
}

/** `O1 milestone 3 from Jan 15 to Mar 1`, `owner of O1 milestone 3 to Lisa Park` */
function active(after: string, verb: string, quotes: readonly string[]): PlanChange | undefined {
  for (const link of after.matchAll(/\s(?:from|to|until)\s/gi)) {
    const values = valuesOf(after.slice(link.index + 1));
    const change = values && build(`${ownerOf(verb)}${after.slice(0, link.index)}`, values.from, values.to, quotes);
    if (change) return change;
  }
  return undefined;
}

/** Some verbs say by themselves that it is the owner who changed. */
function ownerOf(verb: string): string {
  return /assign|hand|transfer|pass/i.test(verb) ? 'owner ' : '';
}

/** `from A to B`, `to B from A`, `to B (was A)`, `to B`. */
function valuesOf(text: string): { from: string | undefined; to: string } | undefined {
  const forth = /^from (.+?) (?:to|until|→|->) (.+)$/i.exec(text);
  if (forth?.[1] && forth[2]) return { from: forth[1], to: forth[2] };
  const back = /^(?:to|until|on|:) (.+?),? \(?(?:from|was|previously|formerly) (.+?)\)?$/i.exec(text);
  if (back?.[1] && back[2]) return { from: back[2], to: back[1] };
  const alone = /^(?:to|until|for|:|due(?: on)?|owned by|belongs to) (.+)$/i.exec(text);
  return alone?.[1] ? { from: undefined, to: alone[1] } : undefined;
}

const IS_NOW = new RegExp(`^(?<to>.+?)${WAS}$`, 'i');

/** What is so from now on: `Lars Hagen (was Ravi)`. */
function stated(text: string): { from: string | undefined; to: string } {
  const { to = text, from } = IS_NOW.exec(text)?.groups ?? {};
  return { from, to: to.replace(/^(?:due|owned by|with) /i, '') };
}

function build(
  phrase: string,
  from: string | undefined,
  to: string,
  quotes: readonly string[],
): PlanChange | undefined {
  const { property: named, rest } = propertyOf(phrase);
  const subject = subjectOf(rest, quotes);
  if (!subject) return undefined;
  const day = oneDay(to);
  // “O1 target” is its day or its goal: the new value tells which.
  const property = named ?? (!day && /\btarget\b/i.test(phrase) && /\d/.test(to) ? 'goal' : undefined);
  if (day && (property === undefined || property === 'date' || property === 'start')) {
    const was = from === undefined ? undefined : oneDay(from);
    if (from !== undefined && !was) return undefined;
    return { subject, property: property ?? 'date', from: was, to: day };
  }
  if (day || property === undefined || property === 'date' || property === 'start') return undefined;
  const value = (text: string) =>
    text
      .replaceAll(MASK, (_, n: string) => quotes[Number(n)] ?? '')
      .replace(
        /(?:,(?!\d)|[(;–—]| - | because | due to | as | since | after | following | with | so | until | per the ).*$/i,
        '',
      )
      .trim();
  if (value(to) === '') return undefined;
  return { subject, property, from: from === undefined ? undefined : value(from), to: value(to) };
}

/** A day that a text begins with, if it can be read in one way only. */
function oneDay(text: string): WrittenDate | undefined {
  const found = leadingDay(text.replace(/^(?:the|about) /i, ''));
  return found?.readings.length === 1 ? found.readings[0] : undefined;
}

const PROPERTIES: readonly (readonly [RegExp, Property])[] = [
  [/\b(?:planned )?start(?:ing)?[ _]date\b|\bstart\b/gi, 'start'],
  [
    /\b(?:target|due|end|completion|delivery|finish)[ _]date\b|\bdates?\b|\bdeadline\b|\bdue day\b|\btimeline\b/gi,
    'date',
  ],
  [/\bowner(?:ship)?\b|\bresponsib\w+\b|\blead\b/gi, 'owner'],
  [/\btarget[ _](?:value|goal)\b|\bgoal\b/gi, 'goal'],
];

/** Which property a phrase speaks of, and what else it says. */
export function propertyOf(phrase: string): { property: Property | undefined; rest: string } {
  for (const [words, property] of PROPERTIES) {
    if (phrase.search(words) >= 0)
      return { property, rest: phrase.replaceAll(words, ' ').replaceAll(/\s+/g, ' ').trim() };
  }
  return { property: undefined, rest: phrase.replace(/\btarget$/i, '').trim() };
}

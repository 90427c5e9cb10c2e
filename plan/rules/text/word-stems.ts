import { oncePerText } from '../../once.ts';

/**
 * The beginnings of the words that carry a text's meaning, so that “approval” and “approved”, “depot” and “depots” are the same. Words that any
 * plan is full of are left out. Never throws.
 */
export const stemsOf = oncePerText((text: string): ReadonlySet<string> => {
  const stems = new Set<string>();
  for (const word of text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    const single = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
    if (single.length < 3 || NOISE.has(word) || NOISE.has(single)) continue;
    stems.add(single.slice(0, STEM));
  }
  return stems;
});

/** So many letters tell words apart and still join their forms. */
const STEM = 5;

const NOISE: ReadonlySet<string> = new Set(
  `the and for with from into onto until till over under about after before between this that these those their there they them our ours
your yours its his her who whom which what when where why how not yet still has have had was were are been being will would can could may
might must shall should need needs needed needing require requires required requiring wait waits waiting awaiting awaits pending blocked
blocker block blocks blocking delay delays delayed delaying late slip slips slipped risk risks milestone milestones outcome outcomes plan plans
project projects customer customers vendor team teams people person work works working new old all any some more most none one two three
first second third next last week weeks month months day days quarter year years because due than then also only just very too due
get gets got make makes made take takes taken come comes go goes`.split(/\s+/),
);

/** Every word of a text in small letters, ids among them as one word each: `o1`, `risk-07`. Never throws. */
export const idsAndWordsOf = oncePerText(
  (text: string): ReadonlySet<string> =>
    new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu) ?? []),
);

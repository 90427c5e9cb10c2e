/** What an entry speaks of, as it is written there. */
export interface Subject {
  /** Ids in the order they stand: `O1`, `O1` and `M3`, `R1`. */
  readonly ids: readonly string[];
  /** Everything that may be an id of the plan's own making: `obj_2`, `OUT-01.3`, `1.2`, and `outcome 1` for the one with that number. */
  readonly words: readonly string[];
  /** The third milestone is 3; the last is -1. */
  readonly ordinal: number | undefined;
  /** A name in quotes, or the words that are left. */
  readonly name: string;
  readonly quoted: boolean;
  /** True for something else that belongs to what has the id: “the kick-off of M2”. */
  readonly aside: boolean;
}

/** Where a quoted name was: its number in the list of quotes. */
export const MASK = /\uE000(\d+)\uE000/g;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ORDINAL = new RegExp(
  String.raw`\b(?:(${ORDINALS.join('|')}|final|last)|(\d{1,2})(?:st|nd|rd|th)) milestone\b|\bmilestone (?:no\.? ?|number |# ?)?(\d{1,2})\b|(?<=\b[A-Za-z]{1,4}-?\d{1,3}\s?[·./#:]\s?)(\d{1,2})\b`,
  'i',
);
const ASIDE =
  /^(?:the )?(?!(?:target|completion|delivery|end|finish|milestones?|outcome|risk)\b)[\p{L}-]+(?: [\p{L}-]+)? (?:of|for) (?:milestone |risk )?[\p{L}\d._-]*\d$/iu;
const ID = /\b[A-Z]{1,4}-?\d{1,3}\b/g;
const FILLERS =
  /\b(?:the|of|for|in|on|its|their|our|outcome|risk|milestones?|and|to|s)\b|['’]s\b|[·:,#/()–—-]+|(?<!\w)\./gi;

/** The thing that a phrase names; undefined where nothing is left to find it by. */
export function subjectOf(phrase: string, quotes: readonly string[] = []): Subject | undefined {
  const quoted = [...phrase.matchAll(MASK)].map(match => quotes[Number(match[1])] ?? '');
  if (quoted.length > 1) return undefined;
  const bare = phrase.replaceAll(MASK, ' ');
  const ids = bare.match(ID) ?? [];
  const numbered = ORDINAL.exec(bare);
  const word = numbered?.[1]?.toLowerCase();
  const figure = Number(numbered?.[2] ?? numbered?.[3] ?? numbered?.[4]);
  const ordinal = !numbered
    ? undefined
    : word === 'last' || word === 'final'
      ? -1
      : word
        ? ORDINALS.indexOf(word) + 1
        : figure;
  const words = bare.replace(ORDINAL, ' ').replaceAll(ID, ' ').replaceAll(FILLERS, ' ').replaceAll(/\s+/g, ' ').trim();
  const name = quoted[0] ?? words;
  return ids.length === 0 && ordinal === undefined && name === ''
    ? undefined
    : { ids, words: idWords(bare), ordinal, name, quoted: quoted.length > 0, aside: ASIDE.test(bare.trim()) };
}

/** Words that a plan may use as ids: they hold a figure or an underscore, or are in capitals (`OTIF`). */
function idWords(text: string): readonly string[] {
  const words = text.split(/[\s,:;()·#]+/).map(word => word.replace(/(?:['’]s|[.,/–—-])+$/, ''));
  const numbered = [...text.matchAll(/\b(?:outcome|goal) (?:no\.? ?|# ?)?(\d{1,2})\b(?!\.\d)/gi)].map(
    match => `outcome ${match[1]}`,
  );
  return [...words.filter(word => /[\d_]|^[A-Z]{2,}$/.test(word) && word.length < 40), ...numbered];
}

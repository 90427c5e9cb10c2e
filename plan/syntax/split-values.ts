import type { Node, Pair, Problem, Scalar } from './tree.ts';

/**
 * What a comma has split in `{ }` and `[ ]`, where YAML ends a bare value at it: `{ amount: $40,000 }` is `$40` and a key `000`. The pieces
 * are read as the one value that is meant, and a problem says so.
 */

/** The text between two offsets of the tree. */
type Slice = (start: number, end: number) => string;

/**
 * The value with the piece behind it, where a key cannot be one: it has no colon, and begins with a figure or a capital letter, is made of several
 * words or holds a hyphen (`stay, over-75s`), as no field does but a team's own (`x-crm-id`).
 */
export function joinedInBraces(before: Pair | undefined, key: Scalar, slice: Slice): Scalar | undefined {
  const value = before?.value;
  if (value?.kind !== 'scalar' || value.style !== 'plain' || key.style !== 'plain') return undefined;
  if (!NO_FIELD.test(key.text) || !/^\s*[,}]/.test(slice(key.end, key.end + 200))) return undefined;
  return /^,[ \t]*$/.test(slice(value.end, key.start)) ? joined(value, key, slice) : undefined;
}

const NO_FIELD = /^[\d\p{Lu}]|\S[ \t]+\S|^(?!x-)[^-\s]+-/u;

/** The items, those made one that are the pieces of a number with its thousands: `[about 1,250 orders]`. */
export function joinedInBrackets(items: readonly Node[], slice: Slice): readonly Node[] {
  const whole: Node[] = [];
  for (const item of items) {
    const before = whole.at(-1);
    const split = before && isNumber(before, item, slice) ? joined(before, item, slice) : undefined;
    if (split) whole.pop();
    whole.push(split ?? item);
  }
  return whole;
}

/** True for the pieces of one number that has words or a sign beside it; figures alone may well be a list. */
function isNumber(before: Node, next: Node, slice: Slice): before is Scalar {
  if (before.kind !== 'scalar' || next.kind !== 'scalar' || before.style !== 'plain' || next.style !== 'plain')
    return false;
  return (
    slice(before.end, next.start) === ',' &&
    /(?:^|[\s$€£¥])\d{1,3}(?:,\d{3})*$/.test(before.text) &&
    /^\d{3}(?![\d.])/.test(next.text) &&
    /[^\d,]/.test(before.text + next.text)
  );
}

/** What is said of a joined value. */
export function splitProblem({ start, end, text }: Scalar): Problem {
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  const message = `Inside { } and [ ] a value ends at its first comma, so “${shown}” is torn apart here. Put it in quotes.`;
  return { start, end, code: 'SPLIT_VALUE', message };
}

function joined({ start }: Scalar, { end }: { readonly end: number }, slice: Slice): Scalar {
  const text = slice(start, end);
  return { kind: 'scalar', value: text, text, style: 'plain', start, end };
}

import { parseDay } from '../../day.ts';
import { readQuantity } from '../../quantity/index.ts';
import { type Node, type Part, resolve, type Scalar, type Span } from '../../syntax/tree.ts';
import { type CustomField, placeName, type TeamFormat } from '../../team-format.ts';
import { enumerate, quoteShort } from '../../words.ts';
import { standing } from './shape-words.ts';

/** An own field of a team that is not what the team said of it. */
export interface FieldViolation {
  readonly at: Span;
  readonly message: string;
  /** `place`: it stands where it was not declared. */
  readonly kind: 'value' | 'place';
  /** The value, where it is one scalar that may be replaced. */
  readonly scalar: Scalar | undefined;
  readonly field: CustomField;
}

type Path = readonly string[];

type Value = Exclude<Node, { kind: 'alias' }>;

/** The own fields of a part that do not hold what they were declared to hold. Undeclared ones are the team's business. Never throws. */
export function fieldViolations(part: Part, team: TeamFormat): FieldViolation[] {
  if (team.fields.size === 0) return [];
  const found: FieldViolation[] = [];
  const walk = (node: Node, path: Path): void => {
    // What an alias stands for is judged where it stands.
    if (node.kind === 'sequence') for (const item of node.items) walk(item, path);
    if (node.kind !== 'mapping') return;
    for (const { key, value } of node.pairs) {
      const field = team.fields.get(key.text);
      if (field) found.push(...judge(field, key, value, path));
      if (!key.text.startsWith('x-')) walk(value, [...path, key.text]);
    }
  };
  const field = team.fields.get(part.section);
  if (field && part.key) found.push(...judge(field, part.key, part.node, []));
  else if (field && part.kind === 'item') found.push(...judgeEntry(field, part.node));
  if (!part.section.startsWith('x-') && part.section !== 'internal') walk(part.node, [part.section]);
  return found;
}

function judge(field: CustomField, key: Scalar, node: Node, path: Path): FieldViolation[] {
  const place = placeName(path);
  if (field.in && !field.in.includes(place)) {
    const message = `“${field.name}” belongs in ${enumerate(field.in, 'or')}, as the configuration says, and not in ${place}.`;
    return [{ at: key, message, kind: 'place', scalar: undefined, field }];
  }
  const value = resolve(node);
  if (!value || (value.kind === 'scalar' && value.value === null)) return [];
  const wrong = misfit(field, value);
  if (wrong === undefined) return [];
  return [
    {
      at: value.kind === 'mapping' || node.end <= node.start ? key : node,
      message: `“${field.name}” ${wrong}`,
      kind: 'value',
      scalar: node.kind === 'scalar' ? node : undefined,
      field,
    },
  ];
}

/** An entry of a list at the top of the document, which is a part of its own. */
function judgeEntry(field: CustomField, node: Node): FieldViolation[] {
  if (field.type !== 'list' || (field.in && !field.in.includes(placeName([])))) return [];
  const wrong = entryMisfit(field, resolve(node));
  if (wrong === undefined) return [];
  const scalar = node.kind === 'scalar' ? node : undefined;
  return [{ at: node, message: `“${field.name}” ${wrong}`, kind: 'value', scalar, field }];
}

/** What is wrong with a value, to be read behind the field's name; undefined if it fits. */
function misfit(field: CustomField, value: Value): string | undefined {
  if (field.type === 'list') return listMisfit(field, value);
  if (value.kind !== 'scalar') return `should be ${KINDS[field.type]}, and here stands ${standing(value)}.`;
  const shown = quoteShort(value.text);
  if (field.type === 'one_of' && !field.values.includes(value.text))
    return `should be ${enumerate(field.values, 'or')}; ${shown} is none of them.`;
  if (!CHECKS[field.type](value)) return `should be ${KINDS[field.type]}, and ${shown} is none.`;
  if (field.pattern && !field.pattern.test(value.text.slice(0, LONGEST)))
    return `should look as the configuration says (${field.pattern.source.slice(4, -2)}), and ${shown} does not.`;
  return undefined;
}

function listMisfit(field: CustomField, value: Value): string | undefined {
  if (value.kind !== 'sequence') return `should be a list, and here stands ${standing(value)}.`;
  for (const item of value.items) {
    const wrong = entryMisfit(field, resolve(item));
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function entryMisfit(field: CustomField, entry: Value | undefined): string | undefined {
  if (!entry) return undefined;
  if (entry.kind !== 'scalar') return `should be a list of single values, and one of them is ${standing(entry)}.`;
  if (field.values.length === 0 || field.values.includes(entry.text)) return undefined;
  return `may hold ${enumerate(field.values, 'and')}; ${quoteShort(entry.text)} is none of them.`;
}

/** A pattern is tried on so much of a text. */
const LONGEST = 1000;

const KINDS: Readonly<Record<CustomField['type'], string>> = {
  text: 'a text',
  number: 'a number',
  date: 'a date, YYYY-MM-DD',
  money: 'an amount of money, such as $12,000',
  quantity: 'a quantity, such as 40 hours',
  yes_no: 'yes or no',
  one_of: 'one of a few words',
  list: 'a list',
};

const CHECKS: Readonly<Record<CustomField['type'], (value: Scalar) => boolean>> = {
  text: () => true,
  number: value => typeof value.value === 'number',
  date: value => parseDay(value.text.trim()) !== undefined,
  money: value => {
    const read = readQuantity(value.text);
    // A bare amount is money too: the currency is then known elsewhere.
    return (
      read.kind === 'not-measured' ||
      (read.kind === 'quantity' && ['money', 'number'].includes(read.quantity.dimension))
    );
  },
  quantity: value => readQuantity(value.text).kind !== 'not-measurable',
  yes_no: value => typeof value.value === 'boolean' || /^(yes|no)$/i.test(value.text),
  one_of: () => true,
  list: () => true,
};

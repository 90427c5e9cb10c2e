import type { Shape } from '../../schema/shape.ts';
import type { Violation } from '../../schema/validate.ts';
import { type Node, resolve } from '../../syntax/tree.ts';
import { enumerate, quoteShort } from '../../words.ts';

/** What is said of a field that nothing can be understood without. */
export function missing({ owner, property, path }: Extract<Violation, { kind: 'missing-key' }>): string {
  const which =
    typeof path.at(-1) === 'number' ? `${owner.title} ${Number(path.at(-1)) + 1}` : `This ${owner.title.toLowerCase()}`;
  const purpose = owner.properties?.get(property)?.description.split('\n')[0] ?? '';
  return `${which} has no ${property}. ${purpose || `Add “${property}:”.`}`;
}

/** What is said of a value of the wrong kind; `close` is the value that was probably meant. */
export function misfit(
  { node, shape, path }: Extract<Violation, { kind: 'misfit' }>,
  close: string | undefined,
): string {
  const name = String(path.findLast(step => typeof step === 'string') ?? shape.title.toLowerCase());
  const scalar = resolve(node);
  if (shape.values && scalar?.kind === 'scalar') {
    const known = shape.values.map(v => v.value);
    const advice = close ? `Did you mean “${close}”?` : `It can be ${enumerate(known, 'or')}.`;
    return `${quoteShort(scalar.text, 40)} is no ${shape.title.toLowerCase()}. ${advice}`;
  }
  const what = typeof path.at(-1) === 'number' ? `An entry of “${name}”` : `“${name}”`;
  return `${what} should be ${expected(shape)}, and here stands ${standing(scalar)}. ${remedy(shape, scalar)}`;
}

function expected(shape: Shape): string {
  if (shape.name === 'planChanges') return 'a list, or the word none';
  if (shape.name === 'personRefs') return 'a name or a list of names';
  if (shape.items && shape.orText) return 'one entry or a list';
  if (shape.items) return 'a list';
  if (shape.properties) return shape.orText ? 'text or a group of fields' : 'a group of fields';
  return shape.name === 'count' ? 'a whole number' : shape.name === 'yesNo' ? 'yes or no' : 'a single text';
}

/** What stands in a place, in words. */
export function standing(node: Exclude<Node, { kind: 'alias' }> | undefined): string {
  if (node?.kind === 'sequence') return 'a list';
  if (node?.kind === 'mapping') return 'a group of fields';
  if (typeof node?.value === 'boolean') return `${node.text}, which YAML reads as yes or no`;
  return typeof node?.value === 'number' ? 'a number' : `the text ${quoteShort(node?.text ?? '', 40)}`;
}

function remedy(shape: Shape, node: Exclude<Node, { kind: 'alias' }> | undefined): string {
  if (shape.items) return 'Put each entry on a line of its own, with a dash in front.';
  if (shape.properties) {
    const example = [...shape.properties.keys()].slice(0, 3).join(', ');
    return `Put its fields below it, indented: ${example} …`;
  }
  if (node?.kind === 'sequence' || node?.kind === 'mapping')
    return 'Write it as one value behind the colon; put it in quotes if it begins with [ or {.';
  if (shape.name === 'yesNo') return 'Write yes or no.';
  if (shape.name !== 'count') return 'Put it in quotes.';
  return /^\d+$/.test(node?.text ?? '') ? 'Take the quotes away.' : 'Write digits only.';
}

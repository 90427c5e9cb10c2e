import { PLAN_SECTIONS } from '../../generated/model.ts';
import type { Element, List, Plan } from '../../model/index.ts';
import { isSentence } from '../../rules/repair/writing.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { absolute, isTorn, type Node, OUTSIDE, type Part, type Section, sectionNamed } from '../../syntax/tree.ts';
import { asValue, type NewNode, written } from './new-node.ts';

/** A list of a plan's element, by its key; `after` are the keys that it stands behind where it is not there yet. */
export interface ListIn {
  readonly holder: Element;
  readonly key: string;
  readonly list: List<Element>;
  readonly after: readonly string[];
}

/**
 * Adds an item to a list inside an element, before the item at `index` (behind the last unless said), in the list's own style: braces or lines, and a
 * blank line where the others have one. Undefined where the list stands elsewhere, or something else stands in its place.
 */
export function addItem(
  edit: Editor,
  plan: Plan,
  { holder, key, list, after }: ListIn,
  item: NewNode,
  index = list.items.length,
): Edit | undefined {
  const { mapping } = holder;
  if (!mapping || holder.borrowed || isBorrowed(list) || isTornPart(holder.part)) return undefined;
  const { node } = list;
  if (!node || !list.key)
    return edit.insertKey(holder, key, asValue({ items: [item], flow: false }, mapping.flow).replace(/^ /, ''), after);
  if (node.kind === 'alias' || node.kind === 'mapping') return undefined;
  // The first of an empty `[]` is written on lines, as in the templates.
  if (!mapping.flow && isEmptyRow(node)) return edit.listInstead(list.key.part, list.key, [written(item, false)]);
  const isFlow = mapping.flow || (node.kind === 'sequence' && node.flow) || list.items.at(-1)?.mapping?.flow === true;
  const text = written(item, isFlow);
  if (node.kind === 'scalar' && node.value !== null)
    return isSentence(node) ? undefined : edit.listInstead(list.key.part, list.key, [text]);
  const change = edit.insertItem(list.key.part, node, list.key, index, text);
  return change && spaced(change, edit, plan, list, index, node.kind === 'sequence' && node.flow);
}

/** `[]`, with nothing between the brackets that could be lost. */
function isEmptyRow(node: Node): boolean {
  return node.kind === 'sequence' && node.flow && node.end - node.start === '[]'.length;
}

/** The same for a list at the top of a plan, which may be missing too. */
export function addToSection(
  edit: Editor,
  plan: Plan,
  name: keyof typeof PLAN_SECTIONS,
  list: List<Element>,
  item: NewNode,
  index = list.items.length,
): Edit | undefined {
  const section = sectionNamed(plan.syntax, name);
  if (!section) {
    const order = Object.keys(PLAN_SECTIONS);
    return edit.insertSection(
      `${name}:${asValue({ items: [item], flow: false })}`,
      order.slice(0, order.indexOf(name)).reverse(),
    );
  }
  if (isBorrowed(list) || isTornSection(section)) return undefined;
  const { node, key } = section.part;
  if (isSentence(node)) return undefined;
  const [before, next] = [list.items[index - 1], list.items[index]];
  const isFlow = node.kind === 'sequence' && node.flow && !isEmptyRow(node);
  const text = written(item, isFlow || list.items.at(-1)?.mapping?.flow === true);
  if (isFlow && next) return edit.replace({ part: next.part, start: next.start, end: next.start }, `${text}, `);
  if (isFlow && before) return edit.replace({ part: before.part, start: before.end, end: before.end }, `, ${text}`);
  if (!section.items && node.kind === 'sequence' && next) return edit.insertItem(section.part, node, key, index, text);
  if (!section.items || !before) {
    const first = next && key ? firstOf(edit, plan, key, text, next) : undefined;
    if (next) return first && spaced(first, edit, plan, list, index, false);
    return edit.appendPart(section.part, [], text);
  }
  const change = edit.appendPart(section.part, section.items.slice(0, index), text);
  return change && spaced(change, edit, plan, list, index, false);
}

/** Above the first item, right below the key: comments above an item stay with it. */
function firstOf(
  edit: Editor,
  plan: Plan,
  key: { readonly end: number },
  text: string,
  next: Element,
): Edit | undefined {
  const section = plan.syntax.sections.find(({ items }) => items?.[0] === next.part)?.part;
  if (!section) return undefined;
  const base = absolute(plan.syntax, { part: section, start: key.end, end: key.end }).start;
  const dash = absolute(plan.syntax, { part: next.part, start: 0, end: 0 }).start;
  const whole = textOf(edit, plan);
  const from = plan.syntax.start;
  const end = whole.indexOf('\n', base - from);
  const lineEnd = end < 0 ? -1 : end + from;
  if (lineEnd < 0 || lineEnd >= dash) return undefined;
  const column = dash - from - (whole.lastIndexOf('\n', dash - from - 1) + 1);
  const eol = whole.charAt(lineEnd - from - 1) === '\r' ? '\r\n' : '\n';
  const lines = `- ${text.replaceAll(/\n(?!\n)/g, '\n  ')}`.split('\n');
  const at = eol === '\r\n' ? lineEnd - 1 : lineEnd;
  return {
    start: at,
    end: at,
    newText: lines.map(line => `${eol}${line === '' ? '' : ' '.repeat(column)}${line}`).join(''),
  };
}

/** Where the items of a list have a blank line between them, the new one gets one too. */
function spaced(
  change: Edit,
  edit: Editor,
  plan: Plan,
  { items }: List<Element>,
  index: number,
  isFlow: boolean,
): Edit {
  const [one, other] =
    index >= items.length ? items.slice(-2) : items.slice(Math.max(0, index - 1), Math.max(0, index - 1) + 2);
  if (isFlow || !one || !other || change.start !== change.end) return change;
  const from = absolute(plan.syntax, one).start - plan.syntax.start;
  const to = absolute(plan.syntax, other).start - plan.syntax.start;
  const between = textOf(edit, plan).slice(from, to);
  const gap = /(\r?\n)[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*[ \t]*(?:-[ \t]*)?$/.exec(between);
  if (!gap) return change;
  const eol = gap[1] ?? '\n';
  return { ...change, newText: index === 0 ? change.newText + eol : eol + change.newText };
}

function textOf(edit: Editor, { syntax }: Plan): string {
  return edit.at({ part: OUTSIDE, start: 0, end: syntax.end - syntax.start });
}

function isBorrowed({ items, word, node }: List<Element>): boolean {
  return items.some(({ borrowed }) => borrowed) || word?.borrowed === true || node?.kind === 'alias';
}

/** True for a part that YAML cannot read whole: what is added there may end up elsewhere. */
export function isTornPart({ problems }: Part): boolean {
  return problems.some(isTorn);
}

/** True for a section whose own part or last item cannot be read whole. */
export function isTornSection({ part, items }: Section): boolean {
  return isTornPart(part) || items?.slice(-1).some(isTornPart) === true;
}

import { type Node, partsOf, resolve, type Span, type SyntaxDocument, startOf } from '../syntax/tree.ts';

/** What things are told apart by, the surest first. */
const NAMES = ['id', 'name', 'date', 'description', 'decision', 'outcome', 'metric'];

/**
 * Tells which thing or field stands at an offset, items of lists by what they are called: `outcomes[O1].milestones[Address check switched on].owner`. The same in
 * two versions as long as neither it nor what it stands in is called otherwise.
 */
export function thingsOf(document: SyntaxDocument): (offset: number) => string {
  const parts = partsOf(document);
  const starts = parts.map(part => startOf(document, part));
  return offset => {
    // An item stands in the section before it.
    const at = starts.findLastIndex(start => start <= offset);
    const part = parts[at];
    if (!part) return '';
    const own = part.kind === 'item' ? `${part.section}[${nameOf(part.node, 0)}]` : part.section;
    return own + pathIn(part.node, offset - (starts[at] ?? 0));
  };
}

function pathIn(node: Node, offset: number): string {
  if (node.kind === 'mapping') {
    const pair = node.pairs.find(one =>
      isIn(offset, { start: one.key.start, end: Math.max(one.key.end, one.value.end) }),
    );
    return pair ? `.${pair.key.text}${pathIn(pair.value, offset)}` : '';
  }
  if (node.kind === 'sequence') {
    const index = node.items.findIndex(item => isIn(offset, item));
    const item = node.items[index];
    return item ? `[${nameOf(item, index)}]${pathIn(item, offset)}` : '';
  }
  return '';
}

function isIn(offset: number, { start, end }: Span): boolean {
  return start <= offset && offset <= end;
}

/** What an item is called; the number of one that says nothing of itself. */
function nameOf(item: Node, index: number): string {
  const target = resolve(item);
  if (target?.kind === 'scalar') return target.text;
  if (target?.kind !== 'mapping') return String(index);
  const named = NAMES.map(name => target.pairs.find(({ key }) => key.text === name)).find(pair => pair !== undefined);
  const value = named && resolve(named.value);
  return value?.kind === 'scalar' ? value.text : String(index);
}

import { planEdit } from '../../plan/authoring/edits/plan-edit.ts';
import { applyEdits, type PlanFile, readPlanFile } from '../../plan/check.ts';
import type { Day } from '../../plan/day.ts';
import { type Node, type Part, partsOf } from '../../plan/syntax/tree.ts';
import { STANDARD_FORMAT } from '../../plan/team-format.ts';

/** What a drag promises, checked on one drag. */

/** A text after a drag. */
export interface Dragged {
  readonly file: PlanFile;
  readonly text: string;
}

/** Moves the thing at an offset, as the panel asks for it; a reason where that is refused. */
export function drag(file: PlanFile, at: number, to: string, log: boolean, today: Day): Dragged | string {
  const changed = planEdit(file, { kind: 'move', at, to, log }, today);
  if ('refused' in changed) return changed.refused.message;
  const text = applyEdits(file.text, changed.edits);
  return { text, file: readPlanFile(text, STANDARD_FORMAT, file) };
}

/** How many lines were changed or added; undefined where lines are gone. */
export function linesTouched(before: string, after: string): number | undefined {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  const added = now.length - old.length;
  if (added < 0) return undefined;
  let start = 0;
  while (start < old.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const [here, there] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  // Where one line was added, it is the one without which the fewest others differ.
  const without = added === 0 ? [there] : there.map((_, index) => there.toSpliced(index, added));
  const changed = without.map(lines => lines.filter((line, index) => line !== here[index]).length);
  return added + Math.min(...changed);
}

/** A value that is other than it was, or new (then `from` is undefined): where it stands, by keys and numbers. */
export interface Difference {
  readonly path: string;
  readonly from: string | undefined;
  readonly to: string;
}

/** Every value in which two readings differ, aliases as what they stand for. Notation counts: quotes, and braces or lines. */
export function differences(before: PlanFile, after: PlanFile): Difference[] {
  const found: Difference[] = [];
  const old = partsIn(before);
  const now = partsIn(after);
  for (const [path, part] of now) {
    const then = old.get(path);
    if (then !== part) compare(path, then?.node, part.node, found);
  }
  for (const path of old.keys()) if (!now.has(path)) found.push({ path, from: 'a part', to: 'nothing' });
  return found;
}

function partsIn({ source }: PlanFile): Map<string, Part> {
  const parts = new Map<string, Part>();
  source.documents.forEach((document, index) => {
    const counts = new Map<string, number>();
    for (const part of partsOf(document)) {
      const name = `${index}/${part.section}/${part.kind}`;
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      parts.set(part.kind === 'item' ? `${index}/${part.section}/${count}` : `${index}/${part.section}`, part);
    }
  });
  return parts;
}

function compare(path: string, old: Node | undefined, now: Node, found: Difference[]): void {
  if (!old) {
    found.push({ path, from: undefined, to: told(now) });
  } else if (old.kind === 'mapping' && now.kind === 'mapping') {
    const then = new Map(old.pairs.map(({ key, value }) => [key.text, value]));
    for (const { key, value } of now.pairs) compare(`${path}/${key.text}`, then.get(key.text), value, found);
    const gone = old.pairs.filter(({ key }) => !now.pairs.some(pair => pair.key.text === key.text));
    for (const { key } of gone) found.push({ path: `${path}/${key.text}`, from: 'there', to: 'nothing' });
    if (old.flow !== now.flow) found.push({ path, from: String(old.flow), to: String(now.flow) });
  } else if (old.kind === 'sequence' && now.kind === 'sequence') {
    now.items.forEach((item, index) => {
      compare(`${path}/${index}`, old.items[index], item, found);
    });
    if (old.items.length > now.items.length) found.push({ path, from: 'more', to: 'less' });
  } else if (told(old) !== told(now)) {
    found.push({ path, from: told(old), to: told(now) });
  }
}

function told(node: Node): string {
  switch (node.kind) {
    case 'scalar':
      return `${node.style} ${node.text}`;
    case 'alias':
      return `*${node.name}`;
    case 'sequence':
      return `[${node.items.map(told).join(', ')}]`;
    case 'mapping':
      return `{${node.pairs.map(({ key, value }) => `${key.text}: ${told(value)}`).join(', ')}}`;
  }
}

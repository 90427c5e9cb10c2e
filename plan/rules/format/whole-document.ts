import { AGENDA_SECTIONS, PLAN_SECTIONS } from '../../generated/model.ts';
import type { Agenda, Plan } from '../../model/index.ts';
import { type Node, OUTSIDE, resolve } from '../../syntax/tree.ts';
import type { Report } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { standing } from './shape-words.ts';

/** What only the document as a whole shows: the plan section itself, and sections that should be lists. */
export function wholeDocument(model: Plan | Agenda): Report[] {
  const found: Report[] = [];
  const first = model.syntax.sections[0]?.part;
  if (model.kind === 'plan' && !model.plan && !model.syntax.broken) {
    found.push({
      at: first?.key
        ? { part: first, start: first.key.start, end: first.key.end }
        : { part: OUTSIDE, start: 0, end: 0 },
      message:
        'There is no plan section, so nothing says how this plan stands. Begin with “plan:” and its version, dates and status.',
    });
  }
  const lists: Readonly<Record<string, { list: boolean }>> = model.kind === 'plan' ? PLAN_SECTIONS : AGENDA_SECTIONS;
  for (const { part, items } of model.syntax.sections) {
    const node = resolve(part.node);
    if (!lists[part.section]?.list || items || node?.kind === 'sequence' || isEmptyOrNone(node)) continue;
    const place = node?.kind === 'scalar' ? part.node : (part.key ?? part.node);
    found.push({
      at: { part, start: place.start, end: place.end },
      message: `“${part.section}” should be a list, and here stands ${standing(node)}. Put each entry on a line of its own, with a dash in front.`,
    });
  }
  return found;
}

/** Nothing yet, or the word for it: the rule about what is missing speaks then. */
function isEmptyOrNone(node: Exclude<Node, { kind: 'alias' }> | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && (node.value === null || isPlaceholder(node.text)));
}

import { planStanding } from '../attainment/index.ts';
import type { PlanFile } from '../check.ts';
import type { Day } from '../day.ts';
import type { Milestone, Outcome, Plan } from '../model/index.ts';
import { formatPercent } from '../quantity/index.ts';
import {
  absolute,
  type Mapping,
  type Node,
  type Part,
  resolve,
  type Span,
  type SyntaxDocument,
} from '../syntax/tree.ts';
import { capitalise, spoken } from '../words.ts';

/** A thing in the outline of a file. Spans count from the start of the text; `name` lies inside `whole`. */
export interface OutlineEntry {
  readonly label: string;
  readonly detail: string;
  readonly kind: 'section' | 'list' | 'outcome' | 'person' | 'dated' | 'other';
  readonly whole: Span;
  readonly name: Span;
  readonly children: readonly OutlineEntry[];
}

/** Entries of one file beyond this number are left out: an outline of thousands helps nobody and holds up the editor. */
const MOST = 5_000;

/** The outline of a file: sections, and in them outcomes, milestones, people, risks and reviews by name, with how they stand. Never throws. */
export function outline(file: PlanFile, today: Day): OutlineEntry[] {
  let left = MOST;
  return file.documents.flatMap(({ model }) => {
    const details = model.kind === 'plan' ? detailsOf(model, today) : new Map<Node, string>();
    const names = new Naming(model.syntax, details, () => --left >= 0);
    return model.syntax.sections.flatMap(({ part, items }) => names.section(part, items));
  });
}

/** What stands beside a name in the outline: an outcome's attainment and health, a milestone's status. */
function detailsOf(plan: Plan, today: Day): Map<Node, string> {
  const details = new Map<Node, string>();
  const note = (element: Outcome | Milestone, detail: string) =>
    element.mapping && details.set(element.mapping, detail);
  for (const standing of planStanding(plan, today).outcomes) {
    const attained = standing.attainment === undefined ? '' : `${formatPercent(standing.attainment)}, `;
    note(standing.outcome, `${attained}${spoken(standing.judgement.health)}`);
  }
  for (const milestone of [...plan.outcomes.items.flatMap(o => o.milestones.items), ...plan.milestones.items]) {
    note(milestone, [spoken(milestone.status?.text ?? ''), milestone.target_date?.text].filter(Boolean).join(', '));
  }
  return details;
}

class Naming {
  private readonly syntax: SyntaxDocument;
  private readonly details: ReadonlyMap<Node, string>;
  private readonly room: () => boolean;

  constructor(syntax: SyntaxDocument, details: ReadonlyMap<Node, string>, room: () => boolean) {
    this.syntax = syntax;
    this.details = details;
    this.room = room;
  }

  section(part: Part, items: readonly Part[] | undefined): OutlineEntry[] {
    if (!part.key || !this.room()) return [];
    const children = items
      ? items.flatMap((item, index) => this.item(item, item.node, index))
      : this.children(part, part.node);
    const last = items?.at(-1);
    const whole = absolute(this.syntax, { part, start: 0, end: part.length });
    const end = last ? absolute(this.syntax, { part: last, start: 0, end: last.length }).end : whole.end;
    return [
      this.entry(
        words(part.section),
        '',
        'section',
        { start: whole.start, end },
        absolute(this.syntax, { part, ...part.key }),
        children,
      ),
    ];
  }

  private item(part: Part, node: Node, index: number): OutlineEntry[] {
    const mapping = resolve(node);
    if (node.kind === 'alias' || mapping?.kind !== 'mapping' || !this.room()) return [];
    const id = textOf(mapping, 'id');
    const title =
      ['name', 'topic', 'description', 'date', 'metric'].map(key => textOf(mapping, key)).find(text => text !== '') ??
      '';
    const name = [id, title].filter(text => text !== '').join(' ') || `${index + 1}`;
    const naming =
      mapping.pairs.find(p => p.key.text === (id ? 'id' : 'name'))?.value ?? mapping.pairs[0]?.key ?? mapping;
    const whole = absolute(this.syntax, { part, start: part.node === node ? 0 : mapping.start, end: mapping.end });
    return [
      this.entry(
        name,
        this.details.get(mapping) ?? textOf(mapping, 'role'),
        kindOf(mapping),
        whole,
        absolute(this.syntax, { part, start: naming.start, end: naming.end }),
        this.children(part, mapping),
      ),
    ];
  }

  /** Lists of named things below a mapping; single fields would only make the outline long. */
  private children(part: Part, node: Node): OutlineEntry[] {
    const mapping = resolve(node);
    if (node.kind === 'alias' || mapping?.kind !== 'mapping') return [];
    return mapping.pairs.flatMap(pair => {
      if (pair.value.kind === 'mapping') return this.children(part, pair.value);
      if (pair.value.kind !== 'sequence') return [];
      const items = pair.value.items.flatMap((item, index) => this.item(part, item, index));
      if (items.length === 0 || !this.room()) return [];
      return [
        this.entry(
          words(pair.key.text),
          '',
          'list',
          absolute(this.syntax, { part, start: pair.start, end: pair.end }),
          absolute(this.syntax, { part, start: pair.key.start, end: pair.key.end }),
          items,
        ),
      ];
    });
  }

  private entry(
    label: string,
    detail: string,
    kind: OutlineEntry['kind'],
    around: Span,
    name: Span,
    children: OutlineEntry[],
  ): OutlineEntry {
    const whole = { start: Math.min(around.start, name.start), end: Math.max(around.end, name.end) };
    return { label: cut(label), detail, kind, whole, name, children };
  }
}

function kindOf(mapping: Mapping): OutlineEntry['kind'] {
  const has = (key: string) => mapping.pairs.some(p => p.key.text === key);
  if (has('milestones') || has('target')) return 'outcome';
  if (has('role') || has('engagement')) return 'person';
  return has('target_date') || has('date') ? 'dated' : 'other';
}

function textOf(mapping: Mapping, key: string): string {
  const value = mapping.pairs.find(p => p.key.text === key)?.value;
  return value?.kind === 'scalar' ? value.text.trim().replaceAll(/\s+/g, ' ') : '';
}

function words(key: string): string {
  return capitalise(spoken(key).trim() || 'document');
}

function cut(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}

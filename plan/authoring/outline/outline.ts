import { planStanding } from '../../attainment/index.ts';
import type { PlanFile } from '../../check.ts';
import type { Day } from '../../day.ts';
import type { Milestone, Outcome, Plan } from '../../model/index.ts';
import { formatPercent } from '../../quantity/index.ts';
import {
  absolute,
  type Mapping,
  type Node,
  type Part,
  resolve,
  type Span,
  type SyntaxDocument,
} from '../../syntax/tree.ts';
import { capitalise, spoken } from '../../words.ts';

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

/**
 * The outline of a file: sections, and in them outcomes, milestones, people, risks and reviews by name, with how they stand. It grows level by
 * level, so that of a file with more than `most` entries the deepest are left out; a last entry says so then. Never throws.
 */
export function outline(file: PlanFile, today: Day, most = MOST): OutlineEntry[] {
  const growth = new Growth(most);
  const sections = file.documents.flatMap(({ model }) => {
    const details = model.kind === 'plan' ? detailsOf(model, today) : new Map<Node, string>();
    const names = new Naming(model.syntax, details, growth);
    return model.syntax.sections.flatMap(({ part, items }) => names.section(part, items));
  });
  growth.finish();
  return growth.isCut ? [...sections, rest(file.text.length, most)] : sections;
}

/** The entry at the end of an outline that is not whole. */
function rest(end: number, most: number): OutlineEntry {
  const here = { start: end, end };
  const detail = `the outline ends at ${most.toLocaleString('en')} entries`;
  return { label: 'More is in the text', detail, kind: 'other', whole: here, name: here, children: [] };
}

/** How far an outline has grown: what is still to be entered, the next level after the whole of this one. */
class Growth {
  isCut = false;
  private left: number;
  private readonly later: (() => void)[] = [];

  constructor(most: number) {
    this.left = most;
  }

  /** True if one more entry has room. */
  takes(): boolean {
    if (this.left > 0) this.left--;
    else this.isCut = true;
    return !this.isCut;
  }

  /** Does something after all that was asked for before. */
  afterwards(grow: () => void): void {
    this.later.push(grow);
  }

  finish(): void {
    for (let next = 0; next < this.later.length && !this.isCut; next++) this.later[next]?.();
  }
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
  private readonly growth: Growth;

  constructor(syntax: SyntaxDocument, details: ReadonlyMap<Node, string>, growth: Growth) {
    this.syntax = syntax;
    this.details = details;
    this.growth = growth;
  }

  section(part: Part, items: readonly Part[] | undefined): OutlineEntry[] {
    if (!part.key || !this.growth.takes()) return [];
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
        () =>
          items ? items.flatMap((item, index) => this.item(item, item.node, index)) : this.children(part, part.node),
      ),
    ];
  }

  private item(part: Part, node: Node, index: number): OutlineEntry[] {
    const mapping = resolve(node);
    if (node.kind === 'alias' || mapping?.kind !== 'mapping' || !this.growth.takes()) return [];
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
        () => this.children(part, mapping),
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
      if (items.length === 0 || !this.growth.takes()) return [];
      return [
        this.entry(
          words(pair.key.text),
          '',
          'list',
          absolute(this.syntax, { part, start: pair.start, end: pair.end }),
          absolute(this.syntax, { part, start: pair.key.start, end: pair.key.end }),
          () => items,
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
    grow: () => OutlineEntry[],
  ): OutlineEntry {
    const whole = { start: Math.min(around.start, name.start), end: Math.max(around.end, name.end) };
    const children: OutlineEntry[] = [];
    // What a list holds is known already, and costs no further room; everything else waits for its level.
    if (kind === 'list') children.push(...grow());
    else this.growth.afterwards(() => children.push(...grow()));
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

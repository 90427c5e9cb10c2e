import type { PlanFile } from '../../check.ts';
import type { Day } from '../../day.ts';
import type { ReadDocument, Visit } from '../../model/index.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { absolute, type Mapping, type Node, type Pair, type Part, resolve, type Span } from '../../syntax/tree.ts';
import { capitalise, oneLine, short, spoken } from '../../words.ts';
import { Growth } from './growth.ts';
import { standingOf, standingOfList, standingOfSection, thingsIn } from './standing.ts';

/** What a thing in an outline is. */
export type OutlineKind =
  | 'section'
  | 'list'
  | 'outcome'
  | 'milestone'
  | 'action'
  | 'person'
  | 'risk'
  | 'review'
  | 'phase'
  | 'measurement'
  | 'other';

/** A thing in the outline of a file. Spans count from the start of the text; `name` lies inside `whole`, and the label is never empty. */
export interface OutlineEntry {
  readonly label: string;
  /** How it stands. */
  readonly detail: readonly Phrase[];
  readonly kind: OutlineKind;
  /** True for what is not pursued any more, and for somebody who has left. */
  readonly isGone: boolean;
  readonly whole: Span;
  readonly name: Span;
  readonly children: readonly OutlineEntry[];
}

/** Entries of one file beyond this number are left out: an outline of thousands helps nobody and holds up the editor. */
export const MOST = 5_000;

/**
 * The outline of a plan or agenda: sections, and in them outcomes, milestones, people, risks, reviews and topics by name, with how they stand. It grows level by
 * level, so that of a file with more than `most` entries the deepest are left out; a last entry says so then. Never throws.
 */
export function outline(file: PlanFile, today: Day, most = MOST): OutlineEntry[] {
  const growth = new Growth(most);
  const sections = file.documents.flatMap(read => {
    const naming = new Naming(read, today, growth);
    return read.model.syntax.sections.flatMap(({ part, items }) => naming.section(part, items));
  });
  growth.finish();
  return growth.isCut ? [...sections, rest(file.text.length, most)] : sections;
}

/** The entry at the end of an outline that is not whole. */
export function rest(end: number, most: number): OutlineEntry {
  const here = { start: end, end };
  const detail = [phrase('the outline ends at {0} entries', most.toLocaleString('en'))];
  return { label: 'More is in the text', detail, kind: 'other', isGone: false, whole: here, name: here, children: [] };
}

/** What there is to be said of an entry. */
interface Said {
  readonly label: string;
  readonly detail: readonly Phrase[];
  readonly kind: OutlineKind;
  readonly isGone?: boolean;
}

class Naming {
  private readonly read: ReadDocument;
  private readonly today: Day;
  private readonly growth: Growth;

  constructor(read: ReadDocument, today: Day, growth: Growth) {
    this.read = read;
    this.today = today;
    this.growth = growth;
  }

  section(part: Part, items: readonly Part[] | undefined): OutlineEntry[] {
    if (!part.key || !this.growth.takes()) return [];
    const { model } = this.read;
    const last = items?.at(-1);
    const whole = this.at(part, { start: 0, end: part.length });
    const end = last ? this.at(last, { start: 0, end: last.length }).end : whole.end;
    const detail = model.kind === 'plan' ? standingOfSection(part.section, model, this.today) : [];
    return [
      this.entry(
        { label: wordsOf(part.section), detail, kind: 'section' },
        { start: whole.start, end },
        this.at(part, part.key),
        () =>
          items ? items.flatMap((item, index) => this.item(item, item.node, index)) : this.children(part, part.node),
      ),
    ];
  }

  private item(part: Part, node: Node, index: number): OutlineEntry[] {
    const mapping = resolve(node);
    if (node.kind === 'alias' || mapping?.kind !== 'mapping' || !this.growth.takes()) return [];
    const id = textOf(mapping, 'id');
    const title = TITLES.map(key => textOf(mapping, key)).find(text => text !== '') ?? '';
    const naming = mapping.pairs.find(p => p.key.text === (id ? 'id' : 'name'))?.value ?? mapping.pairs[0]?.key;
    const visit = this.thing(part, mapping);
    const plan = this.read.model.kind === 'plan' ? this.read.model : undefined;
    const standing = visit && standingOf(visit, plan, this.today);
    const said: Said = {
      label: [id, title].filter(text => text !== '').join(' ') || `${index + 1}`,
      detail: standing?.detail ?? [],
      kind: standing?.kind ?? 'other',
      isGone: standing?.isGone ?? false,
    };
    const whole = { start: part.node === node ? 0 : mapping.start, end: mapping.end };
    return [
      this.entry(said, this.at(part, whole), this.at(part, naming ?? mapping), () => this.children(part, mapping)),
    ];
  }

  /** Lists of named things below a mapping; single fields would only make the outline long. */
  private children(part: Part, node: Node): OutlineEntry[] {
    const mapping = resolve(node);
    if (node.kind === 'alias' || mapping?.kind !== 'mapping') return [];
    return mapping.pairs.flatMap(pair => {
      if (pair.value.kind === 'mapping') return this.children(part, pair.value);
      return pair.value.kind === 'sequence' ? this.list(part, pair, pair.value.items) : [];
    });
  }

  private list(part: Part, pair: Pair, nodes: readonly Node[]): OutlineEntry[] {
    const items = nodes.flatMap((item, index) => this.item(part, item, index));
    if (items.length === 0 || !this.growth.takes()) return [];
    const things = nodes.map(node => (node.kind === 'mapping' ? this.thing(part, node) : undefined));
    const said: Said = { label: wordsOf(pair.key.text), detail: standingOfList(things), kind: 'list' };
    return [this.entry(said, this.at(part, pair), this.at(part, pair.key), () => items)];
  }

  private thing(part: Part, mapping: Mapping): Visit | undefined {
    const visits = this.read.visits.get(part);
    return visits && thingsIn(visits).get(mapping);
  }

  private at(part: Part, { start, end }: Span): Span {
    return absolute(this.read.model.syntax, { part, start, end });
  }

  private entry(said: Said, around: Span, name: Span, grow: () => OutlineEntry[]): OutlineEntry {
    const children: OutlineEntry[] = [];
    // What a list holds is known already, and costs no further room; everything else waits for its level.
    if (said.kind === 'list') children.push(...grow());
    else this.growth.afterwards(() => children.push(...grow()));
    const { detail, kind, isGone = false } = said;
    return { label: short(said.label, 80), detail, kind, isGone, ...nested(around, name), children };
  }
}

/** What a thing without an id goes by, the best first. */
const TITLES = ['name', 'topic', 'description', 'date', 'metric', 'person', 'statement', 'outcome'];

/** A span with one in it. */
export function nested(around: Span, name: Span): { readonly whole: Span; readonly name: Span } {
  return { whole: { start: Math.min(around.start, name.start), end: Math.max(around.end, name.end) }, name };
}

function textOf(mapping: Mapping, key: string): string {
  const value = mapping.pairs.find(p => p.key.text === key)?.value;
  return value?.kind === 'scalar' ? oneLine(value.text) : '';
}

/** A key as people read it. */
export function wordsOf(key: string): string {
  return capitalise(spoken(key).trim() || 'document');
}

import type { PlanFile } from '../../check.ts';
import type { Agenda, Plan, ReadDocument, Visit } from '../../model/index.ts';
import { oncePer } from '../../once.ts';
import { agendaShape, planShape, type Shape, shapeAt } from '../../schema/shape.ts';
import { type Location, locate, type Step } from '../../syntax/locate.ts';
import { type Mapping, type Node, type Part, resolve, type Span } from '../../syntax/tree.ts';

/** What stands at an offset of a file: a key, or a single value. */
export interface Thing {
  readonly model: Plan | Agenda;
  readonly document: ReadDocument;
  readonly part: Part;
  readonly on: 'key' | 'value';
  readonly path: readonly (string | number)[];
  /** The key, or the value as it is written: an alias where one stands there. */
  readonly node: Node;
  /** Its place, counted from the start of the text. */
  readonly span: Span;
  /** Where its part starts in the text. */
  readonly base: number;
  /** The key; the value as it reads; undefined for what is no single value. */
  readonly text: string | undefined;
  /** The key that it stands under, and for a key the key itself; indices are passed over. */
  readonly property: string;
  /** What may stand there; undefined where the format knows nothing. */
  readonly shape: Shape | undefined;
  /** The innermost element of the plan in which it stands, with its kind. */
  readonly holder: Visit | undefined;
  /** What the model reads there, where it is a day, a quantity or a name of something. */
  readonly read: Visit<'day' | 'quantity' | 'reference'> | undefined;
}

/** The key or value at an offset; undefined between things. Never throws. */
export function thingAt(file: PlanFile, offset: number): Thing | undefined {
  const location = locate(file.source, offset);
  const step = location?.steps.at(-1);
  if (!location || !step || location.on === 'between') return undefined;
  const document = file.documents.find(read => read.model.syntax === location.document);
  if (!document) return undefined;
  const { model, visits } = document;
  const { on, path, base, part } = location;
  const value = step.kind === 'pair' ? step.pair.value : step.node;
  const node = step.kind === 'pair' && on === 'key' ? step.pair.key : value;
  const read = resolve(node);
  const index = indexed(visits.get(part) ?? NONE);
  return {
    model,
    document,
    part,
    on,
    path,
    node,
    span: { start: base + node.start, end: base + node.end },
    base,
    text: read?.kind === 'scalar' ? read.text.trim() : undefined,
    property: String(path.findLast(key => typeof key === 'string') ?? ''),
    shape: shapeAt(model.kind === 'plan' ? planShape() : agendaShape(), path),
    holder: holderOf(location, index),
    read: on === 'value' && !isMerge(step) ? index.values.get(node.start) : undefined,
  };
}

const NONE: readonly Visit[] = [];

function isMerge(step: Step): boolean {
  return step.kind === 'pair' && step.pair.key.text === '<<';
}

function holderOf({ steps, part }: Location, { elements }: Index): Visit | undefined {
  for (const step of steps.toReversed()) {
    const mapping = step.kind === 'pair' ? step.mapping : resolve(step.node);
    const found = mapping?.kind === 'mapping' ? elements.get(mapping) : undefined;
    if (found) return found;
  }
  return part.node.kind === 'mapping' ? elements.get(part.node) : undefined;
}

/** What was read of a part, by where it stands in it. */
interface Index {
  readonly elements: ReadonlyMap<Mapping, Visit>;
  readonly values: ReadonlyMap<number, Visit<'day' | 'quantity' | 'reference'>>;
}

/** Kept as long as what was read of the part: from one version of a text to the next. */
const indexed = oncePer((visits: readonly Visit[]): Index => {
  const elements = new Map<Mapping, Visit>();
  const values = new Map<number, Visit<'day' | 'quantity' | 'reference'>>();
  for (const visit of visits) {
    if (visit.kind === 'day' || visit.kind === 'quantity' || visit.kind === 'reference') {
      const { start } = visit.element.field;
      if (!values.has(start)) values.set(start, visit);
    } else if ('mapping' in visit.element && visit.element.mapping && !visit.element.borrowed) {
      elements.set(visit.element.mapping, visit);
    }
  }
  return { elements, values };
});

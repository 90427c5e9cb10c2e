import * as validators from '../generated/validators.ts';
import { Beside } from '../once.ts';
import { type Mapping, type Node, type Part, resolve, type Scalar, type Span } from '../syntax/tree.ts';
import type { Misfit, Validator } from './checks.ts';
import { definitionShape, type Shape, shapeAt } from './shape.ts';

/** A place in a part that does not fit the schema. */
export type Violation =
  | {
      readonly kind: 'unknown-key';
      readonly key: Scalar;
      readonly owner: Shape;
      /** What the key stands in. */
      readonly mapping: Mapping;
      readonly path: Path;
    }
  | {
      readonly kind: 'missing-key';
      readonly property: string;
      readonly owner: Shape;
      readonly at: Span;
      readonly path: Path;
    }
  | { readonly kind: 'misfit'; readonly node: Node; readonly shape: Shape; readonly at: Span; readonly path: Path };

type Path = readonly (string | number)[];

const byDefinition: ReadonlyMap<string, Validator> = new Map(Object.entries(validators));

/** Where a part's node does not fit the definition, each place once. Values left empty are not judged here. Never throws. */
export function violations(part: Part, definition: string): readonly Violation[] {
  const known = found.get(part);
  if (known?.definition === definition) return known.violations;
  const fresh = judge(part, definition, part.node);
  found.set(part, { definition, violations: fresh });
  return fresh;
}

/** Several rules ask about the same part. */
const found = new Beside<Part, { readonly definition: string; readonly violations: readonly Violation[] }>();

function judge(part: Part, definition: string, node: Node): Violation[] {
  const validator = byDefinition.get(definition);
  if (!validator || validator(node)) return [];
  const shape = definitionShape(definition);
  if (!shape) return [];
  const all: Violation[] = [];
  const seen = new Set<string>();
  const parents = parentPaths((validator.errors ?? []).map(e => e.instancePath));
  // So does a field that is unknown or missing, which is named, than that none of the shapes fits.
  for (const error of validator.errors ?? []) if (nameIn(error) !== '') parents.add(error.instancePath);
  for (const error of validator.errors ?? []) {
    const path = toPath(error.instancePath, node);
    const name = nameIn(error);
    const id = `${error.instancePath}\n${name}`;
    if (seen.has(id) || (name === '' && parents.has(error.instancePath))) continue;
    seen.add(id);
    const violation = describe(error, name, path, node, shape, part);
    if (violation) all.push(violation);
  }
  return all;
}

function nameIn({ params }: Misfit): string {
  return String(params.additionalProperty ?? params.missingProperty ?? '');
}

function describe(
  error: Misfit,
  name: string,
  path: Path,
  root: Node,
  shape: Shape,
  part: Part,
): Violation | undefined {
  const here = shapeAt(shape, path);
  const { node, at } = nodeAt(root, path, part.key ?? { start: 0, end: 0 });
  if (!here || !node) return undefined;
  const mapping = resolve(node);
  if (error.keyword === 'additionalProperties') {
    if (mapping?.kind !== 'mapping' || node.kind === 'alias') return undefined;
    const pair = mapping.pairs.find(p => p.key.text === name);
    return pair && { kind: 'unknown-key', key: pair.key, owner: here, mapping, path };
  }
  if (error.keyword === 'required') return { kind: 'missing-key', property: name, owner: here, at, path };
  return isLeftEmpty(node) ? undefined : { kind: 'misfit', node, shape: here, at, path };
}

/** A choice between shapes fails at its own place too when it fails further in: the deeper place says more. */
function parentPaths(paths: readonly string[]): Set<string> {
  const parents = new Set<string>();
  for (const path of paths) {
    for (let slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
      const parent = path.slice(0, slash);
      if (parents.has(parent)) break;
      parents.add(parent);
      if (slash === 0) break;
    }
  }
  return parents;
}

function isLeftEmpty(node: Node): boolean {
  const target = resolve(node);
  return target === undefined || (target.kind === 'scalar' && target.value === null);
}

function toPath(pointer: string, root: Node): Path {
  const steps: (string | number)[] = [];
  let node: Node | undefined = root;
  for (const raw of pointer.split('/').slice(1)) {
    const step: string | number =
      resolve(node ?? root)?.kind === 'sequence' ? Number(raw) : raw.replaceAll('~1', '/').replaceAll('~0', '~');
    steps.push(step);
    node = node && child(node, step)?.node;
  }
  return steps;
}

function nodeAt(root: Node, path: Path, fallback: Span): { node: Node | undefined; at: Span } {
  let node: Node | undefined = root;
  let at: Span = fallback;
  for (const step of path) {
    const next: Child | undefined = node && child(node, step);
    node = next?.node;
    if (next) at = next.at;
  }
  return { node, at: node && node.kind !== 'mapping' && node.end > node.start ? node : at };
}

interface Child {
  readonly node: Node;
  readonly at: Span;
}

function child(node: Node, step: string | number): Child | undefined {
  const target = resolve(node);
  if (target?.kind === 'sequence' && typeof step === 'number') {
    const item = target.items[step];
    return item && { node: item, at: item };
  }
  const pair = target?.kind === 'mapping' ? target.pairs.find(p => p.key.text === step) : undefined;
  return pair && { node: pair.value, at: pair.key };
}

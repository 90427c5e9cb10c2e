import { planShape, type Shape } from '../schema/shape.ts';

/** A field of the format by its dotted path, without indices: `outcomes.milestones.owner`. */
export interface FieldPath {
  readonly path: string;
  readonly shape: Shape;
}

let all: ReadonlyMap<string, FieldPath> | undefined;

/** Every field of a success plan, in the format's order. */
export function fieldPaths(): ReadonlyMap<string, FieldPath> {
  all ??= new Map(collect(planShape(), '').map(field => [field.path, field]));
  return all;
}

/** The paths of groups of fields, into which a key of a team's own can be put. */
export function groupPaths(): string[] {
  return [...fieldPaths().values()].filter(({ shape }) => groupOf(shape)).map(({ path }) => path);
}

function collect(owner: Shape, prefix: string): FieldPath[] {
  return [...(owner.properties ?? [])].flatMap(([name, shape]) => {
    const path = prefix + name;
    const group = groupOf(shape);
    return [{ path, shape }, ...(group ? collect(group, `${path}.`) : [])];
  });
}

/** The fields under a place: its own, or those of its items. */
function groupOf(shape: Shape): Shape | undefined {
  if (shape.properties) return shape;
  return shape.items?.properties ? shape.items : undefined;
}

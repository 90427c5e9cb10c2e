import type { Field, Milestone, Plan } from '../../model/index.ts';
import { oncePer } from '../../once.ts';
import { milestoneIndex } from './milestone-index.ts';

/** One step around a ring: a milestone, and the entry that leads to the next (from the last back to the first). */
export interface Link {
  readonly milestone: Milestone;
  readonly entry: Field<string>;
}

/** Milestones that wait for each other around. */
export interface Rings {
  /** One for each set of milestones that hang together so, the first milestone of the file first. */
  readonly all: readonly (readonly Link[])[];
  /** True for two that each wait, at last, for the other: no dates could put them in order. */
  together(a: Milestone, b: Milestone): boolean;
}

/** The rings of a plan, in time that grows with its milestones and their dependencies (Tarjan 1972, without recursion). Never throws. */
export const ringsOf: (plan: Plan) => Rings = oncePer(find);

/** Of a plan in which nothing waits for anything; a milestone hangs together with itself all the same. */
const NONE: Rings = { all: [], together: (a, b) => a === b };

interface Edge {
  readonly to: number;
  readonly entry: Field<string>;
}

function find(plan: Plan): Rings {
  const index = milestoneIndex(plan);
  // What waits for nothing is in no ring.
  const { waiting } = index;
  if (waiting.length === 0) return NONE;
  const numbers = new Map(waiting.map((milestone, number) => [milestone, number]));
  const edges = waiting.map((milestone): Edge[] =>
    index.dependenciesOf(milestone).flatMap(({ entry, on }) => {
      const to = on?.definition === 'milestone' ? numbers.get(on) : undefined;
      return to === undefined ? [] : [{ to, entry }];
    }),
  );
  const component = components(edges);
  const all: Link[][] = [];
  const seen = new Set<number>();
  for (const [from, milestone] of waiting.entries()) {
    for (const { to, entry } of edges[from] ?? []) if (to === from) all.push([{ milestone, entry }]);
    const group = component[from] ?? from;
    if (seen.has(group)) continue;
    seen.add(group);
    const way = wayAround(from, edges, component);
    if (way.length > 1)
      all.push(way.flatMap(({ at, entry }) => (waiting[at] ? [{ milestone: waiting[at], entry }] : [])));
  }
  return {
    all,
    together: (a, b) => {
      if (a === b) return true;
      const [one, other] = [numbers.get(a), numbers.get(b)];
      return one !== undefined && other !== undefined && component[one] === component[other];
    },
  };
}

/** The shortest way from a milestone back to itself over others; empty if there is none. */
function wayAround(
  start: number,
  edges: readonly (readonly Edge[])[],
  component: readonly number[],
): { at: number; entry: Field<string> }[] {
  const cameBy = new Map<number, { at: number; entry: Field<string> }>();
  const queue = [start];
  for (const next of queue) {
    for (const { to, entry } of edges[next] ?? []) {
      if (to === next || component[to] !== component[start] || cameBy.has(to)) continue;
      cameBy.set(to, { at: next, entry });
      if (to !== start) queue.push(to);
      else return backFrom(start, cameBy);
    }
  }
  return [];
}

function backFrom(start: number, cameBy: ReadonlyMap<number, { at: number; entry: Field<string> }>) {
  const way: { at: number; entry: Field<string> }[] = [];
  let step = cameBy.get(start);
  while (step) {
    way.push(step);
    step = step.at === start ? undefined : cameBy.get(step.at);
  }
  return way.reverse();
}

/** For each node the number of the strongly connected component it is in. */
function components(edges: readonly (readonly Edge[])[]): readonly number[] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const component: number[] = [];
  const open: number[] = [];
  const lower = (node: number, to: number | undefined) => {
    if (to !== undefined && to < (low.get(node) ?? to + 1)) low.set(node, to);
  };
  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    const path = [{ node: root, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node } = top;
      if (!order.has(node)) {
        order.set(node, order.size);
        lower(node, order.get(node));
        open.push(node);
      }
      const edge = edges[node]?.[top.next++];
      if (!edge) {
        path.pop();
        const above = path.at(-1);
        if (above) lower(above.node, low.get(node));
        if (low.get(node) === order.get(node)) close(node);
      } else if (!order.has(edge.to)) path.push({ node: edge.to, next: 0 });
      else if (component[edge.to] === undefined) lower(node, order.get(edge.to));
    }
  }
  return component;

  function close(node: number): void {
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      component[last] = node;
      if (last === node) return;
    }
  }
}

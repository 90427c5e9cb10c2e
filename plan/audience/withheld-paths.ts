/** Fields by their path, as a tree: what hangs below a key, and whether the key itself is withheld. */
export interface PathTree {
  /** Set on what is withheld: how the path is spelt. */
  readonly path?: string;
  readonly below: ReadonlyMap<string, PathTree>;
}

/** What a customer never gets, whatever the configuration says (see the plan format). Lists count as their items. */
export const NEVER_SHOWN = {
  internal: 'internal',
  value: 'customer.contract.arr',
  strategy: 'renewal.strategy',
  expansion: 'renewal.expansion',
  engagement: ['stakeholders.customer.engagement', 'stakeholders.vendor.engagement', 'stakeholders.partner.engagement'],
} as const;

/** All that is withheld from a customer, with the paths that a configuration redacts. */
export function withheldPaths(redact: readonly string[]): PathTree {
  const { internal, value, strategy, expansion, engagement } = NEVER_SHOWN;
  const never = [internal, value, strategy, expansion, ...engagement].map(path => ({ path, spelt: path }));
  return treeOf([...never, ...redact.flatMap(path => placesOf(path).map(place => ({ path: place, spelt: path })))]);
}

const IN_OUTCOME = 'outcomes.milestones';
const ON_TOP = 'milestones';

/** Milestones stand in their outcome or in a list of their own: who names one place means both. */
function placesOf(path: string): readonly string[] {
  if (path === ON_TOP || path.startsWith(`${ON_TOP}.`)) return [path, `outcomes.${path}`];
  if (path === IN_OUTCOME || path.startsWith(`${IN_OUTCOME}.`)) return [path, path.slice('outcomes.'.length)];
  return [path];
}

/** Keys of a team's own that are redacted by their name alone: such a key may stand anywhere, and is withheld wherever it does. */
export function withheldKeys(redact: readonly string[]): ReadonlySet<string> {
  return new Set(redact.filter(path => path.startsWith('x-') && !path.includes('.')));
}

interface Growing {
  path?: string;
  readonly below: Map<string, Growing>;
}

function treeOf(paths: readonly { readonly path: string; readonly spelt: string }[]): PathTree {
  const root: Growing = { below: new Map() };
  for (const { path, spelt } of paths) {
    let at = root;
    for (const step of path.split('.')) {
      const next = at.below.get(step) ?? { below: new Map() };
      at.below.set(step, next);
      at = next;
    }
    // Nothing is withheld twice: the first spelling stays.
    at.path ??= spelt;
  }
  return root;
}

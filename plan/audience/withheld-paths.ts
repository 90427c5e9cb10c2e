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
  return treeOf([internal, value, strategy, expansion, ...engagement, ...redact]);
}

/** Keys of a team's own that are redacted by their name alone: such a key may stand anywhere, and is withheld wherever it does. */
export function withheldKeys(redact: readonly string[]): ReadonlySet<string> {
  return new Set(redact.filter(path => path.startsWith('x-') && !path.includes('.')));
}

interface Growing {
  path?: string;
  readonly below: Map<string, Growing>;
}

function treeOf(paths: readonly string[]): PathTree {
  const root: Growing = { below: new Map() };
  for (const path of paths) {
    let at = root;
    for (const step of path.split('.')) {
      const next = at.below.get(step) ?? { below: new Map() };
      at.below.set(step, next);
      at = next;
    }
    // Nothing is withheld twice: the first spelling stays.
    at.path ??= path;
  }
  return root;
}

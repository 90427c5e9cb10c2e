import type { RuleSetting } from '../rules/engine.ts';

/** The setting of a rule as one configuration or preset says it. `fresh`: what others said before is forgotten. */
export interface Layer extends RuleSetting {
  readonly fresh?: boolean;
}

/** Settings with others over them: a level replaces a level, an option an option; what is not said stays. */
export function overlaid(
  below: ReadonlyMap<string, Layer>,
  above: ReadonlyMap<string, Layer>,
): ReadonlyMap<string, Layer> {
  if (above.size === 0) return below;
  const all = new Map(below);
  for (const [id, setting] of above) {
    const before = setting.fresh ? undefined : all.get(id);
    const options = { ...before?.options, ...setting.options };
    all.set(id, { ...before, ...setting, ...(Object.keys(options).length > 0 && { options }) });
  }
  return all;
}

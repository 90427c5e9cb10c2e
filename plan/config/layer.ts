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

/** What is left of settings below others: the levels and options that these do not say. */
export function leftUnder(
  below: ReadonlyMap<string, RuleSetting>,
  above: ReadonlyMap<string, Layer>,
): ReadonlyMap<string, RuleSetting> {
  const left = new Map<string, RuleSetting>();
  for (const [id, setting] of below) {
    const over = above.get(id);
    const rest = over ? restOf(setting, over) : setting;
    if (rest) left.set(id, rest);
  }
  return left;
}

function restOf({ severity, options = {} }: RuleSetting, above: Layer): RuleSetting | undefined {
  if (above.fresh) return undefined;
  const unsaid = Object.entries(options).filter(([name]) => !Object.hasOwn(above.options ?? {}, name));
  const level = above.severity === undefined ? severity : undefined;
  if (level === undefined && unsaid.length === 0) return undefined;
  return {
    ...(level !== undefined && { severity: level }),
    ...(unsaid.length > 0 && { options: Object.fromEntries(unsaid) }),
  };
}

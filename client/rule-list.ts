/** A rule, as the settings in package.json list it. */
export interface RuleEntry {
  readonly id: string;
  readonly level: Level;
  /** What it finds, in a few words. */
  readonly summary: string;
}

const LEVELS = ['error', 'warning', 'info', 'hint'] as const;
type Level = (typeof LEVELS)[number];

/**
 * All rules with their levels: package.json has them already, as the values of the setting `hiddenRules`, written there by
 * `npm run generate`. What is not of that shape is left out.
 */
export function rulesOf(manifest: unknown): RuleEntry[] {
  const items = at(manifest, 'contributes', 'configuration', 'properties', 'successPlan.hiddenRules', 'items');
  const ids = at(items, 'enum');
  const texts = at(items, 'markdownEnumDescriptions');
  if (!Array.isArray(ids) || !Array.isArray(texts)) return [];
  return ids.flatMap((id, index) => {
    const [, summary, word] = /^(.*) \((\w+)\)$/s.exec(String(texts[index])) ?? [];
    const level = LEVELS.find(each => each === word);
    return typeof id === 'string' && summary !== undefined && level !== undefined ? [{ id, level, summary }] : [];
  });
}

function at(x: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Object.entries(value).find(([k]) => k === key)?.[1] : undefined,
    x,
  );
}

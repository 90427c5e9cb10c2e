import type { RuleSetting } from '../../rules/engine.ts';
import type { PreparedRule } from '../../rules/rule.ts';
import { list, scalar } from './text.ts';

/**
 * The lines of `rules`, each with what the rule would be by itself, and by whose word it is not. With `all` the others stand there too, as comments:
 * to set a rule to its own level would quieten its louder cases.
 */
export function ruleLines(
  rules: readonly PreparedRule[],
  settings: ReadonlyMap<string, RuleSetting>,
  origins: ReadonlyMap<string, readonly string[]>,
  all: boolean,
): string[] {
  return rules.flatMap(rule => {
    const setting = settings.get(rule.id);
    if (setting && !isEmpty(setting)) {
      const by = origins.get(rule.id) ?? [];
      return `${rule.id}: ${written(setting)} # ${[...by, `by itself ${itself(rule, setting)}`].join('; ')}`;
    }
    return all ? `# ${rule.id}: ${written(rule)}` : [];
  });
}

/** The same without a word on each: what an override says. */
export function settingLines(settings: ReadonlyMap<string, RuleSetting>): string[] {
  return [...settings].filter(([, setting]) => !isEmpty(setting)).map(([id, setting]) => `${id}: ${written(setting)}`);
}

function isEmpty({ severity, options = {} }: RuleSetting): boolean {
  return severity === undefined && Object.keys(options).length === 0;
}

function written({ severity, options = {} }: RuleSetting): string {
  const named = Object.entries(options).map(([name, value]) => `${name}: ${optionText(value)}`);
  if (named.length === 0) return severity ?? '';
  return `{ ${[...(severity === undefined ? [] : [`severity: ${severity}`]), ...named].join(', ')} }`;
}

/** What a rule has for that which is set. */
function itself(rule: PreparedRule, { severity, options = {} }: RuleSetting): string {
  const own = Object.entries(rule.options).filter(([name]) => Object.hasOwn(options, name));
  return [
    ...(severity === undefined ? [] : [rule.severity]),
    ...own.map(([name, value]) => `${name}: ${optionText(value)}`),
  ].join(', ');
}

function optionText(value: unknown): string {
  return Array.isArray(value) ? list(value.map(String)) : typeof value === 'string' ? scalar(value) : String(value);
}

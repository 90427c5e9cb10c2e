import { nearest } from '../nearest.ts';
import type { RuleSetting } from '../rules/engine.ts';
import { type Options, type PreparedRule, SEVERITIES, type Severity } from '../rules/rule.ts';
import { resolve } from '../syntax/tree.ts';
import { enumerate, quoteShort } from '../words.ts';
import type { Value } from './value.ts';

/** What may stand behind a rule, quietest first. */
export const LEVELS: readonly (Severity | 'off')[] = ['off', ...[...SEVERITIES].reverse()];

/** Reads a group of rules and their levels. What is wrong is said at its place, and the rest counts. Never throws. */
export function readRules(value: Value, rules: ReadonlyMap<string, PreparedRule>): Map<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  if (value.isEmpty) return settings;
  const { entries } = value;
  if (!entries) value.say('“rules” should be a group: one rule a line, then a colon and its level.');
  for (const { name, key, value: said } of entries ?? []) {
    const rule = rules.get(name);
    if (!rule) {
      key.unknown(
        `There is no rule ${quoteShort(name)}.`,
        [...rules.keys()],
        '“success-plan explain” lists all rules.',
      );
      continue;
    }
    const setting = readRuleSetting(rule, said);
    if (setting) settings.set(rule.id, setting);
  }
  return settings;
}

/** Reads what a team wrote behind a rule: a level, or a group with `severity` and the rule's options. */
function readRuleSetting(rule: PreparedRule, value: Value): RuleSetting | undefined {
  const { entries } = value;
  if (entries) return readGroup(rule, entries);
  const severity = readLevel(value, `rules: ${rule.id}`);
  return severity && { severity };
}

function readGroup(rule: PreparedRule, entries: NonNullable<Value['entries']>): RuleSetting {
  const options: Record<string, unknown> = {};
  let severity: RuleSetting['severity'];
  for (const { name, key, value } of entries) {
    if (name === 'severity') {
      severity = readLevel(value, name);
      continue;
    }
    const wanted = Object.hasOwn(rule.options, name) ? rule.options[name] : undefined;
    if (wanted === undefined) {
      const known = ['severity', ...Object.keys(rule.options)];
      key.unknown(`The rule ${rule.id} has no option ${quoteShort(name)}.`, known, `It has ${enumerate(known)}.`);
      continue;
    }
    const read = optionValue(value, wanted);
    if (read === undefined) value.say(`“${name}” of ${rule.id} should be ${kindOf(wanted)}${example(wanted)}.`);
    else options[name] = read;
  }
  return { ...(severity && { severity }), ...(Object.keys(options).length > 0 && { options }) };
}

function readLevel(value: Value, name: string): RuleSetting['severity'] {
  const { text } = value;
  const scalar = value.target?.kind === 'scalar' ? value.target.value : undefined;
  const level = LEVELS.find(one => one === scalar);
  if (level) return level;
  if (text === undefined) value.say(`“${name}” should be one level: ${enumerate(LEVELS, 'or')}.`);
  else if (text === '') value.say(`“${name}” has no level. Write ${enumerate(LEVELS, 'or')} behind it.`);
  else {
    const close = nearest(text, LEVELS);
    value.say(
      `${quoteShort(text)} is no level. ${close ? `Did you mean “${close}”?` : `Write ${enumerate(LEVELS, 'or')}.`}`,
      close,
    );
  }
  return undefined;
}

/** The value as the option's kind, or undefined where it is of another, or out of its range. */
function optionValue({ target }: Value, wanted: Options[string]): unknown {
  if (typeof wanted === 'number') {
    const number = target?.kind === 'scalar' && typeof target.value === 'number' ? target.value : -1;
    return Number.isFinite(number) && number >= 0 && (isWhole(number) || !isWhole(wanted)) ? number : undefined;
  }
  if (typeof wanted === 'boolean')
    return target?.kind === 'scalar' && typeof target.value === 'boolean' ? target.value : undefined;
  if (target?.kind !== 'sequence') return undefined;
  const texts = target.items
    .map(item => resolve(item))
    .map(item => (item?.kind === 'scalar' && item.text !== '' ? item.text : undefined));
  return texts.every(text => text !== undefined) ? texts : undefined;
}

/** Options count things, days or points: none goes below 0, and one that is whole by itself stays whole. */
function isWhole(number: number): boolean {
  return Number.isInteger(number);
}

function kindOf(wanted: Options[string]): string {
  if (typeof wanted === 'number') return isWhole(wanted) ? 'a whole number from 0 on' : 'a number from 0 on';
  return typeof wanted === 'boolean' ? 'true or false' : 'a list of texts';
}

function example(wanted: Options[string]): string {
  if (typeof wanted === 'boolean') return '';
  if (typeof wanted === 'number') return `, such as ${wanted}`;
  return wanted.length > 0 ? `, such as [${wanted.slice(0, 2).join(', ')}]` : '';
}

import { nearest } from '../nearest.ts';
import type { RuleSetting } from '../rules/engine.ts';
import { type Options, type PreparedRule, SEVERITIES, type Severity } from '../rules/rule.ts';
import { type Mapping, type Node, resolve, type Span } from '../syntax/tree.ts';
import { enumerate, quoteShort } from '../words.ts';

type Value = ReturnType<typeof resolve>;

/** A problem in a setting; its place is in the part of the setting, and empty where nothing is written. */
interface SettingProblem {
  readonly at: Span;
  readonly message: string;
}

const LEVELS: readonly (Severity | 'off')[] = ['off', ...[...SEVERITIES].reverse()];

/** Reads what a team wrote behind a rule: a level, or a group with `severity` and the rule's options. Never throws. */
export function readRuleSetting(
  rule: PreparedRule,
  node: Node,
): { setting: RuleSetting | undefined; problems: SettingProblem[] } {
  const value = resolve(node);
  if (value?.kind === 'mapping') return readGroup(rule, value, node);
  const severity = levelOf(value);
  if (severity) return { setting: { severity }, problems: [] };
  return { setting: undefined, problems: [{ at: node, message: noLevel(value, `rules: ${rule.id}`) }] };
}

function readGroup(
  rule: PreparedRule,
  group: Mapping,
  node: Node,
): { setting: RuleSetting; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const options: Record<string, unknown> = {};
  let severity: RuleSetting['severity'];
  for (const pair of group.pairs) {
    const name = pair.key.text;
    const value = resolve(pair.value);
    const say = (at: Span, message: string) =>
      problems.push({ at: node.kind === 'alias' ? node : at.start < at.end ? at : pair.key, message });
    if (name === 'severity') {
      severity = levelOf(value);
      if (!severity) say(pair.value, noLevel(value, 'severity'));
      continue;
    }
    const wanted = Object.hasOwn(rule.options, name) ? rule.options[name] : undefined;
    if (wanted === undefined) {
      say(pair.key, noOption(rule, name));
      continue;
    }
    const read = optionValue(value, wanted);
    if (read === undefined) say(pair.value, `“${name}” of ${rule.id} should be ${kindOf(wanted)}${example(wanted)}.`);
    else options[name] = read;
  }
  return { setting: { ...(severity && { severity }), options }, problems };
}

function levelOf(value: Value): RuleSetting['severity'] {
  return value?.kind === 'scalar' ? LEVELS.find(level => level === value.value) : undefined;
}

function noLevel(value: Value, name: string): string {
  if (value?.kind !== 'scalar') return `“${name}” should be one level: ${enumerate(LEVELS, 'or')}.`;
  if (value.text === '') return `“${name}” has no level. Write ${enumerate(LEVELS, 'or')} behind it.`;
  const close = nearest(value.text, LEVELS);
  return `${quoteShort(value.text)} is no level. ${close ? `Did you mean “${close}”?` : `Write ${enumerate(LEVELS, 'or')}.`}`;
}

function noOption(rule: PreparedRule, name: string): string {
  const known = ['severity', ...Object.keys(rule.options)];
  const close = nearest(name, known);
  return `The rule ${rule.id} has no option ${quoteShort(name)}. ${close ? `Did you mean “${close}”?` : `It has ${enumerate(known)}.`}`;
}

/** The value as the option's kind, or undefined where it is of another. */
function optionValue(value: Value, wanted: Options[string]): unknown {
  if (typeof wanted === 'number' || typeof wanted === 'boolean') {
    return value?.kind === 'scalar' && typeof value.value === typeof wanted ? value.value : undefined;
  }
  if (value?.kind !== 'sequence') return undefined;
  const texts = value.items
    .map(item => resolve(item))
    .map(item => (item?.kind === 'scalar' && item.text !== '' ? item.text : undefined));
  return texts.every(text => text !== undefined) ? texts : undefined;
}

function kindOf(wanted: Options[string]): string {
  if (typeof wanted === 'number') return 'a number';
  return typeof wanted === 'boolean' ? 'true or false' : 'a list of texts';
}

function example(wanted: Options[string]): string {
  if (typeof wanted === 'boolean') return '';
  return typeof wanted === 'number'
    ? `, such as ${wanted}`
    : wanted.length > 0
      ? `, such as [${wanted.slice(0, 2).join(', ')}]`
      : '';
}

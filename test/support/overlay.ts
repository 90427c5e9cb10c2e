import { soundSections } from './examples.ts';

/**
 * The plan that a rule's example stands for. An agenda, or a plan with `plan:` and `customer:` and `outcomes:` of its own, is taken as it
 * stands. Anything else is a fragment laid over the sound plan: the keys of a section (two spaces in) and of an outcome
 * or risk with a known id (four spaces in) take the place of the sound ones, everything else stays. Sections that are other lists, and those
 * the sound plan has none of, are taken whole. `without` names what the sound plan lacks from the start: `risks`,
 * `plan.next_review`, `outcomes.O2`, `outcomes.O1.baseline`.
 */
export function overlaid(fragment: string, without: readonly string[] = []): string {
  if (
    /^qbr:/m.test(fragment) ||
    ['plan', 'customer', 'outcomes'].every(key => new RegExp(`^${key}:`, 'm').test(fragment))
  )
    return fragment;
  const base = new Map([...sections(soundSections())].map(([name, section]) => [name, lessen(name, section, without)]));
  for (const dropped of without) base.delete(dropped);
  for (const [name, section] of sections(fragment)) {
    const under = base.get(name);
    base.set(name, under === undefined ? section : lay(section, under, name));
  }
  return [...base.values()].map(text => `${text.trimEnd()}\n`).join('\n');
}

const MAPPINGS = new Set(['plan', 'customer', 'agreement', 'renewal', 'stakeholders']);
const LISTS = new Set(['outcomes', 'risks']);

function lay(over: string, under: string, name: string): string {
  if (MAPPINGS.has(name)) return join(name, merge(split(over, KEY_2), split(under, KEY_2)));
  if (!LISTS.has(name) || !ITEM.test(over)) return over;
  const items = split(under, ITEM);
  for (const [id, item] of split(over, ITEM)) {
    const known = items.get(id);
    const once = item.split(/^ {2}- /m).length === 2;
    items.set(
      id,
      known !== undefined && once ? [...merge(split(item, KEY_4), split(known, KEY_4)).values()].join('') : item,
    );
  }
  return join(name, items);
}

function lessen(name: string, section: string, without: readonly string[]): string {
  const paths = without.map(path => path.split('.')).filter(path => path[0] === name && path.length > 1);
  if (paths.length === 0) return section;
  const entries = split(section, LISTS.has(name) ? ITEM : KEY_2);
  for (const [, entry = '', key] of paths) {
    const item = entries.get(entry);
    if (item === undefined) throw new Error(`the sound plan has no ${name}.${entry}`);
    if (key === undefined) entries.delete(entry);
    else {
      const keys = split(item, KEY_4);
      if (!keys.delete(key)) throw new Error(`the sound plan has no ${name}.${entry}.${key}`);
      entries.set(entry, [...keys.values()].join(''));
    }
  }
  return join(name, entries);
}

/** Top-level sections; what stands before the first belongs to it. */
const SECTION = /^([A-Za-z_][\w-]*):/;
const KEY_2 = /^ {2}([\w-]+|<<):/;
const KEY_4 = /^(?: {4}| {2}- )([\w-]+|<<):/;
const ITEM = /^ {2}- (?:id: ["']?([\w.-]+))?/m;

function sections(text: string): Map<string, string> {
  return split(`\u0000\n${text}`, SECTION);
}

/** Lines in groups, each from a line that fits on; comments go with what they stand above. What stands before the first is left out if it is a section's own key. */
function split(text: string, start: RegExp): Map<string, string> {
  const groups = new Map<string, string>();
  let name: string | undefined;
  let comments = '';
  let nameless = 0;
  for (const line of text.split('\n')) {
    const match = start.exec(line);
    if (match) {
      name = match[1] ?? `?${nameless++}`;
      groups.set(name, `${groups.get(name) ?? ''}${comments}${line}\n`);
      comments = '';
    } else if (/^\s*#/.test(line)) comments += `${line}\n`;
    else if (name !== undefined && line.trim() !== '') {
      groups.set(name, `${groups.get(name) ?? ''}${comments}${line}\n`);
      comments = '';
    }
  }
  if (name !== undefined && comments !== '') groups.set(name, `${groups.get(name) ?? ''}${comments}`);
  return groups;
}

/** The keys of both, in the order of the lower one; what only the upper one has comes last. */
function merge(over: Map<string, string>, under: Map<string, string>): Map<string, string> {
  return new Map([...under, ...over]);
}

function join(name: string, entries: Map<string, string>): string {
  return `${name}:\n${[...entries.values()].join('')}`;
}

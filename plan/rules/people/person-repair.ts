import type { Reference, Stakeholders } from '../../model/index.ts';
import type { People, Side } from '../../model/people.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { enumerate, short } from '../../words.ts';
import { styleIn } from '../repair/set-field.ts';
import { itemValue, listValue } from '../repair/writing.ts';
import type { Fix } from '../rule.ts';
import { plainName } from './plain-name.ts';
import { isTeam } from './who-is-meant.ts';

/** Those who may be there without having a part in the plan. */
export const GUESTS: ReadonlySet<string> = new Set(['attendees', 'participants']);

/** Several names in one value, each on its own; a single owner's value becomes a list. */
export function inList(
  { field, property, holder }: Reference,
  names: readonly string[],
  edit: Editor,
): Fix | undefined {
  const listed = GUESTS.has(property) && field.key === undefined;
  if (!listed && !(property === 'owner' && holder.definition === 'milestone') && !GUESTS.has(property))
    return undefined;
  const written = names.map(name => quoteLike(field.node.style, name));
  const pair = holder.mapping?.pairs.find(one => one.key.text === property);
  const inside = pair?.value.kind === 'sequence' ? pair.value : undefined;
  if (inside && !inside.flow) return undefined;
  return {
    title: `Name ${enumerate(names)} one by one`,
    edits: [edit.replace(field, inside ? written.join(', ') : `[${written.join(', ')}]`)],
    safe: false,
  };
}

/** A new person has a name, and the role that stood in brackets behind it; the rest is for somebody to write who knows them. */
export function adding(
  { field }: Pick<Reference, 'field'>,
  side: Exclude<Side, 'partner'>,
  stakeholders: Stakeholders,
  people: People,
  edit: Editor,
): Fix | undefined {
  const list = stakeholders[side];
  if (stakeholders.borrowed || list.word || !stakeholders.mapping) return undefined;
  const { name, role } = nameIn(field.text);
  if (isNoName(name)) return undefined;
  // Somebody of that name is there already, written with a role or an accent: a second entry would be one too many.
  if (people.all.some(one => plainName(one.name) === plainName(name))) return undefined;
  const near = people.all.find(one => one.person.mapping)?.person.mapping;
  const like = near ? styleIn(near, ['name']) : 'double';
  const item = (flow: boolean) =>
    itemValue([['name', name, like] as const, ...(role ? [['role', role, like] as const] : [])], flow);
  let added: Edit | undefined;
  if (!list.node)
    added = edit.insertKey(stakeholders, side, listValue(item(stakeholders.mapping.flow), stakeholders.mapping.flow));
  else if (list.node.kind === 'sequence')
    added = edit.appendItem(
      stakeholders.part,
      list.node,
      list.key,
      item(list.node.flow || list.node.items.some(one => one.kind === 'mapping' && one.flow)),
    );
  else if (list.node.kind === 'scalar' && list.node.style === 'empty')
    added = edit.appendItem(stakeholders.part, list.node, list.key, item(false));
  return (
    added && {
      title: `Add ${short(name, 50)} to the ${side} side`,
      edits: role ? [added, edit.setValue(field, name)] : [added],
      safe: false,
    }
  );
}

/** Words that are a role and no first name: “Lee Wong, CFO”, not “Wong, Lee”. */
const ROLE =
  /^(?:[SE]?VP\b.*|CSM|AE|Head\b.*|.*\b(?:manager|director|lead|engineer|officer|president|analyst|coordinator|architect)\b.*)$/i;
/** CEO, CISO; Cleo and Caio are first names. */
const CHIEF = /^C[A-Z]{1,2}O$/;

function isRole(text: string): boolean {
  return ROLE.test(text) || CHIEF.test(text);
}

/** A role, a team or an address: an entry of that name would be nobody. */
function isNoName(text: string): boolean {
  return isRole(text) || isTeam(text, '') || text.includes('@');
}

/** The name that a text gives, and the role in brackets or after a comma behind it. */
export function nameIn(text: string): { readonly name: string; readonly role: string | undefined } {
  const [, name = text, role] = /^([^()]+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  if (role !== undefined) return { name, role };
  const [, first = '', second = ''] = /^([^,()]+?),\s*([^,()]+)$/.exec(text) ?? [];
  return isRole(second) ? { name: first, role: second } : { name, role };
}

import type { Reference } from '../../model/index.ts';
import { enumerate, quoteShort } from '../../words.ts';
import { elementName } from '../text/names.ts';
import type { Named } from './known-ids.ts';

const VERBS: Readonly<Record<string, string>> = {
  priority: 'serves',
  outcome: 'belongs to',
  'evidence outcome': 'is for',
  outcomes: 'threatens',
  phase: 'is in phase',
  scope: 'is for',
};

/** What is wrong with a name that no thing of its kind has, and what there is; `other` is the kind of what does have it. */
export function unknownWords(other: Named | undefined, kind: Named | undefined, listed: readonly string[]): string {
  const what = kind === undefined ? 'nothing in this plan' : `no ${kind} of this plan`;
  if (other && kind) return `which is ${ARTICLE[other]}, not ${ARTICLE[kind]}; there ${are(listed)}.`;
  if (listed.length === 0)
    return `but this plan lists no ${kind ? PLURAL[kind] : 'outcomes or milestones'}. List what is meant, or take this out.`;
  return kind === undefined
    ? `but ${what} is called that. Write plan for all of it, or the id of an outcome or milestone.`
    : `but ${what} is called that; there ${are(listed)}.`;
}

const ARTICLE: Readonly<Record<Named, string>> = {
  outcome: 'an outcome',
  milestone: 'a milestone',
  risk: 'a risk',
  priority: 'a priority',
  phase: 'a phase',
};

const PLURAL: Readonly<Record<Named, string>> = {
  outcome: 'outcomes',
  milestone: 'milestones',
  risk: 'risks',
  priority: 'priorities of the customer',
  phase: 'phases',
};

/** `are O1 and O2`, `is only R1`: what there is, the first few of many. */
export function are(ids: readonly string[]): string {
  const some: string[] = [];
  for (const id of ids) {
    if (id !== '') some.push(id.includes(' ') ? quoteShort(id, 30) : id);
    if (some.length > MOST) break;
  }
  if (some.length === 0) return 'are none with an id';
  if (some.length === 1) return `is only ${some[0]}`;
  return `are ${some.length > MOST ? `${some.slice(0, MOST - 1).join(', ')} and others` : enumerate(some)}`;
}

/** So many are named. */
const MOST = 6;

/** What something has to do with what it names: `Risk R1 threatens “O7”`. */
export function namesWhat({ field, property, holder }: Reference): string {
  const verb = VERBS[`${holder.definition} ${property}`] ?? VERBS[property] ?? 'names';
  return `${elementName(holder)} ${verb} ${quoteShort(field.text)}`;
}

import type { Element, Plan } from '../../model/index.ts';
import { definitionShape, planShape } from '../../schema/shape.ts';
import { mayMean, meantField } from './usual-field.ts';

/** The fields whose lack a rule speaks of. Who asks whether one of them is misnamed names it here: the compiler holds rules to it. */
const ASKED_FOR = [
  'acceptance',
  'actual_date',
  'amount',
  'baseline',
  'business_case',
  'business_value',
  'contingency',
  'current',
  'current_situation',
  'desired_future_state',
  'due_date',
  'goal',
  'id',
  'measured_on',
  'measurements',
  'milestones',
  'mitigation',
  'next_review',
  'outcomes',
  'owner',
  'priority',
  'renewal_evidence',
  'review_history',
  'risks',
  'stakeholders',
  'summary',
  'target',
  'target_date',
  'type',
] as const;

/** A field whose lack a rule speaks of. */
export type AskedFor = (typeof ASKED_FOR)[number];

const ALL_ASKED_FOR: ReadonlySet<string> = new Set(ASKED_FOR);

/** True for a field whose lack a rule speaks of: who makes it a field of their own is asked for it the next moment. */
export function isAskedFor(property: string): boolean {
  return ALL_ASKED_FOR.has(property);
}

/**
 * True where a field stands under a key that the format does not know and that most likely means it (`due`, `targt_date`): unknown-key says so, and
 * nothing is missing.
 */
export function isMisnamed(element: Element | undefined, property: AskedFor): boolean {
  const names = element?.mapping?.pairs.map(({ key }) => key.text) ?? [];
  return element !== undefined && isMeant(property, names, () => definitionShape(element.definition)?.properties);
}

/** The same of a section of the plan: `risk_register`. Looks at the names of all sections. */
export function isSectionMisnamed({ syntax }: Plan, section: AskedFor): boolean {
  const names = syntax.sections.map(({ part }) => part.section);
  return isMeant(section, names, () => planShape().properties);
}

/** The fields that are known there lie beside the program, and are read when they are asked for. */
function isMeant(
  property: string,
  names: readonly string[],
  fields: () => ReadonlyMap<string, unknown> | undefined,
): boolean {
  if (names.includes(property) || !names.some(name => mayMean(name, property))) return false;
  const known = fields();
  if (!known) return false;
  const unknown = names.filter(name => isUnknown(name, known));
  const all = new Set(names);
  return unknown.some(name => meantField(name, known, all) === property);
}

function isUnknown(key: string, known: ReadonlyMap<string, unknown>): boolean {
  return !known.has(key) && key !== '<<' && !key.startsWith('x-');
}

import type { Element, Plan } from '../../model/index.ts';
import { definitionShape, planShape } from '../../schema/shape.ts';
import { mayMean, meantField } from './usual-field.ts';

/**
 * True where a field stands under a key that the format does not know and that most likely means it (`due`, `targt_date`): unknown-key says so, and
 * nothing is missing.
 */
export function isMisnamed(element: Element | undefined, property: string): boolean {
  const names = element?.mapping?.pairs.map(({ key }) => key.text) ?? [];
  return element !== undefined && isMeant(property, names, () => definitionShape(element.definition)?.properties);
}

/** The same of a section of the plan: `risk_register`. Looks at the names of all sections. */
export function isSectionMisnamed({ syntax }: Plan, section: string): boolean {
  const names = syntax.sections.map(({ part }) => part.section);
  return isMeant(section, names, () => planShape().properties);
}

/** True for a field whose lack a rule speaks of: who makes it a field of their own is asked for it the next moment. */
export function isAskedFor(property: string): boolean {
  return ASKED_FOR.has(property);
}

const ASKED_FOR: ReadonlySet<string> = new Set(
  `acceptance actual_date baseline business_value contingency current current_situation desired_future_state due_date goal id measured_on
  measurements milestones mitigation next_review outcomes owner priority review_history risks stakeholders target target_date type`.split(
    /\s+/,
  ),
);

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

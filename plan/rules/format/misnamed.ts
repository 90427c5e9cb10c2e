import type { Element, Plan } from '../../model/index.ts';
import { definitionShape, planShape } from '../../schema/shape.ts';
import { meantField } from './usual-field.ts';

/**
 * True where a field stands under a key that the format does not know and that most likely means it (`due`, `targt_date`): unknown-key says so, and
 * nothing is missing.
 */
export function isMisnamed(element: Element | undefined, property: string): boolean {
  const pairs = element?.mapping?.pairs;
  const known = element && pairs && definitionShape(element.definition)?.properties;
  return known !== undefined && isMeant(property, pairs?.map(({ key }) => key.text) ?? [], known);
}

/** The same of a section of the plan: `risk_register`. Looks at the names of all sections. */
export function isSectionMisnamed({ syntax }: Plan, section: string): boolean {
  const names = syntax.sections.map(({ part }) => part.section);
  return isMeant(section, names, planShape().properties ?? new Map());
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

function isMeant(property: string, names: readonly string[], known: ReadonlyMap<string, unknown>): boolean {
  const unknown = names.filter(name => isUnknown(name, known));
  if (unknown.length === 0) return false;
  const all = new Set(names);
  return unknown.some(name => meantField(name, known, all) === property);
}

function isUnknown(key: string, known: ReadonlyMap<string, unknown>): boolean {
  return !known.has(key) && key !== '<<' && !key.startsWith('x-');
}

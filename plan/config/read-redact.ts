import { fieldPaths } from './field-paths.ts';
import type { Value } from './value.ts';

/** Reads `redact`: each path must be a field of the format, or lie in what is the team's own. Never throws. */
export function readRedact(value: Value): string[] {
  if (value.isEmpty) return [];
  const { items } = value;
  if (!items) value.say('“redact” should be a list of fields, such as [customer.context].');
  const known = [...fieldPaths().keys()];
  return (items ?? []).flatMap(item => {
    const path = item.text ?? '';
    // What is the team's own, or has any shape, is not known here.
    const free = /(^|\.)x-./.test(path) || path.startsWith('internal.');
    if (known.includes(path) || (free && isOwnPath(path, known))) return [path];
    const advice = 'Write the field with what it stands in, such as customer.context or outcomes.business_value.';
    if (item.text === undefined) item.say(`“redact” holds fields, and here stands ${item.shown}. ${advice}`);
    else item.unknown(`A success plan has no field ${item.shown}.`, known, advice);
    return [];
  });
}

/** True for a key of the team's own in a place that there is: `customer.x-crm-id`, `x-region`. */
function isOwnPath(path: string, known: readonly string[]): boolean {
  const owner = path.split('.').slice(
    0,
    path.split('.').findIndex(step => step.startsWith('x-') || step === ''),
  );
  return path.startsWith('internal.') || owner.length === 0 || known.includes(owner.join('.'));
}

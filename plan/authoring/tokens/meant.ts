import { CUSTOMER_PERSON_TYPE, VENDOR_PERSON_TYPE } from '../../generated/model.ts';
import type { Field, Visit } from '../../model/index.ts';
import type { Token } from './tokens.ts';

/** A value with what it is. */
export interface Meant {
  readonly field: Field<unknown>;
  readonly type: Token['type'];
  readonly isDefinition: boolean;
}

/** The values of a part that are people, ids, dates, quantities or statuses, as far as they can be read and stand in the part itself. */
export function meant(visits: readonly Visit[]): Meant[] {
  return visits
    .flatMap(meaning)
    .filter(({ field }) => field.value !== undefined && !field.borrowed && field.end > field.start);
}

function meaning(visit: Visit): Meant[] {
  switch (visit.kind) {
    case 'day':
      return of('date', visit.element.field);
    case 'quantity':
      return measured(visit.element.field);
    case 'reference':
      return of(visit.element.to === 'person' ? 'person' : 'identifier', visit.element.field);
    case 'customerPerson':
    case 'vendorPerson':
    case 'partnerPerson':
      return of('person', visit.element.name, true);
    case 'priority':
    case 'keyResult':
    case 'phase':
      return of('identifier', visit.element.id, true);
    case 'outcome':
    case 'milestone':
    case 'risk':
      return [...of('identifier', visit.element.id, true), ...of('status', visit.element.status)];
    case 'planSection':
    case 'action':
    case 'decisionStep':
    case 'signOff':
      return of('status', visit.element.status);
    case 'contract':
      return [...measured(visit.element.arr), ...of('quantity', visit.element.seats)];
    case 'businessValue':
      return measured(visit.element.amount);
    case 'qbr':
    case 'topic':
      return measured(visit.element.duration);
    case 'qbrAttendees':
      return [...visit.element.customer.items, ...visit.element.vendor.items]
        .filter(({ text }) => !PARTS.has(text))
        .flatMap(field => of('person', field));
    default:
      return [];
  }
}

/** An agenda calls people by their part in the plan, or by name. */
const PARTS: ReadonlySet<string> = new Set([...CUSTOMER_PERSON_TYPE, ...VENDOR_PERSON_TYPE, 'csm']);

function measured(field: Field<{ readonly kind: string }> | undefined): Meant[] {
  return field?.value?.kind === 'quantity' ? of('quantity', field) : [];
}

function of(type: Token['type'], field: Field<unknown> | undefined, isDefinition = false): Meant[] {
  return field ? [{ field, type, isDefinition }] : [];
}

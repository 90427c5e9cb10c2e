import type { Field } from './field.ts';

/** A field whose value can be read. */
export type Readable<T> = Field<T> & { readonly value: T };

/** True for a field that is there and whose value can be read. */
export function isReadable<T>(field: Field<T> | undefined): field is Readable<T> {
  return field?.value !== undefined;
}

/** The field, if its value can be read. */
export function readable<T>(field: Field<T> | undefined): Readable<T> | undefined {
  return isReadable(field) ? field : undefined;
}

/** True where something is written that cannot be read as a value: a misspelt status, a day that is none. Other rules speak of that. */
export function isMisread(field: Field<unknown> | undefined): boolean {
  return field !== undefined && field.value === undefined && field.text !== '';
}

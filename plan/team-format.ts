/** What a team adds to the format: words beside the standard ones, and fields of its own. Read from its configuration. */
export interface TeamFormat {
  /**
   * Own words by the definition whose values they join (`outcomeStatus`, `customerPersonType`), each with the standard
   * value that it counts as; undefined for a word that stands for itself.
   */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;
  /** Words that a free text usually holds, by definition and property: `customer.segment`, `contract.plan_tier`. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** The team's own keys by name, each beginning with `x-`. */
  readonly fields: ReadonlyMap<string, CustomField>;
  /** The month in which the team's year begins, 1 to 12; undefined is January. */
  readonly fiscalYearStart: number | undefined;
}

/** What the value of an own key must be. */
export type FieldType = 'text' | 'number' | 'date' | 'money' | 'quantity' | 'yes_no' | 'one_of' | 'list';

/** An own key of a team. */
export interface CustomField {
  readonly name: string;
  readonly type: FieldType;
  /** Where it belongs, as dotted paths without indices (`outcomes.milestones`), `document` for the top level; undefined is anywhere. */
  readonly in: readonly string[] | undefined;
  readonly description: string;
  /** The values to choose from, for `one_of`; for a list those that its entries are chosen from, where it names any. */
  readonly values: readonly string[];
  /** What a whole text must match. */
  readonly pattern: RegExp | undefined;
}

/** The format without additions. */
export const STANDARD_FORMAT: TeamFormat = {
  words: new Map(),
  texts: new Map(),
  fields: new Map(),
  fiscalYearStart: undefined,
};

/** The place of the top level in `CustomField.in`. */
export const TOP_LEVEL = 'document';

/** The place of a path of keys and indices as `CustomField.in` names it. */
export function placeName(path: readonly (string | number)[]): string {
  const keys = path.filter(step => typeof step === 'string');
  return keys.length === 0 ? TOP_LEVEL : keys.join('.');
}

/** The own keys that belong in a place. */
export function fieldsIn(team: TeamFormat, place: string): CustomField[] {
  return [...team.fields.values()].filter(field => field.in?.includes(place) ?? true);
}

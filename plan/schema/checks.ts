/** A place that does not fit, as JSON Schema's validators tell it. */
export interface Misfit {
  /** A JSON pointer from the validated value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** True if a value fits; what does not is left in `errors`, as ajv does it. */
export interface Validator {
  (data: unknown): boolean;
  errors: readonly Misfit[] | null;
}

/*
 * What the generated validators are made of: one function for each thing that the schemas say. Each finds the same places as ajv with
 * `allErrors`, in the same order; a test holds the two equal. While a value fits, nothing is written down but the way to it.
 */

/** True if a value fits; if not, why is in `found`. */
export type Check = (data: unknown) => boolean;

let found: Misfit[] = [];
const way: (string | number)[] = [];

/** The door to a check. */
export function validator(check: Check): Validator {
  const validate = (data: unknown): boolean => {
    found = [];
    way.length = 0;
    const fits = check(data);
    validate.errors = fits ? null : found;
    return fits;
  };
  validate.errors = noErrors();
  return validate;
}

function noErrors(): readonly Misfit[] | null {
  return null;
}

/** A value of one of the types, by JSON Schema's names. */
export function type(...names: readonly string[]): Check {
  const expected = names.length === 1 ? names[0] : names;
  return data => names.some(name => isOfType(data, name)) || misfit('type', { type: expected });
}

/** One of some words. */
export function oneOf(...words: readonly string[]): Check {
  const all: ReadonlySet<unknown> = new Set(words);
  return data => all.has(data) || misfit('enum', { allowedValues: words });
}

/** A value that fits all of the checks; each says what it misses. */
export function all(...checks: readonly Check[]): Check {
  return data => {
    let fits = true;
    for (const check of checks) fits = check(data) && fits;
    return fits;
  };
}

/** Text must match; any other value is not judged. */
export function pattern(source: string): Check {
  const expression = new RegExp(source, 'u');
  return data => typeof data !== 'string' || expression.test(data) || misfit('pattern', { pattern: source });
}

/** A number must not be less; any other value is not judged. */
export function atLeast(limit: number): Check {
  return data =>
    typeof data !== 'number' ||
    !Number.isFinite(data) ||
    data >= limit ||
    misfit('minimum', { comparison: '>=', limit });
}

/** A value that fits one of the checks. If it fits none, what each misses is told before that. */
export function either(...checks: readonly Check[]): Check {
  return data => {
    const before = found.length;
    if (!checks.some(check => check(data))) return misfit('anyOf', {});
    found.length = before;
    return true;
  };
}

/** A list whose items all fit. */
export function list(item: Check): Check {
  return data => {
    if (!Array.isArray(data)) return misfit('type', { type: 'array' });
    let fits = true;
    for (let index = 0; index < data.length; index++) fits = at(index, item, data[index]) && fits;
    return fits;
  };
}

/** An object with these properties, and any others whose names begin with `x-`. */
export function object(properties: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  const known: ReadonlyMap<string, Check> = new Map(Object.entries(properties));
  return data => {
    if (!isObject(data)) return misfit('type', { type: 'object' });
    let fits = true;
    for (const name of required) if (data[name] === undefined) fits = misfit('required', { missingProperty: name });
    for (const key in data)
      if (!known.has(key) && !key.startsWith('x-')) fits = misfit('additionalProperties', { additionalProperty: key });
    for (const [name, check] of known) {
      const value = data[name];
      if (value !== undefined) fits = at(name, check, value) && fits;
    }
    return fits;
  };
}

function at(step: string | number, check: Check, data: unknown): boolean {
  way.push(step);
  const fits = check(data);
  way.pop();
  return fits;
}

function misfit(keyword: string, params: Misfit['params']): false {
  found.push({ instancePath: way.map(step => `/${step}`).join(''), keyword, params });
  return false;
}

function isOfType(data: unknown, name: string): boolean {
  if (name === 'null') return data === null;
  if (name === 'number') return typeof data === 'number' && Number.isFinite(data);
  if (name === 'integer') return Number.isInteger(data);
  if (name === 'boolean') return typeof data === 'boolean';
  return name === 'string' && typeof data === 'string';
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

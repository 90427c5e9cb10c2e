import { type Alias, type Mapping, type Node, resolve, type Scalar } from '../syntax/tree.ts';

/** A place that does not fit, as JSON Schema's validators tell it. */
export interface Misfit {
  /** A JSON pointer from the validated value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** True if a node fits; what does not is left in `errors`, as ajv does it. */
export interface Validator {
  (node: Node): boolean;
  errors: readonly Misfit[] | null;
}

/*
 * What the generated validators are made of: one function for each thing that the schemas say. They look at the tree as it is, through aliases
 * and merge keys. Each finds the same places as ajv with `allErrors`; a test holds the two equal. While a node fits, nothing is written down but
 * the way to it.
 */

/** True if what an alias was followed to fits; if not, why is in `found`. An alias that leads nowhere is as good as null. */
export type Check = (target: Target) => boolean;

type Target = Exclude<Node, Alias> | undefined;

/** Nodes that are looked at for one value; aliases can make more of them than there is text. What is beyond is not judged. */
const BUDGET = 200_000;

let found: Misfit[] = [];
let left = 0;
const way: (string | number)[] = [];

/** The door to a check. */
export function validator(check: Check): Validator {
  const validate = (node: Node): boolean => {
    found = [];
    left = BUDGET;
    way.length = 0;
    const fits = check(resolve(node));
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
  const kinds: ReadonlySet<string> = new Set(names);
  const letsText = kinds.has('string');
  return target => {
    const value = saidBy(target);
    if (letsText && typeof value === 'string') return true;
    if (kinds.has(kindOf(value)) || (kinds.has('integer') && Number.isInteger(value))) return true;
    return misfit('type', { type: expected });
  };
}

/** One of some words. */
export function oneOf(...words: readonly string[]): Check {
  const all: ReadonlySet<unknown> = new Set(words);
  return target => all.has(saidBy(target)) || misfit('enum', { allowedValues: words });
}

/** A value that fits all of the checks; each says what it misses. */
export function all(...checks: readonly Check[]): Check {
  return target => {
    let fits = true;
    for (const check of checks) fits = check(target) && fits;
    return fits;
  };
}

/** Text must match; any other value is not judged. */
export function pattern(source: string): Check {
  const expression = new RegExp(source, 'u');
  return target => {
    const value = saidBy(target);
    return typeof value !== 'string' || expression.test(value) || misfit('pattern', { pattern: source });
  };
}

/** A number must not be less; any other value is not judged. */
export function atLeast(limit: number): Check {
  return target => {
    const value = saidBy(target);
    const isJudged = typeof value === 'number' && Number.isFinite(value);
    return !isJudged || value >= limit || misfit('minimum', { comparison: '>=', limit });
  };
}

/** A value that fits one of the checks. If it fits none, what each misses is told before that. */
export function either(...checks: readonly Check[]): Check {
  return target => {
    const before = found.length;
    for (const check of checks) {
      if (!check(target)) continue;
      found.length = before;
      return true;
    }
    return misfit('anyOf', {});
  };
}

/** A list whose items all fit. */
export function list(item: Check): Check {
  return target => {
    if (target?.kind !== 'sequence') return misfit('type', { type: 'array' });
    let fits = true;
    let index = 0;
    for (const one of target.items) fits = at(index++, item, one) && fits;
    return fits;
  };
}

/** A mapping with these keys, and any others that begin with `x-`. What a merge key brings in is there, and is judged where it stands. */
export function object(properties: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  const known: ReadonlyMap<string, Check> = new Map(Object.entries(properties));
  return target => {
    if (target?.kind !== 'mapping') return misfit('type', { type: 'object' });
    let fits = true;
    for (const name of required) if (!has(target, name)) fits = misfit('required', { missingProperty: name });
    for (const { key, value } of target.pairs) {
      const name = key.text;
      const check = known.get(name);
      if (check) fits = at(name, check, value) && fits;
      else if (name !== '<<' && !name.startsWith('x-'))
        fits = misfit('additionalProperties', { additionalProperty: name });
    }
    return fits;
  };
}

function has({ pairs }: Mapping, name: string): boolean {
  for (const { key, value } of pairs) {
    if (key.text === name || (key.text === '<<' && merged(value).some(one => has(one, name)))) return true;
  }
  return false;
}

/** What a merge key brings in. */
function merged(value: Node): Mapping[] {
  const target = resolve(value);
  const sources = target?.kind === 'sequence' ? target.items.map(resolve) : [target];
  return sources.filter(source => source?.kind === 'mapping').filter(() => --left > 0);
}

function at(step: string | number, check: Check, node: Node): boolean {
  if (--left < 0) return true;
  way.push(step);
  const fits = check(resolve(node));
  way.pop();
  return fits;
}

function misfit(keyword: string, params: Misfit['params']): false {
  found.push({ instancePath: way.map(step => `/${step}`).join(''), keyword, params });
  return false;
}

/** What a scalar says; undefined for all that is none. */
function saidBy(target: Target): Scalar['value'] | undefined {
  return target === undefined ? null : target.kind === 'scalar' ? target.value : undefined;
}

/** By JSON Schema's names; what is no number there has none. */
function kindOf(value: Scalar['value'] | undefined): string {
  if (value === null) return 'null';
  return typeof value === 'number' && !Number.isFinite(value) ? '' : typeof value;
}

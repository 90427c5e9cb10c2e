import type { Ignore, IgnoredRule } from './ignores.ts';
import type { Visit } from './model/index.ts';
import { NEVER_SILENCED } from './rules/rule.ts';
import { OUTSIDE, type Place, type Source, type Span } from './syntax/tree.ts';

/** What silencing needs to know of a finding. */
interface Found {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** Things to look at in the document of that index. */
export interface Late {
  readonly index: number;
  readonly visits: readonly Visit<'ignore'>[];
  /** True for those that silence what is said of the others: what is said of them stands. */
  readonly isLast: boolean;
}

/** The rule that looks at ignores: its own findings can be silenced like others, but a comment that does so is judged last. */
const OWN_RULE = 'unused-ignore';

/** The comments of a file, by the rules that they silence. */
export class Silence {
  private readonly byRule = new Map<string, Ignore[]>();

  constructor(ignores: readonly Ignore[]) {
    for (const ignore of ignores) {
      if (ignore.keyword.exact) for (const { id } of ignore.rules) add(this.byRule, id, ignore);
    }
  }

  /** Whether a comment keeps a finding from being told. */
  covers(finding: Found): boolean {
    if (finding.rule === NEVER_SILENCED) return false;
    return this.byRule.get(finding.rule)?.some(ignore => reaches(ignore, finding)) === true;
  }
}

/**
 * The rules that comments name, to be looked at once everything else was found: first those of all other rules, then, with what was found on the
 * way added to `found` by the caller, those that silence `unused-ignore` itself.
 */
export function* ignoreVisits(
  source: Source,
  ignores: readonly Ignore[],
  found: readonly Found[],
  catalogue: readonly string[],
  asks: (rule: string) => boolean,
): Generator<Late> {
  const known = new Set(catalogue);
  let byRule: ReadonlyMap<string, readonly Found[]> = new Map();
  const silence = new Silence(ignores);
  const kept = new Map<string, readonly Found[]>();
  /** What is found and told: gone through once a rule, for thousands of comments may name it. */
  const told = (rule: string) => {
    const known = kept.get(rule) ?? (byRule.get(rule) ?? []).filter(one => !silence.covers(one));
    kept.set(rule, known);
    return known;
  };
  const documentAt = (offset: number) =>
    Math.max(
      0,
      source.documents.findLastIndex(document => document.start <= offset),
    );
  const late = ignores.flatMap(ignore => {
    const index = documentAt(ignore.keyword.start);
    const base = source.documents[index]?.start ?? 0;
    const placed = ({ start, end }: Span): Place => ({ part: OUTSIDE, start: start - base, end: end - base });
    const serves = (id: string) =>
      known.has(id) && (!asks(id) || byRule.get(id)?.some(one => reaches(ignore, one)) === true);
    const apart = ({ start }: Found) => Math.abs(start - ignore.keyword.start);
    const elsewhere = (id: string): Place | undefined => {
      let nearest: Found | undefined;
      for (const one of told(id))
        if (documentAt(one.start) === index && !(nearest && apart(nearest) <= apart(one))) nearest = one;
      return nearest && placed({ start: nearest.start, end: nearest.end });
    };
    const visit = (rule: IgnoredRule | undefined): { index: number; visit: Visit<'ignore'> } => ({
      index,
      visit: {
        kind: 'ignore',
        element: {
          ...placed(rule ?? ignore.keyword),
          fault: rule ? undefined : ignore.keyword.exact ? 'nameless' : 'keyword',
          id: rule?.id ?? '',
          rules: catalogue,
          meant: rule ? [] : ignore.rules.map(({ id }) => id),
          serves,
          removal: placed(rule?.removal ?? ignore.removal),
          isWhole: !rule || ignore.rules.length === 1,
          adrift: ignore.adrift,
          behind: ignore.behind,
          elsewhere,
        },
      },
    });
    return ignore.keyword.exact && ignore.rules.length > 0 ? ignore.rules.map(visit) : [visit(undefined)];
  });
  for (const isLast of [false, true]) {
    byRule = grouped(found);
    kept.clear();
    const now = late.filter(({ visit }) => (visit.element.id === OWN_RULE) === isLast);
    for (const index of new Set(now.map(one => one.index)))
      yield { index, isLast, visits: now.flatMap(one => (one.index === index ? one.visit : [])) };
  }
}

function grouped(found: readonly Found[]): ReadonlyMap<string, readonly Found[]> {
  const groups = new Map<string, Found[]>();
  for (const one of found) add(groups, one.rule, one);
  return groups;
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

function reaches(ignore: Ignore, { start }: Found): boolean {
  return ignore.over.some(span => span.start <= start && start <= span.end);
}

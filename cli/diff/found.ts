import { SEVERITIES, type Severity } from '../../plan/rules/rule.ts';
import type { Range } from '../positions.ts';
import type { ReportedChange } from './result.ts';

/** A finding in one version of a plan. */
export interface Found {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Which thing or field it marks. */
  readonly where: string;
  readonly range: Range;
}

/** What is found in the documents of one version of a file, in their order. */
export interface FoundInFile {
  readonly documents: readonly (readonly Found[])[];
  /** The same without what comments silence; undefined where none does. */
  readonly hidden: readonly (readonly Found[])[] | undefined;
}

/**
 * New findings of a plan and those that have become louder, the loudest first; then those that are gone or silenced. The same rule at the same thing is the
 * same finding, whatever days and figures it names.
 */
export function findingChanges(
  old: readonly Found[],
  now: readonly Found[],
  hidden: readonly Found[] | undefined,
): readonly ReportedChange[] {
  const left = byKey(old);
  const come: ReportedChange[] = [];
  for (const one of [...now].sort((a, b) => loudness(a) - loudness(b))) {
    const before = left.get(keyOf(one))?.shift();
    if (!before) come.push(asNew(one));
    else if (loudness(one) < loudness(before)) come.push(asLouder(one, before));
  }
  const gone = new Set([...left.values()].flat());
  const silenced = byKey(hidden ?? []);
  for (const one of now) silenced.get(keyOf(one))?.shift();
  return [
    ...come,
    ...old.filter(one => gone.has(one)).map(one => asGone(one, silenced.get(keyOf(one))?.shift() !== undefined)),
  ];
}

function byKey(all: readonly Found[]): Map<string, Found[]> {
  const found = new Map<string, Found[]>();
  for (const one of all) {
    const alike = found.get(keyOf(one));
    if (alike) alike.push(one);
    else found.set(keyOf(one), [one]);
  }
  return found;
}

function keyOf({ rule, where }: Found): string {
  return `${rule} ${where}`;
}

function loudness({ severity }: Found): number {
  return SEVERITIES.indexOf(severity);
}

function asNew({ rule, severity, message, range }: Found): ReportedChange {
  const sentence = `New ${severity}: ${message} (${rule})`;
  return { topic: 'findings', kind: 'added', field: rule, from: undefined, to: severity, sentence, range };
}

function asLouder({ rule, severity, message, range }: Found, before: Found): ReportedChange {
  const sentence = `Now ${severity}, was ${before.severity}: ${message} (${rule})`;
  return { topic: 'findings', kind: 'changed', field: rule, from: before.severity, to: severity, sentence, range };
}

/** Of a finding that is gone its first sentence: the others say what was to be done. */
function asGone({ rule, severity, message }: Found, isSilenced: boolean): ReportedChange {
  const sentence = `${isSilenced ? 'Silenced by a comment' : 'No longer found'}: ${firstSentence(message)} (${rule})`;
  return { topic: 'findings', kind: 'removed', field: rule, from: severity, to: undefined, sentence, range: undefined };
}

const TITLE = /\b(?:Mrs|Inc|Ltd)$/;

/** Up to the first full stop that stands neither in quotes nor behind an initial or a title. */
function firstSentence(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '“') depth++;
    else if (text[at] === '”') depth--;
    else if (depth <= 0 && /^\. \p{Lu}/u.test(text.slice(at, at + 4)) && isEnd(text.slice(0, at)))
      return text.slice(0, at + 1);
  }
  return text;
}

function isEnd(before: string): boolean {
  return /[\p{L}\d”)%]{3}$/u.test(before) && !TITLE.test(before);
}

import { findIgnores } from '../../ignores.ts';
import { NEVER_SILENCED } from '../../rules/rule.ts';
import { configShape } from '../../schema/shape.ts';
import { commentStart, inTextBlock } from '../../syntax/cursor.ts';
import { lineAt, lineStart, lineUpTo } from '../../syntax/lines.ts';
import type { Source } from '../../syntax/tree.ts';
import type { Candidate } from './candidate.ts';
import { firstLine } from './keys.ts';

/** The words that silence rules, and the rules that they can silence, `speaking` ones first; undefined where the cursor is in no comment. */
export function ignoreCandidates(
  text: string,
  offset: number,
  speaking: ReadonlySet<string> = new Set(),
): Candidate[] | undefined {
  const start = lineStart(text, offset);
  const line = lineAt(text, start);
  const from = commentStart(line.text, offset - start);
  if (from < 0 || inTextBlock(text, line, offset - start)) return undefined;
  const typed = line.text.slice(from, offset - start);
  const rest = /^[\w-]*/.exec(text.slice(offset))?.[0] ?? '';
  const named = /^#[ \t]*success-plan-ignore(?:-file)?[ \t]+([^:]*)$/.exec(typed)?.[1];
  if (named !== undefined) {
    const word = /[^\s,]*$/.exec(named)?.[0] ?? '';
    const others = named.slice(0, named.length - word.length);
    // Behind a rule and a blank the reason begins, unless a comma says that another rule follows.
    if (/[^\s,][ \t]+$/.test(others)) return [];
    const taken = new Set(others.split(/[\s,]+/));
    const rules = [...(configShape().properties?.get('rules')?.properties ?? [])];
    return rules
      .filter(([id]) => !taken.has(id) && id !== NEVER_SILENCED)
      .sort(([a], [b]) => Number(speaking.has(b)) - Number(speaking.has(a)))
      .map(([id, { description }]) => ({
        ...EMPTY,
        kind: 'reference',
        label: id,
        detail: firstLine(description).replace(/ Unless said: .*$/, ''),
        insert: id,
        replace: { start: offset - word.length, end: offset + rest.length },
      }));
  }
  const word = /^#[ \t]*([\w-]*)$/.exec(typed)?.[1];
  if (word === undefined) return [];
  return KEYWORDS.filter(([keyword]) => keyword.startsWith(word)).map(([keyword, detail]) => ({
    ...EMPTY,
    kind: 'text',
    label: keyword,
    detail,
    insert: `${keyword} `,
    replace: { start: offset - word.length, end: offset + rest.length },
    goesOn: true,
  }));
}

const NAMED = /#[ \t]*success-plan-ignore(?:-file)?[ \t]+[^:\n]*$/;

/** True where a comment is about to name rules. */
export function asksForRules(text: string, offset: number): boolean {
  return NAMED.test(lineUpTo(text, offset));
}

/** The rules that speak where the comment at the cursor silences them. */
export function speakingIn(
  source: Source,
  offset: number,
  findings: readonly { readonly rule: string; readonly start: number }[],
): ReadonlySet<string> {
  const own = findIgnores(source).find(
    ({ removal, keyword }) => removal.start <= offset && offset <= Math.max(removal.end, keyword.end + 1),
  );
  const covered = findings.filter(({ start }) => own?.over.some(span => span.start <= start && start <= span.end));
  // That the comment names nothing yet is no reason.
  return new Set(covered.map(({ rule }) => rule).filter(rule => rule !== 'unused-ignore'));
}

const EMPTY = { documentation: '', goesOn: false } as const;

const KEYWORDS = [
  ['success-plan-ignore', 'Silences rules on this line, or on the one below.'],
  ['success-plan-ignore-file', 'Silences rules in the whole file.'],
] as const;

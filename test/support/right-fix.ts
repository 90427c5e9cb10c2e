import { Lexer, parseAllDocuments } from 'yaml';
import { applyEdits } from '../../plan/check.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Fix } from '../../plan/rules/rule.ts';
import { marked } from './findings.ts';

/**
 * The one thing that a fix may bring up: somebody who is made the executive sponsor has wishes that only they can tell, and asking for them is a
 * hint. Without it, no plan that lacks a sponsor could be helped.
 */
const REVEALED = 'executive-sponsor-missing: executive-sponsor-silent hint';

/** A text with what is found in it, so that the promises of many fixes can be checked against it. */
export interface Tried {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly check: (text: string) => readonly Finding[];
  readonly data: Data;
  readonly comments: readonly string[];
  /** What is found in the text that this one was before it could no longer be read: a fix that mends it lets that be found again. */
  readonly unread: readonly Finding[];
}

export function tried(
  text: string,
  check: (text: string) => readonly Finding[],
  unread: readonly Finding[] = [],
): Tried {
  return { text, findings: check(text), check, data: dataOf(text), comments: commentsOf(text), unread };
}

/** What every fix of some findings promises and these break, a line each; empty for right ones. */
export function brokenPromises(before: Tried, isAsked: (finding: Finding) => boolean): string[] {
  return before.findings.filter(isAsked).flatMap(finding =>
    finding.fixes().flatMap(fix => {
      const broken = brokenBy(before, fix, finding);
      return broken.length > 0 ? [`“${fix.title}” ${broken.join(', and ')}`] : [];
    }),
  );
}

function brokenBy(before: Tried, fix: Fix, finding: Finding): string[] {
  const { text, findings, check, data, comments: written } = before;
  const fixed = applyEdits(text, fix.edits);
  const after = check(fixed);
  const wrong: string[] = [];
  const isSame = (one: Finding) => one.rule === finding.rule && one.message === finding.message;
  if (after.filter(isSame).length >= findings.filter(isSame).length) wrong.push('leaves its finding');
  const known = finding.rule === 'yaml-syntax' ? [...findings, ...before.unread] : findings;
  const added = more(known, after, one => `${one.rule} ${one.severity}`).filter(
    one => `${finding.rule}: ${one.rule} ${one.severity}` !== REVEALED,
  );
  if (added.length > 0) wrong.push(`brings up\n${marked(fixed, added)}`);
  if (text.includes('\r\n') ? /[^\r]\n/.test(fixed) : fixed.includes('\r')) wrong.push('mixes line ends');
  if (fixed.lastIndexOf('\uFEFF') !== text.lastIndexOf('\uFEFF')) wrong.push('moves the byte order mark');
  if (more(text.split(/\r?\n/), fixed.split(/\r?\n/), String).some(line => /[ \t]$/.test(line)))
    wrong.push('leaves white space at the end of a line');
  const taken = fix.edits.filter(edit => edit.newText === '').map(edit => text.slice(edit.start, edit.end));
  const comments = more([...commentsOf(fixed), ...taken.flatMap(commentsOf)], written, String);
  if (comments.length > 0) wrong.push(`loses ${comments.join(' ')}`);
  const now = dataOf(fixed);
  if (now.errors > data.errors) wrong.push('makes text that YAML cannot read');
  // Each edit replaces one value at most, unless it takes something away.
  const values = now.errors > 0 || data.errors > 0 ? [] : more(now.values, data.values, String);
  if (values.length > fix.edits.length && taken.length === 0) wrong.push(`loses ${values.join(' | ')}`);
  // Lines that come again elsewhere have moved; a text over a few lines may make way.
  const lines = more(fixed.split('\n'), text.split('\n'), String);
  if (lines.length > 2 * fix.edits.length && taken.length === 0) wrong.push(`rewrites ${lines.length} lines`);
  return wrong;
}

/** What the second list has more often than the first. */
function more<T>(first: readonly T[], second: readonly T[], nameOf: (one: T) => string): T[] {
  const counts = new Map<string, number>();
  for (const one of first) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return second.filter(one => {
    const left = counts.get(nameOf(one)) ?? 0;
    counts.set(nameOf(one), left - 1);
    return left <= 0;
  });
}

/** The comments of a text but those for the checker, which are a rule's own matter. */
function commentsOf(text: string): string[] {
  const found: string[] = [];
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    // The lexer announces the text of a value by a character of its own.
    if (token.startsWith('#') && previous !== '\u001F' && !token.includes('success-plan-ignore'))
      found.push(token.trim());
    previous = token;
  }
  return found;
}

/** A text as YAML's own library reads it: how many mistakes, and every value as often as it stands, wherever it stands. */
interface Data {
  readonly errors: number;
  readonly values: readonly string[];
}

function dataOf(text: string): Data {
  const parsed = parseAllDocuments(text, { merge: true, uniqueKeys: false });
  const documents = Array.isArray(parsed) ? parsed : [];
  const errors = documents.reduce((sum, document) => sum + document.errors.length, 0);
  return { errors, values: errors > 0 ? [] : documents.flatMap(document => leaves(document.toJS())) };
}

function leaves(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return value === null || value === undefined ? [] : [String(value)];
  return Object.values(value).flatMap(leaves);
}

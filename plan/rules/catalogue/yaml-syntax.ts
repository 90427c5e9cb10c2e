import { isFieldName } from '../../schema/shape.ts';
import type { Editor } from '../../syntax/edit.ts';
import { withoutComment } from '../../syntax/lines.ts';
import { isLoneDash } from '../../syntax/problems.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { isTorn, type Part, type Problem } from '../../syntax/tree.ts';
import { quoteShort } from '../../words.ts';
import { linedUp } from '../repair/line-up.ts';
import { strayValue } from '../repair/stray-value.ts';
import { withoutTabs } from '../repair/tabs.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  id: 'yaml-syntax',
  severity: 'error',
  summary: 'YAML that cannot be read',
  why: `A plan that cannot be read shows nothing to anybody: no attainment, no late milestone, no review. All places that
cannot be read are named in one go, so that one pass repairs them.`,
  looksAt: ['problem'],
  reads: [],
  fixable: true,
  examples: [
    {
      bad: `customer:
  company: "Northwind Traders
  industry: Logistics
`,
      good: `customer:
  company: "Northwind Traders"
  industry: Logistics
`,
    },
  ],
  check({ problem, part }, { document, report }) {
    if (!isTorn(problem) || problem.follows) return;
    report({
      at: { part, start: problem.start, end: problem.end },
      message: problem.message,
      fixes: edit => [mended(part, problem, document.kind, edit)],
    });
  },
});

/** What is most likely meant where one character is missing, or lines begin in a column where nothing goes on. Nothing where it could be at several places. */
function mended(part: Part, { code, start }: Problem, kind: 'plan' | 'agenda', edit: Editor): Fix | undefined {
  const [line = ''] = edit.at({ part, start, end: start + LONGEST }).split(/\r?\n/);
  const put = (title: string, at: number, newText: string): Fix => ({
    title,
    edits: [edit.replace({ part, start: start + at, end: start + at }, newText)],
    safe: false,
  });
  if (code === 'TAB_AS_INDENT') {
    // Whoever indents one line with tabs does so with those below.
    const lines = /^[ \t]*[^\n]*(?:\n\t[^\n]*)*/.exec(edit.at({ part, start, end: start + FAR }))?.[0] ?? '';
    const above = edit.before({ part, start, end: start }, FAR).replace(/[ \t]*$/, '');
    const edits = withoutTabs(above, lines).map(({ start: from, end, blanks }) =>
      edit.replace({ part, start: start + from, end: start + end }, blanks),
    );
    return edits.length > 0 ? { title: 'Indent with spaces', edits, safe: false } : undefined;
  }
  const before = edit.before({ part, start, end: start }, LONGEST).replace(/^.*\n/s, '');
  const isDash = code === 'BLOCK_AS_IMPLICIT_KEY' && line.startsWith('-');
  // A bracket that is never closed is said to be indented wrongly, too.
  const isOutOfLine = (code === 'TOO_DEEP' || code === 'BAD_INDENT') && /^[ -]*$/.test(before) && !/^ *[[{]/.test(line);
  if (isOutOfLine || isDash) {
    return putInLine(part, start - before.length, kind, edit);
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && FIELD.test(before)) {
    const value = withoutComment(line);
    // Two fields on one line are to stand on two.
    const second = /(\S+):\s/.exec(value)?.[1];
    if (second === undefined || value.endsWith(':') || value.length === LONGEST || isFieldName(second))
      return undefined;
    const style = value.includes('"') && !value.includes("'") ? 'single' : 'double';
    return {
      title: 'Put the value in quotes',
      edits: [edit.replace({ part, start, end: start + value.length }, quoteLike(style, value))],
      safe: false,
    };
  }
  if (code === 'MULTILINE_IMPLICIT_KEY') {
    const [, key = '', colon] = KEY.exec(line) ?? [];
    if (key === '') return undefined;
    return colon
      ? put('Put a space behind the colon', key.length + 1, ' ')
      : put(`Put a colon behind “${key}”`, key.length, ':');
  }
  if (isLoneDash(`${before}${line}`, before.length))
    return {
      title: 'Put the dash in quotes',
      edits: [edit.replace({ part, start, end: start + 1 }, '"-"')],
      safe: false,
    };
  if (/[{[]/.test(before)) return undefined;
  // Where the line goes on with a comment or a bracket, the quote may belong before it.
  const isOpenQuote = code === 'MISSING_CHAR' && /^(["'])(?!.*\1)[^#{}[\]]*$/.test(line);
  return isOpenQuote ? put('Add the closing quote', line.trimEnd().length, line.charAt(0)) : undefined;
}

/** Lines from an offset on that stand in a column where nothing goes on. Where they are what the key above holds, the value beside that is in their way. */
function putInLine(part: Part, from: number, kind: 'plan' | 'agenda', edit: Editor): Fix | undefined {
  const above = edit.before({ part, start: from, end: from }, FAR);
  const lines = edit.at({ part, start: from, end: from + FAR });
  const column = lines.search(/[^ ]|$/);
  const stray = strayValue(above, kind);
  if (stray && stray.column < column) {
    const at = from - above.length;
    const title = `Remove ${quoteShort(stray.text, 40)}, which stands beside what “${stray.key}” holds`;
    const edits = [edit.replace({ part, start: at + stray.start, end: at + stray.end }, '')];
    return stray.simple ? { title, edits, safe: false } : undefined;
  }
  const edits = linedUp(above, column, lines).map(({ start, end, blanks }) =>
    edit.replace({ part, start: from + start, end: from + end }, blanks),
  );
  return edits.length > 0 ? { title: 'Line it up with what it belongs to', edits, safe: false } : undefined;
}

/** A key of the format, with the colon that something follows at once, or without one. */
const KEY = /^([a-z][a-z_]*)(?:(:)\S|[ \t]|$)/;

/** A key before its value. */
const FIELD = /^[ -]*[a-z][a-z_]*:[ \t]+$/;

/** Longer lines are not looked at, nor tabs that are further away. */
const LONGEST = 400;
const FAR = 20_000;

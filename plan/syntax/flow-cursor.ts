import type { Cursor } from './cursor.ts';
import type { Level } from './levels.ts';
import { indentOf, keyText, lineAt, lineEnd, lineStart } from './lines.ts';

/** Lines above the cursor in which the beginning of a flow collection is looked for. */
const REACH = 40;

const BRACKET = /[[{]/;

interface Frame {
  readonly kind: '{' | '[';
  readonly keys: Set<string>;
  key: string | undefined;
  /** Where the entry, or the value behind its colon, begins. */
  from: number;
  index: number;
  readonly open: number;
}

interface InFlow {
  /** Undefined where nothing can stand: right before something that stands there already. */
  readonly cursor: Cursor | undefined;
  readonly open: number;
}

/** The cursor inside `[ ]` or `{ }`, with the offset at which the outermost of them opens; undefined outside of them. */
export function flowAt(text: string, offset: number): InFlow | undefined {
  let start = lineStart(text, offset);
  let end = offset;
  for (let lines = 0; lines < REACH; lines++) {
    const found = BRACKET.test(text.slice(start, end)) ? scan(text, start, offset) : undefined;
    if (found) return found;
    end = start;
    if (start === 0) return undefined;
    start = lineStart(text, start - 1);
    if (/^[^\s\]}]/.test(text.charAt(start)) && !BRACKET.test(text.slice(start, end))) return undefined;
  }
  return undefined;
}

function scan(text: string, start: number, offset: number): InFlow | undefined {
  const frames: Frame[] = [];
  let open = -1;
  let at = start;
  while (at < offset) {
    const c = text.charAt(at);
    const frame = frames.at(-1);
    if (c === '\n' && frame && endsUnclosed(text, at + 1, offset, indentOf(lineAt(text, lineStart(text, open))))) {
      frames.length = 0;
    } else if (c === '#' && (at === start || /\s/.test(text.charAt(at - 1)))) {
      const newline = text.indexOf('\n', at);
      if (newline < 0 || newline >= offset) return undefined;
      at = newline;
    } else if ((c === '"' || c === "'") && /[\s[{,:]/.test(text.charAt(at - 1) || ' ')) {
      const close = closing(text, at);
      if (close < 0 || close >= offset) break;
      at = close;
    } else if ((c === '{' || c === '[') && (frame || /(?:[:-]\s+|^\s*)$/.test(text.slice(lineStart(text, at), at)))) {
      if (!frame) open = at;
      frames.push({ kind: c, keys: new Set(), key: undefined, from: at + 1, index: 0, open: at });
    } else if (frame && (c === '}' || c === ']')) {
      frames.pop();
    } else if (frame && c === ',') {
      frame.key = undefined;
      frame.from = at + 1;
      frame.index++;
    } else if (frame?.kind === '{' && c === ':' && frame.key === undefined && /[\s,}]|^$/.test(text.charAt(at + 1))) {
      frame.key = keyText(text.slice(frame.from, at).trim());
      frame.keys.add(frame.key);
      frame.from = at + 1;
    }
    at++;
  }
  const top = frames.at(-1);
  return top && { open, cursor: flowCursor(text, offset, frames, top) };
}

/** The closing quote of what a quote at `at` opens; -1 if nothing closes it. */
function closing(text: string, at: number): number {
  const quote = text.charAt(at);
  for (let to = at + 1; to < text.length; to++) {
    const c = text.charAt(to);
    if (c === quote) return to;
    if (c === '\\' && quote === '"') to++;
  }
  return -1;
}

/** True where the next line is one of the block around, so that a bracket above it was never closed. */
function endsUnclosed(text: string, next: number, offset: number, indent: number): boolean {
  const line = lineAt(text, next);
  const blank = line.text.trim() === '';
  if (blank) return next + line.text.length >= offset && offset >= next && offset - next <= indent;
  return indentOf(line) <= indent && (line.key !== undefined || line.dashes.length > 0);
}

function flowCursor(text: string, offset: number, frames: readonly Frame[], top: Frame): Cursor | undefined {
  const typed = text.slice(top.from, offset);
  const from = top.from + (typed.length - typed.trimStart().length);
  // Behind what brackets hold, and in texts of several lines.
  if (!/^["']/.test(typed.trimStart()) ? /[[\]{}\n]/.test(typed.trim()) : /\n/.test(typed.trim())) return undefined;
  const value = top.kind === '{' && top.key !== undefined;
  const follows = /^([ \t]*)(\r?\n)?\s*([^\s,\]}#])/.exec(text.slice(offset, offset + FAR));
  const isAtWord = from < offset || (follows?.[1] === '' && !follows[2]);
  if (from === offset && follows && !follows[2] && (follows[1] !== '' || /[[{]/.test(follows[3] ?? '')))
    return undefined;
  const end = Math.max(offset, wordEnd(text, from, offset, value || top.kind === '['));
  const levels = frames.flatMap((frame, index): Level[] => {
    const inner = index < frames.length - 1;
    const level = (step: string | number) => ({ step, start: frame.open, column: -1 });
    if (frame.kind === '[') return [level(frame.index)];
    return inner && frame.key !== undefined ? [level(frame.key)] : [];
  });
  const first = text.charAt(from);
  return {
    path: levels.map(level => level.step),
    levels,
    on: value ? 'value' : top.kind === '{' ? 'key' : 'item',
    key: value ? top.key : undefined,
    present: new Set([...top.keys, ...keysBehind(text, end, top.kind === '{')]),
    replace: { start: from, end },
    before: value && text.charAt(from - 1) === ':' ? ' ' : '',
    quote: first === '"' || first === "'" ? first : '',
    after: !isAtWord && follows?.[2] ? ',' : '',
    flow: true,
    column: 0,
    colon: /^[^\S\n]*:/.test(text.slice(end, end + 100)),
    hasBody: false,
  };
}

/** Where the word ends that begins at `from`: with its quote, else before what parts entries; on the cursor's line. */
function wordEnd(text: string, from: number, offset: number, isValue: boolean): number {
  const line = lineEnd(text, offset);
  const close = /["']/.test(text.charAt(from)) ? closing(text, from) : -1;
  if (close >= offset - 1 && close >= 0 && close < line) return close + 1;
  const rest = (isValue ? /^[^,\]}\r\n]*/ : /^[^,\]}\r\n:]*/).exec(text.slice(offset, line))?.[0] ?? '';
  const comment = rest.search(/\s#/);
  return offset + (comment < 0 ? rest : rest.slice(0, comment)).trimEnd().length;
}

/** The keys that follow in the same braces. */
function keysBehind(text: string, from: number, isMapping: boolean): string[] {
  const keys: string[] = [];
  let depth = isMapping ? 0 : -1;
  const end = Math.min(text.length, from + FAR);
  for (let at = from; at < end && depth >= 0; at++) {
    const c = at === from && /^\s*\n/.test(text.slice(at, at + 200)) ? ',' : text.charAt(at);
    if ((c === '"' || c === "'") && /[\s[{,:]/.test(text.charAt(at - 1))) at = Math.max(at, closing(text, at));
    else if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') depth--;
    else if (c === ',' && depth === 0) {
      const key = /^\s*("[^"]*"|'[^']*'|[^\s:,{}[\]]+)\s*:/.exec(text.slice(at + 1, at + 100))?.[1];
      if (key) keys.push(keyText(key));
    }
  }
  return keys;
}

/** Characters behind the cursor that are looked through. */
const FAR = 2000;

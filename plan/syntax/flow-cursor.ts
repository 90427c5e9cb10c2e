import type { Cursor } from './cursor.ts';
import { lineStart } from './lines.ts';

/** Lines above the cursor in which the beginning of a flow collection is looked for. */
const REACH = 40;

interface Frame {
  readonly kind: '{' | '[';
  readonly keys: Set<string>;
  key: string | undefined;
  /** Where the entry, or the value behind its colon, begins. */
  from: number;
  index: number;
}

/** The cursor inside `[ ]` or `{ }`, with the offset at which the outermost of them opens; undefined outside of them. */
export function flowAt(text: string, offset: number): { cursor: Cursor; open: number } | undefined {
  let start = lineStart(text, offset);
  for (let lines = 0; lines < REACH; lines++) {
    const found = scan(text, start, offset);
    if (found) return found;
    if (start === 0) return undefined;
    start = lineStart(text, start - 1);
    if (/^\S[^:]*:\s*(?![[{])/.test(text.slice(start, offset)) && lines > 0) return scan(text, start, offset);
  }
  return undefined;
}

function scan(text: string, start: number, offset: number): { cursor: Cursor; open: number } | undefined {
  const frames: Frame[] = [];
  let open = -1;
  let at = start;
  while (at < offset) {
    const c = text.charAt(at);
    const frame = frames.at(-1);
    if (c === '#' && (at === start || /\s/.test(text.charAt(at - 1)))) {
      const newline = text.indexOf('\n', at);
      if (newline < 0 || newline >= offset) return undefined;
      at = newline;
    } else if ((c === '"' || c === "'") && /[\s[{,:]/.test(text.charAt(at - 1) || ' ')) {
      const close = text.indexOf(c, at + 1);
      if (close < 0 || close >= offset) break;
      at = close;
    } else if ((c === '{' || c === '[') && (frame || /(?:[:-]\s+|^\s*)$/.test(text.slice(lineStart(text, at), at)))) {
      if (!frame) open = at;
      frames.push({ kind: c, keys: new Set(), key: undefined, from: at + 1, index: 0 });
    } else if (frame && (c === '}' || c === ']')) {
      frames.pop();
    } else if (frame && c === ',') {
      frame.key = undefined;
      frame.from = at + 1;
      frame.index++;
    } else if (frame?.kind === '{' && c === ':' && frame.key === undefined && /\s|$/.test(text.charAt(at + 1))) {
      frame.key = unquoted(text.slice(frame.from, at));
      frame.keys.add(frame.key);
      frame.from = at + 1;
    }
    at++;
  }
  const top = frames.at(-1);
  return top && { open, cursor: flowCursor(text, offset, frames, top) };
}

function flowCursor(text: string, offset: number, frames: readonly Frame[], top: Frame): Cursor {
  const typed = text.slice(top.from, offset);
  const from = top.from + (typed.length - typed.trimStart().length);
  const rest = /^[^,\]}\r\n:]*/.exec(text.slice(offset))?.[0].trimEnd() ?? '';
  const value = top.kind === '{' && top.key !== undefined;
  const path = frames.flatMap((frame, index): (string | number)[] => {
    const inner = index < frames.length - 1;
    if (frame.kind === '[') return [frame.index];
    return inner && frame.key !== undefined ? [frame.key] : [];
  });
  const first = text.charAt(from);
  return {
    path,
    on: value ? 'value' : top.kind === '{' ? 'key' : 'item',
    key: value ? top.key : undefined,
    present: top.keys,
    replace: { start: from, end: offset + rest.length },
    quote: first === '"' || first === "'" ? first : '',
    flow: true,
    column: 0,
    colon: /^\s*:/.test(text.slice(offset + rest.length)),
  };
}

function unquoted(text: string): string {
  return text.trim().replace(/^["']|["']$/g, '');
}

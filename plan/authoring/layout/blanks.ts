import type { Edit } from '../../syntax/edit.ts';

/**
 * The edits that make one text of another that differs from it in blanks and line breaks, each as small as can be. Where they differ in more, it is one edit
 * from the first difference to the last.
 */
export function blankEdits(from: string, to: string): Edit[] {
  const edits: Edit[] = [];
  let here = 0;
  let there = 0;
  while (here < from.length || there < to.length) {
    const next = { here: afterBlanks(from, here), there: afterBlanks(to, there) };
    const edit = between(from, { start: here, end: next.here }, to.slice(there, next.there));
    if (edit) edits.push(edit);
    ({ here, there } = next);
    const isOver = here >= from.length || there >= to.length;
    if (isOver ? here < from.length || there < to.length : from.charCodeAt(here) !== to.charCodeAt(there)) {
      // A comma behind the last thing in brackets is nothing that anybody would miss.
      if (from.charAt(here) === ',' && /[\]}]/.test(to.charAt(there))) {
        edits.push({ start: here, end: ++here, newText: '' });
        continue;
      }
      const edit = between(from, { start: 0, end: from.length }, to);
      return edit ? [edit] : [];
    }
    here++;
    there++;
  }
  return edits;
}

function between(from: string, { start, end }: { start: number; end: number }, newText: string): Edit | undefined {
  const old = from.slice(start, end);
  if (old === newText) return undefined;
  const shorter = Math.min(old.length, newText.length);
  let same = 0;
  while (same < shorter && old.charCodeAt(same) === newText.charCodeAt(same)) same++;
  // A line break of two characters is one thing.
  if (old.charAt(same - 1) === '\r') same--;
  let behind = 0;
  while (behind < shorter - same && old.at(-1 - behind) === newText.at(-1 - behind)) behind++;
  if (old.charAt(old.length - behind) === '\n' && old.charAt(old.length - behind - 1) === '\r') behind--;
  return { start: start + same, end: end - behind, newText: newText.slice(same, newText.length - behind) };
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[ \t\r\n]/.test(text.charAt(at))) at++;
  return at;
}

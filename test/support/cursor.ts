/** Takes the cursor mark `<|>` out of a text: what is left, and where it stood. */
export function withCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('<|>');
  if (offset < 0) throw new Error('the text has no cursor <|>');
  return { text: marked.slice(0, offset) + marked.slice(offset + 3), offset };
}

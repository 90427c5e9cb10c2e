/** Small words for messages: counts, lists, quotes. */

/** `1 day`, `26 days`. The plural is the noun with an s unless given. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function enumerate(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The text in quotes, on one line, cut where a message would grow too long. */
export function quoteShort(text: string, longest = 60): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return `“${line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line}”`;
}

/** A snippet of VS Code's, as its file has it. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Stands for a day that a snippet reckons from the calendar. */
const CALENDAR: Readonly<Record<string, string>> = { CURRENT_YEAR: '2026', CURRENT_MONTH: '02', CURRENT_DATE: '10' };

/**
 * What a snippet in LSP's or VS Code's syntax leaves in the text when all its offers are taken: of a choice the one at `pick` (counted
 * round). Throws at a mark that stays, and at a tab stop that is repeated before it says what it holds.
 */
export function expanded(body: string, pick = 0): string {
  const said = new Map<string, string>();
  const days = body.replace(
    /\$(?:(CURRENT_[A-Z]+)|\{(CURRENT_[A-Z]+)\})/g,
    (_, bare, braced) => CALENDAR[bare ?? braced] ?? '?',
  );
  const text = days.replace(
    /\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|([^|]*)\|)?\}|\$(\d+)/g,
    (_, stop, offer, choices, bare) => {
      const choice: string[] = choices?.split(',') ?? [];
      const value = choices === undefined ? offer?.replace(/\\(.)/g, '$1') : choice[pick % choice.length];
      if (value === undefined) {
        const number = stop ?? bare;
        if (number !== '0' && !said.has(number)) throw new Error(`Tab stop ${number} holds nothing`);
        return said.get(number) ?? '';
      }
      said.set(stop, value);
      return value;
    },
  );
  if (/\$[{\d]/.test(text)) throw new Error(`A mark stays: ${text}`);
  return text;
}

/** How many choices the longest list of a snippet has; 1 without any. */
export function choicesOf(body: string): number {
  return Math.max(1, ...[...body.matchAll(/\|([^|]*)\|/g)].map(([, list = '']) => list.split(',').length));
}

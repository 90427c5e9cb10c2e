/*
 * Texts with places to fill in, in the syntax that LSP has for snippets: `${1:text}`, `$1` for the same place again, `${2|one,other|}` for a
 * choice.
 */

/** A text as it must stand in a snippet to mean itself. */
export function inSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

/** A text as it must stand among the words of a choice: LSP has other signs escaped there, and would show the backslash before any further one. */
export function inChoice(text: string): string {
  return text.replaceAll(/[\\,|]/g, '\\$&');
}

/** Gives out places to fill in, numbered in the order in which they are asked for. */
export class Stops {
  private count = 0;

  /** A place with a text that stands there until another is typed. */
  stop(text = 'TBD'): string {
    this.count += 1;
    return `\${${this.count}:${inSnippet(text)}}`;
  }

  /** The place before, once more: what is typed there is written here too. */
  again(): string {
    return `$${this.count}`;
  }

  /** A place with a few words to choose from; the first stands there. */
  oneOf(...words: readonly string[]): string {
    this.count += 1;
    return `\${${this.count}|${words.join(',')}|}`;
  }
}

/** One place of a snippet: its number, and the words that are offered there. */
export interface Stop {
  readonly number: number;
  readonly words: readonly string[];
}

const MARK = /\\([\\$}])|\$\{(\d+):((?:\\.|[^}\\])*)\}|\$\{(\d+)\|([^|]*)\|\}|\$(\d+)/g;

/** The text of a snippet with its places filled in; as they stand, unless told otherwise. */
export function filledIn(
  snippet: string,
  fill: (stop: Stop, before: string) => string = ({ words }) => words[0] ?? '',
): string {
  const filled = new Map<number, string>();
  let text = '';
  let at = 0;
  for (const mark of snippet.matchAll(MARK)) {
    const [whole, escaped, place, shown = '', choice, words = '', again] = mark;
    text += snippet.slice(at, mark.index);
    at = mark.index + whole.length;
    const number = Number(place ?? choice ?? again);
    if (escaped !== undefined) text += escaped;
    else if (again !== undefined) text += filled.get(number) ?? '';
    else {
      const offered = place === undefined ? words.split(',') : [shown.replaceAll(/\\(.)/g, '$1')];
      const said = fill({ number, words: offered }, text);
      filled.set(number, said);
      text += said;
    }
  }
  return text + snippet.slice(at);
}

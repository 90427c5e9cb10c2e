/** A place to be filled in: where it stands in the snippet's text, and the words to choose from, if there are some. */
export interface Stop {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

/** A snippet as it is put into a text. Stops come in the order in which Tab visits them; 0 is the last. */
export interface Snippet {
  readonly text: string;
  readonly stops: readonly Stop[];
}

/** Reads LSP's snippet syntax: `$1`, `${1}`, `${1:default}`, `${1|a,b|}` and escapes. Throws on anything else behind a `$`. */
export function readSnippet(source: string): Snippet {
  const stops: Stop[] = [];
  let text = '';
  let at = 0;
  const piece = (closing: string): void => {
    while (at < source.length && !closing.includes(source.charAt(at) || ' ')) {
      const char = source.charAt(at);
      if (char === '\\') {
        text += source.charAt(at + 1);
        at += 2;
      } else if (char === '$') {
        stop();
      } else {
        text += char;
        at += 1;
      }
    }
  };
  const stop = (): void => {
    const head = /^\$(?:(\d+)|\{(\d+)([:|}]))/.exec(source.slice(at));
    if (!head) throw new Error(`not a tab stop: ${JSON.stringify(source.slice(at, at + 20))}`);
    const number = Number(head[1] ?? head[2]);
    const start = text.length;
    let choices: string[] = [];
    at += head[0].length;
    if (head[3] === ':') {
      piece('}');
      at += 1;
    } else if (head[3] === '|') {
      const end = source.indexOf('|}', at);
      if (end < 0) throw new Error(`choices without an end: ${source.slice(at)}`);
      choices = source
        .slice(at, end)
        .split(/(?<!\\),/)
        .map(choice => choice.replaceAll(/\\(.)/g, '$1'));
      text += choices[0] ?? '';
      at = end + 2;
    }
    stops.push({ number, start, end: text.length, choices });
  };
  piece('');
  const rank = (one: Stop) => (one.number === 0 ? Number.POSITIVE_INFINITY : one.number);
  return { text, stops: stops.sort((a, b) => rank(a) - rank(b) || a.start - b.start) };
}

/** How many columns fields and lists stand to the right of the key that holds them. */
export interface Indentation {
  readonly fields: number;
  readonly lists: number;
}

/** What the templates have. */
export const USUAL: Indentation = { fields: 2, lists: 2 };

/** How a text indents: as the first fields and the first list in it stand. Never throws. */
export function indentationOf(text: string): Indentation {
  const head = text.slice(0, 20_000);
  const fields = widthBelow(FIELDS.exec(head)) ?? USUAL.fields;
  return { fields, lists: widthBelow(LIST.exec(head)) ?? fields };
}

function widthBelow(found: RegExpExecArray | null): number | undefined {
  const width = found ? (found[2]?.length ?? 0) - (found[1]?.length ?? 0) : -1;
  return found && width >= 0 && width <= 8 ? width : undefined;
}

/** A key that opens lines below it, with its column; then, past blank lines and comments, the column of what it holds. */
const OPENING = /^( *(?:- +)*)[a-z_]+:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*/.source;
const FIELDS = new RegExp(`${OPENING}(?=( +))\\2[^\\s#-]`, 'm');
const LIST = new RegExp(`${OPENING}(?=( *))\\2- `, 'm');

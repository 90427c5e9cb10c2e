import type { Shape } from '../../schema/shape.ts';
import type { Cursor } from '../../syntax/cursor.ts';
import { type Indentation, USUAL } from '../../syntax/indentation.ts';
import { BLOCK_FIELDS } from './block-fields.ts';
import type { Candidate } from './candidate.ts';
import { type Insert, type Node, Writer } from './insert.ts';

/** What a key begins with: a value that is known, a whole block, or undefined for what is still to be chosen. */
export type Beginning = (shape: Shape, key: string) => Node | undefined;

/** The keys that a mapping may still get: required ones first, then those of the template, the others behind them. */
export function keyCandidates(
  owner: Shape,
  cursor: Cursor,
  beginning: Beginning = () => undefined,
  indentation = USUAL,
): Candidate[] {
  const all = [...(owner.properties ?? [])].filter(([name]) => !cursor.present.has(name) || name === cursor.key);
  const required = all.filter(([name]) => owner.required.includes(name));
  const template = BLOCK_FIELDS[owner.name] ?? [];
  const usual = template.flatMap(field =>
    all.filter(([name]) => name === field && !required.some(([other]) => other === name)),
  );
  const others = all.filter(([name]) => !owner.required.includes(name) && !template.includes(name));
  return [...required, ...usual, ...others].map(([name, shape]) => {
    const { plain, snippet, goesOn } = withBeginning(name, shape, cursor, beginning, indentation);
    return {
      kind: (shape.properties || shape.items) && !shape.orText ? 'section' : 'key',
      label: name,
      detail: firstLine(shape.description),
      documentation: shape.description.split('\n').slice(1).join('\n').trim(),
      insert: cursor.before + plain,
      snippet: snippet && cursor.before + snippet,
      replace: cursor.replace,
      goesOn,
    };
  });
}

function withBeginning(
  name: string,
  shape: Shape,
  { colon, hasBody, column, flow }: Cursor,
  beginning: Beginning,
  indentation: Indentation,
): Insert & { readonly goesOn: boolean } {
  if (colon) return { plain: name, snippet: undefined, goesOn: false };
  if (hasBody) return { plain: `${name}:`, snippet: undefined, goesOn: false };
  const node = beginning(shape, name);
  if (!node) {
    const apart = !flow && !shape.orText && (shape.items || shape.properties);
    const inner = `\n${' '.repeat(column + (shape.items ? indentation.lists : indentation.fields))}${shape.items ? '- ' : ''}`;
    return { plain: `${name}:${apart ? inner : ' '}`, snippet: undefined, goesOn: true };
  }
  const { plain, snippet } = new Writer(indentation).text(`${name}:`).behind(node, column, flow).done();
  // Where the tab key does not help, a text is typed as one likes.
  if (node.kind === 'scalar' && node.stop && (node.plain ?? node.text) === '')
    return { plain: `${name}: `, snippet, goesOn: false };
  return { plain, snippet, goesOn: false };
}

/** The first line of a text in Markdown. */
export function firstLine(markdown: string): string {
  return markdown.split('\n')[0] ?? '';
}

import type { ClientCapabilities, InsertTextMode } from 'vscode-languageserver-protocol';
import { InsertText } from './lsp.ts';

/** A text to put in, and what is said of the indentation of its further lines. */
export interface Indented {
  readonly newText: string;
  readonly insertTextMode?: InsertTextMode;
}

/** How a client is given a text, of which `indentation` stands before it in its line. */
export type Indenting = (text: string, indentation: string, isSnippet: boolean) => Indented;

/**
 * How a client takes texts of several lines. One that can indent them by itself is asked to: some that say they can also leave a text as it is indent
 * it all the same (blink.cmp issue 2610, Neovim issue 32972). Of one that says nothing, as Helix and Neovim, snippets are known to be indented, and
 * plain texts not to be.
 */
export function indentingFor({ textDocument }: ClientCapabilities): Indenting {
  const modes = textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet;
  const asIs = modes?.includes(InsertText.asIs) ? { insertTextMode: InsertText.asIs } : undefined;
  const adjusts = modes?.includes(InsertText.adjustIndentation);
  const adjusted = adjusts ? { insertTextMode: InsertText.adjustIndentation } : undefined;
  return (text, indentation, isSnippet) => {
    if (!text.includes('\n')) return { newText: text };
    const shorter = adjusts || (!asIs && isSnippet) ? without(indentation, text) : undefined;
    return shorter === undefined ? { newText: text, ...asIs } : { newText: shorter, ...adjusted };
  };
}

/** The text with its further lines as far to the left as its first; undefined if one of them stands further left than that. */
function without(indentation: string, text: string): string | undefined {
  const [first = '', ...lines] = text.split('\n');
  if (lines.some(line => line !== '' && !line.startsWith(indentation))) return undefined;
  return [first, ...lines.map(line => line.slice(indentation.length))].join('\n');
}

/** The blanks that stand before an offset at the beginning of its line. */
export function indentationBefore(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? '';
}

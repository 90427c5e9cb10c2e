import type { Options } from 'prettier';
import * as yaml from 'prettier/plugins/yaml';
import { format } from 'prettier/standalone';

const OPTIONS: Options = {
  parser: 'yaml',
  plugins: [yaml],
  useTabs: false,
  // What is on one line stays on one line.
  printWidth: 1_000_000,
  proseWrap: 'preserve',
  endOfLine: 'auto',
};

/**
 * Formats a YAML text with Prettier, a level of `tabWidth` blanks deep. Lines are neither filled nor broken; braces have blanks inside them as most of the text’s have. A part of
 * its own, since nobody needs it before they format for the first time. Rejects if the text cannot be read.
 */
export function formatYaml(text: string, tabWidth: number): Promise<string> {
  const bracketSpacing = count(text, /\{ /g) >= count(text, /\{[^\s}]/g);
  return format(text, { ...OPTIONS, tabWidth, bracketSpacing });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

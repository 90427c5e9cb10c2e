import * as yaml from 'prettier/plugins/yaml';
import { format } from 'prettier/standalone';

/**
 * Formats a YAML text with Prettier, a level of `tabWidth` blanks deep. Lines are neither filled nor broken; braces have blanks inside them as most of the text's have. A bundle of
 * its own, since nobody needs it before they format for the first time. Rejects if the text cannot be read.
 */
export function formatYaml(text: string, tabWidth: number): Promise<string> {
  return format(text, {
    parser: 'yaml',
    plugins: [yaml],
    tabWidth,
    useTabs: false,
    printWidth: 1_000_000,
    proseWrap: 'preserve',
    bracketSpacing: count(text, /\{ /g) >= count(text, /\{[^\s}]/g),
    endOfLine: 'auto',
  });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

import { stringify } from 'yaml';
import type { ScalarStyle } from './tree.ts';

/** A value as it is written in the given style; plain text gets quotes only where YAML would read it otherwise. */
export function quoteLike(style: ScalarStyle, value: string): string {
  if (style === 'double' || style === 'single') return scalarText(value, style);
  return scalarText(value, 'plain');
}

/** A text as YAML on one line, in double quotes as the templates have it. */
export function quoted(value: string): string {
  return scalarText(value, 'double');
}

/** A text as a YAML value that reads as text, plain where that is possible. */
function plainText(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function scalarText(value: string, style: 'plain' | 'single' | 'double'): string {
  if (style === 'plain' && !FLOW_MARKS.test(value))
    return PLAIN.test(value) ? value : plainText(value.replaceAll(/\s*\n\s*/g, ' '));
  if (style !== 'single' && SIMPLE.test(value)) return `"${value}"`;
  if (style === 'single') return `'${value.replaceAll("'", "''")}'`;
  return stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }).trimEnd();
}

/**
 * What no quotes are needed for, told without asking the library: days, numbers and words (numbers stay numbers on purpose), and several words
 * of letters and harmless signs.
 */
const PLAIN = /^(?:[\w-]+|[A-Za-z][\w.;/()+%$€'’–-]* [\w.;/()+%$€'’– -]*[\w.;/()+%$€'’–])$/;

/** What stands in double quotes as it is. */
const SIMPLE = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** What would end a plain value inside `{ }` or `[ ]`; the text may be put there. */
const FLOW_MARKS = /[,[\]{}]/;

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

/** A text as a YAML value on one line that reads as text, plain where that is possible. For what begins like a document's mark the library writes a block. */
function plainText(value: string): string {
  const written = stringify(value, { lineWidth: 0 }).replace(/\n$/, '');
  return written.includes('\n') ? quoted(value) : written;
}

function scalarText(value: string, style: 'plain' | 'single' | 'double'): string {
  if (style === 'plain' && !FLOW_MARKS.test(value))
    return PLAIN.test(value) ? value : plainText(value.replaceAll(/\s*\n\s*/g, ' '));
  if (style !== 'single' && SIMPLE.test(value)) return `"${value}"`;
  if (style === 'single') return `'${value.replaceAll("'", "''")}'`;
  return stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }).replace(
    /\n$/,
    '',
  );
}

/**
 * What no quotes are needed for, told without asking the library: days, numbers and words (numbers stay numbers on purpose), and several words
 * of letters and harmless signs.
 */
const PLAIN = /^(?:-?\w[\w-]*|[A-Za-z][\w.;/()+%$€'’–-]* [\w.;/()+%$€'’– -]*[\w.;/()+%$€'’–])$/;

/** What stands in double quotes as it is. */
const SIMPLE = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** What would end a plain value inside `{ }` or `[ ]`; the text may be put there. */
const FLOW_MARKS = /[,[\]{}]/;

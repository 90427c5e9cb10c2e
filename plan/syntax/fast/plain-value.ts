import type { Scalar } from '../tree.ts';

/**
 * What a bare scalar stands for in YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema), as `yaml` resolves it. Most are
 * words, so the first character decides whether anything is compared.
 */
export function plainValue(text: string): Scalar['value'] {
  const first = text.charCodeAt(0);
  if (first >= PLUS && first <= NINE) return numberOr(text);
  if (text.length > LONGEST_WORD) return text;
  return WORDS.get(text) ?? (NULLS.has(text) ? null : text);
}

const PLUS = 0x2b;
const NINE = 0x39;

const LONGEST_WORD = 5;
const NULLS: ReadonlySet<string> = new Set(['~', 'null', 'Null', 'NULL']);
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map(word => [word, true] as const),
  ...['false', 'False', 'FALSE'].map(word => [word, false] as const),
]);

function numberOr(text: string): number | string {
  if (/^[-+]?[0-9]+$/.test(text)) return Number.parseInt(text, 10);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?$/.test(text))
    return Number.parseFloat(text);
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  if (/^0x[0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? Number.NaN : text;
}

import type { Scalar } from '../tree.ts';

/**
 * What a bare scalar stands for in YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema), as `yaml` resolves it. Most are
 * words, so the first character decides before anything is matched.
 */
export function plainValue(text: string): Scalar['value'] {
  switch (text.charCodeAt(0)) {
    case 0x7e: // ~
    case 0x4e: // N
    case 0x6e: // n
      return NULLS.has(text) ? null : text;
    case 0x54: // T
    case 0x74: // t
      return TRUES.has(text) ? true : text;
    case 0x46: // F
    case 0x66: // f
      return FALSES.has(text) ? false : text;
    case 0x2b: // +
    case 0x2d: // -
    case 0x2e: // .
      return numberOr(text);
    default: {
      const first = text.charCodeAt(0);
      return first >= 0x30 && first <= 0x39 ? numberOr(text) : text;
    }
  }
}

const NULLS: ReadonlySet<string> = new Set(['~', 'null', 'Null', 'NULL']);
const TRUES: ReadonlySet<string> = new Set(['true', 'True', 'TRUE']);
const FALSES: ReadonlySet<string> = new Set(['false', 'False', 'FALSE']);

function numberOr(text: string): number | string {
  if (/^[-+]?[0-9]+$/.test(text)) return Number.parseInt(text, 10);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?$/.test(text))
    return Number.parseFloat(text);
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  if (/^0x[0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? Number.NaN : text;
}

import type { Position } from '../positions.ts';

/** `path:line:column`, from 1, as terminals and editors turn it into a link. */
export function place(name: string, { line, character }: Position): string {
  return `${name}:${line + 1}:${character + 1}`;
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A style sheet with all that it imports. */
export function withImports(file: string): string {
  return readFileSync(file, 'utf8')
    .replaceAll(/\/\*.*?\*\/\n?/gs, '')
    .replaceAll(/^@import "(.+)";$/gm, (_, other: string) =>
      withImports(fileURLToPath(new URL(other, `file://${file}`))),
    );
}

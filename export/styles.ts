import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The style sheet of a page that stands alone, as one text. In the bundle it is a constant (`scripts/styles-inside.mjs`). */
export const STYLES: string = withImports(fileURLToPath(new URL('./paper.css', import.meta.url)));

function withImports(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/^@import "(.+)";$/gm, (_, other: string) =>
    withImports(fileURLToPath(new URL(other, `file://${file}`))),
  );
}

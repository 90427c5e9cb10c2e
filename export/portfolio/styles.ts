import { fileURLToPath } from 'node:url';
import { withImports } from '../with-imports.ts';

/** The style sheet of the portfolio's page, as one text. In the bundle it is a constant (`scripts/styles-inside.mjs`). */
export const STYLES: string = withImports(fileURLToPath(new URL('./paper.css', import.meta.url)));

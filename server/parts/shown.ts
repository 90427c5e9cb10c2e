import type { Feature } from '../feature.ts';
import { codeActions } from '../features/code-actions.ts';
import { codeLens } from '../features/code-lens.ts';
import { documentHighlight } from '../features/document-highlight.ts';
import { documentLink } from '../features/document-link.ts';
import { foldingRange } from '../features/folding-range.ts';
import { inlayHint } from '../features/inlay-hint.ts';
import { semanticTokens } from '../features/semantic-tokens.ts';
import { status } from '../features/status.ts';
import { symbols } from '../features/symbols.ts';

/** What editors ask of every plan that they show. */
export const features: readonly Feature[] = [
  codeActions,
  codeLens,
  documentHighlight,
  documentLink,
  foldingRange,
  inlayHint,
  semanticTokens,
  status,
  symbols,
];

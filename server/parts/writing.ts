import type { Feature } from '../feature.ts';
import { completion } from '../features/completion.ts';
import { definition } from '../features/definition.ts';
import { formatting } from '../features/formatting.ts';
import { hover } from '../features/hover.ts';
import { onType } from '../features/on-type.ts';
import { references } from '../features/references.ts';
import { rename } from '../features/rename.ts';
import { selectionRange } from '../features/selection-range.ts';

/** What is asked by who writes in a plan, and looks around in it. */
export const features: readonly Feature[] = [
  completion,
  definition,
  formatting,
  hover,
  onType,
  references,
  rename,
  selectionRange,
];

import type { Feature } from '../feature.ts';
import { dialogue } from '../features/dialogue.ts';

/** Commands that ask before they edit, and new files. */
export const features: readonly Feature[] = [dialogue];

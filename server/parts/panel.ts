import type { Feature } from '../feature.ts';
import { edit } from '../features/edit.ts';
import { exporting } from '../features/export.ts';
import { view } from '../features/view.ts';

/** The drawing of a plan, what is changed on it, and a plan as a file for somebody. */
export const features: readonly Feature[] = [view, edit, exporting];

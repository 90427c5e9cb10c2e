import { completeMilestone } from './complete-milestone.ts';
import { createConfig } from './create-config.ts';
import type { Dialogue } from './dialogue.ts';
import { logReview } from './log-review.ts';
import { newPlan } from './new-plan.ts';
import { prepareAgenda } from './prepare-agenda.ts';
import { recordMeasurement } from './record-measurement.ts';

/** The commands that ask before they edit, by name. */
export const ALL_DIALOGUES = {
  newPlan,
  prepareAgenda,
  logReview,
  recordMeasurement,
  completeMilestone,
  createConfig,
} as const satisfies Readonly<Record<string, Dialogue>>;

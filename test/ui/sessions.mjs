// The sessions of the run, one after the other, each in a page of its own: its steps, the language that is spoken there (English unless
// said), and whether the folder is empty.
import { commandSteps } from './commands.mjs';
import { germanSteps } from './german.mjs';
import { steps } from './steps.mjs';
import { welcomeSteps } from './welcome.mjs';

/**
 * @typedef {{ name: string, shot?: string, run: (workbench: import('./workbench.mjs').Workbench) => Promise<void> }} Step
 * @type {{ steps: readonly Step[], language?: string, empty?: boolean }[]}
 */
export const sessions = [
  { steps },
  { steps: commandSteps },
  { steps: welcomeSteps, empty: true },
  { steps: germanSteps, language: 'de' },
];

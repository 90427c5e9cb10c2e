// The sessions of the run, one after the other, each in a page of its own: its steps, the language that is spoken there (English unless
// said), and whether the folder is empty, but for settings.
import { commandSteps } from './commands.mjs';
import { exportSteps } from './export.mjs';
import { germanSteps } from './german.mjs';
import { handsSteps } from './hands.mjs';
import { keyboardSteps, TODAY } from './keyboard.mjs';
import { portfolioSteps } from './portfolio.mjs';
import { steps } from './steps.mjs';
import { welcomeSteps } from './welcome.mjs';

/**
 * @typedef {{ name: string, shot?: string, run: (workbench: import('./workbench.mjs').Workbench) => Promise<void> }} Step
 * @type {{ name: string, steps: readonly Step[], language?: string, empty?: boolean, settings?: object }[]}
 */
export const sessions = [
  { name: 'editor', steps },
  { name: 'commands', steps: commandSteps },
  { name: 'export', steps: exportSteps },
  { name: 'hands', steps: handsSteps },
  { name: 'portfolio', steps: portfolioSteps },
  { name: 'welcome', steps: welcomeSteps, empty: true },
  { name: 'keyboard', steps: keyboardSteps, empty: true, settings: { 'successPlan.today': TODAY } },
  { name: 'german', steps: germanSteps, language: 'de' },
];

/** What the command line needs of the dialogues: there, options take the place of questions. */
export { newPlan } from '../../templates/new-plan.ts';
export { filledIn } from '../../templates/snippet.ts';
export { attendees } from '../refactor/attendees.ts';
export { hasSections } from '../refactor/things-at.ts';
export { daySaid } from './day-said.ts';
export { fileNameOf } from './file-name.ts';
export { named, tooSoon } from './new-plan.ts';
export { reviewDay, writtenAgenda } from './prepare-agenda.ts';

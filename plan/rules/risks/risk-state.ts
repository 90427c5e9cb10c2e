import type { Field, Risk } from '../../model/index.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** True for a risk that is still to be watched: open, or with nothing said about its status. A status that the format does not know is nobody's guess. */
export function isOpenRisk(risk: Risk): boolean {
  return risk.status?.value === 'open' || isUnsaid(risk.status);
}

/** True where an open or mitigated risk does not say what is done against it. */
export function lacksMitigation(risk: Risk): boolean {
  return (isOpenRisk(risk) || risk.status?.value === 'mitigated') && isUnanswered(risk, 'mitigation');
}

/** True where nothing is planned for the case that it happens. */
export function lacksContingency(risk: Risk): boolean {
  return isUnanswered(risk, 'contingency');
}

/** True where nothing was written, or no more than that it is still to come. A list or group in place of the text is an answer of the wrong shape. */
function isUnanswered(risk: Risk, key: 'mitigation' | 'contingency'): boolean {
  const field = risk[key];
  if (field) return isNoAnswer(field.text);
  return !risk.mapping?.pairs.some(pair => pair.key.text === key);
}

/** True for a text that says no more than that the answer is still to come. */
export function isNoAnswer(text: string): boolean {
  return isPlaceholder(text) || NOTHING.test(text);
}

/** `No mitigation yet`, `not defined`. */
const NOTHING =
  /^(?:no|none|not)(?: (?:mitigation|contingency|plan|action|yet|so far|planned|defined|agreed|identified))+[.!]?$/i;

function isUnsaid(field: Field<unknown> | undefined): boolean {
  return field === undefined || field.text === '';
}

import { riskScore } from '../../attainment/index.ts';
import type { Risk } from '../../model/index.ts';
import { oneLine, spoken } from '../words.ts';
import type { RiskState } from './types.ts';

/** A risk with what its mark and its line have in common. */
export interface RiskFacts {
  readonly risk: Risk;
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly state: RiskState;
  readonly score: number | undefined;
  readonly status: string;
}

/** The two scales of the matrix, in the order in which they are said. */
export const LEVELS = ['impact', 'likelihood'] as const;

const STATES: Readonly<Record<string, RiskState>> = {
  occurred: 'occurred',
  accepted: 'accepted',
  mitigated: 'settled',
  closed: 'settled',
};

/** What is known of the risk at a place in the list. */
export function factsOf(risk: Risk, index: number): RiskFacts {
  const status = risk.status?.text ?? '';
  return {
    risk,
    key: `risk/${index}`,
    name: oneLine(risk.id?.text ?? '') || `Risk ${index + 1}`,
    title: oneLine(risk.description?.text ?? risk.word?.text ?? '') || 'No description yet',
    state: STATES[risk.status?.value ?? ''] ?? 'open',
    score: riskScore(risk.impact?.value, risk.likelihood?.value),
    status: status === '' ? 'open' : oneLine(spoken(status)),
  };
}

/** Everything about a risk's place in the matrix, in a sentence. */
export function riskSentence({ risk, name, title, status, score }: RiskFacts): string {
  const place = LEVELS.map(key => `${key} ${risk[key]?.value ?? 'unknown'}`).join(', ');
  const weight = score === undefined ? '' : `, score ${score} of 9`;
  return `${name}, ${status}: ${title} (${place}${weight})`;
}

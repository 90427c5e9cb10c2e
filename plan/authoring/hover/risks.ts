import { isSevere, riskScore } from '../../attainment/index.ts';
import { formatFullDay } from '../../day.ts';
import type { Risk } from '../../model/index.ts';
import { english } from '../../phrase.ts';
import { isOpenRisk, lacksContingency, lacksMitigation } from '../../rules/risks/risk-state.ts';
import { capitalise, enumerate, spoken } from '../../words.ts';
import { away } from '../distance.ts';
import { outcomesById } from './named-things.ts';
import { named, type Telling } from './telling.ts';

/** Where a risk stands in the matrix, what became of it, who watches it, what it threatens, and what is missing. */
export function riskWords(risk: Risk, telling: Telling): string[] {
  const { plan, today, pen } = telling;
  const status = risk.status?.text ? spoken(risk.status.text) : 'no status';
  const owner = risk.owner?.text ? `, watched by ${pen.text(risk.owner.text)}` : '';
  const reviewed = risk.reviewed_on?.value;
  const looked = reviewed
    ? `; last reviewed ${formatFullDay(reviewed)}, ${english(away(today, reviewed))}`
    : '; never reviewed';
  const outcomes = outcomesById(plan);
  const threatened = risk.outcomes.items.flatMap(({ text }) => {
    const outcome = outcomes.get(text);
    return outcome ? [named(telling, outcome, text)] : [];
  });
  const lacks = [
    lacksMitigation(risk) ? 'mitigation' : '',
    severe(risk) && lacksContingency(risk) ? 'contingency' : '',
  ];
  const missing = lacks.filter(word => word !== '');
  return [
    matrixWords(risk, telling),
    `${capitalise(pen.text(status))}${owner}${isOpenRisk(risk) ? looked : ''}.`,
    threatened.length > 0 ? `Threatens ${enumerate(threatened)}.` : '',
    isOpenRisk(risk) && missing.length > 0 ? `It has no ${missing.join(' and no ')}.` : '',
  ];
}

/** `High impact, low likelihood: 3 of 9 in the matrix, …`. */
function matrixWords({ impact, likelihood }: Risk, { pen }: Telling): string {
  const score = riskScore(impact?.value, likelihood?.value);
  if (!impact?.value || !likelihood?.value || score === undefined)
    return 'Impact and likelihood together give its place in the matrix.';
  const place = `${LEVELS[impact.value]} impact, ${likelihood.value} likelihood`;
  const weight = isSevere(score)
    ? pen.strong(`${score} of 9, severe`)
    : `${score} of 9, below the 6 from which a risk is severe`;
  return `${place}: ${weight}.`;
}

const LEVELS = { low: 'Low', medium: 'Medium', high: 'High' };

function severe({ impact, likelihood }: Risk): boolean {
  return isSevere(riskScore(impact?.value, likelihood?.value));
}

/** How many risks are open, the weightiest of them first. */
export function risksWords(telling: Telling): string[] {
  const { plan } = telling;
  const open = plan.risks.items.filter(isOpenRisk);
  if (open.length === 0) return plan.risks.items.length > 0 ? ['No risk is open.'] : [];
  const weight = ({ impact, likelihood }: Risk) => riskScore(impact?.value, likelihood?.value) ?? 0;
  const worst = open.toSorted((a, b) => weight(b) - weight(a)).slice(0, 3);
  const severeOnes = open.filter(severe).length;
  const words = worst.flatMap(risk =>
    risk.label && weight(risk) > 0 ? [`${named(telling, risk, risk.label)} (${weight(risk)} of 9)`] : [],
  );
  return [
    `${open.length} of ${plan.risks.items.length} open${severeOnes > 0 ? `, ${severeOnes} severe` : ''}${words.length > 0 ? `: ${enumerate(words)}` : ''}.`,
  ];
}

import { moneyInWords, type PlanStanding, planValue, returnInWords, yearlyRevenue } from '../attainment/index.ts';
import type { Plan } from '../model/index.ts';
import { formatPercent } from '../quantity/index.ts';
import type { FigureView } from './types.ts';
import { count } from './words.ts';

/**
 * The figure of a plan that is judged by the money its outcomes bring, with the goals reached beside it; undefined for one that is judged by its goals, or by the
 * return on a contract whose value is not there, as in what a customer gets.
 */
export function valueFigure(plan: Plan, { outcomes, rate }: PlanStanding): FigureView | undefined {
  const reached = `${rate.achieved} of ${count(rate.counted, 'outcome')} reached`;
  const { realization, roi } = planValue(plan, outcomes);
  const revenue = yearlyRevenue(plan);
  switch (plan.plan?.success_metric?.value) {
    case 'roi': {
      if (!revenue) return undefined;
      const { amount, currency } = revenue;
      const base = { name: 'attainment', label: 'Return on investment' } as const;
      if (roi === undefined)
        return { ...base, value: 'Unknown', words: true, note: `no measured amount in ${currency}; ${reached}` };
      const of = `${moneyInWords(roi * amount, currency)} a year for ${moneyInWords(amount, currency)}`;
      return { ...base, value: returnInWords(roi), unit: '× the contract', note: `${of}; ${reached}` };
    }
    case 'value_realization_score': {
      const base = { name: 'attainment', label: 'Value realized' } as const;
      if (!realization)
        return { ...base, value: 'Unknown', words: true, note: `no measured amount in one currency; ${reached}` };
      const { realized, amount, currency, fraction, known, total } = realization;
      const of = `${moneyInWords(realized, currency)} of ${moneyInWords(amount, currency)} a year`;
      const measured = known < total ? `${known} of ${total} amounts measured; ` : '';
      return { ...base, value: formatPercent(fraction), note: `${of}; ${measured}${reached}` };
    }
    default:
      return undefined;
  }
}

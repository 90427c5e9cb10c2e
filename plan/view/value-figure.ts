import { moneyInWords, type PlanStanding, planValue, returnInWords, yearlyRevenue } from '../attainment/index.ts';
import type { Plan } from '../model/index.ts';
import { formatPercent } from '../quantity/index.ts';
import type { FigureView } from './types.ts';

/**
 * The figure of a plan that is judged by the money its outcomes bring, with the goals reached beside it; undefined for one that is judged by its goals, or by the
 * return on a contract whose value is not there, as in what a customer gets.
 */
export function valueFigure(plan: Plan, { outcomes, rate, mean }: PlanStanding): FigureView | undefined {
  const average = mean === undefined ? '' : `, mean ${formatPercent(mean.mean)}`;
  const reached = `${rate.achieved} of ${rate.counted} reached${average}`;
  const { realization, roi } = planValue(plan, outcomes);
  const revenue = yearlyRevenue(plan);
  switch (plan.plan?.success_metric?.value) {
    case 'roi': {
      if (!revenue) return undefined;
      const { amount, currency } = revenue;
      const base = { name: 'attainment', label: 'Return on investment' } as const;
      if (roi === undefined)
        return { ...base, value: 'Unknown', words: true, note: `no measured amount in ${currency}; ${reached}` };
      const of = `${moneyInWords(roi * amount)} for ${moneyInWords(amount, currency)} a year`;
      return { ...base, value: returnInWords(roi), unit: '× the contract', note: `${of}; ${reached}` };
    }
    case 'value_realization_score': {
      const base = { name: 'attainment', label: 'Value realized' } as const;
      if (!realization)
        return { ...base, value: 'Unknown', words: true, note: `no measured amount in one currency; ${reached}` };
      const { realized, amount, currency, fraction, known, total } = realization;
      const of = `${moneyInWords(realized)} of ${moneyInWords(amount, currency)} a year`;
      const measured = known < total ? `${known} of ${total} amounts measured; ` : '';
      return { ...base, value: formatPercent(fraction), note: `${of}; ${measured}${reached}` };
    }
    default:
      return undefined;
  }
}

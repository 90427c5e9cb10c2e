import type { Finding } from '../../finding.ts';
import type { Plan } from '../../model/index.ts';
import { planQuality, type QualityItem } from '../../quality/quality.ts';
import type { Place } from '../../syntax/tree.ts';
import { offsetOf } from '../places.ts';
import { firstSentence } from './review-findings.ts';
import type { ChecklistItemView, ChecklistView } from './types.ts';

/** The ten points by which a plan is judged before it is used, as this one meets them. */
export function checklistOf(plan: Plan, findings: readonly Finding[]): ChecklistView {
  const { items, passed, asked } = planQuality(plan, findings);
  const rest = items.length - asked;
  return {
    note: `${passed} of ${asked} ${passed === 1 ? 'passes' : 'pass'}${rest > 0 ? `, ${rest} not asked of this plan` : ''}`,
    items: items.map((item, i) => itemView(item, i, plan)),
  };
}

function itemView(item: QualityItem, index: number, plan: Plan): ChecklistItemView {
  const { id, title, verdict, findings, lacks } = item;
  const [first] = findings;
  const why =
    first !== undefined
      ? { text: firstSentence(first.message), at: first.start, more: findings.length - 1 }
      : lacks !== undefined
        ? { text: lacks, at: offsetOf(plan.syntax, ...placesOf(id, plan)), more: 0 }
        : undefined;
  return { key: id, number: index + 1, title, verdict, ...(why === undefined ? {} : { why }) };
}

/** Where something would have to be written that is not there, the nearest place first. */
function placesOf(id: string, plan: Plan): readonly (Place | undefined)[] {
  switch (id) {
    case 'co_created':
      return [plan.agreement?.co_created, plan.agreement, plan.plan];
    case 'outcomes':
    case 'milestones':
      return [plan.outcomes.place, plan.plan];
    case 'contacts':
    case 'sponsor':
      return [plan.stakeholders, plan.customer, plan.plan];
    case 'renewal':
      return [plan.customer?.contract?.renewal_date, plan.customer?.contract, plan.customer, plan.plan];
    case 'shared':
      return [plan.agreement?.location, plan.agreement, plan.plan];
    default:
      return [plan.plan];
  }
}

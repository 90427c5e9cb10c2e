import type { PlanStanding } from '../attainment/index.ts';
import { type Day, formatFullDay } from '../day.ts';
import type { Plan } from '../model/index.ts';
import { lastReview } from '../model/reviews.ts';
import type { SeverityCounts } from '../rules/rule.ts';
import { isPlaceholder } from '../rules/text/placeholder.ts';
import { figures } from './figures.ts';
import { nextSteps } from './next.ts';
import { offsetOf } from './places.ts';
import { headline } from './sentence.ts';
import type { HeaderView } from './types.ts';
import { oneLine, spoken } from './words.ts';

/** Name, one sentence, what comes next, five figures; four where findings are nobody's business. */
export function headerOf(
  plan: Plan,
  standing: PlanStanding,
  findings: SeverityCounts | undefined,
  today: Day,
): HeaderView {
  const company = plan.customer?.company;
  const title = plan.plan?.title;
  return {
    title: oneLine(company?.text ?? '') || oneLine(title?.text ?? '') || 'Success plan',
    at: offsetOf(plan.syntax, company, title, plan.plan),
    subtitle: subtitle(plan, today),
    sentence: headline(plan, standing, today),
    next: nextSteps(plan, standing, today),
    figures: figures(plan, standing, findings, today),
  };
}

function subtitle(plan: Plan, today: Day): string {
  const { customer } = plan;
  const title = customer?.company?.text ? oneLine(plan.plan?.title?.text ?? '') : '';
  const kind = [named(customer?.industry?.text), oneLine(spoken(named(customer?.segment?.text)))].filter(
    text => text !== '',
  );
  const owner = ownerOf(plan);
  const coOwner = named(plan.plan?.co_owner?.text);
  const led =
    owner === '' ? '' : `Led by ${owner}${coOwner === '' ? '; no co-owner at the customer yet' : ` with ${coOwner}`}`;
  const reviewed = lastReview(plan, today)?.on;
  return [title, kind.join(', '), led, reviewed === undefined ? '' : `Last reviewed ${formatFullDay(reviewed)}`]
    .filter(text => text !== '')
    .map(text => `${text}.`)
    .join(' ');
}

/** Who answers for a plan on the vendor's side; '' where nobody is named. */
export function ownerOf(plan: Plan): string {
  const primary = plan.stakeholders?.vendor.items.find(person => person.type?.value === 'primary_owner');
  return named(plan.plan?.owner?.text) || named(primary?.name?.text);
}

/** What is written, on one line; '' for nothing, and for TBD in its place. */
function named(text: string | undefined): string {
  return text === undefined || isPlaceholder(text) ? '' : oneLine(text);
}

import type { Shape } from '../../schema/shape.ts';
import { valuesOf } from '../../schema/team-shape.ts';
import type { TeamFormat } from '../../team-format.ts';
import { ownFieldWords } from '../own-fields.ts';
import type { Pen } from './pen.ts';
import type { Thing } from './thing.ts';

/** What a field is for, what is good and weak in it, what to ask; and where the rule is explained that watches over it. */
export function keyWords(
  { shape, property, holder, model }: Thing,
  pen: Pen,
  pageOf: (rule: string) => string | undefined,
): string {
  const own = model.team.fields.get(property);
  if (!shape?.description || own) return own ? ownFieldWords(own, pen) : '';
  const [purpose = '', ...further] = pen.ours(shape.description).split('\n\n');
  const lines = further.map(line => line.replace(LABEL, label => pen.ours(`*${label}*`)));
  const page = pageOf(RULES[`${holder?.kind ?? ''}.${property}`] ?? '');
  return [
    `${pen.strong(pen.text(property))} — ${purpose}`,
    pen.lines(lines),
    choices(shape, model.team, pen),
    page ? pen.link('Why it matters, with an example', page) : '',
  ]
    .filter(text => text !== '')
    .join('\n\n');
}

const LABEL = /^(?:Good|Weak|Ask):/;

/** The words to choose from, and what counts where nothing is said. */
function choices(shape: Shape, team: TeamFormat, pen: Pen): string {
  const values = valuesOf(shape, team)?.map(({ value }) => pen.text(value)) ?? [];
  const unsaid = shape.default ? ` Unless it is said: ${pen.text(shape.default)}.` : '';
  return values.length > 0 ? `One of: ${values.join(', ')}.${unsaid}` : '';
}

/** What a value means that is one of a few. */
export function valueWords({ shape, text, model }: Thing, pen: Pen): string {
  const choice = shape?.values ? shape : shape?.items;
  const meaning = choice && valuesOf(choice, model.team)?.find(one => one.value === text)?.meaning;
  return meaning ? `${pen.strong(pen.text(text ?? ''))} — ${pen.ours(meaning)}` : '';
}

/** The rule that says most about a field, by the kind of element and the property. */
const RULES: Readonly<Record<string, string>> = {
  'planSection.next_review': 'plan-review-not-scheduled',
  'planSection.last_reviewed': 'plan-last-reviewed-mismatch',
  'planSection.status': 'plan-status-contradiction',
  'planSection.owner': 'plan-owner-missing',
  'planSection.co_owner': 'plan-owner-missing',
  'agreement.co_created': 'plan-not-mutual',
  'agreement.sign_offs': 'plan-not-mutual',
  'customer.desired_future_state': 'customer-contrast-missing',
  'customer.current_situation': 'customer-contrast-missing',
  'outcome.description': 'outcome-vendor-centric',
  'outcome.business_value': 'outcome-value-missing',
  'outcome.priority': 'outcome-priority-unlinked',
  'outcome.baseline': 'outcome-baseline-missing',
  'outcome.target': 'outcome-target-missing',
  'outcome.measurements': 'outcome-unmeasured',
  'outcome.milestones': 'outcome-without-milestones',
  'outcome.status': 'outcome-status-contradiction',
  'outcome.renewal_evidence': 'renewal-evidence-missing',
  'baseline.measured_on': 'outcome-baseline-undated',
  'baseline.metric': 'outcome-metric-mismatch',
  'target.metric': 'outcome-metric-mismatch',
  'target.goal': 'outcome-not-measurable',
  'target.target_date': 'outcome-after-renewal',
  'milestone.target_date': 'milestone-date-missing',
  'milestone.actual_date': 'milestone-completion-contradiction',
  'milestone.owner': 'milestone-owner-missing',
  'milestone.blockers': 'blocker-without-risk',
  'milestone.depends_on': 'dependency-order',
  'risk.mitigation': 'risk-unmitigated',
  'risk.contingency': 'risk-severe-without-contingency',
  'risk.reviewed_on': 'risk-not-reviewed',
  'review.attendees': 'review-one-sided',
  'review.plan_changes': 'plan-change-not-applied',
  'customerPerson.type': 'executive-sponsor-missing',
  'customerPerson.engagement': 'stakeholder-disengaged-owner',
  'customerPerson.until': 'stakeholder-departed-owner',
};

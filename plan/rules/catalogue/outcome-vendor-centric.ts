import type { Outcome } from '../../model/index.ts';
import { isPursued } from '../../model/outcomes.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteShort } from '../../words.ts';
import { isAnswer, productTalk } from '../outcomes/product-usage.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix } from '../rule.ts';
import { outcomeName } from '../text/names.ts';

export default defineRule({
  id: 'outcome-vendor-centric',
  severity: 'warning',
  summary: 'An outcome that is the use of the product and not what the customer gets from it',
  why: `Logins, adoption and features that are switched on are the vendor’s success. A customer renews for hours saved, errors
avoided and revenue won, and cuts a product that everybody uses and nobody can justify. Adoption may well be the way: \`so_that\`
then says where it leads. Where a business value does so this is a hint, as it is in onboarding, in a mutual action plan and where
the users are the customer’s own. The repair takes over the words of the business value.`,
  looksAt: ['outcome'],
  reads: [],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      without: ['outcomes.O2.so_that'],
      bad: usageExample('business_value: More logins and fewer unused licences'),
      good: usageExample(
        'so_that: the paper forms can go and no delivery note is lost',
        'business_value: More logins and fewer unused licences',
      ),
    },
    {
      without: ['outcomes.O2.so_that'],
      bad: usageExample('business_value: Two people fewer who type delivery notes'),
      good: usageExample(
        'so_that: nobody types delivery notes any more',
        'business_value: Two people fewer who type delivery notes',
      ),
    },
  ],
  check(outcome, { plan, report, looksFurther }) {
    const talk = isPursued(outcome) ? productTalk(outcome) : undefined;
    if (!talk || (talk.theirs && talk.valued)) return;
    looksFurther('plan');
    const hint =
      talk.valued ||
      talk.theirs ||
      plan.plan?.stage?.value === 'onboarding' ||
      plan.plan?.format?.value === 'mutual_action_plan';
    const about = `${outcomeName(outcome)} is about the use of the product (${quoteShort(talk.words, 40)})`;
    report({
      at: outcome.description?.text ? outcome.description : outcome,
      ...(hint && { severity: 'hint' as const }),
      message: talk.valued
        ? `${about}; what the customer gets stands in its business value alone. Say in so_that where the use leads, in the customer’s words.`
        : `${about}, and nothing says what the customer gets from it. Add so_that with what changes in their work: hours, errors, revenue.`,
      fixes: edit => [fromValue(outcome, edit)],
    });
  },
});

/** The plan's own words for what the customer gets, where they stand in the business value. */
function fromValue(outcome: Outcome, edit: Editor): Fix | undefined {
  const words = [outcome.business_value?.word?.text, outcome.business_value?.summary?.text].find(isAnswer);
  if (words === undefined) return undefined;
  const change = setField(edit, outcome, 'so_that', words, { after: ['description'] });
  return (
    change && {
      title: `Set so_that to what the business value says, ${quoteShort(words, 50)}`,
      edits: [change],
      safe: false,
    }
  );
}

function usageExample(...lines: string[]): string {
  return `outcomes:
  - id: O2
    description: Achieve 80% adoption of the mobile app in the depots
${lines.map(line => `    ${line}\n`).join('')}    baseline:
      metric: Monthly active users
      current: 8 of 25 (32%)
      measured_on: 2025-11-03
    target:
      metric: Monthly active users
      goal: 20 of 25 (80%)
      target_date: 2026-08-31
    measurements:
      - date: 2026-01-20
        value: 13 of 25 (52%)
`;
}

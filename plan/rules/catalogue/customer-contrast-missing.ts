import type { Customer, Field, Outcome, Plan } from '../../model/index.ts';
import { isPursued } from '../../model/outcomes.ts';
import type { Editor } from '../../syntax/edit.ts';
import { capitalise, oneLine, quoteShort } from '../../words.ts';
import { hasUnreadable } from '../measures/measurable.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix, type Target } from '../rule.ts';
import { companyOf } from '../text/company.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** From so many outcomes a sentence is put together; more would be a list and no picture. */
const MOST = 3;

export default defineRule({
  id: 'customer-contrast-missing',
  severity: 'info',
  summary: 'A plan that shows only one side of the change the customer wants: today or tomorrow',
  why: `Why a customer wants to change shows in the contrast: how things are today, and how they are to be. One without the
other is a complaint or a dream, and a new sponsor will ask for the missing half. A plan that has neither needs at least
the reason for which it was bought (\`business_case\`), unless it is a goal card. The repair puts the missing half together
from the outcomes' own baselines and purposes, as a first version for the customer to put right.`,
  looksAt: ['customer'],
  reads: ['plan'],
  appliesTo: { onlyWhole: true, exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `customer:
  current_situation: Clerks copy orders from e-mail into two systems.
`,
      good: `customer:
  current_situation: Clerks copy orders from e-mail into two systems.
  desired_future_state: An order is entered once and is right the first time.
`,
      without: ['customer.desired_future_state'],
    },
  ],
  check(customer, { plan, report }) {
    const today = isWritten(customer, 'current_situation');
    const tomorrow = isWritten(customer, 'desired_future_state');
    const company = companyOf({ customer });
    if (today && tomorrow) return;
    if (!today && !tomorrow) {
      if (isWritten(customer, 'business_case') || plan.plan?.format?.value === 'goal_card') return;
      report({
        at: customer.company ?? customer,
        message: `Nothing says why ${company} wants to change: neither how things are today, nor how they are to be, nor what they bought this for. Write it down in their words.`,
      });
      return;
    }
    report({
      at: today
        ? placeOf(customer.desired_future_state, customer.current_situation, customer)
        : placeOf(customer.current_situation, customer.desired_future_state, customer),
      // What it costs to leave things as they are says much about how they are.
      ...(!today && customer.status_quo_consequences.items.length > 0 && { severity: 'hint' as const }),
      message: today
        ? `This is how things are at ${company} today; how they are to be when the plan has worked is missing. Ask what people will do differently then.`
        : `This is how things are to be at ${company}; how they are today is missing, and with it the reason to change. Ask what an ordinary bad day looks like.`,
      fixes: edit => [
        today
          ? written(customer, 'desired_future_state', 'what the outcomes are for', purposes(plan), edit)
          : written(customer, 'current_situation', 'the baselines', baselines(plan), edit),
      ],
    });
  },
});

type Half = 'current_situation' | 'desired_future_state';

function isWritten(customer: Customer, key: Half | 'business_case'): boolean {
  const field = customer[key];
  return (field !== undefined && !isPlaceholder(field.text)) || hasUnreadable(customer, key);
}

/** The missing half where its key is there, else the half that is written. */
function placeOf(missing: Field<string> | undefined, other: Field<string> | undefined, customer: Customer): Target {
  return missing ?? other ?? customer;
}

function written(customer: Customer, key: Half, from: string, texts: readonly string[], edit: Editor): Fix | undefined {
  const all = [...new Set(texts)].slice(0, MOST);
  if (all.length === 0) return undefined;
  const text = capitalise(all.join('; '));
  const change = setField(edit, customer, key, text, {
    after:
      key === 'desired_future_state'
        ? ['status_quo_consequences', 'current_situation']
        : ['business_case', 'context', 'segment', 'industry', 'company'],
    near: ['current_situation', 'desired_future_state', 'business_case', 'company'].filter(name => name !== key),
  });
  const title = `Write ${key} from ${from}: ${quoteShort(text, 90)}`;
  return change && { title, edits: [change], safe: false };
}

/** What the outcomes are for, in the plan's own words; of one that does not say so, nothing. */
function purposes(plan: Plan): readonly string[] {
  return open(plan).flatMap(outcome => sentence(outcome.so_that));
}

/** Where the outcomes start from: `Order entry time: 12 minutes`. */
function baselines(plan: Plan): readonly string[] {
  return open(plan).flatMap(({ baseline, target }) => {
    const metric = [...sentence(baseline?.metric), ...sentence(target?.metric)][0];
    return metric && baseline?.current?.value?.kind === 'quantity'
      ? [`${metric} is ${oneLine(baseline.current.text)}`]
      : [];
  });
}

function open(plan: Plan): readonly Outcome[] {
  const pursued = plan.outcomes.items.filter(isPursued);
  return pursued.length > 0 ? pursued : plan.outcomes.items;
}

function sentence(field: Field<string> | undefined): readonly string[] {
  const text = oneLine(field?.text ?? '').replace(/[.;]+$/, '');
  return isPlaceholder(text) ? [] : [text];
}

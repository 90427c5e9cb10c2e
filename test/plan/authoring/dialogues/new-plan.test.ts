import { describe, expect, it } from 'vitest';
import { nextStep, wrongWith } from '../../../../plan/authoring/dialogues/dialogue.ts';
import { newPlan } from '../../../../plan/authoring/dialogues/new-plan.ts';
import { Checker, readPlanFile } from '../../../../plan/check.ts';
import { addDays, day } from '../../../../plan/day.ts';
import { english } from '../../../../plan/phrase.ts';
import { FORMATS, STAGES } from '../../../../plan/templates/formats.ts';
import { filledIn, type Stop } from '../../../../plan/templates/snippet.ts';
import { held } from '../../../support/dialogue.ts';

const TODAY = day('2026-02-10');
const ANSWERS = {
  format: 'outcome_based',
  stage: 'onboarding',
  customer: 'Acme Retail',
  owner: 'Jane Smith, Customer Success Manager',
  coOwner: 'Sarah Chen, VP Operations',
  renewal: '1 Dec 2026',
};

function created(answers: Partial<typeof ANSWERS> = {}): { fileName: string; snippet: string } {
  const { result } = held(newPlan, { ...ANSWERS, ...answers });
  if (result.type !== 'create') throw new Error(`not created: ${JSON.stringify(result)}`);
  return result;
}

const check = (text: string) => new Checker().check(readPlanFile(text), TODAY).findings;
const told = (findings: ReturnType<typeof check>) =>
  findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);

/** What a CSM would type at a place, by the key before it: a plan for three results, each with its own numbers. */
function typed(): (stop: Stop, before: string) => string {
  let outcome = -1;
  let result = -1;
  return ({ words }, before) => {
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const key = /(\w+):[^:]*$/.exec(line)?.[1] ?? /(\w+):\s*$/.exec(before.replace(/- "$/, ''))?.[1] ?? '';
    const isResult = key === 'description' && /^ {8}/.test(line);
    if (key === 'description' && /^ {4}d/.test(line)) {
      outcome += 1;
      if (!isResult && outcome >= 0) result = outcome - 1;
    }
    if (isResult) result += 1;
    const wish = WISHES[(isResult || /^ {8}/.test(line) ? result : outcome) % WISHES.length] ?? WISHES[0];
    if (key === 'status') return 'active';
    if (key === 'co_created') return 'yes';
    if (key === 'description' && before.lastIndexOf('\nrisks:') > before.lastIndexOf('\noutcomes:'))
      return 'The data team is busy with a migration until April';
    if (key === 'name' && before.lastIndexOf('\nresources:') > 0) return 'One day a week of the data team';
    const said: Readonly<Record<string, string | undefined>> = {
      ...PLAIN,
      ...wish,
      ...(before.includes('\noutcomes:') ? {} : { name: 'Mike Torres', role: 'Operations Manager' }),
    };
    return words[0] === 'TBD' ? (said[key] ?? `Something about ${key.replaceAll('_', ' ')}`) : (words[0] ?? '');
  };
}

const PLAIN = {
  industry: 'Retail',
  segment: 'enterprise',
  business_case: 'Store managers count stock by hand, and every tenth order is late.',
  current_situation: 'Stock is counted by hand every Sunday.',
  desired_future_state: 'Stock is known at any hour, and nobody counts on Sundays.',
  status_quo_consequences: 'Two stores closed their online pick-up',
  arr: '$150,000',
  plan_tier: 'Enterprise',
  location: 'https://plans.acme.example/success',
  mitigation: 'A weekly slot is agreed with the data lead',
  strategy: 'Show the hours saved in the autumn review',
  channels: 'Shared channel acme-stock',
  priorities: 'Fewer late orders',
  criteria: 'Stock is right in three pilot stores',
  summary: 'From the signature to the first store at work',
  amount: '$40,000',
};

const WISHES = [
  {
    description: 'Cut the time to count stock from 12 hours to 4 hours a week',
    so_that: 'store managers have time for their customers',
    business_value: 'Two people in each store have their Sundays back',
    summary: 'Hours that nobody counts',
    metric: 'Counting time',
    current: '12 hours per week',
    goal: '4 hours per week',
    renewal_evidence: 'Counting time before and after, store by store',
  },
  {
    description: 'Bring late orders down from 10% to 3%',
    so_that: 'customers come back',
    business_value: 'About $40,000 a year in vouchers',
    summary: 'Vouchers that nobody has to send',
    metric: 'Late orders',
    current: '10%',
    goal: '3%',
    renewal_evidence: 'Order reports of February and October side by side',
  },
  {
    description: 'Raise stores with online pick-up from 8 of 25 to 20 of 25',
    so_that: 'customers collect on their way home',
    business_value: 'Pick-up customers buy something else in every third visit',
    summary: 'Purchases made while picking up',
    metric: 'Stores with pick-up',
    current: '8 of 25 (32%)',
    goal: '20 of 25 (80%)',
    renewal_evidence: 'List of stores with pick-up, month by month',
  },
];

describe('a new plan', () => {
  it('asks for what it cannot be written without', () => {
    const { questions } = held(newPlan, ANSWERS);
    expect(questions.map(({ id }) => id)).toEqual(['format', 'stage', 'customer', 'owner', 'coOwner', 'renewal']);
    const first = nextStep(newPlan, { today: TODAY, answers: {} });
    expect(first).toMatchObject({ type: 'question', step: 1, steps: 6 });
    const [format] = questions;
    expect(format?.kind === 'pick' && format.choices.map(choice => choice.value)).toHaveLength(7);
  });

  it('leads first to what is missing, and last to the decision whether it is a draft', () => {
    for (const { value: format } of FORMATS) {
      const places: { number: number; key: string }[] = [];
      filledIn(created({ format }).snippet, ({ number, words }, before) => {
        places.push({ number, key: /(\w+): ?"?$/.exec(before)?.[1] ?? '' });
        return words[0] ?? '';
      });
      places.sort((a, b) => a.number - b.number);
      expect(places[0]?.key).toBe('industry');
      expect(places.at(-1)?.key).toBe('status');
    }
  });

  it('shows a day ahead where a day ahead is asked for', () => {
    const { renewal: _, ...answers } = ANSWERS;
    const wrong = wrongWith(newPlan, { today: TODAY, answers }, 'renewal', '');
    expect(wrong && english(wrong)).toBe('A day is needed, such as 2026-05-11.');
  });

  for (const { value: format } of FORMATS) {
    for (const { value: stage } of STAGES) {
      it(`is sound once it is filled in: ${format}, ${stage}`, () => {
        for (const renewal of ['2026-12-01', '2026-03-03', '2026-06-15', '2029-06-30']) {
          const { snippet } = created({ format, stage, renewal });
          const text = filledIn(snippet, typed());
          expect(text).not.toMatch(/TBD|\$\{|Something about/);
          const loud = check(text).filter(({ severity }) => severity === 'error' || severity === 'warning');
          expect(told(loud), text).toEqual([]);
        }
      });

      it(`has few findings as it is created, and no mistake: ${format}, ${stage}`, () => {
        for (const renewal of ['2026-02-25', '2026-12-01', '2029-06-30']) {
          const text = filledIn(created({ format, stage, renewal }).snippet);
          const found = check(text);
          expect(told(found.filter(({ severity }) => severity === 'error'))).toEqual([]);
          expect(told(found).length).toBeLessThanOrEqual(6);
          const active = check(text.replace('status: draft', 'status: active'));
          expect(told(active).length).toBeLessThanOrEqual(9);
        }
      });
    }
  }

  it.each([
    ['a year ahead', '2026-12-01', 'quarterly', '2026-05-08', '2026-10-02'],
    ['in 150 days', '2026-07-10', 'quarterly', '2026-05-08', '2026-06-03'],
    ['in 149 days', '2026-07-09', 'monthly', '2026-03-10', '2026-06-02'],
    ['in three weeks', '2026-03-03', 'monthly', '2026-02-24', '2026-02-26'],
    // What is promised for more than eleven months nobody keeps.
    ['years ahead', '2029-06-30', 'quarterly', '2026-05-08', '2027-01-08'],
  ])('has a rhythm, a review and a goal that suit a renewal %s', (_, renewal, cadence, review, goal) => {
    const text = filledIn(created({ renewal }).snippet);
    expect(text).toContain(`  next_review: "${review}"\n`);
    expect(text).toContain(`  review_cadence: ${cadence}\n`);
    expect(text).toContain(`      target_date: "${goal}"\n`);
  });

  it('has the parts of its kind, and none that it can do without', () => {
    const parts = (format: string, stage = 'onboarding') => {
      const [read] = readPlanFile(filledIn(created({ format, stage }).snippet)).documents;
      if (read?.model.kind !== 'plan') throw new Error('no plan');
      const { customer, risks, renewal, decision, phases, milestones, outcomes } = read.model;
      return Object.entries({
        case: customer?.business_case,
        risks: risks.key,
        renewal,
        decision,
        phases: phases.key,
        milestones: milestones.key,
        steps: outcomes.items[0]?.milestones.key,
      }).flatMap(([name, part]) => (part ? name : []));
    };
    expect(parts('outcome_based')).toEqual(['case', 'risks', 'renewal', 'steps']);
    expect(parts('goal_card')).toEqual(['steps']);
    expect(parts('timeline_based')).toEqual(['case', 'risks', 'renewal', 'phases', 'milestones']);
    expect(parts('mutual_action_plan', 'pre_sale')).toEqual(['case', 'risks', 'decision', 'steps']);
  });

  it('works its days out backwards from the renewal, on working days', () => {
    for (let left = 14; left < 900; left += 37) {
      const renewal = addDays(TODAY, left);
      for (const stage of ['onboarding', 'pre_sale']) {
        const text = filledIn(created({ format: 'mutual_action_plan', stage, renewal }).snippet);
        const days = [...text.matchAll(/(target_date|next_review|decision_date|go_live_date): "(.*?)"/g)].map(
          ([, , at = '']) => day(at),
        );
        expect(days.length).toBeGreaterThan(8);
        for (const at of days) {
          expect(at > TODAY || left < 30).toBe(true);
          expect(at <= renewal).toBe(true);
          if (left > 60) expect([1, 2, 3, 4, 5]).toContain(new Date(at).getUTCDay());
        }
      }
    }
  });

  it('is named after the customer, whatever that is called', () => {
    const name = (customer: string) => created({ customer }).fileName;
    expect(name('Acme Retail')).toBe('acme-retail.success-plan.yaml');
    expect(name('Müller & Söhne GmbH')).toBe('muller-sohne-gmbh.success-plan.yaml');
    expect(name("L'Oréal / Paris")).toBe('loreal-paris.success-plan.yaml');
    expect(name('../../etc/passwd')).toBe('etc-passwd.success-plan.yaml');
    expect(name('CON')).toBe('customer-con.success-plan.yaml');
    expect(name('東京商事')).toBe('東京商事.success-plan.yaml');
  });

  it('keeps every name as it is typed, whatever signs are in it', () => {
    const names = { customer: `A: "B" $\{1:x} \\ #C} $2`, owner: "O'Neil: x", coOwner: 'Zoë #1 "Z"' };
    const { snippet } = created(names);
    const [read] = readPlanFile(filledIn(snippet)).documents;
    const plan = read?.model.kind === 'plan' ? read.model : undefined;
    expect(plan?.customer?.company?.text).toBe(names.customer);
    expect(plan?.plan?.owner?.text).toBe(names.owner);
    expect(plan?.plan?.co_owner?.text).toBe(names.coOwner);
  });

  it('says what is wrong with an answer while it is typed', () => {
    const wrong = (question: string, value: string) => {
      const found = wrongWith(newPlan, { today: TODAY, answers: ANSWERS }, question, value);
      return found && english(found);
    };
    expect(wrong('renewal', '1 December 2026')).toBeUndefined();
    expect(wrong('renewal', 'end of Q3 2026')).toBeUndefined();
    expect(wrong('renewal', '1 Dec')).toBeUndefined();
    expect(wrong('renewal', 'in 200 days')).toBeUndefined();
    expect(wrong('renewal', 'some day')).toBe('“some day” is no day. Write it as 2026-02-10.');
    expect(wrong('renewal', '2026-02-30')).toBe('The calendar has no 2026-02-30.');
    expect(wrong('renewal', '2025-12-01')).toContain('is over');
    expect(wrong('renewal', '03/04/2026')).toContain('may be');
    expect(wrong('renewal', '2206-12-01')).toContain('is the year right?');
    expect(wrong('renewal', '2026-02-14')).toContain('less than two weeks');
    expect(wrong('customer', '  ')).toBe('The plan needs the name of the customer.');
    expect(wrong('customer', 'TBD')).toBe('The plan needs the name of the customer.');
    expect(wrong('coOwner', 'jane smith')).toContain('on your side already');
    expect(wrong('owner', '?')).toContain('a name is needed');
    expect(wrong('nothing', 'x')).toBeUndefined();
  });

  it('asks again where an answer does not fit', () => {
    const step = nextStep(newPlan, { today: TODAY, answers: { ...ANSWERS, stage: 'nowhere' } });
    expect(step.type === 'question' && step.question.id).toBe('stage');
    const list = nextStep(newPlan, { today: TODAY, answers: { ...ANSWERS, format: ['okr', 'okr'] } });
    expect(list.type === 'question' && list.question.id).toBe('format');
  });
});

import { addDays, type Day, daysBetween, formatFullDay } from '../../day.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { FORMATS, type Kind, STAGES } from '../../templates/formats.ts';
import { type NamedPerson, newPlan as writePlan } from '../../templates/new-plan.ts';
import { askDay, askText, isName, pickOne } from './asking.ts';
import type { Choice, Dialogue } from './dialogue.ts';
import { fileNameOf } from './file-name.ts';

/** A new plan: its format, and what it cannot be written without. */
export const newPlan: Dialogue = {
  title: phrase('New Success Plan'),
  *ask({ today }) {
    const chosen = yield* pickOne('format', phrase('Which kind of plan?'), FORMATS.map(choice));
    const format = FORMATS.find(({ value }) => value === chosen)?.value ?? 'outcome_based';
    const isSale = format === 'mutual_action_plan';
    const stages = STAGES.map(kind => ({ ...choice(kind), picked: isSale === (kind.value === 'pre_sale') }));
    const staged = yield* pickOne(
      'stage',
      phrase('Where does the customer stand?'),
      isSale ? stages.toReversed() : stages,
    );
    const stage = STAGES.find(({ value }) => value === staged)?.value ?? 'onboarding';
    const company = yield* askText({
      id: 'customer',
      prompt: phrase('What is the customer called?'),
      placeholder: 'Acme Retail',
      check: isName(phrase('The plan needs the name of the customer.')),
    });
    const person = isName(phrase('Somebody has to own the plan: a name is needed.'));
    const owner = yield* askText({
      id: 'owner',
      prompt: phrase('Who owns the plan on your side? A name, and a role behind a comma if you like.'),
      placeholder: 'Jane Smith, Customer Success Manager',
      check: person,
    });
    const coOwner = yield* askText({
      id: 'coOwner',
      prompt: phrase('Who owns it at {0}? A name, and a role behind a comma if you like.', company),
      placeholder: 'Sarah Chen, VP Operations',
      check: answer =>
        person(answer) ??
        (named(answer).name.toLowerCase() === named(owner).name.toLowerCase()
          ? phrase('{0} owns the plan on your side already. Who is it at the customer?', named(owner).name)
          : undefined),
    });
    const renewal = yield* askDay({
      id: 'renewal',
      prompt:
        stage === 'pre_sale'
          ? phrase('When would the contract be renewed for the first time?')
          : phrase('When is the contract renewed?'),
      placeholder: addDays(today, 365),
      today,
      tense: 'ahead',
      check: day => tooSoon(day, today),
    });
    return () => ({
      type: 'create',
      fileName: `${fileNameOf(company)}.success-plan.yaml`,
      snippet: writePlan({ format, stage, company, owner: named(owner), coOwner: named(coOwner), renewal, today }),
    });
  },
};

/** A plan works backwards from the renewal, and needs some days to do so. */
const SHORTEST_PLAN = 14;

/** What is wrong with a renewal that is over, or too near to plan for; undefined where it will do. */
export function tooSoon(renewal: Day, today: Day): Phrase | undefined {
  if (renewal <= today)
    return phrase('{0} is over: a plan leads to a renewal that lies ahead.', formatFullDay(renewal));
  return daysBetween(today, renewal) < SHORTEST_PLAN
    ? phrase(
        '{0} is less than two weeks away: too soon for a plan to lead there. Take the renewal after it.',
        formatFullDay(renewal),
      )
    : undefined;
}

function choice({ value, name, use }: Kind<string>): Choice {
  return { value, label: name, description: value, detail: use };
}

/** A name, with a role behind a comma: `Jane Smith, Customer Success Manager`. */
export function named(answer: string): NamedPerson {
  const [name = '', ...role] = answer.split(',').map(part => part.trim());
  const title = role.filter(part => part !== '').join(', ');
  return name === '' ? { name: answer, role: undefined } : { name, role: title === '' ? undefined : title };
}

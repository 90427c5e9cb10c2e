import { type Day, daysBetween, formatFullDay, parseDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { phrase } from '../../phrase.ts';
import { offeredDays } from '../../rules/reviews/review-rhythm.ts';
import { companyOf } from '../../rules/text/company.ts';
import { newAgenda } from '../../templates/agenda.ts';
import { inSnippet } from '../../templates/snippet.ts';
import { agendaTopics } from './agenda-facts.ts';
import { askDay, pickMany, pickOne } from './asking.ts';
import { noPlan, planAt } from './context.ts';
import type { Dialogue } from './dialogue.ts';
import { fileNameOf } from './file-name.ts';
import { attendeeChoices, sideOf } from './people.ts';

const MINUTES = [60, 30, 45, 90];

/** The agenda of the next review, from what the plan says today. */
export const prepareAgenda: Dialogue = {
  title: phrase('Prepare Review Agenda'),
  *ask(context) {
    const here = planAt(context);
    if (!here) return noPlan;
    const { plan } = here;
    const { today, fileName } = context;
    const date = yield* askDay({
      id: 'date',
      prompt: phrase('On which day is the review?'),
      value: reviewDay(plan, today),
      today,
      tense: 'ahead',
      check: day => {
        if (day < today) return phrase('{0} is over. An agenda is for a review that lies ahead.', formatFullDay(day));
        return daysBetween(today, day) > 400 ? phrase('{0} is more than a year away.', formatFullDay(day)) : undefined;
      },
    });
    const chosen = yield* pickOne(
      'duration',
      phrase('How long is it?'),
      MINUTES.map(minutes => ({
        value: String(minutes),
        label: phrase('{0} minutes', minutes),
        picked: minutes === 60,
      })),
    );
    const people = attendeeChoices(plan, date);
    const attendees = people.length > 0 ? yield* pickMany('attendees', phrase('Who takes part?'), people) : [];
    return () => ({
      type: 'create',
      fileName: `${agendaStem(plan, fileName)}-${date}.qbr.yaml`,
      snippet: inSnippet(writtenAgenda({ plan, fileName, date, minutes: Number(chosen), attendees, today })),
    });
  },
};

/** What an agenda is made of beside what the plan says. */
export interface AgendaWanted {
  readonly plan: Plan;
  readonly fileName: string | undefined;
  readonly date: Day;
  readonly minutes: number;
  readonly attendees: readonly string[];
  readonly today: Day;
}

/** The agenda as YAML. */
export function writtenAgenda({ plan, fileName, date, minutes, attendees, today }: AgendaWanted): string {
  return newAgenda({
    company: companyOf(plan),
    plan: fileName,
    date,
    minutes,
    customer: attendees.filter(name => sideOf(plan, name) === 'customer'),
    vendor: attendees.filter(name => sideOf(plan, name) !== 'customer'),
    ...agendaTopics(plan, date, today),
  });
}

/** The review that is planned, else the first day that the plan's rhythm offers. */
export function reviewDay(plan: Plan, today: Day): Day {
  const planned = plan.plan?.next_review?.value;
  return planned && planned >= today ? planned : (offeredDays(plan, today)[0]?.day ?? today);
}

/** The plan's own name without its ending, else the customer's. */
function agendaStem(plan: Plan, fileName: string | undefined): string {
  const stem = fileName?.replace(/\.ya?ml$/i, '').replace(/(?:^|\.)success-plan$/i, '') ?? '';
  return stem === '' || parseDay(stem) ? fileNameOf(plan.customer?.company?.text ?? '') : stem;
}

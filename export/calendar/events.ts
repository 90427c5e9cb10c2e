import { type Day, daysBetween, formatFullDay } from '../../plan/day.ts';
import type { Plan } from '../../plan/model/index.ts';
import { isOver } from '../../plan/model/lifecycle.ts';
import { dueField, isLeft } from '../../plan/model/outcomes.ts';
import { formatQuantity } from '../../plan/quantity/index.ts';
import { outcomeName } from '../../plan/view/milestones.ts';
import { single } from '../../plan/view/outcome-row.ts';
import type { PlanOnPaper } from '../../plan/view/paper.ts';
import { lateness, STATE_WORDS } from '../../plan/view/timeline/milestone-words.ts';
import { span } from '../../plan/view/words.ts';
import { capitalise, compareText, spoken } from '../../plan/words.ts';
import { line, lines } from '../line.ts';
import { type ActionWork, actionsOf, isAhead, type Work, type WorkGroup, workOf } from '../work.ts';
import { Identities } from './uid.ts';

/** A day to come, as a calendar shows it. */
export interface PlanEvent {
  readonly uid: string;
  readonly day: Day;
  readonly kind: 'Review' | 'Milestone' | 'Goal' | 'Action' | 'Decision' | 'Renewal';
  /** Without the company's name. */
  readonly summary: string;
  /** One fact a line. */
  readonly facts: readonly string[];
}

/** What a plan waits for, late things included, by day. Of a plan that is over, only the renewal is still to come. */
export function planEvents(paper: PlanOnPaper): PlanEvent[] {
  const { plan } = paper;
  const ids = new Identities(plan);
  const all = isOver(plan)
    ? renewal(paper, ids)
    : [
        ...goals(paper, ids),
        ...work(paper, ids),
        ...decision(plan, ids),
        ...reviews(paper, ids),
        ...renewal(paper, ids),
      ];
  return all.sort((a, b) => compareText(a.day, b.day));
}

function goals({ view, standing }: PlanOnPaper, ids: Identities): PlanEvent[] {
  return standing.outcomes.flatMap((one, i): PlanEvent[] => {
    const { outcome, achieved, deferred } = one;
    const row = view.outcomes[i];
    const title = line(row?.title);
    const name = line(outcomeName(outcome, i));
    const id = line(outcome.id?.text);
    const uid = ids.of('goal', id === '' ? title : id);
    const day = dueField(outcome)?.value;
    if (day === undefined || achieved || deferred || row === undefined) return [];
    const goal = single(one)?.goal;
    return [
      {
        uid,
        day,
        kind: 'Goal',
        summary: `goal of ${name}${goal === undefined ? '' : `, ${line(formatQuantity(goal))}`}`,
        facts: [
          title,
          fact('Owner', outcome.owner?.text),
          `Attainment: ${line(row.attainment.text)}${row.attainment.note === '' ? '' : ` (${line(row.attainment.note)})`}`,
          `Health: ${row.health.word}. ${line(row.health.reason)}`,
        ],
      },
    ];
  });
}

function work(paper: PlanOnPaper, ids: Identities): PlanEvent[] {
  const { plan, view, today } = paper;
  return workOf(plan, today).flatMap((group, i) => {
    const title = group.outcome === undefined ? '' : line(view.outcomes[i]?.title);
    const outcome = group.outcome === undefined ? '' : `Outcome: ${group.name}, ${title}`;
    return group.work.flatMap(one => [
      ...milestone(one, group, outcome, ids),
      ...actions(one.actions, one.name, outcome, ids),
    ]);
  });
}

function milestone(one: Work, group: WorkGroup, outcome: string, ids: Identities): PlanEvent[] {
  const uid = one.hasId ? ids.of('milestone', one.ref) : ids.of('milestone', group.kind, group.name, one.name);
  const { planned, slip } = one;
  if (planned === undefined || !isAhead(one) || (group.outcome && isLeft(group.outcome))) return [];
  return [
    {
      uid,
      day: planned,
      kind: 'Milestone',
      summary: one.hasId ? `${one.name} (${one.ref})` : one.name,
      facts: [
        outcome,
        fact('Owner', one.owners.join(', ')),
        `Status: ${STATE_WORDS[one.glyph]}${slip === undefined ? '' : `, ${lateness(slip)}`}`,
        ...one.blockers.map(blocker => `Blocked by: ${blocker}`),
      ],
    },
  ];
}

function actions(all: readonly ActionWork[], of: string, outcome: string, ids: Identities): PlanEvent[] {
  return all.flatMap(({ action, isAhead: isToDo, slip }): PlanEvent[] => {
    const said = line(action.description?.text);
    const uid = ids.of('action', of, said);
    const day = action.due_date?.value;
    if (day === undefined || said === '' || !isToDo) return [];
    const late = slip === undefined ? '' : `, ${lateness(slip)}`;
    return [
      {
        uid,
        day,
        kind: 'Action',
        summary: said,
        facts: [
          outcome,
          of === '' ? '' : `For: ${of}`,
          fact('Owner', action.owner?.text),
          `Status: ${line(spoken(action.status?.text ?? 'open'))}${late}`,
        ],
      },
    ];
  });
}

function decision({ decision, implementation }: Plan, ids: Identities): PlanEvent[] {
  const day = decision?.decision_date?.value;
  const live = implementation?.go_live_date?.value;
  return [
    ...(day === undefined
      ? []
      : [
          {
            uid: ids.of('decision'),
            day,
            kind: 'Decision' as const,
            summary: 'decision',
            facts: lines(decision?.criteria.items ?? []).map(one => `Criterion: ${one}`),
          },
        ]),
    ...(live === undefined
      ? []
      : [
          {
            uid: ids.of('go-live'),
            day: live,
            kind: 'Milestone' as const,
            summary: 'go-live',
            facts: [line(implementation?.summary?.text)],
          },
        ]),
  ];
}

/** The next review, and those that the log names ahead. Held ones are over, and only their open actions remain. */
function reviews(paper: PlanOnPaper, ids: Identities): PlanEvent[] {
  const { plan, standing, today } = paper;
  const next = plan.plan?.next_review?.value;
  const owner = plan.plan?.owner?.text;
  const event = (uid: string, day: Day, summary: string, facts: readonly string[]): PlanEvent => ({
    uid,
    day,
    kind: 'Review',
    summary,
    facts,
  });
  const awaited = next !== undefined && (next >= today || standing.reviewOverdueSince !== undefined);
  const cadence = line(spoken(plan.plan?.review_cadence?.text ?? ''));
  const coming = plan.review_history.items.filter(
    review => (review.date?.value ?? '') > today && review.date?.value !== next,
  );
  return [
    ...(awaited
      ? [
          event(ids.of('review', 'next'), next, cadence === '' ? 'review' : `${cadence} review`, [
            fact('Led by', owner),
            next < today ? `Status: ${span(daysBetween(next, today))} overdue` : '',
          ]),
        ]
      : []),
    ...coming.flatMap(review => {
      const day = review.date?.value;
      const type = line(spoken(review.type?.text ?? 'review'));
      return day === undefined
        ? []
        : [event(ids.of('review', type, day), day, type, [fact('With', lines(review.attendees.items).join(', '))])];
    }),
    ...plan.review_history.items.flatMap(review => {
      const day = review.date?.value;
      const of = day === undefined ? '' : `review of ${formatFullDay(day)}`;
      return actions(actionsOf(review, plan, today), of, '', ids);
    }),
  ];
}

function renewal({ plan, view, today }: PlanOnPaper, ids: Identities): PlanEvent[] {
  const { customer, renewal } = plan;
  const day = customer?.contract?.renewal_date?.value;
  if (day === undefined || (isOver(plan) && day < today)) return [];
  const { lead, rest } = view.header.sentence;
  const standing = view.outcomes.length === 0 ? '' : line(`As of ${formatFullDay(today)}: ${lead} ${rest}`);
  const facts = [fact('Owner', renewal?.owner?.text), standing];
  return [{ uid: ids.of('renewal'), day, kind: 'Renewal', summary: 'renewal', facts }];
}

function fact(label: string, text: string | undefined): string {
  const said = line(text);
  return said === '' ? '' : `${capitalise(label)}: ${said}`;
}

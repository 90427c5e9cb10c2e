import type { Outcome, Plan } from '../../plan/model/index.ts';
import type { PlanOnPaper } from '../../plan/view/paper.ts';
import { lateness, STATE_WORDS } from '../../plan/view/timeline/milestone-words.ts';
import { lines } from '../line.ts';
import { isAhead, type Work, type WorkGroup, workOf } from '../work.ts';
import { actionInWords, labelled } from './reviews.ts';
import { bold, dayInWords, fact, isSaid, keyInWords, list, md, named, paragraphs, table } from './text.ts';

const TITLES: Readonly<Record<Exclude<WorkGroup['kind'], 'outcome'>, string>> = {
  milestones: 'Other milestones',
  implementation: 'Implementation',
  decision: 'Way to the decision',
};

/** Every outcome with what it is for and its milestones; then the work that belongs to none, and the days that it leads to. */
export function workSections({ plan, view, today }: PlanOnPaper): string[] {
  return workOf(plan, today).flatMap((group, i) => {
    const { kind, outcome } = group;
    const said = [
      ...(outcome ? aboutOutcome(outcome) : aboutGroup(kind, plan)),
      ...(outcome ? measurements(outcome) : []),
      ...workTable(group),
      ...actions(group),
    ];
    const phases = kind === 'milestones' ? phaseSection(plan) : [];
    if (outcome) return [`### ${md(group.name)}: ${md(view.outcomes[i]?.title ?? '')}`, ...said];
    return kind === 'outcome' || said.length === 0 ? phases : [`### ${TITLES[kind]}`, ...said, ...phases];
  });
}

function phaseSection({ phases }: Plan): string[] {
  const rows = phases.items.map(({ id, name, start_date, end_date }) => [
    named(id?.text, name?.text),
    dayInWords(start_date),
    dayInWords(end_date),
  ]);
  return rows.length === 0 ? [] : ['### Phases', ...table(['Phase', 'From', 'To'], rows)];
}

/** What the steps lead to, and how it is decided. */
function aboutGroup(kind: WorkGroup['kind'], { decision, implementation }: Plan): string[] {
  if (kind === 'decision')
    return list([
      fact('Decision', bold(dayInWords(decision?.decision_date))),
      ...lines(decision?.criteria.items ?? []).map(one => fact('Criterion', md(one))),
    ]);
  if (kind !== 'implementation') return [];
  const live = fact('Go-live', bold(dayInWords(implementation?.go_live_date)));
  return [...paragraphs(implementation?.summary?.text), ...list([live])];
}

function aboutOutcome(outcome: Outcome): string[] {
  const { business_value: value } = outcome;
  const worth = value?.word?.text ?? value?.summary?.text ?? '';
  const amount = value?.amount?.text ?? '';
  const per = value?.per?.text ?? '';
  const said = [
    fact('So that', md(outcome.so_that?.text)),
    fact('Priority', md(outcome.priority?.text)),
    fact('Worth', md(worth)),
    fact('Amount', md(per === '' || amount === '' ? amount : `${amount} per ${per}`)),
    fact('Owner', md(outcome.owner?.text)),
    ...outcome.acceptance.items.map(one => fact('Accepted when', md(one.text))),
    fact('Evidence for the renewal', md(outcome.renewal_evidence?.text)),
  ];
  return list(said);
}

/** What was measured, in the plan's order: of the outcome, then of each key result. */
function measurements({ measurements, key_results }: Outcome): string[] {
  const told = ({ items }: Outcome['measurements']) =>
    items.map(({ date, value, source, note }) => {
      const beside = [source, note].flatMap(field => (field?.text ? [md(field.text)] : []));
      const said = [dayInWords(date), md(value?.text)].filter(isSaid).join(': ');
      return beside.length === 0 ? said : `${said} (${beside.join('; ')})`;
    });
  return [
    ...labelled('Measured', told(measurements)),
    ...key_results.items.flatMap(({ id, description, measurements: own }) =>
      labelled(`Measured of ${named(id?.text, description?.text)}`, told(own)),
    ),
  ];
}

function workTable({ kind, work }: WorkGroup): string[] {
  const name = kind === 'decision' || kind === 'implementation' ? 'Step' : 'Milestone';
  return table(
    [name, 'Kind', 'Begins', 'Planned', 'Actual', 'Slip', 'Owner', 'Status', 'Waits for', 'If it slips', 'Documents'],
    work.map(one => [
      one.hasId ? named(one.ref, one.name) : md(one.name),
      keyInWords(one.kind),
      dayInWords({ value: one.starts }),
      dayInWords({ value: one.planned }),
      dayInWords({ value: one.actual }),
      slipInWords(one),
      one.owners.map(md).join(', '),
      status(one),
      one.waitsFor.map(md).join(', '),
      md(one.contingency),
      one.documents.map(md).join('; '),
    ]),
  );
}

function actions({ work }: WorkGroup): string[] {
  return work.flatMap(({ ref, hasId, name, actions }) =>
    labelled(
      `Actions of ${md(hasId ? ref : name)}`,
      actions.map(({ action }) => actionInWords(action)),
    ),
  );
}

/** `4 days late`, `2 days early`, `on the day`; `26 days late so far`. */
function slipInWords(work: Work): string {
  const { slip } = work;
  if (slip === undefined) return '';
  const late = lateness(slip);
  return late === undefined ? 'on the day' : `${late}${isAhead(work) ? ' so far' : ''}`;
}

function status({ glyph, blockers }: Work): string {
  const word = STATE_WORDS[glyph];
  return blockers.length === 0 || glyph !== 'blocked' ? word : `${bold(word)}: ${blockers.map(md).join('; ')}`;
}

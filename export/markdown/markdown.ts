import { riskScore } from '../../plan/attainment/index.ts';
import type { Plan, Risk } from '../../plan/model/index.ts';
import type { FigureView } from '../../plan/view/index.ts';
import type { PlanOnPaper } from '../../plan/view/paper.ts';
import { lines } from '../line.ts';
import { outcomeTable } from './outcomes.ts';
import { renewalSection } from './renewal.ts';
import { reviewSections } from './reviews.ts';
import {
  address,
  bold,
  dayInWords,
  fact,
  isSaid,
  keyInWords,
  list,
  md,
  named,
  paragraphs,
  said,
  table,
} from './text.ts';
import { agreement, communication, resources } from './together.ts';
import { workSections } from './work.ts';

/**
 * A plan as a page of Markdown that reads well where it is rendered and where it is not. No HTML, and nothing in the plan can become anything but
 * text; the only links are addresses (http, https) that the plan gives as such. Ends with a line break. Never throws.
 */
export function planMarkdown(paper: PlanOnPaper): string {
  const { plan, view } = paper;
  const { header } = view;
  const parts = [
    `# ${md(header.title)}`,
    md(header.subtitle),
    said(bold(header.sentence.lead), md(header.sentence.rest)),
    ...list([...header.figures.map(figure), agreed(plan)]),
    ...section(
      'What comes next',
      list(header.next.map(next => `${md(next.dayText)} (${md(next.distance)}): ${md(next.text)}`)),
    ),
    ...section('From today to tomorrow', contrast(plan)),
    ...section('Agreement', agreement(plan)),
    ...section('Outcomes', outcomeTable(paper)),
    ...section('Milestones', workSections(paper)),
    ...section('Open questions', list(view.callouts.map(({ lead, rest }) => `${bold(lead)} ${md(rest)}`))),
    ...section('Resources', resources(plan)),
    ...section('Communication', communication(plan)),
    ...section('Risks', risks(plan)),
    ...section('People', people(paper)),
    ...section('Reviews', reviewSections(paper)),
    ...section('Renewal', renewalSection(plan)),
    said(md(view.footer), edition(paper)),
  ];
  return `${parts.filter(isSaid).join('\n\n')}\n`;
}

/** For whom it was written: the two editions are not to be mistaken for each other. */
function edition({ view }: PlanOnPaper): string {
  return view.audience === 'customer' ? `Prepared for ${md(view.header.title)}.` : 'Internal: not for the customer.';
}

function section(title: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`## ${title}`, ...parts];
}

function figure({ label, value, unit, note, detail }: FigureView): string {
  const number = bold(unit === undefined ? value : `${value} ${unit}`);
  const beside = note === '' ? '' : `(${md(note)})`;
  return `${md(label)}: ${said(number, beside)}${detail === undefined ? '' : `: ${md(detail)}`}`;
}

function agreed({ agreement }: Plan): string {
  const location = agreement?.location?.text ?? '';
  return location === '' ? '' : `Agreed plan: ${address(location)}`;
}

function contrast({ customer }: Plan): string[] {
  const labelled = (label: string, text: string | undefined): string[] => {
    const [first, ...rest] = paragraphs(text);
    return first === undefined ? [] : [`${bold(label)} ${first}`, ...rest];
  };
  const priorities = list(
    (customer?.priorities.items ?? []).map(({ id, name, sponsor }) =>
      said(named(id?.text, name?.text), sponsor?.text ? `(${fact('sponsor', md(sponsor.text))})` : ''),
    ),
  );
  return [
    ...labelled('Context:', customer?.context?.text),
    ...labelled('Today:', customer?.current_situation?.text),
    ...list(lines(customer?.status_quo_consequences.items ?? []).map(md)),
    ...labelled('Tomorrow:', customer?.desired_future_state?.text),
    ...labelled('Why:', customer?.business_case?.text),
    ...(priorities.length === 0 ? [] : ['Priorities:', ...priorities]),
  ];
}

function risks({ risks }: Plan): string[] {
  const score = (risk: Risk) => riskScore(risk.impact?.value, risk.likelihood?.value);
  const open = (risk: Risk) => Number((risk.status?.value ?? 'open') === 'open');
  const sorted = [...risks.items].sort((a, b) => open(b) - open(a) || (score(b) ?? 0) - (score(a) ?? 0));
  return table(
    [
      'Risk',
      'Impact',
      'Likelihood',
      'Score',
      'Status',
      'Owner',
      'Outcomes',
      'Mitigation',
      'If it happens',
      'Opened',
      'Reviewed',
    ],
    sorted.map(risk => [
      named(risk.id?.text, risk.description?.text),
      keyInWords(risk.impact?.text),
      keyInWords(risk.likelihood?.text),
      score(risk) === undefined ? '' : `${score(risk)} of 9`,
      keyInWords(risk.status?.text),
      md(risk.owner?.text),
      lines(risk.outcomes.items).map(md).join(', '),
      md(risk.mitigation?.text),
      md(risk.contingency?.text),
      dayInWords(risk.opened_on),
      dayInWords(risk.reviewed_on),
    ]),
  );
}

/** Who takes part on which side, and what they still have to do: late work first. */
function people({ view }: PlanOnPaper): string[] {
  const rows = (view.people?.groups ?? []).flatMap(group =>
    group.people.map(({ name, role, gone, engagement, work }) => {
      const things = work.items.map(({ ref, title, when }) => {
        // Ids are one word; other things are called by what they are.
        const words = title === '' || /^\S+$/u.test(ref) ? said(md(ref), md(title)) : md(title);
        return when === '' ? words : `${words} (${md(when)})`;
      });
      const more = work.count - work.items.length;
      return [
        said(bold(name), gone === undefined ? '' : `(${md(gone)})`),
        md(group.name),
        md(role),
        md(engagement?.word),
        [...things, ...(more > 0 ? [`${more} more`] : [])].join('; '),
      ];
    }),
  );
  return table(['Name', 'Side', 'Role', 'Engagement', 'Open work'], rows);
}

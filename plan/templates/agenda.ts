import { type Day, formatFullDay, MONTH_NAMES } from '../day.ts';
import { quoted } from '../syntax/quote.ts';

/** What a review agenda is written from. */
export interface AgendaFacts {
  readonly company: string;
  /** The plan's file, as it is found from the agenda's folder. */
  readonly plan: string | undefined;
  readonly date: Day;
  /** 30, 45, 60 or 90; any other number of minutes is divided in the same way. */
  readonly minutes: number;
  readonly customer: readonly string[];
  readonly vendor: readonly string[];
  /** How each outcome stands, and what is late. */
  readonly progress: readonly string[];
  readonly risks: readonly string[];
  /** What lies ahead until the renewal. */
  readonly ahead: readonly string[];
  /** Who does what until when. */
  readonly steps: readonly string[];
}

/** The agenda of a review as YAML: progress first, next steps last, and minutes that add up. */
export function newAgenda(facts: AgendaFacts): string {
  const isShort = facts.minutes < 45;
  const topics = [
    { topic: 'Success plan progress', weight: 4, content: facts.progress },
    ...(isShort
      ? []
      : [
          {
            topic: 'Health and engagement',
            weight: 2,
            content: [
              'How the teams work with it, and where they get stuck',
              'Support since the last review',
              'Training that is still needed',
            ],
          },
        ]),
    { topic: 'Risks', weight: 2, content: facts.risks },
    ...(isShort ? [] : [{ topic: 'What lies ahead', weight: 2, content: facts.ahead }]),
    { topic: 'Decisions, actions and the next review date', weight: 2, content: facts.steps },
  ];
  const minutes = divided(
    facts.minutes,
    topics.map(({ weight }) => weight),
  );
  const written = topics.map(
    ({ topic, content }, index) => `    - topic: ${quoted(topic)}
      duration: ${minutes[index] ?? 0} min
      content:
${content.map(line => `        - ${quoted(line)}\n`).join('')}`,
  );
  const names = (all: readonly string[], usual: string) => (all.length > 0 ? all.map(quoted).join(', ') : usual);
  return `# Review with ${facts.company.replaceAll(/\s+/g, ' ')}, ${MONTH_NAMES[Number(facts.date.slice(5, 7)) - 1]} ${facts.date.slice(0, 4)}
qbr:
  date: "${facts.date}"
${facts.plan === undefined ? '' : `  plan: ${quoted(facts.plan)}\n`}  duration: ${facts.minutes} minutes
  attendees:
    customer: [${names(facts.customer, 'executive_sponsor, day_to_day_contact')}]
    vendor: [${names(facts.vendor, 'csm')}]

  agenda:
${written.join('\n')}`;
}

/** Minutes by weight, in steps of five; what is left over goes to the first. */
function divided(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, one) => all + one, 0);
  const step = total % 5 === 0 ? 5 : 1;
  const parts = weights.map(weight => Math.max(step, Math.floor((total * weight) / sum / step) * step));
  const rest = total - parts.reduce((all, one) => all + one, 0);
  return parts.map((part, index) => (index === 0 ? part + rest : part));
}

/** `Review of 21 Apr 2026`, as the next steps name it. */
export function nextReviewLine(day: Day): string {
  return `Next review: ${formatFullDay(day)}`;
}

import type { Qbr } from '../../model/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import { minutesOf, topicsOf } from '../reviews/agenda-topics.ts';
import { writtenMinutes } from '../reviews/minutes.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  id: 'qbr-duration-mismatch',
  severity: 'warning',
  summary: 'Topics that take more or less time than the meeting has',
  why: `What comes last is what gets cut, and last on the agenda are the next steps. Minutes that do not add up mean that
somebody will leave before the actions have owners. More minutes than the meeting has are always reported; a few that are
left over, up to a tenth of the meeting, may be meant as a buffer and are a hint. Stays silent where a duration is missing or
cannot be read, unless the others are too long already.`,
  looksAt: ['qbr'],
  reads: ['broken'],
  fixable: true,
  options: { toleranceMinutes: 0 },
  optionWords: { toleranceMinutes: 'How many minutes the topics may differ from the meeting.' },
  examples: [{ bad: agendaExample('20 min'), good: agendaExample('10 min') }],
  check(qbr, { document, options, report }) {
    const total = minutesOf(qbr);
    const topics = topicsOf(qbr, document);
    if (total === undefined || !qbr.duration || topics.length === 0) return;
    const each = topics.map(minutesOf);
    const sum = each.reduce<number>((all, one) => all + (one ?? 0), 0);
    const complete = each.every(one => one !== undefined);
    const over = Number((sum - total).toPrecision(12));
    if (Math.abs(over) <= options.toleranceMinutes || (over < 0 && !complete)) return;
    const spoken = `${complete ? 'The topics add up to' : 'The topics that have a duration already add up to'} ${minutes(sum)}, but the meeting has ${minutes(total)}`;
    report({
      at: qbr.duration,
      ...(over < 0 && -over <= total * BUFFER && { severity: 'hint' as const }),
      message:
        over > 0
          ? `${spoken}: ${minutes(over)} too many. Shorten a topic or plan a longer meeting, or the next steps will be cut off.`
          : `${spoken}: ${minutes(-over)} ${-over === 1 ? 'is' : 'are'} left over. Give them to a topic, or plan a shorter meeting.`,
      fixes: edit => [complete ? adjusted(qbr, sum, edit) : undefined],
    });
  },
});

/** This share of a meeting may be left over on purpose. */
const BUFFER = 0.1;

function adjusted(qbr: Qbr, sum: number, edit: Editor): Fix | undefined {
  const { duration } = qbr;
  if (!duration || duration.borrowed || sum <= 0) return undefined;
  const text = writtenMinutes(sum, duration.text);
  return {
    title: `Set the meeting to ${text === String(sum) ? minutes(sum) : text}, the sum of its topics`,
    edits: [edit.setValue(duration, text)],
    safe: false,
  };
}

function minutes(number: number): string {
  const rounded = Number(number.toFixed(1));
  return `${rounded} ${rounded === 1 ? 'minute' : 'minutes'}`;
}

function agendaExample(last: string): string {
  return `qbr:
  duration: 60 minutes
  attendees:
    customer: [executive_sponsor, day_to_day_contact]
    vendor: [csm]
  agenda:
    - topic: Progress on the three outcomes
      duration: 35 min
    - topic: Risks
      duration: 15 min
    - topic: Next steps, owners and the next review date
      duration: ${last}
`;
}

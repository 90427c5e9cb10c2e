import type { Qbr, Topic } from '../../model/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { styleIn } from '../repair/set-field.ts';
import { isInEnglish, minutesOf, settlesNextSteps, topicsOf } from '../reviews/agenda-topics.ts';
import { writtenMinutes } from '../reviews/minutes.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  id: 'qbr-no-next-step',
  severity: 'info',
  summary: 'A review without a topic that settles actions, owners and the next review date',
  why: `A review is worth what happens after it. If no minute is set aside to say who does what until when, the talk was good
and nothing follows. The repair adds the topic at the end, with the minutes that the meeting has left. An agenda in another
language than English is not judged.`,
  looksAt: ['qbr'],
  reads: ['broken'],
  fixable: true,
  examples: [
    {
      bad: `qbr:
  duration: 60 minutes
  attendees:
    customer: [executive_sponsor, day_to_day_contact]
    vendor: [csm]
  agenda:
    - topic: Progress on the three outcomes
      duration: 40 min
    - topic: Risks
      duration: 20 min
`,
      good: `qbr:
  duration: 60 minutes
  attendees:
    customer: [executive_sponsor, day_to_day_contact]
    vendor: [csm]
  agenda:
    - topic: Progress on the three outcomes
      duration: 35 min
    - topic: Risks
      duration: 15 min
    - topic: Next steps
      duration: 10 min
      content: [Actions with an owner and a date, Day of the next review]
`,
    },
  ],
  check(qbr, { document, report }) {
    const topics = topicsOf(qbr, document);
    const last = topics.at(-1);
    if (!last || topics.some(settlesNextSteps) || !isInEnglish(topics)) return;
    report({
      at: qbr.agenda,
      message:
        'No topic of this review settles what happens next. End with one that names each action, who does it until when, and the day of the next review.',
      fixes: edit => [withNextSteps(qbr, topics, last, edit)],
    });
  },
});

const CONTENT = ['Each action with an owner and a date', 'Day of the next review'];

/** The topic takes the minutes that are left; where none are, it is for somebody to say who gives up theirs. */
function withNextSteps(qbr: Qbr, topics: readonly Topic[], last: Topic, edit: Editor): Fix | undefined {
  const list = qbr.agenda.node;
  if (qbr.borrowed || list?.kind !== 'sequence' || !last.mapping) return undefined;
  const left = minutesLeft(qbr, topics);
  const quotes = styleIn(last.mapping, ['topic']);
  const write = (text: string) => quoteLike(quotes, text);
  const like = topics.findLast(topic => topic.duration?.text)?.duration?.text ?? '';
  const head = [`topic: ${write('Next steps')}`, ...(left ? [`duration: ${writtenMinutes(left, like)}`] : [])];
  const flow = list.flow || last.mapping.flow;
  const item = flow
    ? `{ ${[...head, `content: [${CONTENT.map(write).join(', ')}]`].join(', ')} }`
    : [...head, 'content:', ...CONTENT.map(text => `  - ${write(text)}`)].join('\n');
  const change = edit.appendItem(qbr.part, list, qbr.agenda.key, item);
  return (
    change && {
      title: `Add a topic for the next steps${left ? `, with the ${left} minutes that are left` : ' at the end'}`,
      edits: [change],
      safe: false,
    }
  );
}

function minutesLeft(qbr: Qbr, topics: readonly Topic[]): number | undefined {
  const total = minutesOf(qbr);
  const each = topics.map(minutesOf).filter(minutes => minutes !== undefined);
  if (total === undefined || each.length < topics.length) return undefined;
  const left = Number((total - each.reduce((all, one) => all + one, 0)).toPrecision(12));
  return left > 0 ? left : undefined;
}

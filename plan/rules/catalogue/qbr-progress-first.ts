import type { Qbr, Topic } from '../../model/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import type { SyntaxDocument } from '../../syntax/tree.ts';
import { quoteShort } from '../../words.ts';
import { movedTo, sortItems } from '../repair/reorder.ts';
import { isInEnglish, themeOf, topicsOf } from '../reviews/agenda-topics.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  id: 'qbr-progress-first',
  severity: 'info',
  summary: 'A review that opens with something else than the progress of the plan',
  why: `The customer came to hear whether their goals come nearer. A review that opens with product news or usage figures
spends its best minutes, and the sponsor's patience, on the vendor's topics; the plan comes up when half the room has gone.
A short welcome, a look back at open actions or the customer's own news may come before it. Topics are told apart by their
names, else by what stands in them; an agenda in another language than English is not judged.`,
  looksAt: ['qbr'],
  reads: ['broken'],
  fixable: true,
  examples: [
    { bad: agendaExample([ROADMAP(), PROGRESS()]), good: agendaExample([PROGRESS(), ROADMAP()]) },
    { bad: agendaExample([ROADMAP()]), good: agendaExample([PROGRESS(), ROADMAP()]) },
  ],
  check(qbr, { document, report }) {
    const topics = topicsOf(qbr, document);
    const themes = topics.map(themeOf);
    const start = themes.findIndex(theme => theme !== 'opening');
    const first = topics[start];
    if (!first || themes[start] === 'progress' || start > MOST_OPENINGS) return;
    const found = themes.indexOf('progress');
    const progress = topics[found];
    if (!progress) {
      if (!isInEnglish(topics)) return;
      report({
        at: first,
        message: `No topic of this review is about the progress of the plan. Begin with it: each outcome against its goal, what is done, and what is late.`,
      });
      return;
    }
    report({
      at: first,
      message: `This review begins with ${called(first)}, and the progress of the plan comes ${found - start === 1 ? 'after it' : 'later'}, as ${called(progress)}. Put it first: it is what the customer came for.`,
      related: [{ at: progress, message: 'The progress of the plan' }],
      fixes: edit => [moved(qbr, progress, found, start, document.syntax, edit)],
    });
  },
});

/** More than this many topics before the plan are no welcome any more. */
const MOST_OPENINGS = 2;

function called(topic: Topic): string {
  return quoteShort(topic.topic?.text || 'another topic', 50);
}

function moved(
  qbr: Qbr,
  progress: Topic,
  from: number,
  to: number,
  syntax: SyntaxDocument,
  edit: Editor,
): Fix | undefined {
  const order = movedTo(qbr.agenda.items.length, from, to);
  const change = qbr.borrowed ? undefined : sortItems(edit, syntax, qbr.agenda, order, 'list');
  return (
    change && {
      title: `Move ${called(progress)} ${to === 0 ? 'to the top' : 'up, behind the opening'}`,
      edits: [change],
      safe: false,
    }
  );
}

function PROGRESS(): string {
  return `    - topic: Progress on the three outcomes
      duration: 30 min
`;
}

function ROADMAP(): string {
  return `    - topic: Product roadmap
      duration: 20 min
`;
}

function agendaExample(topics: readonly string[]): string {
  return `qbr:
  duration: ${topics.length === 1 ? 30 : 60} minutes
  attendees:
    customer: [executive_sponsor, day_to_day_contact]
    vendor: [csm]
  agenda:
${topics.join('')}    - topic: Next steps, owners and the next review date
      duration: 10 min
`;
}

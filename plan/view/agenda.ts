import type { Day } from '../day.ts';
import type { Agenda } from '../model/index.ts';
import { offsetOf } from './places.ts';
import { type AgendaView, VIEW_FORMAT } from './types.ts';
import { numberWord, oneLine } from './words.ts';

/** What the panel says about a review agenda: that it is one, and what it holds. */
export function agendaView(agenda: Agenda, today: Day): AgendaView {
  const topics = agenda.qbr?.agenda.items ?? [];
  const duration = oneLine(agenda.qbr?.duration?.text ?? '');
  const count =
    topics.length === 0 ? 'no topics yet' : `${numberWord(topics.length)} ${topics.length === 1 ? 'topic' : 'topics'}`;
  return {
    kind: 'agenda',
    format: VIEW_FORMAT,
    asOf: today,
    title: 'Review agenda',
    sentence: `This file is a review agenda: ${count}${duration === '' ? '' : ` in ${duration}`}. There is nothing to draw in it; open the plan that it reviews to see where that stands.`,
    topics: topics.map((topic, i) => ({
      at: offsetOf(agenda.syntax, topic),
      name: oneLine(topic.topic?.text ?? '') || `Topic ${i + 1}`,
      duration: oneLine(topic.duration?.text ?? ''),
    })),
  };
}

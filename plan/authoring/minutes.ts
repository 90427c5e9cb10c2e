import type { Agenda } from '../model/index.ts';
import { minutesOf } from '../rules/reviews/agenda-topics.ts';

/** The minutes that the topics of an agenda take together, and those of the whole review; undefined where one of them is not told. */
export function agendaMinutes({ qbr }: Agenda): { readonly topics: number; readonly all: number } | undefined {
  const all = qbr && minutesOf(qbr);
  const topics = (qbr?.agenda.items ?? []).map(minutesOf).filter(minutes => minutes !== undefined);
  if (!qbr || all === undefined || topics.length === 0 || topics.length < qbr.agenda.items.length) return undefined;
  return { topics: Math.round(topics.reduce((sum, one) => sum + one, 0)), all: Math.round(all) };
}

import type { Agenda } from '../model/index.ts';
import { quantityOf } from '../quantity/index.ts';

/** The minutes that the topics of an agenda take together, and those of the whole review; undefined where one of them is not told. */
export function minutesOf({ qbr }: Agenda): { readonly topics: number; readonly all: number } | undefined {
  const topics = (qbr?.agenda.items ?? []).map(topic => quantityOf(topic.duration?.value));
  const whole = quantityOf(qbr?.duration?.value);
  if (topics.length === 0 || whole?.dimension !== 'duration') return undefined;
  if (topics.some(one => one?.dimension !== 'duration')) return undefined;
  const sum = topics.reduce((total, one) => total + (one?.value ?? 0), 0);
  return { topics: Math.round(sum / 60), all: Math.round(whole.value / 60) };
}

import ical, { ICalEventTransparency } from 'ical-generator';
import { day, daysBetween } from '../../plan/day.ts';
import type { PlanOnPaper } from '../../plan/view/paper.ts';
import { line } from '../line.ts';
import { planEvents } from './events.ts';

/** Sequence numbers count days from here: a later export always replaces an earlier one. */
const FIRST = day('2000-01-01');

/**
 * The days of a plan that are still to come as a calendar (RFC 5545): whole days that keep nobody busy, one event a thing, the same bytes for the
 * same plan and day. It invites nobody (no METHOD): it is there to be imported. Undefined for a plan without a day to come, since a calendar without
 * events is none. Never throws.
 */
export function planIcs(paper: PlanOnPaper): string | undefined {
  const events = planEvents(paper);
  if (events.length === 0) return undefined;
  const company = line(paper.view.header.title);
  const stamp = new Date(`${paper.today}T00:00:00Z`);
  const sequence = Math.max(0, daysBetween(FIRST, paper.today));
  const calendar = ical({
    // The name is the one text that the library writes as it is.
    name: escaped(`${company}: success plan`),
    prodId: { company: 'success-plan', product: 'success-plan', language: 'EN' },
  });
  for (const { uid, day, kind, summary, facts } of events) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${company}: ${summary}`,
      description: facts.filter(fact => fact !== '').join('\n') || null,
      categories: [{ name: 'Success plan' }, { name: kind }],
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Source: RFC 5545, section 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/gu, '\\$&');
}

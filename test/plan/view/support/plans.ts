import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Audience } from '../../../../plan/audience/audience.ts';
import { Checker, readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { type AgendaView, documentView, type PlanView } from '../../../../plan/view/index.ts';
import { layoutTimeline } from '../../../../plan/view/timeline/layout.ts';
import { byDate, listed, needsOf } from '../../../../plan/view/timeline/list.ts';
import type { ListedView, TimelineView } from '../../../../plan/view/timeline-types.ts';
import { measured } from './measured.ts';

/** The seed's plan template, as it stands. */
export const TEMPLATE = read('template.success-plan.yaml');
/** The seed's agenda template, as it stands. */
export const QBR = read('template.qbr.yaml');
export const TODAY = day('2026-02-10');

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url)), 'utf8');
}

/** The plan of the design's reference drawing. */
export const MEASURED = measured(TEMPLATE);

const checker = new Checker();

/** The view of a text on 10 Feb 2026 with its findings. */
export function viewOf(text: string, today = TODAY, audience: Audience = 'internal'): PlanView | AgendaView {
  const file = readPlanFile(text);
  const view = documentView(file.documents, checker.check(file, today).findings, today, audience);
  if (view === undefined) throw new Error('the text has no document');
  return view;
}

/** The view of a text without findings, which is quicker. */
export function drawn(text: string, today = TODAY): PlanView | AgendaView | undefined {
  return documentView(readPlanFile(text).documents, [], today);
}

/** The view of a plan on 10 Feb 2026. */
export function planOf(text: string, today = TODAY, audience: Audience = 'internal'): PlanView {
  const view = viewOf(text, today, audience);
  if (view.kind !== 'plan') throw new Error('the text is no plan');
  return view;
}

/** The timeline of a view as it is drawn where nobody chose anything. */
export function timelineOf(view: PlanView): TimelineView | undefined {
  return view.timeline === undefined ? undefined : layoutTimeline(view.timeline);
}

/** The milestones of a view by date. */
export function listOf(view: PlanView): ListedView[] {
  const { timeline } = view;
  if (timeline === undefined) return [];
  return byDate(timeline, {}).map(milestone => listed(milestone, timeline.today, needsOf(timeline, milestone)));
}

/** A figure of the header, with what stands beside it. */
export function figure(view: PlanView, name: string): string {
  const found = view.header.figures.find(one => one.name === name);
  return [found?.value, found?.unit, '|', found?.note].filter(part => part !== undefined).join(' ');
}

/** An outcome that is ahead, as an item of a list; `status` is that of its one milestone, `more` is written below it. */
export function outcomeText(id: string, more = '', status = 'pending'): string {
  return `  - id: ${id}
    description: Bring the report time down from 4 hours to 30 minutes
    baseline: { metric: Report time, current: 4 hours, measured_on: 2025-08-15 }
    target: { metric: Report time, goal: 30 minutes, target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-20, value: 1 hour }]
    status: in_progress
    milestones: [{ name: Roll-out, target_date: 2026-03-15, status: ${status} }]
${more}`;
}

/** The view of a plan with these outcomes. */
export function planWith(outcomes: string): PlanView {
  return planOf(`customer: { company: Acme }\noutcomes:\n${outcomes}`);
}

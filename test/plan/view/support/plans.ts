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

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Checker, readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { type AgendaView, documentView, type PlanView } from '../../../../plan/view/index.ts';
import { layoutTimeline } from '../../../../plan/view/timeline/layout.ts';
import { listMilestones } from '../../../../plan/view/timeline/list.ts';
import type { ListedView, TimelineView } from '../../../../plan/view/timeline-types.ts';

/** The seed's plan template, as it stands. */
export const TEMPLATE = read('template.success-plan.yaml');
/** The seed's agenda template, as it stands. */
export const QBR = read('template.qbr.yaml');
export const TODAY = day('2026-02-10');

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url)), 'utf8');
}

const O1_MEASURED = `    measurements:
      - date: "2025-11-20"
        value: "3.2 hours per report"
      - date: "2026-01-20"
        value: "2.1 hours per report"
`;
const O2_MEASURED = `    measurements:
      - date: "2025-11-01"
        value: "40%"
      - date: "2026-02-01"
        value: "16 of 25 (64%)"
`;
const O3 = `  - id: O3
    description: Close the monthly books in 4 days instead of 9
    baseline:
      metric: "Days to close"
      current: "9 days"
      measured_on: "2025-10-01"
    target:
      metric: "Days to close"
      goal: "4 days"
      target_date: "2026-06-30"
    status: in_progress
    milestones:
      - name: "Close calendar agreed"
        target_date: "2025-12-01"
        actual_date: "2025-12-09"
        status: complete
        owner: "Mike Torres"
      - name: "Ledger extracts scheduled"
        target_date: "2026-03-16"
        actual_date: null
        status: in_progress
        owner: "Lisa Park"
        depends_on: ["Automated scheduling enabled"]
      - name: "Books closed in 4 days"
        target_date: "2026-06-30"
        actual_date: null
        status: pending
        owner: "Sarah Chen"

`;

/** The template with measurements and a third outcome: the plan of the design's reference drawing. */
export const MEASURED = insert(
  insert(
    insert(TEMPLATE, O1_MEASURED, 'Report generation time"\n      goal'),
    O2_MEASURED,
    'Monthly active users"\n      goal',
  ),
  O3,
  undefined,
);

function insert(text: string, block: string, after: string | undefined): string {
  if (after === undefined) return text.replace('\nrisks:', `\n${block}risks:`);
  const at = text.indexOf('    status: in_progress', text.indexOf(after));
  if (at < 0) throw new Error(`not in the template: ${after}`);
  return text.slice(0, at) + block + text.slice(at);
}

const checker = new Checker();

/** The view of a text on 10 Feb 2026 with its findings. */
export function viewOf(text: string, today = TODAY): PlanView | AgendaView {
  const file = readPlanFile(text);
  const view = documentView(file.documents, checker.check(file, today).findings, today);
  if (view === undefined) throw new Error('the text has no document');
  return view;
}

/** The view of a text without findings, which is quicker. */
export function drawn(text: string, today = TODAY): PlanView | AgendaView | undefined {
  return documentView(readPlanFile(text).documents, [], today);
}

/** The view of a plan on 10 Feb 2026. */
export function planOf(text: string, today = TODAY): PlanView {
  const view = viewOf(text, today);
  if (view.kind !== 'plan') throw new Error('the text is no plan');
  return view;
}

/** The timeline of a view as it is drawn where nobody chose anything. */
export function timelineOf(view: PlanView): TimelineView | undefined {
  return view.timeline === undefined ? undefined : layoutTimeline(view.timeline);
}

/** The milestones of a view by date. */
export function listOf(view: PlanView): ListedView[] {
  return view.timeline === undefined ? [] : listMilestones(view.timeline, {});
}

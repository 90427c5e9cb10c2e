import type { Day } from '../plan/day.ts';
import type { Plan } from '../plan/model/index.ts';
import type { PlanView } from '../plan/view/index.ts';
import { visible } from '../plan/visible.ts';
import { oneLine } from '../plan/words.ts';

/** What every text format is written from. Both plan and view hold only what the reader may see. */
export interface PlanOnPaper {
  readonly plan: Plan;
  /** The drawing of the same plan on the same day: files say the panel's numbers in the panel's words. */
  readonly view: PlanView;
  readonly today: Day;
}

/** A text of the plan on one line, without anything that nobody sees. */
export function line(text: string | undefined): string {
  return visible(oneLine(text ?? ''));
}

/** Several texts of the plan, each on one line, the empty ones left out. */
export function lines(fields: readonly { readonly text: string }[]): string[] {
  return fields.map(field => line(field.text)).filter(text => text !== '');
}

import type { Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import type { Place } from '../../syntax/tree.ts';
import type { Pen } from './pen.ts';

/** What facts are told with: of which plan, on which day, in which hand. */
export interface Telling {
  readonly plan: Plan;
  readonly today: Day;
  readonly pen: Pen;
  /** The address of a place of the plan, or undefined where none can be opened. */
  at(place: Place): string | undefined;
}

/** A thing of the plan by its name, which leads to where it is defined. */
export function named(
  { pen, at }: Telling,
  thing: Place & { readonly mark: { start: number; end: number } },
  text: string,
  longest?: number,
): string {
  return pen.link(pen.text(text, longest), at({ part: thing.part, start: thing.mark.start, end: thing.mark.end }));
}

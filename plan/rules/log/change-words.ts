import { formatFullDay, parseDay } from '../../day.ts';
import type { DeltaProperty, PlanDelta } from '../../history/deltas.ts';
import type { Outcome } from '../../model/index.ts';
import { oneLine, quoteShort } from '../../words.ts';

/** What a change is called. */
export const CHANGED: Readonly<Record<DeltaProperty, string>> = {
  date: 'target date',
  goal: 'goal',
  owner: 'owner',
  baseline: 'baseline',
  measured: 'baseline day',
};

/** `moved from 30 Jan 2026 to 27 Feb 2026` */
export function fromTo({ property, from, to }: Pick<PlanDelta, 'property' | 'from' | 'to'>): string {
  return `${property === 'date' ? 'moved' : 'changed'} from ${spoken(from)} to ${spoken(to)}`;
}

/** A change as an entry of a review log: `O1 milestone “Depots trained” target date moved from 30 Jan 2026 to 27 Feb 2026`. */
export function changeEntry(delta: Pick<PlanDelta, 'property' | 'from' | 'to' | 'about' | 'outcome'>): string {
  return `${subject(delta)} ${CHANGED[delta.property]} ${fromTo(delta)}`;
}

/** The entry for an outcome that is gone. */
export function droppedEntry({ description, label }: Outcome): string {
  return description?.text ? `Outcome ${quoteShort(description.text, 90)} dropped` : `Outcome ${label} dropped`;
}

function spoken(value: string): string {
  const day = parseDay(value);
  return day ? formatFullDay(day) : oneLine(value);
}

/** What a log entry calls it, so that it can be found again: its id, else its name with the outcome's id. */
function subject({ about, outcome }: Pick<PlanDelta, 'about' | 'outcome'>): string {
  const id = about.id?.text;
  if (id && about.definition !== 'keyResult') return id;
  const isMilestone = about.definition === 'milestone';
  const name = isMilestone ? about.name?.text : about.description?.text;
  const words = [
    outcome !== about ? outcome?.id?.text : undefined,
    isMilestone ? 'milestone' : about.definition === 'keyResult' ? 'key result' : undefined,
    id,
    name && `“${oneLine(name).replaceAll(/[“”"]/g, '')}”`,
  ];
  return words.filter(word => word).join(' ');
}

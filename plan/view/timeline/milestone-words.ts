import { type Day, formatDay, formatFullDay } from '../../day.ts';
import { slipOf } from '../../model/slip.ts';
import { oncePer } from '../../once.ts';
import { capitalise, dayNear, distance, span } from '../words.ts';
import type { MilestoneDraft, TimelineDraft } from './draft.ts';

/** Everything that the timeline says about one milestone. */
export interface MilestoneWords {
  /** Its accessible name. */
  readonly sentence: string;
  /** The same in lines, the name first. */
  readonly tip: readonly string[];
  /** Under the mark: `4 days late`, `needs O1·3`. */
  readonly below?: string;
  /** Beside the name, in bold: what is wrong now. */
  readonly alarm?: string;
  /** What follows the name in the list by date: `, 4 days late`. */
  readonly tail: string;
  /** Days, as `slipOfMark`. */
  readonly slip: number;
}

/** `4 days late`, `3 days early`; undefined for a day that was kept. */
export function lateness(days: number): string | undefined {
  if (days === 0) return undefined;
  return `${span(Math.abs(days))} ${days > 0 ? 'late' : 'early'}`;
}

/** True while there is work to do. */
export function isOpenMark({ glyph }: MilestoneDraft): boolean {
  return glyph !== 'done' && glyph !== 'skipped';
}

/** True for open work whose day has passed. */
export function isLate(milestone: MilestoneDraft, today: Day): boolean {
  return isOpenMark(milestone) && slipOfMark(milestone, today) > 0;
}

/** As `slipOf`; 0 where nothing can be told, since then nothing is drawn. */
export function slipOfMark(milestone: MilestoneDraft, today: Day): number {
  const { planned, actual, doubtful = false } = milestone;
  return slipOf({ planned, actual, isOpen: isOpenMark(milestone) && !doubtful }, today) ?? 0;
}

/** A milestone's state in a word. */
export const STATE_WORDS = {
  done: 'done',
  progress: 'in progress',
  open: 'planned',
  blocked: 'blocked',
  skipped: 'skipped',
} as const;

/** Puts one milestone into words, as seen on the day. `needs` are the references of what it waits for. */
export function milestoneWords(milestone: MilestoneDraft, today: Day, needs: readonly string[]): MilestoneWords {
  const { glyph, planned, actual } = milestone;
  const slip = slipOfMark(milestone, today);
  const late = lateness(slip);
  const open = isOpenMark(milestone);
  const alarm = [glyph === 'blocked' ? 'blocked' : undefined, open ? late : undefined]
    .filter(part => part !== undefined)
    .join(', ');
  const below = glyph === 'done' ? late : open && needs.length > 0 ? `needs ${needs.join(', ')}` : undefined;

  const facts = [
    planned === undefined
      ? 'no planned day'
      : `planned ${sameYear(planned, actual) ? formatDay(planned) : formatFullDay(planned)}`,
    glyph === 'done' && actual !== undefined
      ? `done ${formatFullDay(actual)}`
      : glyph === 'open'
        ? undefined
        : STATE_WORDS[glyph],
    late === undefined ? undefined : open ? `${late} and open` : late,
    planned !== undefined && open && slip === 0 ? distance(today, planned) : undefined,
  ].filter(part => part !== undefined);
  const standing = facts.join(', ');
  const further = [
    ...(needs.length > 0 ? [`Depends on ${needs.join(', ')}`] : []),
    ...milestone.blockers.map(blocker => (glyph === 'blocked' ? `Blocked: ${blocker}` : blocker)),
  ];
  const owners = milestone.owners.length > 0 ? milestone.owners.join(', ') : 'No owner';
  const sentences = [`${milestone.ref} ${milestone.name}: ${standing}`, ...further, owners];

  const tail = [
    alarm === '' ? undefined : alarm,
    glyph === 'skipped' ? 'skipped' : undefined,
    glyph === 'done' ? late : undefined,
    open && slip === 0 && planned !== undefined ? distance(today, planned) : undefined,
    open ? below : undefined,
  ].filter(part => part !== undefined);
  return {
    sentence: `${sentences.map(text => text.replace(/\.$/u, '')).join('. ')}.`,
    tip: [milestone.name, capitalise(standing), ...further, `${owners} · ${milestone.ref}`],
    ...(below === undefined ? {} : { below }),
    ...(alarm === '' ? {} : { alarm }),
    tail: tail.map((part, i) => `${i === 0 && alarm !== '' ? ': ' : ', '}${part}`).join(''),
    slip,
  };
}

/** The day for the list: the actual one of a milestone that is done, else the planned one. */
export function shownDay(milestone: MilestoneDraft): Day | undefined {
  return milestone.glyph === 'done' ? (milestone.actual ?? milestone.planned) : milestone.planned;
}

/** The short reference of every milestone by its key. */
export const referencesOf = oncePer(
  (draft: TimelineDraft): ReadonlyMap<string, string> =>
    new Map(draft.lanes.flatMap(lane => lane.milestones).map(milestone => [milestone.key, milestone.ref])),
);

/** `15 Jan`, or `no date`. */
export function shownDayText(milestone: MilestoneDraft, today: Day): string {
  const shown = shownDay(milestone);
  return shown === undefined ? 'no date' : dayNear(shown, today);
}

function sameYear(a: Day, b: Day | undefined): boolean {
  return b !== undefined && a.slice(0, 4) === b.slice(0, 4);
}

import { type Day, formatFullDay } from '../../day.ts';
import { compareText } from '../../words.ts';
import type { ListedView, MilestoneRow } from '../timeline-types.ts';
import { capitalise } from '../words.ts';
import type { MilestoneDraft, TimelineDraft } from './draft.ts';
import { shownBy } from './filter.ts';
import {
  isLate,
  lateness,
  milestoneWords,
  referencesOf,
  STATE_WORDS,
  shownDay,
  shownDayText,
  slipOfMark,
} from './milestone-words.ts';
import type { MilestoneFilter } from './options.ts';

const LAST = '9999-12-31';

/** The milestones that are shown, by date; those without a day come last. */
export function byDate(draft: TimelineDraft, show: MilestoneFilter): MilestoneDraft[] {
  const day = (milestone: MilestoneDraft): string => shownDay(milestone) ?? LAST;
  return draft.lanes
    .flatMap(lane => lane.milestones)
    .filter(shownBy(show, draft))
    .sort((a, b) => compareText(day(a), day(b)));
}

/** What a milestone is waiting for, by short reference. */
export function needsOf(draft: TimelineDraft, { dependsOn }: MilestoneDraft): string[] {
  const references = referencesOf(draft);
  return dependsOn.map(key => references.get(key) ?? key);
}

/** A milestone in a few words. */
export function listed(milestone: MilestoneDraft, today: Day, needs: readonly string[]): ListedView {
  const words = milestoneWords(milestone, today, needs);
  const shown = shownDay(milestone);
  return {
    key: milestone.key,
    at: milestone.at,
    ref: milestone.ref,
    ...(shown === undefined ? {} : { day: shown }),
    dayText: shownDayText(milestone, today),
    name: milestone.name,
    rest: words.tail,
    ...(words.alarm === undefined ? {} : { strong: true as const }),
  };
}

/** The same milestones with all that is known of them. */
export function tabulateMilestones(draft: TimelineDraft, show: MilestoneFilter): MilestoneRow[] {
  return byDate(draft, show).map(milestone => {
    const { planned, actual } = milestone;
    const late = isLate(milestone, draft.today);
    return {
      key: milestone.key,
      at: milestone.at,
      ref: milestone.ref,
      name: milestone.name,
      planned: planned === undefined ? '' : formatFullDay(planned),
      ...(milestone.movable === undefined ? {} : { movable: milestone.movable }),
      actual: actual === undefined ? '' : formatFullDay(actual),
      slip: lateness(slipOfMark(milestone, draft.today)) ?? '',
      owner: milestone.owners.join(', '),
      status: `${capitalise(STATE_WORDS[milestone.glyph])}${late ? ', late' : ''}`,
      glyph: milestone.glyph,
      blockers: milestone.blockers.join('; '),
      dependsOn: needsOf(draft, milestone).join(', '),
      ...(late || milestone.glyph === 'blocked' ? { strong: true as const } : {}),
    };
  });
}

import type { Side } from '../../model/people.ts';
import type { MilestoneDraft, TimelineDraft } from './draft.ts';
import { isLate, isOpenMark } from './milestone-words.ts';
import type { MilestoneFilter, StateFilter } from './options.ts';

/** What can be chosen, with how many milestones would be shown if it were chosen next to all else that is. */
export interface Facets {
  /** All milestones of the plan. */
  readonly all: number;
  readonly shown: number;
  /** Only what the plan has at all. */
  readonly states: readonly { readonly state: StateFilter; readonly count: number }[];
  readonly sides: readonly { readonly side: Side; readonly name: string; readonly count: number }[];
  /** The empty name stands for milestones that nobody owns. */
  readonly owners: readonly { readonly name: string; readonly count: number }[];
}

const STATES: readonly StateFilter[] = ['open', 'late', 'blocked'];

/** True while any milestone may be left out. */
export function isFiltered(show: MilestoneFilter): boolean {
  return show.state !== undefined || show.side !== undefined || show.owner !== undefined;
}

/** Whether a milestone of the plan is shown. */
export function shownBy(show: MilestoneFilter, draft: TimelineDraft): (milestone: MilestoneDraft) => boolean {
  const onSide = new Set(draft.people.filter(person => person.side === show.side).map(person => person.name));
  return milestone =>
    (show.state === undefined || stands(milestone, show.state, draft)) &&
    (show.side === undefined || milestone.owners.some(owner => onSide.has(owner))) &&
    (show.owner === undefined || isOwnedBy(milestone, show.owner));
}

/** Counts what each choice would show. */
export function facetsOf(draft: TimelineDraft, show: MilestoneFilter): Facets {
  const all = draft.lanes.flatMap(lane => lane.milestones);
  const { state: _state, ...butState } = show;
  const { side: _side, ...butSide } = show;
  const { owner: _owner, ...butOwner } = show;
  const count = (filter: MilestoneFilter) => all.filter(shownBy(filter, draft)).length;
  const nobody = all.some(milestone => milestone.owners.length === 0) ? [''] : [];
  return {
    all: all.length,
    shown: count(show),
    states: STATES.filter(state => all.some(milestone => stands(milestone, state, draft))).map(state => ({
      state,
      count: count({ ...butState, state }),
    })),
    sides: draft.sides.map(({ side, name }) => ({ side, name, count: count({ ...butSide, side }) })),
    owners: [...draft.people.map(person => person.name), ...nobody].map(owner => ({
      name: owner,
      count: count({ ...butOwner, owner }),
    })),
  };
}

/**
 * The filter without what this plan cannot show: an owner or a side that nobody is (any more). A filter that is kept from another day
 * must not hide everything for good.
 */
export function filterFor(draft: TimelineDraft, show: MilestoneFilter): MilestoneFilter {
  const { side, owner } = show;
  const sideKnown = side === undefined || draft.sides.some(one => one.side === side);
  const ownerKnown = owner === undefined || owner === '' || draft.people.some(person => person.name === owner);
  if (sideKnown && ownerKnown) return show;
  return {
    ...(show.state === undefined ? {} : { state: show.state }),
    ...(side === undefined || !sideKnown ? {} : { side }),
    ...(owner === undefined || !ownerKnown ? {} : { owner }),
  };
}

function isOwnedBy(milestone: MilestoneDraft, owner: string): boolean {
  return owner === '' ? milestone.owners.length === 0 : milestone.owners.includes(owner);
}

function stands(milestone: MilestoneDraft, state: StateFilter, draft: TimelineDraft): boolean {
  switch (state) {
    case 'open':
      return isOpenMark(milestone);
    case 'late':
      return isLate(milestone, draft.today);
    case 'blocked':
      return milestone.glyph === 'blocked';
  }
}

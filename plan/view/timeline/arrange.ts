import { count } from '../words.ts';
import type { LaneDraft, MilestoneDraft, TimelineDraft } from './draft.ts';
import { isLate, isOpenMark } from './milestone-words.ts';
import type { LaneMode } from './options.ts';

/** The orders that say anything about this plan; by outcome is always one of them. */
export function laneModes(draft: TimelineDraft): LaneMode[] {
  return [
    'outcome',
    ...(draft.phases.length > 0 ? (['phase'] as const) : []),
    ...(draft.people.length > 0 ? (['owner'] as const) : []),
    ...(draft.sides.length > 0 ? (['side'] as const) : []),
  ];
}

/**
 * The lanes in the order that was asked for, by outcome where that order says nothing of this plan. A milestone of several owners is in
 * the lane of each; what has no phase, owner or side is in a last lane that says so. Lanes other than outcomes have milestones.
 */
export function arrange(draft: TimelineDraft, wanted: LaneMode): readonly LaneDraft[] {
  const mode = laneModes(draft).includes(wanted) ? wanted : 'outcome';
  if (mode === 'outcome') return draft.lanes;
  const milestones = draft.lanes.flatMap(lane => lane.milestones);
  const lanes = groups(draft, mode).map(group => ({
    ...group,
    name: '',
    milestones: milestones.filter(milestone => group.has(milestone)),
  }));
  return lanes
    .filter(lane => lane.milestones.length > 0)
    .map(({ has: _, ...lane }) => {
      const at = lane.at ?? lane.milestones[0]?.at ?? 0;
      return { ...lane, at, until: lane.until ?? at, note: noteOf(lane.milestones, draft) };
    });
}

interface Group {
  readonly key: string;
  readonly title: string;
  /** Where it stands in the plan; absent for what the plan does not write down. */
  readonly at?: number;
  readonly until?: number;
  readonly span?: NonNullable<LaneDraft['span']>;
  has(milestone: MilestoneDraft): boolean;
}

function groups(draft: TimelineDraft, mode: 'phase' | 'owner' | 'side'): Group[] {
  if (mode === 'phase')
    return [
      ...draft.phases.map(
        ({ at, until, key, name, from, to }): Group => ({
          at,
          until,
          key,
          title: name,
          ...(from === undefined && to === undefined
            ? {}
            : { span: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } }),
          has: milestone => milestone.phase === key,
        }),
      ),
      { key: 'phase', title: 'No phase', has: milestone => milestone.phase === undefined },
    ];
  const nobody: Group = { key: mode, title: 'No owner', has: milestone => milestone.owners.length === 0 };
  if (mode === 'owner')
    return [
      ...draft.people.map(
        ({ at, until, key, name }): Group => ({
          at,
          until,
          key,
          title: name,
          has: milestone => milestone.owners.includes(name),
        }),
      ),
      nobody,
    ];
  const sideOf = new Map(draft.people.map(person => [person.name, person.side]));
  return [
    ...draft.sides.map(
      ({ side, name }): Group => ({
        key: `side/${side}`,
        title: name,
        has: milestone => milestone.owners.some(owner => sideOf.get(owner) === side),
      }),
    ),
    {
      key: 'side/unknown',
      title: 'Not in the list of people',
      has: milestone => milestone.owners.some(owner => sideOf.get(owner) === undefined),
    },
    nobody,
  ];
}

/** `3 open, 1 late`; what was skipped is neither open nor done. */
function noteOf(milestones: readonly MilestoneDraft[], draft: TimelineDraft): string {
  const open = milestones.filter(isOpenMark).length;
  const late = milestones.filter(milestone => isLate(milestone, draft.today)).length;
  if (open === 0) {
    const done = milestones.every(({ glyph }) => glyph === 'done');
    return `${count(milestones.length, 'milestone')}, ${done ? 'all done' : 'none open'}`;
  }
  return late === 0 ? `${open} open` : `${open} open, ${late} late`;
}

import { addDays, type Day, day } from '../../../../plan/day.ts';
import type { LaneDraft, MilestoneDraft, TimelineDraft } from '../../../../plan/view/timeline/draft.ts';
import { layoutTimeline } from '../../../../plan/view/timeline/layout.ts';
import { DEFAULT_OPTIONS, type TimelineOptions } from '../../../../plan/view/timeline/options.ts';
import type { TimelineView } from '../../../../plan/view/timeline-types.ts';
import type { MilestoneGlyph } from '../../../../plan/view/types.ts';

export const TODAY = day('2026-02-10');

interface Written {
  readonly planned?: string;
  readonly actual?: string;
  readonly glyph?: MilestoneGlyph;
  readonly owners?: readonly string[];
  readonly phase?: string;
  readonly dependsOn?: readonly string[];
  readonly logged?: readonly string[];
}

/** A milestone by its key, which is its name and reference, too. */
export function milestone(key: string, written: Written = {}): MilestoneDraft {
  const { planned, actual, glyph = 'open', owners = [], phase, dependsOn = [], logged = [] } = written;
  return {
    at: 0,
    until: 0,
    key,
    ref: key,
    name: key,
    glyph,
    ...(planned === undefined ? {} : { planned: day(planned) }),
    ...(actual === undefined ? {} : { actual: day(actual) }),
    ...(phase === undefined ? {} : { phase }),
    owners,
    blockers: [],
    dependsOn,
    logged: logged.map(text => ({
      at: 0,
      until: 0,
      key: `${key}/${text}`,
      day: day(text),
      source: 'log',
      sentence: 'The review says so.',
    })),
  };
}

/** An outcome's lane. */
export function lane(key: string, milestones: readonly MilestoneDraft[], rest: Partial<LaneDraft> = {}): LaneDraft {
  return { at: 0, until: 0, key, name: key, title: 'Outcome', milestones, ...rest };
}

/** A timeline on 10 Feb 2026. */
export function draft(lanes: readonly LaneDraft[], rest: Partial<TimelineDraft> = {}): TimelineDraft {
  return { today: TODAY, lanes, phases: [], people: [], sides: [], reviews: [], contract: {}, ...rest };
}

/** The people of a plan by their names: capitals are the customer's, the rest the vendor's, and those in quotes nobody's. */
export function people(names: readonly string[]): Pick<TimelineDraft, 'people' | 'sides'> {
  return {
    people: names.map((name, i) => {
      const side = name.startsWith('"') ? {} : ({ side: name === name.toUpperCase() ? 'customer' : 'vendor' } as const);
      return { at: i, until: i, key: `person/${i}`, name, ...side };
    }),
    sides: [
      { side: 'customer', name: 'Acme Corp' },
      { side: 'vendor', name: 'Vendor' },
    ],
  };
}

/** Lays out what there is to draw; throws where there is nothing. */
export function laidOut(of: TimelineDraft, options: Partial<TimelineOptions> = {}): TimelineView {
  const view = layoutTimeline(of, { ...DEFAULT_OPTIONS, ...options });
  if (view === undefined) throw new Error('there are days to draw');
  return view;
}

/** Days after 1 Aug 2025. */
export function dayAt(days: number): Day {
  return addDays(day('2025-08-01'), days);
}

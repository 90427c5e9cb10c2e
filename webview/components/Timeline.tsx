import type { ComponentChildren } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import type { TimelineDraft } from '../../plan/view/timeline/draft.ts';
import { type Facets, facetsOf, filterFor } from '../../plan/view/timeline/filter.ts';
import { layoutTimeline } from '../../plan/view/timeline/layout.ts';
import { byDate, tabulateMilestones } from '../../plan/view/timeline/list.ts';
import { rememberingLanes } from '../../plan/view/timeline/remember.ts';
import type { MilestoneRow, TimelineView } from '../../plan/view/timeline-types.ts';
import type { PanelSettings } from '../settings.ts';
import { Key } from './Key.tsx';
import { Later } from './Later.tsx';
import { Drawing } from './timeline/Drawing.tsx';
import { List } from './timeline/List.tsx';
import { MilestoneTable } from './timeline/MilestoneTable.tsx';
import { Shown } from './timeline/Shown.tsx';
import { Tools } from './timeline/Tools.tsx';
import { useSharing } from './use-sharing.ts';

interface TimelineProps {
  readonly draft: TimelineDraft;
  readonly lit?: string | undefined;
  readonly settings: PanelSettings;
  /** Takes what a person chose. Without it nothing can be chosen: a page on paper. */
  readonly onSettings?: ((settings: PanelSettings) => void) | undefined;
  /** Stands between the drawing and its list. */
  readonly under?: ComponentChildren;
}

/** What slipped, what waits for what, what the log says and the plan does not. */
export function Timeline({ draft, lit, settings, onSettings, under }: TimelineProps) {
  const { lanes, zoom, tables } = settings;
  const layoutLane = useMemo(rememberingLanes, []);
  const show = useMemo(() => filterFor(draft, settings.show), [draft, settings.show]);
  const sharing = {
    timeline: useSharing<TimelineView | undefined>(),
    facets: useSharing<Facets>(),
    rows: useSharing<MilestoneRow[]>(),
  };
  const timeline = useMemo(
    () => sharing.timeline(layoutTimeline(draft, { lanes, show, zoom }, layoutLane)),
    [draft, lanes, show, zoom, layoutLane, sharing.timeline],
  );
  const facets = useMemo(() => sharing.facets(facetsOf(draft, show)), [draft, show, sharing.facets]);
  const milestones = useMemo(() => byDate(draft, show), [draft, show]);
  const choosing = useCallback(
    (chosen: Partial<PanelSettings>) => onSettings?.({ ...settings, ...chosen }),
    [settings, onSettings],
  );
  const choose = onSettings && choosing;
  if (timeline === undefined) return <>{under}</>;
  const table = tables.timeline && facets.all > 0;
  return (
    <>
      {choose && <Tools draft={draft} facets={facets} settings={settings} show={show} choose={choose} />}
      <Shown facets={facets} show={show} all={choose && (() => choose({ show: {} }))} />
      {!table && (
        <Drawing
          draft={draft}
          timeline={timeline}
          zoom={zoom}
          lit={lit}
          choose={choose && (to => choose({ zoom: to }))}
        />
      )}
      <Later
        later={choose !== undefined && !table}
        draw={() => <MilestoneTable rows={sharing.rows(tabulateMilestones(draft, show))} open={table} lit={lit} />}
      />
      {under}
      {!table && <List draft={draft} milestones={milestones} always={timeline.unnamed > 0} />}
      {!table && <Key entries={timeline.key} />}
    </>
  );
}

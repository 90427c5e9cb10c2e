import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { TimelineDraft } from '../../plan/view/timeline/draft.ts';
import { filterFor } from '../../plan/view/timeline/filter.ts';
import { layoutTimeline } from '../../plan/view/timeline/layout.ts';
import { listMilestones } from '../../plan/view/timeline/list.ts';
import { DEFAULT_SETTINGS, type PanelSettings } from '../settings.ts';
import { Key } from './Key.tsx';
import { LaneNames } from './timeline/LaneNames.tsx';
import { List } from './timeline/List.tsx';
import { Plot } from './timeline/Plot.tsx';

interface TimelineProps {
  readonly draft: TimelineDraft;
  readonly lit?: string | undefined;
  readonly settings?: PanelSettings | undefined;
  /** Takes what a person chose. Without it nothing can be chosen: a page on paper. */
  readonly onSettings?: ((settings: PanelSettings) => void) | undefined;
  /** Stands between the drawing and its list. */
  readonly under?: ComponentChildren;
}

/** What slipped, what waits for what, what the log says and the plan does not. */
export function Timeline({ draft, lit, settings = DEFAULT_SETTINGS, onSettings, under }: TimelineProps) {
  const { lanes, zoom } = settings;
  const show = useMemo(() => filterFor(draft, settings.show), [draft, settings.show]);
  const timeline = useMemo(() => layoutTimeline(draft, { lanes, show, zoom }), [draft, lanes, show, zoom]);
  const list = useMemo(() => listMilestones(draft, show), [draft, show]);
  const frame = useRef<HTMLDivElement>(null);
  if (timeline === undefined) return <>{under}</>;
  const live = onSettings !== undefined;
  return (
    <>
      <div class="tl" ref={frame}>
        <LaneNames timeline={timeline} />
        <Plot timeline={timeline} lit={lit} live={live} />
      </div>
      {under}
      <List list={list} always={timeline.unnamed > 0} />
      <Key entries={timeline.key} />
    </>
  );
}

import type { TimelineDraft } from '../../plan/view/timeline/draft.ts';
import type { CalloutView } from '../../plan/view/types.ts';
import { kept } from '../kept.ts';
import { type PanelSettings, withTableTurned } from '../settings.ts';
import { Acts } from './Act.tsx';
import { Sign } from './marks.tsx';
import { Said } from './Said.tsx';
import { TableSwitch } from './Table.tsx';
import { Timeline } from './Timeline.tsx';

interface TimelineSectionProps {
  /** Undefined when the plan holds no day; callouts may be there all the same. */
  readonly draft: TimelineDraft | undefined;
  readonly callouts: readonly CalloutView[];
  /** True where milestones can be dragged. */
  readonly movable: boolean;
  readonly lit?: string | undefined;
  readonly settings: PanelSettings;
  /** Takes what a person chose; absent on paper. */
  readonly onSettings?: ((settings: PanelSettings) => void) | undefined;
}

/** The timeline under its heading, with what in it needs a decision. */
export const TimelineSection = kept(({ draft, callouts, movable, lit, settings, onSettings }: TimelineSectionProps) => {
  const table = settings.tables.timeline;
  const under = callouts.map(callout => <Callout key={callout.key} callout={callout} />);
  return (
    <section aria-labelledby="h-tl">
      <div class="sh">
        <h2 id="h-tl">Timeline</h2>
        {(draft?.lanes.length ?? 0) > 0 && !table && (
          <span class="m">
            The stroke is the planned day, the diamond the actual one.
            {movable && ' Drag an open diamond to plan it anew.'}
          </span>
        )}
        {onSettings !== undefined && draft?.lanes.some(lane => lane.milestones.length > 0) && (
          <TableSwitch of="milestones" on={table} press={() => onSettings(withTableTurned(settings, 'timeline'))} />
        )}
      </div>
      {draft === undefined ? (
        under
      ) : (
        <Timeline draft={draft} lit={lit} settings={settings} onSettings={onSettings} under={under} />
      )}
    </section>
  );
});

function Callout({ callout }: { readonly callout: CalloutView }) {
  return (
    <div class="call" role="note">
      <Sign name="s-warn" />
      <p class="s" dir="auto">
        <b>{callout.lead}</b> <Said text={callout.rest} />
      </p>
      <Acts acts={callout.actions} />
    </div>
  );
}

import type { TimelineDraft } from '../../plan/view/timeline/draft.ts';
import { layoutTimeline } from '../../plan/view/timeline/layout.ts';
import type { LaneView } from '../../plan/view/timeline-types.ts';
import { Plot } from '../../webview/components/timeline/Plot.tsx';
import type { Drawn } from './head.tsx';
import { At, drawing } from './parts.tsx';
import { linesOf, Words } from './words.tsx';

/** The column of the lanes' names: as wide as leaves the drawing the room that all labels need. */
const NAMES = 144;
/** From foot to foot of a name's lines; the first one stands a little lower. */
const LEADING = 16;
const FIRST = 20;

/** The panel's timeline with the names of its lanes; undefined for a plan without a day. */
export function timeline(draft: TimelineDraft, width: number): Drawn | undefined {
  const laid = layoutTimeline(draft);
  if (laid === undefined) return undefined;
  // The picture is as wide as a drawing that has room for all.
  const view = { ...laid, years: laid.years.filter(year => year.until === undefined) };
  return {
    height: view.height,
    markup: (
      <>
        <At x={NAMES} y={0} markup={drawing(<Plot timeline={view} live={false} />, 'plot', width - NAMES)} />
        {view.lanes.map(lane => (
          <Name key={lane.key} lane={lane} />
        ))}
        {view.reviews !== undefined && <Low text="Reviews" top={view.reviews.top} />}
        {view.contract !== undefined && <Low text="Contract" top={view.contract.top} />}
      </>
    ),
  };
}

function Name({ lane: { name, title, health, note, top, height } }: { readonly lane: LaneView }) {
  // The line below the name, and a little room to the next lane.
  const most = Math.max(1, Math.floor((height - FIRST - LEADING) / LEADING));
  const text = { text: `${name} ${title}`.trim(), size: 12, room: NAMES - 12, most, strong: true };
  const below = FIRST + linesOf(text).length * LEADING;
  return (
    <g transform={`translate(0 ${top})`}>
      <Words {...text} x={0} y={FIRST} leading={LEADING} />
      {health !== undefined && (
        <>
          <use href={`#h-${health.mark}`} x={0} y={below - 9} width="11" height="11" />
          <Words text={health.word} x={16} y={below} size={11} leading={16} room={NAMES - 24} />
        </>
      )}
      {health === undefined && note !== undefined && (
        <Words text={note} x={0} y={below} size={11} leading={16} room={NAMES - 12} muted />
      )}
    </g>
  );
}

function Low({ text, top }: { readonly text: string; readonly top: number }) {
  return <Words text={text} x={0} y={top + 30} size={12} leading={16} room={NAMES - 12} strong />;
}

import type { LaneView, RowView, TimelineView } from '../../../plan/view/timeline-types.ts';
import { kept } from '../../kept.ts';
import { Go } from '../Act.tsx';
import { Sign } from '../marks.tsx';

/* The column of names keeps step with the drawing through an empty drawing of the lane's height: no inline styles are needed. */
export const LaneNames = kept(({ timeline }: { readonly timeline: TimelineView }) => {
  return (
    <div class="names">
      <Strut height={40} />
      {timeline.lanes.map(lane => (
        <div key={lane.key} class="name">
          <LaneName lane={lane} />
        </div>
      ))}
      <RowName name="Goals" row={timeline.goals} />
      <RowName name="Reviews" row={timeline.reviews} />
      <RowName name="Contract" row={timeline.contract} />
    </div>
  );
});

function RowName({ name, row }: { readonly name: string; readonly row: Pick<RowView, 'height'> | undefined }) {
  if (row === undefined) return null;
  return (
    <div class="name">
      <Strut height={row.height} />
      <p class="low">
        <b>{name}</b>
      </p>
    </div>
  );
}

function Strut({ height }: { readonly height: number }) {
  return <svg class="strut" width="0" height={height} aria-hidden="true" />;
}

const LaneName = kept(({ lane }: { readonly lane: LaneView }) => {
  const title = `${lane.name} ${lane.title}`.trim();
  return (
    <>
      <Strut height={lane.height} />
      <div class="lane-name">
        <Go at={lane.at} title={title}>
          <b>{title}</b>
        </Go>
        {lane.health !== undefined && (
          <span class="state">
            <Sign name={`h-${lane.health.mark}`} />
            {lane.health.word}
          </span>
        )}
        {lane.health === undefined && lane.note !== undefined && <span class="state m">{lane.note}</span>}
      </div>
    </>
  );
});

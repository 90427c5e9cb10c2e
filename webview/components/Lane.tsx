import type { LaneView } from '../../plan/view/timeline-types.ts';
import { kept, type Part } from '../kept.ts';
import { Mark, Words } from './Mark.tsx';
import { pc } from './marks.tsx';

interface LaneProps extends Part {
  readonly lane: LaneView;
  readonly lit?: string | undefined;
  readonly stop?: string | undefined;
}

/** One lane of the timeline: strand, milestones, what the log says, the outcome's own strip. */
export const Lane = kept(({ lane, start, lit, stop }: LaneProps) => {
  const { strand, strip, logged } = lane;
  const milestones = lane.milestones.map(mark => (
    <Mark
      key={mark.key}
      mark={mark}
      start={start}
      lane={`${lane.key}/milestones`}
      lit={lit === mark.key}
      stop={stop === mark.key}
    />
  ));
  return (
    <>
      {lit === lane.key && <rect class="f-wash" x="0" y={lane.top} width="100%" height={lane.height} />}
      {strand !== undefined && (
        <line class="strand" x1={pc(strand.from)} x2={pc(strand.to)} y1={strand.y} y2={strand.y} />
      )}
      {logged !== undefined && <LogStrand logged={logged} />}
      {milestones}
      {logged?.marks.map(mark => (
        <Mark
          key={mark.key}
          mark={mark}
          start={start}
          lane={`${lane.key}/log`}
          lit={lit === mark.key}
          stop={stop === mark.key}
        />
      ))}
      {lane.more.map(more => (
        <text key={more.x} class="tm halo" x={pc(more.x)} y={more.y} text-anchor="middle">
          {more.text}
        </text>
      ))}
      {strip !== undefined && (
        <g>
          {strip.silent !== undefined && (
            <line class="silent" x1={pc(strip.silent.from)} x2={pc(strip.silent.to)} y1={strip.y} y2={strip.y} />
          )}
          {strip.measured !== undefined && (
            <line class="measured" x1={pc(strip.measured.from)} x2={pc(strip.measured.to)} y1={strip.y} y2={strip.y} />
          )}
          {strip.forecast !== undefined && (
            <line
              class="measured ahead"
              x1={pc(strip.forecast.from)}
              x2={pc(strip.forecast.to)}
              y1={strip.y}
              y2={strip.y}
            />
          )}
          {strip.labels.map(label => (
            <Words key={`${label.x} ${label.lines[0]?.text ?? ''}`} label={label} />
          ))}
          {strip.points.map(point => (
            <use key={`${point.x}`} href="#ms-point" class="pt" x={pc(point.x)} y={strip.y} data-at={point.at - start}>
              <title>{point.sentence}</title>
            </use>
          ))}
          {[...strip.flags]
            .sort((a, b) => (a.glyph === b.glyph ? 0 : a.glyph === 'forecast' ? -1 : 1))
            .map(flag => (
              <Mark
                key={flag.key}
                mark={flag}
                start={start}
                lane={`${lane.key}/strip`}
                lit={lit === flag.key}
                stop={stop === flag.key}
              />
            ))}
        </g>
      )}
    </>
  );
});

function LogStrand({ logged }: { readonly logged: NonNullable<LaneView['logged']> }) {
  const x = pc(logged.from);
  return (
    <svg aria-hidden="true">
      <line class="logged" x1={x} x2={x} y1={logged.fromY + 9} y2={logged.y} />
      <line class="logged" x1={x} x2={pc(logged.to)} y1={logged.y} y2={logged.y} />
      <svg aria-hidden="true" x={x} y={logged.y - 7} width="14" height="14">
        <rect class="f-paper" x="5" y="-1" width="18" height="16" />
        <use href="#s-warn" x="7" width="14" height="14" />
      </svg>
    </svg>
  );
}

import type { LaneView } from '../../plan/view/timeline-types.ts';
import { kept } from '../kept.ts';
import { Mark, Slip, Words } from './Mark.tsx';
import { pc } from './marks.tsx';
import { Edges } from './timeline/Edges.tsx';

interface LaneProps {
  readonly live: boolean;
  readonly lane: LaneView;
  readonly lit?: string | undefined;
  readonly stop?: string | undefined;
}

/** One lane of the timeline: strand, milestones, what the log says, the outcome's own strip. */
export const Lane = kept(({ lane, lit, stop, live }: LaneProps) => {
  const { strand, span, strip, logged } = lane;
  const milestones = lane.milestones.map(mark => (
    <Mark
      key={mark.key}
      mark={mark}
      lane={`${lane.key}/milestones`}
      lit={lit === (mark.of ?? mark.key)}
      stop={stop === mark.key}
      live={live}
    />
  ));
  return (
    <>
      {lit === lane.key && <rect class="f-wash" x="0" y="0" width="100%" height={lane.height} />}
      {span !== undefined && <line class="span" x1={pc(span.from)} x2={pc(span.to)} y1={span.y} y2={span.y} />}
      {strand !== undefined && (
        <line class="strand" x1={pc(strand.from)} x2={pc(strand.to)} y1={strand.y} y2={strand.y} />
      )}
      {logged !== undefined && <LogStrand logged={logged} />}
      {lane.bars.map(bar => (
        <Slip key={`${bar.from} ${bar.to}`} slip={bar} y={bar.y} />
      ))}
      {milestones}
      <Edges edges={lane.edges} lane={`${lane.key}/milestones`} live={live} />
      {logged?.marks.map(mark => (
        <Mark
          key={mark.key}
          mark={mark}
          lane={`${lane.key}/log`}
          lit={lit === (mark.of ?? mark.key)}
          stop={stop === mark.key}
          live={live}
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
            <use
              key={`${point.x}`}
              href="#ms-point"
              class="pt"
              x={pc(point.x)}
              y={strip.y}
              data-at={point.at}
              data-tip={live ? point.sentence : undefined}
            >
              {!live && <title>{point.sentence}</title>}
            </use>
          ))}
          {[...strip.flags]
            .sort((a, b) => (a.glyph === b.glyph ? 0 : a.glyph === 'forecast' ? -1 : 1))
            .map(flag => (
              <Mark
                key={flag.key}
                mark={flag}
                lane={`${lane.key}/strip`}
                lit={lit === flag.key}
                stop={stop === flag.key}
                live={live}
              />
            ))}
          <Edges edges={strip.edges} lane={`${lane.key}/strip`} live={live} />
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

import type { LaneView, RowView, TickView, TimelineView } from '../../../plan/view/timeline-types.ts';
import { kept } from '../../kept.ts';
import { Lane } from '../Lane.tsx';
import { Mark } from '../Mark.tsx';
import { pc } from '../marks.tsx';
import { Dependency } from './Dependency.tsx';
import { Edges } from './Edges.tsx';

interface PlotProps {
  readonly timeline: TimelineView;
  /** Where the renewal stands, on a sheet whose contract is on another. */
  readonly renewal?: number | undefined;
  readonly lit?: string | undefined;
  /** True where the page shows words of its own beside a mark. */
  readonly live: boolean;
}

/** The drawing itself: ticks, lanes, what waits for what, reviews, contract, today. */
export const Plot = kept(({ timeline, renewal = renewalOf(timeline), lit, live }: PlotProps) => {
  const { today, goals, reviews, contract, dependencies } = timeline;
  const stop = firstStop(timeline);
  const foot = timeline.height - 4;
  return (
    <svg
      class="plot"
      height={timeline.height}
      role="group"
      tabindex={-1}
      aria-label={`${timeline.title}. ${timeline.sentence}`}
      data-from={timeline.axis.from}
      data-days={timeline.axis.days}
    >
      <TickLines ticks={timeline.ticks} foot={foot} />
      <g class="rules">
        <line x1="0" x2="100%" y1="40" y2="40" />
        {rules(timeline).map(y => (
          <line key={y} class="lane-rule" x1="0" x2="100%" y1={y} y2={y} />
        ))}
      </g>
      {renewal !== undefined && (
        <line class="s-ink" x1={pc(renewal)} x2={pc(renewal)} y1="36" y2={foot} stroke-width="1.5" />
      )}
      {today !== undefined && <line class="today" x1={pc(today.x)} x2={pc(today.x)} y1="16" y2={foot} />}
      <TickWords ticks={timeline.ticks} years={timeline.years} />
      {today !== undefined && (
        <text class="tb" x={pc(today.x)} y="11" text-anchor={today.anchor}>
          {today.label}
        </text>
      )}
      {dependencies.length > 0 && (
        <svg class="clip" aria-hidden="true" y="40" width="100%" height={timeline.height - 40}>
          <g transform="translate(0 -40)">
            {dependencies.map(dependency => (
              <Dependency key={dependency.key} dependency={dependency} />
            ))}
          </g>
        </svg>
      )}
      {timeline.lanes.map(lane => (
        <g key={lane.key} data-top={lane.top} transform={`translate(0 ${lane.top})`}>
          <Lane
            lane={lane}
            lit={lit !== undefined && holds(lane, lit) ? lit : undefined}
            stop={stop !== undefined && holds(lane, stop) ? stop : undefined}
            live={live}
          />
        </g>
      ))}
      {goals !== undefined && <Row row={goals} name="goals" lit={lit} stop={stop} live={live} />}
      {reviews !== undefined && <Row row={reviews} name="reviews" lit={lit} stop={stop} live={live} />}
      {contract !== undefined && (
        <g data-top={contract.top} transform={`translate(0 ${contract.top})`}>
          <ContractLine from={contract.from} to={contract.now} y={contract.y} />
          <ContractLine from={contract.now} to={contract.to} y={contract.y} later />
          {contract.marks.map(mark => (
            <Mark
              key={mark.key}
              mark={mark}
              lane="contract"
              lit={lit === mark.key}
              stop={stop === mark.key}
              live={live}
            />
          ))}
          <Edges edges={contract.edges} lane="contract" live={live} />
        </g>
      )}
    </svg>
  );
});

interface RowProps {
  readonly row: RowView;
  readonly name: string;
  readonly lit: string | undefined;
  readonly stop: string | undefined;
  readonly live: boolean;
}

const Row = kept(({ row, name, lit, stop, live }: RowProps) => {
  return (
    <g data-top={row.top} transform={`translate(0 ${row.top})`}>
      {row.marks.map(mark => (
        <Mark key={mark.key} mark={mark} lane={name} lit={lit === mark.key} stop={stop === mark.key} live={live} />
      ))}
      <Edges edges={row.edges} lane={name} live={live} />
    </g>
  );
});

interface ContractLineProps {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly later?: boolean;
}

function ContractLine({ from, to, y, later = false }: ContractLineProps) {
  return <line class={later ? 's-ink later' : 's-ink'} x1={pc(from)} x2={pc(to)} y1={y} y2={y} stroke-width="3" />;
}

const TickLines = kept(({ ticks, foot }: { readonly ticks: readonly TickView[]; readonly foot: number }) => {
  return (
    <svg class="ticklines" aria-hidden="true">
      {ticks.map(tick => (
        <line key={tick.x} class={tick.major ? 'major' : undefined} x1={pc(tick.x)} x2={pc(tick.x)} y1="36" y2={foot} />
      ))}
    </svg>
  );
});

const TickWords = kept(({ ticks, years }: Pick<TimelineView, 'ticks' | 'years'>) => {
  return (
    <svg aria-hidden="true">
      {years.map(year => (
        <text
          key={year.x}
          class={`tm halo ${year.tier}${year.until === undefined ? '' : ` until-${year.until}`}`}
          x={pc(year.x)}
          y="11"
        >
          {year.text}
        </text>
      ))}
      {ticks.map(
        tick =>
          tick.label !== undefined && (
            <text key={tick.x} class={`tm halo ${tick.tier}`} x={pc(tick.x)} y="32">
              {tick.label}
              {tick.year !== undefined && <tspan class={tick.yearTier}>{` ${tick.year}`}</tspan>}
            </text>
          ),
      )}
    </svg>
  );
});

/** Where the renewal is drawn. */
export function renewalOf({ contract }: TimelineView): number | undefined {
  return contract?.marks.find(mark => mark.glyph === 'renewal')?.x;
}

/** The first mark in reading order: where the tab key enters the drawing. What is earlier or later is a mark, too. */
function firstStop({ lanes, goals, reviews, contract }: TimelineView): string | undefined {
  for (const lane of lanes) {
    const first = lane.milestones[0] ?? lane.strip?.flags[0];
    if (first !== undefined) return first.key;
  }
  return (goals?.marks[0] ?? reviews?.marks[0] ?? contract?.marks[0])?.key;
}

/** Whether the key is the lane's or that of one of its marks: other lanes need not know what is lit. */
function holds(lane: LaneView, key: string): boolean {
  const marks = [...lane.milestones, ...(lane.logged?.marks ?? []), ...(lane.strip?.flags ?? [])];
  return lane.key === key || marks.some(mark => mark.key === key || mark.of === key);
}

function rules(timeline: TimelineView): number[] {
  const { lanes, goals, reviews, contract } = timeline;
  const tops = [...lanes, goals, reviews, contract].flatMap(row => (row === undefined ? [] : [row.top]));
  return tops.slice(1);
}

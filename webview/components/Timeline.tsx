import type { ComponentChildren } from 'preact';
import type { DependencyView, LaneView, ListedView, TimelineView } from '../../plan/view/timeline-types.ts';
import { kept, type Part } from '../kept.ts';
import { Key } from './Key.tsx';
import { Lane } from './Lane.tsx';
import { Mark } from './Mark.tsx';
import { pc, Sign } from './marks.tsx';

interface TimelineProps {
  readonly timeline: TimelineView;
  readonly lit?: string | undefined;
  /** Stands between the drawing and its list. */
  readonly under?: ComponentChildren;
}

/** What slipped, what waits for what, what the log says and the plan does not. */
export function Timeline({ timeline, lit, under }: TimelineProps) {
  const { today, reviews, contract } = timeline;
  const stop = firstStop(timeline);
  const foot = timeline.height - 4;
  const renewal = contract?.marks.find(mark => mark.glyph === 'renewal' && mark.edge === undefined);
  return (
    <>
      <div class="tl">
        <LaneNames timeline={timeline} />
        <svg
          class="plot"
          height={timeline.height}
          role="group"
          aria-label={`${timeline.title}. ${timeline.sentence}`}
          data-from={timeline.axis.from}
          data-days={timeline.axis.days}
        >
          <svg class="months" aria-hidden="true">
            {timeline.months.map(month => (
              <line key={month.x} x1={pc(month.x)} x2={pc(month.x)} y1="36" y2={foot} />
            ))}
          </svg>
          <g class="rules">
            <line x1="0" x2="100%" y1="40" y2="40" />
            {rules(timeline).map(y => (
              <line key={y} class="lane-rule" x1="0" x2="100%" y1={y} y2={y} />
            ))}
          </g>
          {renewal !== undefined && (
            <line class="s-ink" x1={pc(renewal.x)} x2={pc(renewal.x)} y1="36" y2={foot} stroke-width="1.5" />
          )}
          {today !== undefined && <line class="today" x1={pc(today.x)} x2={pc(today.x)} y1="16" y2={foot} />}
          <svg aria-hidden="true">
            {timeline.months.map(
              month =>
                month.label !== undefined && (
                  <text key={month.x} class={`tm halo ${month.tier}`} x={pc(month.x)} y="32">
                    {month.label}
                    {month.year !== undefined && <tspan class={month.yearTier}>{` ${month.year}`}</tspan>}
                  </text>
                ),
            )}
          </svg>
          {today !== undefined && (
            <text class="tb" x={pc(today.x)} y="11" text-anchor={today.anchor}>
              {today.label}
            </text>
          )}
          {timeline.dependencies.map(dependency => (
            <Dependency key={dependency.key} dependency={dependency} start={0} />
          ))}
          {timeline.lanes.map(lane => (
            <g key={lane.key} data-start={lane.at}>
              <Lane lane={lane} start={lane.at} lit={marked(lane, lit)} stop={marked(lane, stop)} />
            </g>
          ))}
          {reviews?.marks.map(mark => (
            <Mark key={mark.key} mark={mark} lane="reviews" lit={lit === mark.key} stop={stop === mark.key} />
          ))}
          {contract !== undefined && (
            <g>
              <line
                class="s-ink"
                x1={pc(contract.from)}
                x2={pc(contract.now)}
                y1={contract.y}
                y2={contract.y}
                stroke-width="3"
              />
              <line
                class="s-ink later"
                x1={pc(contract.now)}
                x2={pc(contract.to)}
                y1={contract.y}
                y2={contract.y}
                stroke-width="3"
              />
              {contract.marks.map(mark => (
                <Mark key={mark.key} mark={mark} lane="contract" lit={lit === mark.key} stop={stop === mark.key} />
              ))}
            </g>
          )}
        </svg>
      </div>
      {under}
      <List timeline={timeline} />
      <Key entries={timeline.key} />
    </>
  );
}

/** The first mark in reading order: where the tab key enters the drawing. */
function firstStop(timeline: TimelineView): string | undefined {
  for (const lane of timeline.lanes) {
    const first = lane.milestones[0] ?? lane.strip?.flags[0];
    if (first !== undefined) return first.key;
  }
  return (timeline.reviews?.marks[0] ?? timeline.contract?.marks[0])?.key;
}

/** The key, if it is the lane's or that of one of its marks: other lanes need not know what is lit. */
function marked(lane: LaneView, key: string | undefined): string | undefined {
  const marks = [lane, ...lane.milestones, ...(lane.logged?.marks ?? []), ...(lane.strip?.flags ?? [])];
  return marks.some(mark => mark.key === key) ? key : undefined;
}

function rules(timeline: TimelineView): number[] {
  const tops = timeline.lanes.slice(1).map(lane => lane.top);
  if (timeline.reviews !== undefined && timeline.lanes.length > 0) tops.push(timeline.reviews.top);
  if (timeline.contract !== undefined && (timeline.lanes.length > 0 || timeline.reviews !== undefined))
    tops.push(timeline.contract.top);
  return tops;
}

/* The column of names keeps step with the drawing through an empty drawing of the lane's height: no inline styles are needed. */
function LaneNames({ timeline }: { readonly timeline: TimelineView }) {
  return (
    <div class="names">
      <Strut height={40} />
      {timeline.lanes.map(lane => (
        <div key={lane.key} class="name" data-start={lane.at}>
          <LaneName lane={lane} start={lane.at} />
        </div>
      ))}
      {timeline.reviews !== undefined && (
        <div class="name">
          <Strut height={timeline.reviews.height} />
          <p class="low">
            <b>Reviews</b>
          </p>
        </div>
      )}
      {timeline.contract !== undefined && (
        <div class="name">
          <Strut height={timeline.contract.height} />
          <p class="low">
            <b>Contract</b>
          </p>
        </div>
      )}
    </div>
  );
}

function Strut({ height }: { readonly height: number }) {
  return <svg class="strut" width="0" height={height} aria-hidden="true" />;
}

const LaneName = kept(({ lane, start }: Part & { readonly lane: LaneView }) => {
  return (
    <>
      <Strut height={lane.height} />
      <div class="lane-name">
        <button type="button" class="go" data-at={lane.at - start} title={`${lane.name} ${lane.title}`} dir="auto">
          <b>
            {lane.name} {lane.title}
          </b>
        </button>
        {lane.health !== undefined && (
          <span class="state">
            <Sign name={`h-${lane.health.mark}`} />
            {lane.health.word}
          </span>
        )}
      </div>
    </>
  );
});

/** An S-curve from where the other milestone stands now to the one that waits for it. */
const Dependency = kept(({ dependency }: Part & { readonly dependency: DependencyView }) => {
  const { from, to } = dependency;
  const left = Math.min(from.x, to.x);
  const top = Math.min(from.y, to.y);
  const height = Math.max(1, Math.abs(to.y - from.y));
  const down = to.y >= from.y;
  const right = to.x >= from.x;
  const [x1, x2] = right ? [0, 100] : [100, 0];
  const [y1, y2] = down ? [0, 100] : [100, 0];
  const bend = right ? 1 : -1;
  const curve = `M${x1} ${y1}C${x1 + 34 * bend} ${y1} ${x1 + 30 * bend} ${(y1 + y2) / 2} ${x1 + 45 * bend} ${y1 + (y2 - y1) * 0.7}S${x2 - 30 * bend} ${y2} ${x2 - 8 * bend} ${y2}`;
  return (
    <svg aria-hidden="true">
      <svg
        aria-hidden="true"
        x={pc(left)}
        y={top}
        width={pc(Math.max(0.0005, Math.abs(to.x - from.x)))}
        height={height}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
      >
        <path class="curve" d={curve} vector-effect="non-scaling-stroke" />
      </svg>
      <use href={right ? '#arrow' : '#arrow-left'} x={pc(to.x)} y={to.y} />
    </svg>
  );
});

function List({ timeline }: { readonly timeline: TimelineView }) {
  if (timeline.list.length === 0) return null;
  return (
    <ol class={timeline.listAlways ? 'words shown' : 'words'} aria-label="Milestones by date">
      {timeline.list.map(item => (
        <li key={item.key} data-start={item.at}>
          <Listed item={item} start={item.at} />
        </li>
      ))}
    </ol>
  );
}

const Listed = kept(({ item, start }: Part & { readonly item: ListedView }) => (
  <>
    <span class="m ref" title={item.ref}>
      {item.ref}
    </span>
    <span class={item.strong === true ? 'b' : undefined}>{item.dayText}</span>
    {/* The keyboard reaches the same line through the mark: twice forty stops would be in its way. */}
    <button type="button" class={item.strong === true ? 'go b' : 'go'} tabindex={-1} data-at={item.at - start}>
      <bdi>{item.name}</bdi>
      {item.rest}
    </button>
  </>
));

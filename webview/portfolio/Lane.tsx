import type { CsmAhead } from '../../plan/portfolio/ahead.ts';
import { pc } from '../components/marks.tsx';
import { kept } from '../kept.ts';
import type { AheadAxis } from './ahead-axis.ts';
import { type AheadMark, layoutLane } from './lane-layout.ts';

/** Where a lane stands among lanes of which not all are drawn. */
export interface LanePlace {
  readonly index: number;
  readonly of: number;
}

export interface LaneProps extends DaysProps {
  readonly place?: LanePlace | undefined;
}

interface DaysProps {
  readonly csm: CsmAhead;
  readonly axis: AheadAxis;
  /** Whether it is the first one with marks: there the tab key leads to. */
  readonly isFirst: boolean;
  readonly still: boolean;
}

/** What comes for one CSM. */
export function Lane({ place, ...days }: LaneProps) {
  const attributes = place && {
    role: 'listitem' as const,
    'aria-setsize': place.of,
    'aria-posinset': place.index + 1,
    'data-lane-index': place.index,
  };
  return (
    <div class="lane" {...attributes}>
      <SteadyDays {...days} />
    </div>
  );
}

const SteadyDays = kept(Days);

function Days({ csm, axis, isFirst, still }: DaysProps) {
  const { height, marks } = layoutLane(csm, axis);
  return (
    <>
      <div class="who">
        <b dir="auto">{csm.csm}</b>
        <span class="m">{csm.note}</span>
      </div>
      <svg class="plot" height={height} role="group" aria-label={`${csm.csm}: the next 90 days`}>
        {axis.ticks.map(({ x }) => (
          <line class="s-grid" key={x} x1={pc(x)} x2={pc(x)} y1="0" y2="100%" />
        ))}
        <line class="s-focus today" x1="0" x2="0" y1="0" y2="100%" />
        {marks.map((mark, i) => (
          <Mark key={mark.key} mark={mark} lane={csm.key} stop={isFirst && i === 0} still={still} />
        ))}
      </svg>
    </>
  );
}

const MARKS: Readonly<Record<AheadMark['kind'], string>> = {
  review: 'ms-next-review',
  milestone: 'ms-open',
  goal: 'ms-goal',
  renewal: 'ms-renewal',
};

function Mark({
  mark,
  lane,
  stop,
  still,
}: {
  readonly mark: AheadMark;
  readonly lane: string;
  readonly stop: boolean;
  readonly still: boolean;
}) {
  const x = pc(mark.x);
  const dx = mark.kind === 'goal' ? 13 : mark.kind === 'renewal' ? 7 : 10;
  return (
    <g
      class="mk"
      {...(still
        ? { role: 'img' }
        : {
            role: 'button',
            tabIndex: stop ? 0 : -1,
            'data-lane': lane,
            'data-x': mark.x,
            'data-key': mark.key,
            'data-tip': mark.sentence,
            'data-open': mark.leads.plan.key,
            'data-at': mark.leads.at,
          })}
      aria-label={nameOf(mark)}
    >
      {still && <title>{mark.sentence}</title>}
      <circle class="ring" cx={x} cy={mark.y} r="9" />
      <use href={`#${MARKS[mark.kind]}`} x={x} y={mark.kind === 'goal' ? mark.y + 2 : mark.y} />
      {mark.label !== undefined && (
        <text
          class={
            mark.kind === 'renewal' || mark.number !== undefined
              ? 'halo tb'
              : mark.kind === 'review'
                ? 'halo'
                : 'halo tm'
          }
          x={x}
          dx={mark.left ? -10 : dx}
          y={mark.y + 4}
          {...(mark.left ? { 'text-anchor': 'end' } : {})}
        >
          {mark.label}
        </text>
      )}
    </g>
  );
}

/** All that is said of a mark, with what stands beside it: a number that its sentence does not begin with comes before. */
function nameOf({ label, number, sentence }: AheadMark): string {
  if (label === undefined) return sentence;
  const isSaid = number === undefined ? sentence.includes(label) : sentence.startsWith(`${label} `);
  return isSaid ? sentence : `${label}: ${sentence}`;
}

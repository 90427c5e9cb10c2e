import { formatDay, formatFullDay } from '../../plan/day.ts';
import { type Ahead as AheadDays, daysAhead } from '../../plan/portfolio/ahead.ts';
import { pc } from '../components/marks.tsx';
import { axisOf } from './ahead-axis.ts';
import { type DrawnPart, partly } from './drawn-part.tsx';
import { Lane } from './Lane.tsx';
import { Listing } from './Listing.tsx';
import { lastOf } from './steady.ts';

export interface AheadProps {
  readonly ahead: AheadDays;
  /** Pixels of the drawing. */
  readonly width: number;
  readonly listed: boolean;
  readonly still: boolean;
  /** `of the 4 plans shown above`, where not all are. */
  readonly of: string;
  /** Which lanes are drawn; absent: all. */
  readonly part?: DrawnPart | undefined;
}

const lastAxis = lastOf(axisOf);

/** The next 90 days: a lane a CSM, reviews above, milestones in the middle, renewals below; and the same in words. */
export function Ahead({ ahead, width, listed, still, of, part }: AheadProps) {
  const { csms } = ahead;
  const axis = lastAxis(ahead.from, width);
  const days = daysAhead(ahead);
  const first = csms.find(csm => csm.days.some(({ day }) => day <= axis.last));
  const draw = (index: number) => {
    const csm = csms[index];
    if (csm === undefined) return undefined;
    const place = part && { index, of: csms.length };
    return <Lane key={csm.key} csm={csm} axis={axis} isFirst={csm === first} still={still} place={place} />;
  };
  return (
    <section aria-labelledby="h90" id="s90">
      <div class="sh">
        <h2 id="h90" tabIndex={-1}>
          Next 90 days
        </h2>
        <span class="m">
          {formatDay(ahead.from)} to {formatFullDay(ahead.to)}
          {of}. Reviews above, milestones in the middle, renewals below.
        </span>
      </div>
      {days === 0 && <p class="m s">Nothing is planned in these days.</p>}
      {csms.length > 0 && (
        <div class="ahead">
          <div class="axis">
            <svg height="20" aria-hidden="true">
              <text class="tb" x="0" y="13" dx="5">
                Today
              </text>
              {axis.ticks.map(
                tick =>
                  tick.label !== undefined && (
                    <text class="tm" key={tick.x} x={pc(tick.x)} y="13">
                      {tick.label}
                    </text>
                  ),
              )}
            </svg>
          </div>
          <div class="lanes" {...(part === undefined ? {} : { role: 'list' })}>
            {part === undefined ? csms.map((_, index) => draw(index)) : partly(part, draw)}
          </div>
        </div>
      )}
      <ul class="key">
        {KEY.map(([mark, word]) => (
          <li key={mark}>
            <svg width="14" height="14" aria-hidden="true">
              <use href={`#${mark}`} x={mark === 'ms-goal' ? 4 : 7} y={mark === 'ms-goal' ? 9 : 7} />
            </svg>
            {word}
          </li>
        ))}
        <li>Overdue work is counted at the left, not drawn</li>
      </ul>
      {days > 0 && (
        <details class="listing" open={listed}>
          <summary data-listing="">The same as a list</summary>
          {listed && <Listing ahead={ahead} days={days} still={still} />}
        </details>
      )}
    </section>
  );
}

const KEY = [
  ['ms-next-review', 'review'],
  ['ms-open', 'milestone'],
  ['ms-goal', 'goal'],
  ['ms-renewal', 'renewal'],
] as const;

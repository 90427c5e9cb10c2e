import { formatDay, formatFullDay } from '../../plan/day.ts';
import type { Ahead as AheadDays, CsmAhead, PlannedDay } from '../../plan/portfolio/ahead.ts';
import { shortMoney } from '../../plan/portfolio/words.ts';
import { pc } from '../components/marks.tsx';
import { type AheadLane, type AheadMark, layoutAhead } from './ahead-layout.ts';

/** So many days are listed in words; who wants the others shows fewer plans. */
const LISTED = 400;

export interface AheadProps {
  readonly ahead: AheadDays;
  /** Pixels of the drawing. */
  readonly width: number;
  readonly listed: boolean;
  readonly still: boolean;
  /** `of the 4 plans shown above`, where not all are. */
  readonly of: string;
}

/** The next 90 days: a lane a CSM, reviews above, milestones in the middle, renewals below; and the same in words. */
export function Ahead({ ahead, width, listed, still, of }: AheadProps) {
  const drawing = layoutAhead(ahead, width);
  const days = ahead.csms.reduce((sum, csm) => sum + csm.days.length, 0);
  const first = drawing.lanes.find(lane => lane.marks.length > 0)?.marks[0]?.key;
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
      {drawing.lanes.length > 0 && (
        <div class="ahead">
          <div class="axis">
            <svg height="20" aria-hidden="true">
              <text class="tb" x="0" y="13" dx="5">
                Today
              </text>
              {drawing.ticks.map(
                tick =>
                  tick.label !== undefined && (
                    <text class="tm" key={tick.x} x={pc(tick.x)} y="13">
                      {tick.label}
                    </text>
                  ),
              )}
            </svg>
          </div>
          {drawing.lanes.map(lane => (
            <Lane key={lane.key} lane={lane} ticks={drawing.ticks} first={first} still={still} />
          ))}
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

const MARKS: Readonly<Record<AheadMark['kind'], string>> = {
  review: 'ms-next-review',
  milestone: 'ms-open',
  goal: 'ms-goal',
  renewal: 'ms-renewal',
};

interface LaneProps {
  readonly lane: AheadLane;
  readonly ticks: readonly { readonly x: number }[];
  readonly first: string | undefined;
  readonly still: boolean;
}

function Lane({ lane, ticks, first, still }: LaneProps) {
  return (
    <div class="lane">
      <div class="who">
        <b dir="auto">{lane.csm}</b>
        <span class="m">{lane.note}</span>
      </div>
      <svg class="plot" height={lane.height} role="group" aria-label={`${lane.csm}: the next 90 days`}>
        {ticks.map(({ x }) => (
          <line class="s-grid" key={x} x1={pc(x)} x2={pc(x)} y1="0" y2="100%" />
        ))}
        <line class="s-focus today" x1="0" x2="0" y1="0" y2="100%" />
        {lane.marks.map(mark => (
          <Mark key={mark.key} mark={mark} lane={lane.key} stop={mark.key === first} still={still} />
        ))}
      </svg>
    </div>
  );
}

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
      aria-label={
        mark.label === undefined || mark.sentence.includes(mark.label)
          ? mark.sentence
          : `${mark.label}: ${mark.sentence}`
      }
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

function Listing({
  ahead,
  days,
  still,
}: {
  readonly ahead: AheadDays;
  readonly days: number;
  readonly still: boolean;
}) {
  let left = LISTED;
  return (
    <>
      {ahead.csms.map(csm => {
        const own = csm.days.slice(0, Math.max(0, left));
        left -= own.length;
        return own.length > 0 && <ListOf key={csm.key} csm={csm} days={own} still={still} />;
      })}
      {days > LISTED && (
        <p class="m s">
          {(days - LISTED).toLocaleString('en')} more are not listed: show fewer plans above, or export all of them.
        </p>
      )}
    </>
  );
}

function ListOf({
  csm,
  days,
  still,
}: {
  readonly csm: CsmAhead;
  readonly days: readonly PlannedDay[];
  readonly still: boolean;
}) {
  return (
    <table>
      <caption dir="auto">{csm.csm}</caption>
      <thead class="vh">
        <tr>
          <th scope="col">Day</th>
          <th scope="col">What</th>
          <th scope="col">Plan</th>
        </tr>
      </thead>
      <tbody>
        {days.map((one, i) => (
          <tr key={`${one.plan.key} ${one.day} ${one.text} ${i}`}>
            <td class="nw">{formatDay(one.day)}</td>
            <td class="nw">{one.kind}</td>
            <td dir="auto">
              {still ? (
                <b>{one.plan.customer}</b>
              ) : (
                <button type="button" class="go b" data-open={one.plan.key} data-at={one.at}>
                  {one.plan.customer}
                </button>
              )}{' '}
              <span class="m">{detailOf(one)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function detailOf({ kind, text, plan }: PlannedDay): string {
  if (kind === 'review') return '';
  if (kind === 'renewal')
    return plan.arr === undefined ? '' : `${shortMoney(plan.arr.amount, plan.arr.currency)} a year`;
  return text;
}

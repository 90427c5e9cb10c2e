import type { GoalRow, GoalRows } from '../../plan/portfolio/goals.ts';
import { formatPercent } from '../../plan/quantity/format.ts';
import { figures } from '../../plan/words.ts';
import { pc } from '../components/marks.tsx';

/** How many goals were reached when their day came, and how far all have come: by segment and by quarter. The tables are their own alternative. */
export function Goals({ rows, of }: { readonly rows: GoalRows; readonly of: string }) {
  const { all, bySegment, byQuarter } = rows;
  return (
    <section aria-labelledby="hgoals" id="sgoals">
      <div class="sh">
        <h2 id="hgoals" tabIndex={-1}>
          Goal attainment
        </h2>
        <span class="m">{sentence(all, of)}</span>
      </div>
      {all.counted > 0 && (
        <>
          <div class="halves">
            <GoalTable title="By segment" rows={bySegment} />
            <GoalTable title="By quarter of the goal" rows={byQuarter} />
          </div>
          <ul class="key">
            <li>
              <svg width="30" height="14" aria-hidden="true">
                <rect class="f-track" y="4" width="30" height="6" />
                <rect class="f-ink" y="4" width="18" height="6" />
              </svg>
              reached, of the goals whose day has come
            </li>
            <li>
              <svg width="14" height="14" aria-hidden="true">
                <use href="#ms-point" x="7" y="7" />
              </svg>
              mean attainment of all goals that are measured
            </li>
          </ul>
        </>
      )}
    </section>
  );
}

function sentence({ counted, due, dueAchieved, mean, plans }: GoalRow, of: string): string {
  if (counted === 0) return `No goals yet${of}.`;
  const reached =
    due === 0
      ? 'None of them is due yet'
      : due === 1
        ? `The one that is due was ${dueAchieved === 1 ? '' : 'not '}reached`
        : `${dueAchieved} of ${due} that are due were reached`;
  const far =
    mean === undefined
      ? 'none is measured'
      : `mean attainment ${formatPercent(mean.mean)} over ${mean.known} of ${mean.total} that are measured`;
  return `${figures(counted)} ${counted === 1 ? 'goal' : 'goals'} in ${plans === 1 ? 'one plan' : `${figures(plans)} plans`}${of}. ${reached}; ${far}.`;
}

function GoalTable({ title, rows }: { readonly title: string; readonly rows: readonly GoalRow[] }) {
  return (
    <table class="goals">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col" class="vh">
            {title}
          </th>
          <th scope="col">Reached</th>
          <th scope="col" class="gb">
            <span class="vh">Drawn</span>
            <svg height="14" aria-hidden="true">
              <text class="tm" x="0" y="11">
                0%
              </text>
              <text class="tm" x="100%" y="11" text-anchor="end">
                100%
              </text>
            </svg>
          </th>
          <th scope="col" class="r">
            Mean
          </th>
          <th scope="col" class="r">
            Goals
          </th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(row => row.counted > 0)
          .map(row => (
            <tr key={row.key}>
              <th scope="row" dir="auto" title={row.note ?? row.label}>
                {row.label}
              </th>
              <td class="gd">
                {row.due === 0 ? (
                  <span class="m">none due</span>
                ) : (
                  <>
                    <b>{formatPercent(row.dueAchieved / row.due)}</b>{' '}
                    <span class="m">
                      {row.dueAchieved} of {row.due}
                    </span>
                  </>
                )}
              </td>
              <td class="gb">
                <Bar row={row} />
              </td>
              <td class="r">
                {row.mean === undefined ? <span class="m">unknown</span> : formatPercent(row.mean.mean)}
              </td>
              <td class="r m">{figures(row.counted)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function Bar({ row }: { readonly row: GoalRow }) {
  const { due, dueAchieved, mean } = row;
  return (
    <svg height="16" aria-hidden="true">
      {due === 0 ? (
        <line class="s-hair" x1="0" x2="100%" y1="8" y2="8" />
      ) : (
        <>
          <rect class="f-track" y="5" width="100%" height="6" />
          <rect class="f-ink" y="5" width={pc(dueAchieved / due)} height="6" />
        </>
      )}
      {mean !== undefined && (
        <circle
          class="f-measured s-paper"
          cx={pc(Math.min(1, Math.max(0, mean.mean)))}
          cy="8"
          r="4.5"
          stroke-width="1.5"
        />
      )}
    </svg>
  );
}

import { type Day, daysBetween } from '../../plan/day.ts';
import type { PlanHealth, PlanSummary } from '../../plan/portfolio/types.ts';
import { AHEAD, HEALTH, shortMoney } from '../../plan/portfolio/words.ts';
import { span } from '../../plan/view/words.ts';
import { count, dayNear } from '../../plan/words.ts';
import { pc, Sign } from '../components/marks.tsx';

/** A fraction as a whole percentage. */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 100)}%`;
}

export function HealthCell({ health }: { readonly health: PlanHealth }) {
  return (
    <span class="hl">
      <HealthSign health={health} />
      {HEALTH[health]}
    </span>
  );
}

/** The mark of a state of health, hidden from screen readers: its word stands beside it. */
export function HealthSign({ health }: { readonly health: PlanHealth }) {
  return (
    <svg class="g" aria-hidden="true">
      <use href={`#h-${health}`} />
    </svg>
  );
}

/* The bar ends a tenth beyond the goal, where plans that went further still show. */
const FULL = 1 / 1.1;
const along = (fraction: number) => pc(Math.min(1.1, Math.max(0, fraction)) * FULL);

/** How far the plan is, and where it should be. */
export function AttainedCell({ plan }: { readonly plan: PlanSummary }) {
  const { attainment, expected, health } = plan;
  if (attainment === undefined && expected === undefined)
    return <span class="m">{plan.goals.length === 0 ? 'no outcomes' : 'not known'}</span>;
  const said = attainment === undefined ? 'not known' : `${percent(attainment.mean)} attained`;
  const of =
    attainment !== undefined && attainment.known < attainment.total
      ? `, ${attainment.known} of ${attainment.total} outcomes known`
      : '';
  const label = `${said}${expected === undefined ? '' : `, ${percent(expected)} expected`}${of}`;
  return (
    <span class="at" title={label}>
      <span class="pc" aria-hidden="true">
        {attainment === undefined ? '–' : percent(attainment.mean)}
      </span>
      <svg class="ab" role="img" aria-label={label}>
        {attainment === undefined ? (
          <rect class="unknown" x="0.5" y="5.5" width={pc(FULL)} height="7" />
        ) : (
          <>
            <rect class="f-track" y="5" width={pc(FULL)} height="8" />
            <rect
              class={health === 'unreadable' ? 'f-measured pale' : 'f-measured'}
              y="5"
              width={along(attainment.mean)}
              height="8"
            />
          </>
        )}
        {expected !== undefined && (
          <>
            <line class="s-paper" x1={along(expected)} x2={along(expected)} y1="1" y2="17" stroke-width="4" />
            <line class="s-ink" x1={along(expected)} x2={along(expected)} y1="1" y2="17" stroke-width="1.5" />
          </>
        )}
      </svg>
    </span>
  );
}

/** Mean attainment over six months, on the same scale for all plans: steep lines are fast ones. */
export function TrendCell({ trend }: Pick<PlanSummary, 'trend'>) {
  const points = trend.map(({ x, y }) => ({
    x: Math.round((2 + Math.min(1, Math.max(0, x)) * 56) * 10) / 10,
    y: Math.round((21 - Math.min(1.05, Math.max(0, y)) * 18) * 10) / 10,
  }));
  const last = points.at(-1);
  const [first, end] = [trend[0], trend.at(-1)];
  if (points.length < 2 || last === undefined || first === undefined || end === undefined)
    return (
      <span class="m" role="img" aria-label="no trend">
        –
      </span>
    );
  return (
    <svg
      class="sp"
      width="62"
      height="24"
      viewBox="0 0 62 24"
      role="img"
      aria-label={`from ${percent(first.y)} to ${percent(end.y)} in six months`}
    >
      <path class="measured" d={points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
      <use href="#ms-point" x={last.x} y={last.y} />
    </svg>
  );
}

export function LateCell({ late }: Pick<PlanSummary, 'late'>) {
  return (
    <>
      {late === 0 ? <span class="m">0</span> : <b>{late < 1000 ? late : `${Math.floor(late / 100) / 10}k`}</b>}
      <span class="lab"> late</span>
    </>
  );
}

export function ReviewCell({ plan, asOf }: { readonly plan: PlanSummary; readonly asOf: Day }) {
  const { nextReview, reviewOverdue } = plan;
  return (
    <>
      <span class="lab">Review </span>
      {reviewOverdue !== undefined ? (
        <b>{span(reviewOverdue)} overdue</b>
      ) : nextReview === undefined ? (
        plan.health === 'unreadable' ? (
          <span class="m">not known</span>
        ) : (
          <b>none set</b>
        )
      ) : (
        until(asOf, nextReview)
      )}
      {nextReview !== undefined && <span class="m sub">{dayNear(nextReview, asOf)}</span>}
    </>
  );
}

export function RenewalCell({ plan, asOf }: { readonly plan: PlanSummary; readonly asOf: Day }) {
  const { renewal, arr } = plan;
  const days = renewal === undefined ? undefined : daysBetween(asOf, renewal);
  const worth = arr === undefined ? undefined : shortMoney(arr.amount, arr.currency);
  const sub = [renewal === undefined ? undefined : dayNear(renewal, asOf), worth].filter(part => part !== undefined);
  return (
    <>
      <span class="lab">Renewal </span>
      {renewal === undefined || days === undefined ? (
        <span class="m">{plan.health === 'unreadable' ? 'not known' : 'no date'}</span>
      ) : days < 0 ? (
        <b>{span(-days)} ago</b>
      ) : days <= AHEAD ? (
        <b>{until(asOf, renewal)}</b>
      ) : (
        until(asOf, renewal)
      )}
      {sub.length > 0 && <span class="m sub">{sub.join(', ')}</span>}
    </>
  );
}

function until(asOf: Day, day: Day): string {
  const days = daysBetween(asOf, day);
  return days === 0 ? 'today' : span(days);
}

export function FindingsCell({ findings }: Pick<PlanSummary, 'findings'>) {
  const notes = findings.info + findings.hint;
  const none = findings.error + findings.warning + notes === 0;
  return (
    <span class="ff">
      {(findings.error > 0 || findings.warning > 0) && (
        <span class="fi">
          {findings.error > 0 && (
            <Severity name="s-err" word={findings.error === 1 ? 'error' : 'errors'} number={findings.error} />
          )}
          {findings.warning > 0 && (
            <Severity name="s-warn" word={findings.warning === 1 ? 'warning' : 'warnings'} number={findings.warning} />
          )}
        </span>
      )}
      {notes > 0 && <span class="m notes">{count(notes, 'note')}</span>}
      {none && <span class="m notes">none</span>}
    </span>
  );
}

function Severity({
  name,
  word,
  number,
}: {
  readonly name: 's-err' | 's-warn';
  readonly word: string;
  readonly number: number;
}) {
  return (
    <span class="nw">
      <Sign name={name} />
      {number.toLocaleString('en')}
      <span class="vh"> {word}</span>
    </span>
  );
}

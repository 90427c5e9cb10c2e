import { type Day, daysBetween } from '../../plan/day.ts';
import { renewalDetail, renewalInWords, reviewInWords } from '../../plan/portfolio/cells.ts';
import type { PlanHealth, PlanSummary } from '../../plan/portfolio/types.ts';
import { AHEAD, HEALTH } from '../../plan/portfolio/words.ts';
import { formatPercent } from '../../plan/quantity/format.ts';
import { count, dayNear, figures } from '../../plan/words.ts';
import { pc, Sign } from '../components/marks.tsx';

/** A plan's state of health: its mark and the word for it. */
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
  const said = attainment === undefined ? 'not known' : `${formatPercent(attainment.mean)} attained`;
  const of =
    attainment !== undefined && attainment.known < attainment.total
      ? `, ${attainment.known} of ${attainment.total} outcomes known`
      : '';
  const label = `${said}${expected === undefined ? '' : `, ${formatPercent(expected)} expected`}${of}`;
  return (
    <span class="at" title={label}>
      <span class="pc" aria-hidden="true">
        {attainment === undefined ? '–' : formatPercent(attainment.mean)}
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
      aria-label={`from ${formatPercent(first.y)} to ${formatPercent(end.y)} in six months`}
    >
      <path class="measured" d={points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
      <use href="#ms-point" x={last.x} y={last.y} />
    </svg>
  );
}

/** How many milestones are late, in few figures. */
export function LateCell({ late }: Pick<PlanSummary, 'late'>) {
  return (
    <>
      {late === 0 ? <span class="m">0</span> : <b>{late < 1000 ? late : `${Math.floor(late / 100) / 10}k`}</b>}
      <span class="lab"> late</span>
    </>
  );
}

/** When the next review is: overdue and missing ones stand out. */
export function ReviewCell({ plan, asOf }: { readonly plan: PlanSummary; readonly asOf: Day }) {
  const { nextReview, reviewOverdue, health } = plan;
  const known = nextReview !== undefined || health !== 'unreadable';
  const strong = reviewOverdue !== undefined || nextReview === undefined;
  return (
    <>
      <span class="lab">Review </span>
      <Said known={known} strong={strong} text={reviewInWords(plan, asOf)} />
      {nextReview !== undefined && <span class="m sub">{dayNear(nextReview, asOf)}</span>}
    </>
  );
}

/** When the contract is renewed, and what it is worth: near and missed renewals stand out. */
export function RenewalCell({ plan, asOf }: { readonly plan: PlanSummary; readonly asOf: Day }) {
  const { renewal } = plan;
  const detail = renewalDetail(plan, asOf);
  return (
    <>
      <span class="lab">Renewal </span>
      <Said
        known={renewal !== undefined}
        strong={renewal !== undefined && daysBetween(asOf, renewal) <= AHEAD}
        text={renewalInWords(plan, asOf)}
      />
      {detail !== '' && <span class="m sub">{detail}</span>}
    </>
  );
}

function Said({ known, strong, text }: { readonly known: boolean; readonly strong: boolean; readonly text: string }) {
  if (!known) return <span class="m">{text}</span>;
  return strong ? <b>{text}</b> : text;
}

/** What the checks found: errors and warnings by their signs, the rest as notes. */
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
      {figures(number)}
      <span class="vh"> {word}</span>
    </span>
  );
}

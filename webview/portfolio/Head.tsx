import { formatFullDay } from '../../plan/day.ts';
import type { PortfolioTotals } from '../../plan/portfolio/totals.ts';
import type { PlanHealth, Portfolio } from '../../plan/portfolio/types.ts';
import { HEALTH, HEALTHS, plansInWords, sumsInWords } from '../../plan/portfolio/words.ts';
import { enumerate, figures, oneLine, short } from '../../plan/words.ts';
import { HealthSign } from './cells.tsx';

/** So many plans have a mark each; more are counted behind one. */
const MARKS = 16;
/** So many customers are named. */
const NAMED = 2;

export interface HeadProps {
  readonly portfolio: Portfolio;
  readonly totals: PortfolioTotals;
  readonly order: string;
  readonly still: boolean;
}

/** Name, what is on the page, four figures. */
export function Head({ portfolio, totals, order, still }: HeadProps) {
  const { asOf, reading } = portfolio;
  return (
    <header>
      <div class="top">
        <div class="who">
          <h1>Portfolio</h1>
          <p class="m s">
            {plansInWords(totals.plans)} in this workspace, {formatFullDay(asOf)}. {order}
          </p>
        </div>
        {!still && (
          <button type="button" class="pri" data-export="">
            Export…
          </button>
        )}
      </div>
      {reading !== undefined && (
        <p class="s reading">
          <svg class="progress" height="4" aria-hidden="true">
            <rect class="f-track" width="100%" height="4" />
            <rect
              class="f-measured"
              width={`${Math.round((100 * reading.done) / Math.max(1, reading.of))}%`}
              height="4"
            />
          </svg>
          Reading: {figures(reading.done)} of {figures(reading.of)} files so far.
        </p>
      )}
      <Totals totals={totals} />
    </header>
  );
}

function Totals({ totals }: { readonly totals: PortfolioTotals }) {
  const { renewals, reviewsOverdue, milestonesLate } = totals;
  const worth = sumsInWords(renewals.sums);
  const behind = sumsInWords(renewals.behind.sums);
  return (
    <dl class="sum">
      <div>
        <dt>Health</dt>
        <Marks totals={totals} />
        <dd>{inWords(totals)}</dd>
      </div>
      <div>
        <dt>Renewals in 90 days</dt>
        <dd class="v">
          {figures(renewals.count)}
          {worth !== '' && <small> worth {worth} a year</small>}
        </dd>
        <dd>
          {renewals.count === 0
            ? 'none'
            : renewals.behind.count === 0
              ? 'none of them behind'
              : `${figures(renewals.behind.count)} of them behind${behind === '' ? '' : `: ${behind}`}`}
        </dd>
      </div>
      <div>
        <dt>Reviews overdue</dt>
        <dd class="v">{figures(reviewsOverdue.count)}</dd>
        <dd dir="auto" title={enumerate(reviewsOverdue.customers.slice(0, 40))}>
          {named(reviewsOverdue.customers)}
        </dd>
      </div>
      <div>
        <dt>Milestones late</dt>
        <dd class="v">{figures(milestonesLate.count)}</dd>
        <dd>{milestonesLate.count === 0 ? 'none' : `in ${plansInWords(milestonesLate.plans)}`}</dd>
      </div>
    </dl>
  );
}

function named(customers: readonly string[]): string {
  if (customers.length === 0) return 'none';
  const names = customers.slice(0, NAMED).map(customer => short(oneLine(customer), 24));
  const more = customers.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

function inWords({ health }: PortfolioTotals): string {
  const said: readonly (readonly [number, string])[] = [
    [health.off_track + health.at_risk, 'behind'],
    [health.unknown + health.unreadable, 'not known'],
    [health.not_started, 'not started'],
    [health.on_track + health.achieved, 'on course'],
  ];
  const words = said.filter(([number]) => number > 0).map(([number, word]) => `${figures(number)} ${word}`);
  return words.length === 0 ? 'no plans' : words.join(', ');
}

/** States that stand together in the row of marks. */
const SETS: readonly (readonly PlanHealth[])[] = [
  ['off_track'],
  ['at_risk'],
  ['unreadable', 'unknown'],
  ['not_started'],
  ['on_track', 'achieved'],
];

/** A mark for each plan, or for each state with a number behind it; the words for it are its name. */
function Marks({ totals: { health, plans } }: { readonly totals: PortfolioTotals }) {
  const label = HEALTHS.filter(one => health[one] > 0)
    .map(one => `${health[one]} ${HEALTH[one].toLowerCase()}`)
    .join(', ');
  return (
    <dd>
      <span class="dots" role="img" aria-label={label === '' ? 'no plans' : label}>
        {SETS.map(set => set.filter(one => health[one] > 0))
          .filter(set => set.length > 0)
          .map(set => (
            <span key={set[0]}>
              {set.map(one =>
                plans > MARKS ? (
                  <span key={one} class="counted">
                    <HealthSign health={one} />
                    {figures(health[one])}
                  </span>
                ) : (
                  Array.from({ length: health[one] }, (_, n) => <HealthSign key={`${one} ${n}`} health={one} />)
                ),
              )}
            </span>
          ))}
      </span>
    </dd>
  );
}

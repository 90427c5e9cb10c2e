import { formatFullDay } from '../../plan/day.ts';
import { ahead } from '../../plan/portfolio/ahead.ts';
import { goalRows } from '../../plan/portfolio/goals.ts';
import { totalsOf } from '../../plan/portfolio/totals.ts';
import type { Portfolio } from '../../plan/portfolio/types.ts';
import { plansInWords } from '../../plan/portfolio/words.ts';
import { Sprite } from '../components/Sprite.tsx';
import { Ahead } from './Ahead.tsx';
import { Controls } from './Controls.tsx';
import { Goals } from './Goals.tsx';
import { Head } from './Head.tsx';
import { type Row, rowsOf, shownPlans } from './rows.ts';
import { type GroupedBy, type PortfolioSettings, type Selection, SORTED, type Sorting } from './settings.ts';
import { lastOf, steady } from './steady.ts';
import { type DrawnPart, Table } from './Table.tsx';

export interface PortfolioProps {
  /** Null while nothing has come yet. */
  readonly portfolio: Portfolio | null;
  readonly settings: PortfolioSettings;
  /** There is nobody who could tell. */
  readonly noServer?: boolean;
  /** Pixels of the page; labels of its drawings then do not touch there, nor on any wider one. */
  readonly width: number;
  /** Which lines of the table are drawn, asked with all that there are; absent: all. */
  readonly partOf?: (rows: readonly Row[]) => DrawnPart | undefined;
  /** Without controls, for paper. */
  readonly still?: boolean;
}

/** Of the drawing on paper: from this width on, its labels do not touch. */
const PAPER = 600;
/** From this width of the page on, names stand beside the lanes and rows are rows. */
export const WIDE = 780;
const MOST = 1280;
const NAMES = 132;
/** So many days to come are listed without being asked for where the drawing has little room. */
const FEW = 40;

/** The whole page. Pure: the same properties give the same markup, in the editor and as a string. */
export function PortfolioPage(props: PortfolioProps) {
  return (
    <div class="page">
      <Sprite />
      <MoreMarks />
      <main class={props.still ? 'portfolio still' : 'portfolio'}>
        <Body {...props} />
      </main>
    </div>
  );
}

function Body(props: PortfolioProps) {
  const { portfolio } = props;
  if (portfolio === null)
    return (
      <>
        <h1>Portfolio</h1>
        <p class="m waiting">
          {props.noServer
            ? 'The language server does not run, so nothing is known of the plans. The output channel “Success Plans” says why.'
            : 'Reading the plans of this workspace…'}
        </p>
      </>
    );
  if (portfolio.plans.length === 0) return <Nothing portfolio={portfolio} still={props.still === true} />;
  return <Plans {...props} portfolio={portfolio} />;
}

function Nothing({ portfolio: { reading }, still }: { readonly portfolio: Portfolio; readonly still: boolean }) {
  return (
    <>
      <h1>Portfolio</h1>
      {reading !== undefined ? (
        <p class="m waiting">
          {reading.of === 0
            ? 'Reading the plans of this workspace…'
            : `Reading the plans of this workspace: ${reading.done} of ${reading.of} files so far.`}
        </p>
      ) : (
        <>
          <p class="waiting">
            There is no success plan in this workspace yet. Plans are files named *.success-plan.yaml.
          </p>
          {!still && (
            <button type="button" class="pri" data-new="">
              New Success Plan
            </button>
          )}
        </>
      )}
    </>
  );
}

/* Most redraws show the same plans: others are seen as one scrolls, a line has the focus. */
const totalsOfAll = lastOf(totalsOf);
const aheadOf = lastOf(ahead);
const goalsOf = lastOf(goalRows);
const shownOf = lastOf(
  (plans: Portfolio['plans'], today: Portfolio['asOf'], show: Selection, csm: string | undefined, text: string) =>
    shownPlans(plans, { show, ...(csm === undefined ? {} : { csm }), text }, today),
);
const linesOf = lastOf(
  (
    plans: Portfolio['plans'],
    today: Portfolio['asOf'],
    by: GroupedBy,
    sort: Sorting | undefined,
    closed: readonly string[],
  ) => rowsOf(plans, { by, closed, ...(sort === undefined ? {} : { sort }) }, today),
);
const SteadyHead = steady(Head);
const SteadyControls = steady(Controls);
const SteadyAhead = steady(Ahead);
const SteadyGoals = steady(Goals);

function Plans({
  portfolio,
  settings,
  width,
  partOf,
  still = false,
}: PortfolioProps & { readonly portfolio: Portfolio }) {
  const { plans, asOf } = portfolio;
  const { by, sort, closed } = settings;
  const shown = shownOf(plans, asOf, settings.show, settings.csm, settings.text);
  const rows = linesOf(shown, asOf, by, sort, closed);
  const of = shown.length === plans.length ? '' : `, of the ${plansInWords(shown.length)} shown`;
  const coming = aheadOf(shown, asOf);
  const few = coming.csms.reduce((sum, csm) => sum + csm.days.length, 0) <= FEW;
  const narrow = width < WIDE;
  const plot = still ? PAPER : narrow ? width - 28 : Math.min(width, MOST) - 40 - NAMES;
  const order =
    sort === undefined
      ? 'Sorted by what needs attention.'
      : `Sorted by ${SORTED[sort.column]}${sort.reversed ? ', the other way round' : ''}.`;
  return (
    <>
      <SteadyHead portfolio={portfolio} totals={totalsOfAll(plans, asOf)} order={order} still={still} />
      {!still && <SteadyControls plans={plans} settings={settings} today={asOf} />}
      {!still && (
        <p class="vh" role="status">
          {plansInWords(shown.length)} shown
        </p>
      )}
      {shown.length === 0 ? (
        <p class="none">
          No plan is like that.{' '}
          <button type="button" data-clear="">
            Show all
          </button>
        </p>
      ) : (
        <>
          <Table rows={rows} asOf={asOf} sort={sort} part={partOf?.(rows)} still={still} />
          <SteadyAhead
            ahead={coming}
            width={Math.max(240, plot)}
            listed={still || (settings.listed ?? (narrow && few))}
            still={still}
            of={of}
          />
          <SteadyGoals rows={goalsOf(shown, asOf)} of={of} />
        </>
      )}
      <footer>As of {formatFullDay(asOf)}. Internal view.</footer>
    </>
  );
}

/** Marks that only many plans need. */
function MoreMarks() {
  return (
    <svg width="0" height="0" class="sprite" aria-hidden="true">
      <defs>
        <symbol id="h-unreadable" viewBox="0 0 14 14">
          <path
            class="outline"
            stroke-width="1.2"
            d="M1.5 1.5h11v4.2l-2.2 1.6-2.6-1.8-2.8 2-3.4-1.4zM1.5 9l3.4 1.6 2.8-2 2.6 1.8 2.2-1.6v3.7h-11z"
          />
        </symbol>
      </defs>
    </svg>
  );
}

import { formatFullDay } from '../../plan/day.ts';
import type { CsmAhead } from '../../plan/portfolio/ahead.ts';
import type { Portfolio } from '../../plan/portfolio/types.ts';
import { plansInWords } from '../../plan/portfolio/words.ts';
import { Sprite } from '../components/Sprite.tsx';
import { kept } from '../kept.ts';
import { Below } from './Below.tsx';
import { Controls } from './Controls.tsx';
import type { DrawnPart } from './drawn-part.tsx';
import { Head } from './Head.tsx';
import type { Row } from './rows.ts';
import { type PortfolioSettings, SORTED } from './settings.ts';
import { Table } from './Table.tsx';
import { workedOut } from './worked-out.ts';

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
  /** The same for the lanes of the next 90 days. */
  readonly lanesOf?: (csms: readonly CsmAhead[]) => DrawnPart | undefined;
  /** What stands below a table of which not all lines are drawn is left for later. */
  readonly seenOnly?: boolean;
  /** Without controls, for paper. */
  readonly still?: boolean;
}

/** Of the drawing on paper: from this width on, its labels do not touch. */
const PAPER = 600;
/** From this width of the page on, names stand beside the lanes and rows are rows. */
export const WIDE = 780;
const MOST = 1280;
const NAMES = 132;

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

const SteadyHead = kept(Head);
const SteadyControls = kept(Controls);
const SteadyTable = kept(Table);

function Plans({
  portfolio,
  settings,
  width,
  partOf,
  lanesOf,
  seenOnly = false,
  still = false,
}: PortfolioProps & { readonly portfolio: Portfolio }) {
  const { plans, asOf } = portfolio;
  const { sort } = settings;
  const { totals, counts, csms, shown, rows, apart } = workedOut(plans, asOf, settings);
  const of = shown.length === plans.length ? '' : `, of the ${plansInWords(shown.length)} shown`;
  const part = partOf?.(rows);
  const narrow = width < WIDE;
  const plot = still ? PAPER : narrow ? width - 28 : Math.min(width, MOST) - 40 - NAMES;
  const order =
    sort === undefined
      ? 'Sorted by what needs attention.'
      : `Sorted by ${SORTED[sort.column]}${sort.reversed ? ', the other way round' : ''}.`;
  return (
    <>
      <SteadyHead portfolio={portfolio} totals={totals} order={order} still={still} />
      {!still && <SteadyControls counts={counts} csms={csms} settings={settings} />}
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
          <SteadyTable rows={rows} apart={apart} asOf={asOf} sort={sort} part={part} still={still} />
          <Below
            shown={shown}
            asOf={asOf}
            of={of}
            listed={settings.listed}
            narrow={narrow}
            width={Math.max(240, plot)}
            still={still}
            lanesOf={lanesOf}
            waits={seenOnly && part !== undefined}
          />
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

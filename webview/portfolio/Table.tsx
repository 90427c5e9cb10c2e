import type { Day } from '../../plan/day.ts';
import type { PlanSummary } from '../../plan/portfolio/types.ts';
import { HEALTH } from '../../plan/portfolio/words.ts';
import { kept } from '../kept.ts';
import { AttainedCell, FindingsCell, HealthCell, LateCell, RenewalCell, ReviewCell, TrendCell } from './cells.tsx';
import { type DrawnPart, partly } from './drawn-part.tsx';
import type { Row } from './rows.ts';
import { type Column, SORTED, type Sorting } from './settings.ts';

export interface TableProps {
  readonly rows: readonly Row[];
  /** What tells plans of one customer apart. */
  readonly apart: ReadonlyMap<PlanSummary, string>;
  readonly asOf: Day;
  readonly sort: Sorting | undefined;
  /** Absent: all lines. */
  readonly part?: DrawnPart | undefined;
  /** Without controls, for paper. */
  readonly still?: boolean;
}

interface ColumnHead {
  readonly column: Column | 'trend';
  readonly label: string;
  readonly css: string;
}

const HEADS: readonly ColumnHead[] = [
  { column: 'health', label: 'Health', css: 'c-h' },
  { column: 'customer', label: 'Customer, and why it stands here', css: 'c-n' },
  { column: 'attained', label: 'Attained', css: 'c-a' },
  { column: 'trend', label: '6 months', css: 'c-t' },
  { column: 'late', label: 'Late', css: 'c-l r' },
  { column: 'review', label: 'Next review', css: 'c-r' },
  { column: 'renewal', label: 'Renewal', css: 'c-w' },
  { column: 'findings', label: 'Findings', css: 'c-f' },
  { column: 'csm', label: 'CSM', css: 'c-c' },
];

/** All plans, in groups. A table by its roles: where it is narrow, lines are drawn as cards and stay lines to a screen reader. */
export function Table({ rows, apart, asOf, sort, part, still = false }: TableProps) {
  const draw = (index: number, slot?: string | number) => {
    const row = rows[index];
    return row && <Line key={slot ?? row.key} row={row} index={index} apart={apart} asOf={asOf} still={still} />;
  };
  return (
    <div class="plans" role="table" aria-label="Plans" aria-rowcount={rows.length + 1} aria-colcount={HEADS.length}>
      <div class="hd" role="rowgroup">
        <div class="row" role="row" aria-rowindex={1}>
          {HEADS.map(head => (
            <HeadCell key={head.column} head={head} sort={sort} still={still} />
          ))}
        </div>
      </div>
      <div class="bd" role="rowgroup">
        {part === undefined ? rows.map((_, index) => draw(index)) : partly(part, draw)}
      </div>
    </div>
  );
}

function HeadCell({
  head,
  sort,
  still,
}: {
  readonly head: ColumnHead;
  readonly sort: Sorting | undefined;
  readonly still: boolean;
}) {
  const { column, css } = head;
  const by = sort?.column === column ? sort : undefined;
  // Most findings and most late work come first, so their figures fall.
  const falls = by !== undefined && by.reversed !== (column === 'late' || column === 'findings');
  return (
    <div
      class={css}
      role="columnheader"
      {...(column === 'trend' ? {} : { 'aria-sort': by === undefined ? 'none' : falls ? 'descending' : 'ascending' })}
    >
      {column === 'trend' || still ? (
        inWords(head)
      ) : (
        <button
          type="button"
          class={by === undefined ? 'go sort' : 'go sort on'}
          data-sort={column}
          title={`Sort by ${SORTED[column]}`}
        >
          {inWords(head)}
          <span class="way" aria-hidden="true">
            {by === undefined ? '' : falls ? '↓' : '↑'}
          </span>
        </button>
      )}
    </div>
  );
}

/** The head of a column; what the stroke in its drawings means, beside a stroke. */
function inWords({ column, label }: ColumnHead) {
  if (column !== 'attained') return label;
  return (
    <>
      {label},
      <svg class="stroke" width="2" height="12" aria-hidden="true">
        <line class="s-ink" x1="1" x2="1" y1="0" y2="12" stroke-width="1.5" />
      </svg>
      expected
    </>
  );
}

interface LineProps {
  readonly row: Row;
  readonly index: number;
  readonly apart: ReadonlyMap<PlanSummary, string>;
  readonly asOf: Day;
  readonly still: boolean;
}

function Line({ row, index, apart, asOf, still }: LineProps) {
  const place = {
    role: 'row' as const,
    'aria-rowindex': index + 2,
    'data-index': index,
  };
  if (row.kind === 'plan')
    return (
      <div class="row plan" {...place}>
        <SteadyCells plan={row.plan} which={apart.get(row.plan)} asOf={asOf} still={still} />
      </div>
    );
  const { group, open } = row;
  const words = (
    <>
      <b dir="auto">{group.label}</b> <span class="m">{group.note}</span>
    </>
  );
  return (
    <div class="row group" {...place}>
      <div role="rowheader" aria-colspan={HEADS.length}>
        {still ? (
          words
        ) : (
          <button type="button" class="go line-stop" data-group={row.key} aria-expanded={open} tabIndex={-1}>
            <svg class="turn" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
              <path class="s-mute" d={open ? 'M1.5 3.5L5 7L8.5 3.5' : 'M3.5 1.5L7 5L3.5 8.5'} />
            </svg>
            {words}
          </button>
        )}
      </div>
    </div>
  );
}

const SteadyCells = kept(PlanCells);

interface PlanCellsProps {
  readonly plan: PlanSummary;
  /** What tells it apart from other plans of its customer. */
  readonly which: string | undefined;
  readonly asOf: Day;
  readonly still: boolean;
}

function PlanCells({ plan, which, asOf, still }: PlanCellsProps) {
  const { customer, reason, title, folder, csm } = plan;
  return (
    <>
      <div class="c-h" role="cell">
        <HealthCell health={plan.health} />
      </div>
      <div class="c-n" role="rowheader">
        {still ? (
          <b class="name" dir="auto">
            {customer}
          </b>
        ) : (
          <span class="doors">
            <button
              type="button"
              class="go name line-stop"
              data-panel={plan.key}
              tabIndex={-1}
              dir="auto"
              title={title === undefined || title === customer ? customer : `${customer}: ${title}`}
              aria-label={`${which === undefined ? customer : `${customer}, ${which}`}, ${HEALTH[plan.health]}. ${reason}`}
            >
              {customer}
            </button>
            <button
              type="button"
              class="go text-door"
              data-open={plan.key}
              tabIndex={-1}
              title="Open the text of the plan"
              aria-label={`Open the text of ${customer}`}
            >
              Text
            </button>
          </span>
        )}
        <span class="m why" dir="auto" title={reason}>
          {folder === undefined ? '' : `${folder}: `}
          {which === undefined ? '' : `${which}: `}
          {reason}
        </span>
      </div>
      <div class="c-a" role="cell">
        <AttainedCell plan={plan} />
      </div>
      <div class="c-t" role="cell">
        <TrendCell trend={plan.trend} />
      </div>
      <div class="c-l r" role="cell">
        <LateCell late={plan.late} />
      </div>
      <div class="c-r" role="cell">
        <ReviewCell plan={plan} asOf={asOf} />
      </div>
      <div class="c-w" role="cell">
        <RenewalCell plan={plan} asOf={asOf} />
      </div>
      <div class="c-f" role="cell">
        <FindingsCell findings={plan.findings} />
      </div>
      <div class="c-c" role="cell" dir="auto" title={csm ?? ''}>
        {csm ?? <span class="m">nobody</span>}
      </div>
    </>
  );
}

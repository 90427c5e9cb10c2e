import type { Grouping } from '../../plan/portfolio/groups.ts';
import { SORT_COLUMNS, type SortColumn } from '../../plan/portfolio/order.ts';
import { isRecord } from '../../protocol/unknown.ts';

/** What the table can be grouped by, with the word for it. */
export const GROUPS = {
  attention: 'Attention',
  csm: 'CSM',
  segment: 'Segment',
  renewal: 'Renewal quarter',
} as const satisfies Readonly<Partial<Record<Grouping, string>>>;
export type GroupedBy = keyof typeof GROUPS;
export const GROUPINGS: readonly GroupedBy[] = ['attention', 'csm', 'segment', 'renewal'];

/** Which plans are shown. */
export const SELECTIONS = ['all', 'renewing', 'late', 'unmeasured'] as const;
export type Selection = (typeof SELECTIONS)[number];

/** A column that can be sorted by. */
export type Column = Exclude<SortColumn, 'attention'>;
export const COLUMNS: readonly Column[] = SORT_COLUMNS.filter(column => column !== 'attention');

/** What a column is about, behind “sorted by”. */
export const SORTED: Readonly<Record<Column, string>> = {
  health: 'health',
  customer: 'customer',
  attained: 'attainment',
  late: 'late work',
  review: 'next review',
  renewal: 'renewal',
  findings: 'findings',
  csm: 'CSM',
};

export interface Sorting {
  readonly column: Column;
  /** The other way round than is most useful: best, least or latest first. */
  readonly reversed: boolean;
}

/** What a person has set on the page; kept through reloads. */
export interface PortfolioSettings {
  readonly by: GroupedBy;
  readonly show: Selection;
  /** The one whose plans are shown; '' for plans that nobody has; absent for all. */
  readonly csm?: string;
  /** What was typed to find plans. */
  readonly text: string;
  /** Within groups; absent for the order of what needs attention. */
  readonly sort?: Sorting;
  /** Groups of which only the head is shown, each with what it was grouped by. */
  readonly closed: readonly string[];
  /** Whether the days to come are listed in words; absent: where there is room for little else. */
  readonly listed?: boolean;
}

export const DEFAULTS: PortfolioSettings = { by: 'attention', show: 'all', text: '', closed: [] };

/** Settings as they were kept, with what is not understood left out. Never throws. */
export function readSettings(kept: unknown): PortfolioSettings {
  if (!isRecord(kept)) return DEFAULTS;
  const { by, show, csm, text, sort, closed, listed } = kept;
  return {
    by: GROUPINGS.find(one => one === by) ?? DEFAULTS.by,
    show: SELECTIONS.find(one => one === show) ?? DEFAULTS.show,
    ...(typeof csm === 'string' ? { csm } : {}),
    text: typeof text === 'string' ? text : DEFAULTS.text,
    ...readSorting(sort),
    closed: Array.isArray(closed) ? closed.filter((one: unknown) => typeof one === 'string') : DEFAULTS.closed,
    ...(typeof listed === 'boolean' ? { listed } : {}),
  };
}

function readSorting(kept: unknown): Pick<PortfolioSettings, 'sort'> {
  if (!isRecord(kept)) return {};
  const column = COLUMNS.find(one => one === kept.column);
  return column === undefined ? {} : { sort: { column, reversed: kept.reversed === true } };
}

/** The settings after the head of a column was pressed: as it is most useful, then the other way round, then not sorted at all. */
export function sortedBy({ sort, ...rest }: PortfolioSettings, column: Column): PortfolioSettings {
  if (sort?.column !== column) return { ...rest, sort: { column, reversed: false } };
  return sort.reversed ? rest : { ...rest, sort: { column, reversed: true } };
}

/** The settings with one group closed that was open, or opened that was closed. */
export function turned(settings: PortfolioSettings, group: string): PortfolioSettings {
  const { closed } = settings;
  return {
    ...settings,
    closed: closed.includes(group) ? closed.filter(one => one !== group) : [...closed, group],
  };
}

/** The settings with the plans of one CSM shown, or of all. */
export function ofCsm({ csm: _, ...rest }: PortfolioSettings, csm: string | undefined): PortfolioSettings {
  return csm === undefined ? rest : { ...rest, csm };
}

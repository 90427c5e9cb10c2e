import type { CsmAhead } from '../../plan/portfolio/ahead.ts';
import { roughHeight } from './lane-layout.ts';
import type { ListShape } from './list.ts';
import type { Row } from './rows.ts';

/** The lines of the table: with those on the screen the head of the group they are in, and the one that has the focus. */
export const LINES: ListShape<Row> = {
  all: 150,
  top: 0,
  overscan: 6,
  indexAttribute: 'data-index',
  isRecycled: ({ kind }) => kind === 'plan',
  heightOf: ({ kind }, narrow) => (kind === 'group' ? 41 : narrow ? 118 : 38),
  besides: (rows, first, held) => {
    let head = first;
    while (head > 0 && rows[head]?.kind !== 'group') head--;
    return held === undefined ? [head] : [head, held];
  },
};

/** Where it is narrow, the name stands above the lane. */
const NAME = 28;

/** The lanes of the next 90 days: with those on the screen the one that the tab key leads to, and the two that the arrow keys lead to from there. */
export const LANES: ListShape<CsmAhead> = {
  all: 40,
  // Behind a table that is long, too.
  top: 1_000_000,
  overscan: 3,
  indexAttribute: 'data-lane-index',
  isRecycled: () => false,
  heightOf: (csm, narrow) => roughHeight(csm) + (narrow ? NAME : 0),
  besides: (csms, _, held) => {
    const from = held ?? csms.findIndex(hasDays);
    const before = csms.findLastIndex((csm, i) => i < from && hasDays(csm));
    const after = csms.findIndex((csm, i) => i > from && hasDays(csm));
    return [before, from, after].filter(index => index >= 0);
  },
};

function hasDays({ plans }: CsmAhead): boolean {
  return plans.some(({ coming }) => coming.length > 0);
}

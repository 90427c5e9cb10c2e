import type { Day } from '../../day.ts';
import { textWidth } from '../text-width.ts';
import type { EdgeView } from '../timeline-types.ts';
import type { TimeWindow } from './window.ts';

type Side = EdgeView['side'];

/** Counts the days outside the drawn time, by side: `‹ 3 earlier`, `12 later ›`. `what` so many of them are called: `milestones`. */
export function countEdges(
  key: string,
  days: readonly Day[],
  window: TimeWindow,
  y: number,
  what: (count: number) => string,
): EdgeView[] {
  return (['before', 'after'] as const).flatMap(side => {
    const outside = days.filter(day => window.edge(day) === side).sort();
    const to = side === 'before' ? outside[outside.length - 1] : outside[0];
    if (to === undefined) return [];
    const word = side === 'before' ? 'earlier' : 'later';
    return [
      {
        key: `${key}/${side}`,
        side,
        y,
        text: sided(`${outside.length} ${word}`, side),
        // What is seen comes first: people who speak to their screen say what they see.
        sentence: `${outside.length} ${word} ${what(outside.length)}: go there`,
        to,
      },
    ];
  });
}

/** One thing outside the drawn time, by what it is called: `renewal 1 Aug ›`. */
export function edgeFor(key: string, text: string, to: Day, side: Side, y: number): EdgeView {
  return { key, side, y, text: sided(text, side), sentence: `${text}: go there`, to };
}

/** What an edge takes of a row of labels. */
export function edgeRoom(edge: EdgeView) {
  const width = textWidth(edge.text);
  return edge.side === 'before'
    ? { x: 0, from: 0, to: width, tier: 'always' as const }
    : { x: 1, from: -width, to: 0, tier: 'always' as const };
}

function sided(text: string, side: Side): string {
  return side === 'before' ? `‹ ${text}` : `${text} ›`;
}

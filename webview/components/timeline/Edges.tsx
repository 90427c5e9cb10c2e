import type { EdgeView } from '../../../plan/view/timeline-types.ts';
import { kept } from '../../kept.ts';

interface EdgesProps {
  readonly edges: readonly EdgeView[];
  /** The row that the arrow keys move in. */
  readonly lane: string;
  /** False on paper, where they only tell. */
  readonly live: boolean;
}

/** What is earlier and later than the drawn time: each a control that brings it in, and on the way of the arrow keys. */
export const Edges = kept(({ edges, lane, live }: EdgesProps) => {
  return edges.map(edge =>
    live ? (
      <g
        key={edge.key}
        class="mk edge"
        tabindex={-1}
        role="button"
        aria-label={edge.sentence}
        data-key={edge.key}
        data-lane={lane}
        data-x={edge.side === 'before' ? -1 : 10001}
        data-to={edge.to}
      >
        <Words edge={edge} />
      </g>
    ) : (
      <Words key={edge.key} edge={edge} />
    ),
  );
});

function Words({ edge: { side, text, y } }: { readonly edge: EdgeView }) {
  return (
    <text class="tm halo" x={side === 'before' ? '0' : '100%'} y={y} text-anchor={side === 'before' ? 'start' : 'end'}>
      {text}
    </text>
  );
}

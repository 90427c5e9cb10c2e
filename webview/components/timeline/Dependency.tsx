import type { DependencyView } from '../../../plan/view/timeline-types.ts';
import { kept } from '../../kept.ts';
import { pc } from '../marks.tsx';

/** An S-curve from where the other milestone stands now to the one that waits for it. */
export const Dependency = kept(({ dependency }: { readonly dependency: DependencyView }) => {
  const { from, to } = dependency;
  const left = Math.min(from.x, to.x);
  const top = Math.min(from.y, to.y);
  const height = Math.max(1, Math.abs(to.y - from.y));
  const down = to.y >= from.y;
  const right = to.x >= from.x;
  const [x1, x2] = right ? [0, 100] : [100, 0];
  const [y1, y2] = down ? [0, 100] : [100, 0];
  const bend = right ? 1 : -1;
  const curve = `M${x1} ${y1}C${x1 + 34 * bend} ${y1} ${x1 + 30 * bend} ${(y1 + y2) / 2} ${x1 + 45 * bend} ${y1 + (y2 - y1) * 0.7}S${x2 - 30 * bend} ${y2} ${x2} ${y2}`;
  return (
    <>
      <svg
        aria-hidden="true"
        x={pc(left)}
        y={top}
        width={pc(Math.max(0.0005, Math.abs(to.x - from.x)))}
        height={height}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
      >
        <path class="curve" d={curve} vector-effect="non-scaling-stroke" />
      </svg>
      <use href={right ? '#arrow' : '#arrow-left'} x={pc(to.x)} y={to.y} />
    </>
  );
});

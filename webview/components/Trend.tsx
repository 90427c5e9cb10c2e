import type { TrendPoint, TrendView } from '../../plan/view/types.ts';
import { kept } from '../kept.ts';
import { Phrases } from './Phrases.tsx';

/* The small line has a size of its own: it stays readable and does not stretch. */
const WIDTH = 188;
const LEFT = 4;
const RIGHT = 184;
const BOTTOM = 48;
const TOP = 8;

function px(point: TrendPoint): { x: number; y: number } {
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x: round(LEFT + point.x * (RIGHT - LEFT)), y: round(BOTTOM - point.y * (BOTTOM - TOP)) };
}

function path(points: readonly TrendPoint[]): string {
  return points.map((point, i) => `${i === 0 ? 'M' : 'L'}${px(point).x} ${px(point).y}`).join('');
}

/** Measured values as a small line, with what was expected and where it leads, over its sentence. */
export const Trend = kept(({ trend }: { readonly trend: TrendView }) => {
  const goal = trend.goal === undefined ? undefined : px(trend.goal);
  const today = trend.today === undefined ? undefined : px({ x: trend.today, y: 0 }).x;
  const end = trend.forecast?.reached === true ? px(trend.forecast.to) : undefined;
  return (
    <div class="tr">
      <svg class="trend" viewBox={`0 0 ${WIDTH} 56`} width={WIDTH} height="56" role="img" aria-label={trend.sentence}>
        <title>{trend.sentence}</title>
        {goal !== undefined && <line class="s-hair" x1="0" x2={WIDTH} y1={goal.y} y2={goal.y} />}
        {today !== undefined && <line class="s-focus half" x1={today} x2={today} y1="0" y2="52" />}
        {trend.expected !== undefined && <path class="expected" d={path([trend.expected.from, trend.expected.to])} />}
        {trend.points.length > 1 && <path class="measured" d={path(trend.points)} />}
        {trend.forecast !== undefined && (
          <path class="measured ahead" d={path([trend.forecast.from, trend.forecast.to])} />
        )}
        {trend.points.map(point => (
          <use key={`${point.x} ${point.y}`} href="#ms-point" x={px(point).x} y={px(point).y} />
        ))}
        {end !== undefined && <use href="#ms-expected-point" x={end.x} y={end.y} />}
        {goal !== undefined && (
          <line class="s-ink" x1={goal.x} x2={goal.x} y1={goal.y - 5} y2={goal.y + 5} stroke-width="1.5" />
        )}
      </svg>
      <p class={trend.muted === true ? 's m' : 's'}>
        <Phrases phrases={trend.words} />
      </p>
    </div>
  );
});

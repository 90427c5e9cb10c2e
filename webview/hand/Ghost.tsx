import { type Day, formatDay } from '../../plan/day.ts';
import type { Axis } from '../../plan/view/timeline/window.ts';
import { pc } from '../components/marks.tsx';
import { xOf } from './axis.ts';
import { signed } from './words.ts';

/** Room for `+365 days`, in pixels. */
const WORDS = 60;

interface GhostProps {
  readonly axis: Axis;
  /** Of the drawing, in pixels. */
  readonly width: number;
  readonly from: Day;
  readonly to: Day;
  readonly y: number;
  readonly glyph: string;
}

/** A mark under the hand: its old day stays as the stroke, and the slip to the new one is drawn as it will be. */
export function Ghost({ axis, width, from, to, y, glyph }: GhostProps) {
  const [old, now] = [xOf(from, axis), xOf(to, axis)];
  const later = to > from;
  // Words stand outside of the bar, away from each other, unless the drawing ends there.
  const room = (later ? 1 - now : now) * width;
  const turned = room < WORDS;
  const anchor = later === turned ? 'end' : 'start';
  const gap = anchor === 'end' ? 4 : -4;
  const besides = !turned || Math.abs(now - old) * width > 2 * WORDS;
  return (
    <>
      <line class={later ? 'slip' : 'slip early'} x1={pc(old)} x2={pc(now)} y1={y} y2={y} />
      <use href="#ms-plan" x={pc(old)} y={y} />
      {to !== from && besides && (
        <text class="tm halo" x={pc(old)} dx={later ? 4 : -4} y={y + 21} text-anchor={later ? 'end' : 'start'}>
          {formatDay(from)}
        </text>
      )}
      <line class="under" x1={pc(now)} x2={pc(now)} y1={y - 26} y2={y - 10} />
      <use href={`#ms-${glyph}`} x={pc(now)} y={y} />
      <text
        class="tb halo"
        x={pc(now)}
        y={y - 30}
        text-anchor={now * width < 24 ? 'start' : (1 - now) * width < 24 ? 'end' : 'middle'}
      >
        {formatDay(to)}
      </text>
      {to !== from && (
        <text class="tb halo" x={pc(now)} dx={gap} y={y + 21} text-anchor={anchor}>
          {signed(from, to)}
        </text>
      )}
    </>
  );
}

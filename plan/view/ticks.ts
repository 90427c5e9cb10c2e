/*
 * Round numbers between two ends of a scale, after the algorithm of d3's linear scales, of which a drawing here needs nothing else: steps are 1, 2 or 5
 * times a power of ten, whichever comes nearest to the number of steps that is wanted.
 */

/** Round numbers from `start` to `stop`, both taken in where they are round; about `count` of them. Falling where the ends do. */
export function ticks(start: number, stop: number, count: number): number[] {
  if (start === stop) return [start];
  const low = Math.min(start, stop);
  const high = Math.max(start, stop);
  const rough = (high - low) / count;
  const power = Math.floor(Math.log10(rough));
  const factor = nearestFactor(rough / 10 ** power);
  // Steps below one are counted in their inverse, which is whole: 3 / 10 is a tick, 3 * 0.1 is not.
  const inverse = power < 0;
  const step = inverse ? 10 ** -power / factor : 10 ** power * factor;
  const at = (index: number) => (inverse ? index / step : index * step);
  const near = (value: number) => Math.round(inverse ? value * step : value / step);
  const first = near(low) + (at(near(low)) < low ? 1 : 0);
  const last = near(high) - (at(near(high)) > high ? 1 : 0);
  const rising = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => at(first + index));
  return start <= stop ? rising : rising.reverse();
}

function nearestFactor(error: number): number {
  if (error >= Math.sqrt(50)) return 10;
  if (error >= Math.sqrt(10)) return 5;
  return error >= Math.sqrt(2) ? 2 : 1;
}

import type { HealthMark } from '../../plan/view/types.ts';

/** The fraction as an SVG length, rounded to a hundredth of a per cent. */
export function pc(fraction: number): string {
  return `${Math.round(fraction * 10000) / 100}%`;
}

/** A health mark or sign in a box of 14 px. It always stands beside its word, so it is hidden from screen readers. */
export function Sign({
  name,
}: {
  readonly name: `h-${HealthMark}` | `s-${'warn' | 'err' | 'pass' | 'fail' | 'none'}`;
}) {
  return (
    <svg class="g" aria-hidden="true">
      <use href={`#${name}`} />
    </svg>
  );
}

/** A mark drawn around 0,0, put into running text. */
export function Glyph({ name, width = 14 }: { readonly name: string; readonly width?: number }) {
  return (
    <svg class="glyph" width={width} height="18" aria-hidden="true">
      <use
        href={`#${name}`}
        x={name === 'ms-goal' || name === 'ms-forecast' ? 2 : width / 2}
        y={name === 'ms-goal' || name === 'ms-forecast' ? 12 : 9}
      />
    </svg>
  );
}

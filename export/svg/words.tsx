import { clip, textWidth, wrap } from '../../plan/view/text-width.ts';
import { visible } from '../../plan/visible.ts';

/** Pixels that labels are measured in. */
const LABEL = 11;

interface WordsProps {
  readonly text: string;
  readonly x: number;
  /** Of the first line's foot. */
  readonly y: number;
  /** Pixels. */
  readonly size: number;
  readonly leading: number;
  /** Pixels that a line may take; what does not fit into the last one ends with an ellipsis. */
  readonly room: number;
  readonly most?: number;
  readonly muted?: boolean;
  readonly strong?: boolean;
}

/** A text in as many lines as it needs. Its direction is its own. */
export function Words({ x, y, size, leading, muted, strong, ...rest }: WordsProps) {
  return (
    <text
      x={x}
      y={y}
      style={`font-size:${size}px${strong === true ? ';font-weight:600' : ''}`}
      class={muted ? 'tm' : ''}
    >
      {linesOf({ size, strong, ...rest }).map((line, i) => (
        <tspan key={`${i}`} x={x} dy={i === 0 ? 0 : leading}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The lines that `Words` draws; none for a text without letters. */
export function linesOf({
  text,
  size,
  room,
  most = 1,
  strong = false,
}: Pick<WordsProps, 'text' | 'size' | 'room' | 'most'> & { readonly strong?: boolean | undefined }): readonly string[] {
  const shown = visible(text.trim());
  if (shown === '') return [];
  // Measured at the size of labels, bold ones an eighth wider.
  const own = ((room * LABEL) / size) * (strong ? 0.88 : 1);
  return most === 1 ? [clip(shown, own)] : wrap(shown, own, most).lines;
}

/** Pixels that a line of text takes. */
export function widthOf(text: string, size: number, strong = false): number {
  return (textWidth(visible(text), strong) * size) / LABEL;
}

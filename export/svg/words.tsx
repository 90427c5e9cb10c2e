import { clip, textWidth } from '../../plan/view/text-width.ts';
import { visible } from '../../plan/visible.ts';

/** Pixels that labels are measured in. */
const LABEL = 11;

interface Text {
  readonly text: string;
  /** So many letters at its beginning are strong. */
  readonly lead?: number;
  /** Pixels. */
  readonly size: number;
  /** Pixels that a line may take; what does not fit into the last one ends with an ellipsis. */
  readonly room: number;
  readonly most?: number;
  readonly strong?: boolean;
}

interface WordsProps extends Text {
  readonly x: number;
  /** Of the first line's foot. */
  readonly y: number;
  readonly leading: number;
  readonly muted?: boolean;
}

/** A text in as many lines as it needs. */
export function Words({ x, y, leading, muted, ...text }: WordsProps) {
  const { size, strong, lead = 0 } = text;
  let done = 0;
  return (
    <text
      x={x}
      y={y}
      style={`font-size:${size}px${strong === true ? ';font-weight:600' : ''}`}
      class={muted === true ? 'tm' : undefined}
    >
      {linesOf(text).map((line, i) => {
        const bold = line.slice(0, Math.max(0, lead - done));
        // The blank at which it was broken.
        done += line.length + 1;
        return (
          <tspan key={`${i}`} x={x} dy={i === 0 ? 0 : leading}>
            {bold !== '' && <tspan style="font-weight:600">{bold}</tspan>}
            {line.slice(bold.length)}
          </tspan>
        );
      })}
    </text>
  );
}

/** The lines that `Words` draws, each as full as it can be; none for a text without letters. */
export function linesOf({ text, size, room, most = 1, strong = false, lead = 0 }: Text): readonly string[] {
  const words = visible(text.trim())
    .split(/\s+/u)
    .filter(word => word !== '');
  const width = (line: string) => widthOf(line, size, strong || lead > line.length);
  const lines: string[] = [];
  let line = '';
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || width(longer) <= room) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      line = `${line} ${words.slice(i).join(' ')}`;
      break;
    }
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines.map(one => clip(one, (room * LABEL) / size, strong));
}

/** Pixels that a line of text takes. */
export function widthOf(text: string, size: number, strong = false): number {
  return (textWidth(visible(text), strong) * size) / LABEL;
}

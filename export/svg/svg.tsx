import { type Day, formatFullDay } from '../../plan/day.ts';
import type { PlanOnPaper } from '../../plan/view/paper.ts';
import { visible, visibleMarkup } from '../../plan/visible.ts';
import { Sprite } from '../../webview/components/Sprite.tsx';
import { renderPart } from '../../webview/on-paper.ts';
import { type Drawn, head } from './head.tsx';
import { LIGHT } from './palette.ts';
import { rows } from './rows.tsx';
import { drawingStyle } from './style.ts';
import { timeline } from './timeline.tsx';
import { Words, widthOf } from './words.tsx';

/** So wide that every label of the panel has room. */
const WIDTH = 1100;
const EDGE = 24;
const INNER = WIDTH - 2 * EDGE;

/**
 * The plan as one picture: figures, attainment and timeline, in shapes and words that any program draws that knows SVG. Nothing is loaded, nothing runs.
 * Ends with a line break. Never throws.
 */
export function planSvg({ view, today }: PlanOnPaper): string {
  const drawn = view.timeline && timeline(view.timeline, INNER);
  const sections: readonly Section[] = [
    { title: undefined, drawn: head(view.header, INNER) },
    ...(view.outcomes.length === 0 ? [] : [{ title: 'Attainment', note: scaleNote(today), drawn: rows(view, INNER) }]),
    ...(drawn === undefined ? [] : [{ title: 'Timeline', note: STROKES, drawn }]),
  ];
  const placed: { readonly y: number; readonly section: Section }[] = [];
  let y = EDGE;
  for (const section of sections) {
    placed.push({ y, section });
    y += section.drawn.height + (section.title === undefined ? 20 : 60);
  }
  const edition = view.audience === 'customer' ? `Prepared for ${view.header.title}` : 'Internal: not for the customer';
  const height = Math.ceil(y + 20);
  const name = visible(`${view.header.title}: success plan, ${formatFullDay(today)}`);
  const markup = renderPart(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      font-family="system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif"
      role="img"
      aria-label={name}
    >
      <title>{name}</title>
      <style>{drawingStyle(LIGHT)}</style>
      <Sprite />
      <rect class="f-paper" width={WIDTH} height={height} />
      {placed.map(({ y: top, section }) => (
        <g key={section.title ?? ''} transform={`translate(${EDGE} ${top})`}>
          <Whole section={section} />
        </g>
      ))}
      <g transform={`translate(${EDGE} ${y})`}>
        <Words text={`${view.footer} ${edition}.`} x={0} y={0} size={11} leading={16} room={INNER} muted />
      </g>
    </svg>,
  );
  return `${wellFormed(markup)}\n`;
}

/** As the panel says it. */
const STROKES = 'The stroke is the planned day, the diamond the actual one.';

function scaleNote(today: Day): string {
  return `Left is the baseline, right is the goal. The upright stroke is where the outcome should be on ${formatFullDay(today)}.`;
}

interface Section {
  readonly title: string | undefined;
  readonly note?: string;
  readonly drawn: Drawn;
}

function Whole({ section: { title, note = '', drawn } }: { readonly section: Section }) {
  if (title === undefined) return drawn.markup;
  return (
    <>
      <line class="s-ink" x1="0" x2={INNER} y1="0" y2="0" />
      <Words text={title} x={0} y={22} size={14} leading={20} room={INNER} strong />
      <Words text={note} x={widthOf(title, 14, true) + 12} y={22} size={12} leading={16} room={INNER - 120} muted />
      <g transform="translate(0 36)">{drawn.markup}</g>
    </>
  );
}

/** What nobody sees is seen, as XML has no name for most control characters; it has no place for the end of a raw text, and older programs know a link inside the picture by its older name alone. */
function wellFormed(markup: string): string {
  return visibleMarkup(markup)
    .replaceAll(']]>', ']]&gt;')
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replace('<svg ', '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ')
    .replaceAll(/<use href="(#[\w-]+)"/g, '<use href="$1" xlink:href="$1"');
}

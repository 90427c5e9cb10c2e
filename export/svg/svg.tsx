import { formatFullDay } from '../../plan/day.ts';
import { visible } from '../../plan/visible.ts';
import { Sprite } from '../../webview/components/Sprite.tsx';
import { renderPart } from '../../webview/on-paper.ts';
import type { PlanOnPaper } from '../on-paper.ts';
import { type Drawn, head } from './head.tsx';
import { LIGHT, type Palette } from './palette.ts';
import { rows } from './rows.tsx';
import { drawingStyle } from './style.ts';
import { timeline } from './timeline.tsx';
import { Words } from './words.tsx';

/** So wide that every label of the panel has room. */
const WIDTH = 1100;
const EDGE = 24;
const INNER = WIDTH - 2 * EDGE;

/**
 * The plan as one picture: figures, attainment and timeline, in shapes and words that any program draws that knows SVG. Nothing is loaded, nothing runs.
 * Ends with a line break. Never throws.
 */
export function planSvg({ view, today }: PlanOnPaper, palette: Palette = LIGHT): string {
  const sections: readonly Section[] = [
    { title: undefined, drawn: head(view.header, INNER) },
    ...(view.outcomes.length === 0 ? [] : [{ title: 'Attainment', drawn: rows(view, INNER) }]),
    ...(view.timeline === undefined ? [] : [{ title: 'Timeline', drawn: timeline(view.timeline, INNER) }]),
  ];
  const placed: { readonly y: number; readonly section: Section }[] = [];
  let y = EDGE;
  for (const section of sections) {
    placed.push({ y, section });
    y += section.drawn.height + (section.title === undefined ? 20 : 72);
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
      <style>{drawingStyle(palette)}</style>
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

interface Section {
  readonly title: string | undefined;
  readonly drawn: Drawn;
}

function Whole({ section: { title, drawn } }: { readonly section: Section }) {
  if (title === undefined) return drawn.markup;
  return (
    <>
      <line class="s-ink" x1="0" x2={INNER} y1="0" y2="0" />
      <Words text={title} x={0} y={22} size={14} leading={20} room={INNER} strong />
      <g transform="translate(0 36)">{drawn.markup}</g>
    </>
  );
}

/** XML has no name for most control characters, and older programs know a link inside the picture by its older name alone. */
function wellFormed(markup: string): string {
  return markup
    .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace('<svg ', '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ')
    .replaceAll(/<use href="(#[\w-]+)"/g, '<use href="$1" xlink:href="$1"');
}

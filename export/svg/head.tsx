import type { FigureView, HeaderView } from '../../plan/view/types.ts';
import type { Markup } from '../../webview/on-paper.ts';
import { linesOf, Words, widthOf } from './words.tsx';

/** Something drawn, and how far down it reaches. */
export interface Drawn {
  readonly height: number;
  readonly markup: Markup;
}

const GAP = 40;
const NEXT = 388;

/** The customer's name, how it stands in one sentence, what comes next, and the figures. */
export function head({ title, subtitle, sentence, next, figures }: HeaderView, width: number): Drawn {
  const beside = next.length > 0 ? NEXT + GAP : 0;
  const text = `${sentence.lead} ${sentence.rest}`.trim();
  const said = { text, lead: sentence.lead.length, size: 15, room: Math.min(620, width - beside), most: 5 };
  const under = { text: subtitle, size: 12, room: width, most: 3 };
  const lead = 50 + linesOf(under).length * 16;
  const foot = lead + Math.max(linesOf(said).length * 22, next.length * 18 + 20);
  return {
    height: foot + 10 + FIGURES,
    markup: (
      <>
        <Words text={title} x={0} y={22} size={22} leading={28} room={width} strong />
        <Words {...under} x={0} y={42} leading={16} muted />
        <Words {...said} x={0} y={lead + 6} leading={22} />
        {next.length > 0 && (
          <g transform={`translate(${width - NEXT} ${lead})`}>
            <Words text="What comes next" x={0} y={2} size={11} leading={16} room={NEXT} muted />
            {next.map(({ dayText, text: what, distance, at }, i) => (
              <g key={at} transform={`translate(0 ${20 + i * 18})`}>
                <Words text={dayText} x={0} y={0} size={12} leading={16} room={56} />
                <Words text={what} x={60} y={0} size={12} leading={16} room={NEXT - 76 - widthOf(distance, 12)} />
                <text x={NEXT} y={0} text-anchor="end" class="tm" style="font-size:12px">
                  {distance}
                </text>
              </g>
            ))}
          </g>
        )}
        <g transform={`translate(0 ${foot + 10})`}>
          <Figures figures={figures} width={width} />
        </g>
      </>
    ),
  };
}

const FIGURES = 92;

function Figures({ figures, width }: { readonly figures: readonly FigureView[]; readonly width: number }) {
  const step = width / Math.max(1, figures.length);
  return (
    <>
      <line class="s-ink" x1="0" x2={width} y1="0" y2="0" />
      {figures.map((figure, i) => {
        const x = Math.round(i * step) + (i === 0 ? 0 : 14);
        const shift = figure.mark === undefined ? 0 : 22;
        const size = figure.words === true ? 15 : 20;
        const room = step - 24;
        const [value] = linesOf({ text: figure.value, size, room: room - shift, strong: true });
        return (
          <g key={figure.name}>
            {i > 0 && <line class="s-hair" x1={x - 14} x2={x - 14} y1="1" y2={FIGURES - 8} />}
            <Words text={figure.label} x={x} y={19} size={11} leading={14} room={room} muted />
            {figure.mark !== undefined && <use href={`#h-${figure.mark}`} x={x} y={30} width="16" height="16" />}
            <text x={x + shift} y={45} style={`font-size:${size}px;font-weight:600`}>
              {value}
              {figure.unit !== undefined && <tspan style="font-size:13px;font-weight:400"> {figure.unit}</tspan>}
            </text>
            <Words text={figure.note} x={x} y={62} size={11} leading={14} room={room} most={2} muted />
          </g>
        );
      })}
      <line class="s-hair" x1="0" x2={width} y1={FIGURES - 8} y2={FIGURES - 8} />
    </>
  );
}

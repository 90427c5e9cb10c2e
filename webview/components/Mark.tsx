import type { LabelView, MarkView, SlipView } from '../../plan/view/timeline-types.ts';
import { kept } from '../kept.ts';
import { ActingContext } from './Act.tsx';
import { pc } from './marks.tsx';

/** Words in the drawing. */
export function Words({ label }: { readonly label: LabelView }) {
  return (
    <text class={`halo ${label.tier}${label.muted === true ? ' tm' : ''}`} y={label.y} text-anchor={label.anchor}>
      {label.lines.map((line, i) => (
        <tspan
          key={line.text}
          class={line.strong === true ? 'tb' : undefined}
          x={pc(label.x)}
          dx={label.dx}
          dy={i === 0 ? 0 : 14}
        >
          {line.text}
        </tspan>
      ))}
    </text>
  );
}

interface MarkProps {
  readonly mark: MarkView;
  /** The row that the arrow keys move in. */
  readonly lane: string;
  readonly lit: boolean;
  /** The one mark of the drawing that the tab key stops at; the arrow keys move on from there. */
  readonly stop: boolean;
  /** True where the page shows words of its own beside a mark; without scripts the browser's have to do. */
  readonly live: boolean;
}

/** A mark with its slip, words and frame: it can be focused, clicked, and says everything about itself. */
export const Mark = kept((props: MarkProps) => {
  return (
    <ActingContext.Consumer>
      {acting => <Drawn {...props} {...(acting === 'on' && props.mark.movable !== undefined ? { moved: true } : {})} />}
    </ActingContext.Consumer>
  );
});

function Drawn({ mark, lane, lit, stop, live, moved }: MarkProps & { readonly moved?: true }) {
  const { slip } = mark;
  const x = pc(mark.x);
  const tall = mark.glyph === 'goal' || mark.glyph === 'forecast';
  const tip = live ? (mark.tip ?? [mark.sentence]).join('\n') : undefined;
  const button = (
    <g
      class={lit ? 'mk lit' : 'mk'}
      tabindex={stop ? 0 : -1}
      role="button"
      aria-label={mark.sentence}
      data-at={mark.at}
      data-key={mark.key}
      data-lane={lane}
      data-x={Math.round(mark.x * 10000)}
      data-tip={tip}
      {...(moved === true ? movable(mark) : {})}
    >
      {!live && <title>{mark.sentence}</title>}
      {slip !== undefined && <Slip slip={slip} y={mark.y} />}
      {mark.planned !== undefined && <use href="#ms-plan" x={pc(mark.planned)} y={mark.y} />}
      <use href={`#ms-${mark.glyph}`} x={x} y={mark.y} />
      <svg aria-hidden="true" x={x} y={mark.y}>
        <rect class="ring" x={tall ? -5 : -11} y={tall ? -14 : -11} width={tall ? 20 : 22} height={tall ? 24 : 22} />
      </svg>
    </g>
  );
  if (mark.labels.length === 0) return button;
  // Beside the button, not in it: its name says all that they say and more, and a name that reads otherwise than what is seen confuses.
  return (
    <>
      <g class={lit ? 'wd lit' : 'wd'} data-at={mark.at} data-tip={tip}>
        {mark.labels.map(label => (
          <Words key={label.y} label={label} />
        ))}
      </g>
      {button}
    </>
  );
}

/** The bar from the planned day to the actual one, or to today. */
export function Slip({ slip, y }: { readonly slip: SlipView; readonly y: number }) {
  return <line class={`slip ${slip.kind}`} x1={pc(slip.from)} x2={pc(slip.to)} y1={y} y2={y} />;
}

/** What the hand needs to know of a mark that can be moved, and how a person without a pointer moves it. */
function movable({ movable, y, glyph }: MarkView) {
  return {
    'data-movable': movable,
    'data-y': y,
    'data-glyph': glyph,
    'aria-keyshortcuts': 'Alt+ArrowLeft Alt+ArrowRight F2',
    'aria-description': 'Alt and the arrow keys move the day, F2 asks for it.',
  };
}

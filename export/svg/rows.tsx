import type { OutcomeView, PlanView } from '../../plan/view/types.ts';
import { Scale } from '../../webview/components/Scale.tsx';
import { Trend } from '../../webview/components/Trend.tsx';
import type { Drawn } from './head.tsx';
import { At, drawing } from './parts.tsx';
import { linesOf, Words, widthOf } from './words.tsx';

/* Columns as in the panel: outcome, attained, scale, line, health. */
const WHAT = 232;
const NUM = 76;
const LINE = 188;
const HEALTH = 196;
const GAP = 24;

/** A row an outcome: how far, how far it should be, where it is heading, why. */
export function rows({ outcomes }: PlanView, width: number): Drawn {
  const drawn: { readonly y: number; readonly row: Drawn; readonly key: string }[] = [];
  let y = 0;
  for (const outcome of outcomes) {
    const row = rowOf(outcome, width);
    drawn.push({ y, row, key: outcome.key });
    y += row.height;
  }
  return {
    height: y,
    markup: (
      <>
        {drawn.map(({ y: top, row, key }, i) => (
          <g key={key} transform={`translate(0 ${top})`}>
            {i > 0 && <line class="s-hair" x1="0" x2={width} y1="0" y2="0" />}
            {row.markup}
          </g>
        ))}
      </>
    ),
  };
}

function rowOf(outcome: OutcomeView, width: number): Drawn {
  const { attainment, health, milestones, trend } = outcome;
  const room = width - WHAT - NUM - LINE - HEALTH - 4 * GAP;
  const [num, scale, line, state] = [WHAT + GAP, WHAT + NUM + 2 * GAP, width - HEALTH - LINE - GAP, width - HEALTH];
  const title = { text: `${outcome.name} ${outcome.title}`, size: 13, room: WHAT, most: 5, strong: true };
  const below = 24 + linesOf(title).length * 18;
  const words = trend?.words.map(({ text }) => text).join('') ?? '';
  const instead = { text: outcome.scale.kind === 'none' ? outcome.scale.text : '', size: 12, room, most: 7 };
  const ahead = { text: words, size: 12, room: LINE, most: 3 };
  const reason = { text: health.reason, size: 12, room: HEALTH, most: 7 };
  const declared = health.declared ?? '';
  // Beside the word where both have room, else below it.
  const beside = 20 + widthOf(health.word, 13, true) + 8;
  const isBelow = declared !== '' && beside + widthOf(declared, 11) > HEALTH;
  const reasonY = isBelow ? 60 : 44;
  const foot = Math.max(
    milestones === undefined ? below - 14 : below,
    scaleHeight(outcome),
    24 + linesOf(instead).length * 16,
    trend === undefined ? 0 : 82 + (linesOf(ahead).length - 1) * 16,
    reasonY + (linesOf(reason).length - 1) * 16,
  );
  return {
    height: foot + 20,
    markup: (
      <>
        <Words {...title} x={0} y={24} leading={18} />
        {milestones !== undefined && (
          <>
            {milestones.glyphs.slice(0, MOST).map((glyph, i) => (
              <use
                key={`${i}`}
                href={`#ms-${glyph}`}
                transform={`translate(${6 + i * STEP} ${below - 4}) scale(.78)`}
              />
            ))}
            <Words
              text={milestones.text}
              x={Math.min(MOST, milestones.glyphs.length) * STEP + 4}
              y={below}
              size={11}
              leading={16}
              room={WHAT - MOST * STEP}
            />
          </>
        )}
        <Words
          text={attainment.text}
          x={num}
          y={32}
          size={attainment.known ? 22 : 15}
          leading={26}
          room={NUM + 20}
          strong
        />
        <Words text={attainment.note} x={num} y={50} size={11} leading={16} room={NUM + 20} muted />
        {outcome.scale.kind === 'none' ? (
          <Words {...instead} x={scale} y={24} leading={16} muted />
        ) : (
          <At x={scale} y={12} markup={drawing(<Scale scale={outcome.scale} />, 'scale', room)} />
        )}
        {trend !== undefined && (
          <>
            <At x={line} y={10} markup={drawing(<Trend trend={trend} />, 'trend', LINE)} />
            <Words {...ahead} x={line} y={82} leading={16} muted={trend.muted === true} />
          </>
        )}
        <use href={`#h-${health.mark}`} x={state} y={13} width="14" height="14" />
        <Words text={health.word} x={state + 20} y={25} size={13} leading={16} room={HEALTH - 20} strong />
        {declared !== '' && (
          <Words
            text={declared}
            x={isBelow ? state : state + beside}
            y={isBelow ? 42 : 25}
            size={11}
            leading={16}
            room={isBelow ? HEALTH : HEALTH - beside + 2}
            muted
          />
        )}
        <Words {...reason} x={state} y={reasonY} leading={16} />
      </>
    ),
  };
}

/** As in the panel: more diamonds would push the count out of the row. */
const MOST = 8;
const STEP = 14;

function scaleHeight({ scale }: OutcomeView): number {
  if (scale.kind === 'bar') return 84;
  return scale.kind === 'hold' ? 62 : 56;
}

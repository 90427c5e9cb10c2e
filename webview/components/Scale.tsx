import type { BarScaleView, HoldScaleView, ScaleLabel, ScaleView } from '../../plan/view/types.ts';
import { kept } from '../kept.ts';
import { pc } from './marks.tsx';

/** One outcome's scale, from baseline to goal. */
export const Scale = kept(({ scale }: { readonly scale: ScaleView }) => {
  if (scale.kind === 'bar') return <BarScale scale={scale} />;
  if (scale.kind === 'hold') return <HoldScale scale={scale} />;
  return <p class="s m">{scale.text}</p>;
});

function Label({ label, y, mark = '' }: { readonly label: ScaleLabel; readonly y: number; readonly mark?: string }) {
  return (
    <text class={`${mark} ${label.tier}`.trim()} x={pc(label.x)} dx={label.dx} y={y} text-anchor={label.anchor}>
      {label.text}
    </text>
  );
}

function BarScale({ scale }: { readonly scale: BarScaleView }) {
  const { expected, value } = scale;
  return (
    <svg class="scale" height="70" role="img" aria-label={`${scale.title}. ${scale.sentence}`}>
      <title>{scale.sentence}</title>
      {scale.fill === undefined ? (
        <rect class="unfilled" x="0.5" y="20.5" width="99.8%" height="7" />
      ) : (
        <>
          <rect class="f-track" y="20" height="8" width="100%" />
          <rect class="f-measured" y="20" height="8" width={pc(scale.fill)} />
        </>
      )}
      <g class="ticks">
        {scale.ticks.map(x => (
          <line key={x} x1={pc(x)} x2={pc(x)} y1="30" y2="34" />
        ))}
      </g>
      {scale.labels.map(label => (
        <Label key={`${label.x} ${label.text}`} label={label} y={46} mark={label.strong === true ? 'tb' : 'tm'} />
      ))}
      {scale.days.map(label => (
        <Label key={label.x} label={label} y={62} mark="tm" />
      ))}
      {scale.note !== undefined && (
        <text x="0" y="12">
          {scale.note}
        </text>
      )}
      {expected !== undefined && (
        <>
          <line
            class="s-paper"
            x1={pc(expected.x)}
            x2={pc(expected.x)}
            y1="15"
            y2={expected.long ? 52 : 34}
            stroke-width="5"
          />
          <line
            class="s-ink"
            x1={pc(expected.x)}
            x2={pc(expected.x)}
            y1="15"
            y2={expected.long ? 52 : 34}
            stroke-width="1.5"
          />
          {expected.label !== undefined && <Label label={expected.label} y={62} mark="halo" />}
        </>
      )}
      {value !== undefined && (
        <>
          {value.side === 'beyond' ? null : (
            <circle class={value.side === 'behind' ? 'dot hollow' : 'dot'} cx={pc(scale.fill ?? 0)} cy="24" r="5" />
          )}
          <Label label={value} y={12} mark="tb" />
        </>
      )}
    </svg>
  );
}

function HoldScale({ scale }: { readonly scale: HoldScaleView }) {
  const { value } = scale;
  return (
    <svg class="scale" height="48" role="img" aria-label={`${scale.title}. ${scale.sentence}`}>
      <title>{scale.sentence}</title>
      <line class="s-ink" x1="0" x2="100%" y1="24" y2="24" stroke-width="1.5" />
      <text class="tm" x="0" y="42">
        {scale.label}
      </text>
      {value !== undefined && (
        <>
          <circle class="dot thin" cx={pc(value.x)} cy={value.holds ? 18 : 30} r="4" />
          <Label label={value} y={value.holds ? 13 : 42} mark="tb" />
        </>
      )}
    </svg>
  );
}

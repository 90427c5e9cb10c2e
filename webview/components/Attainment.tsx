import { formatFullDay } from '../../plan/day.ts';
import type { OutcomeView, PlanView } from '../../plan/view/types.ts';
import { kept, type Part } from '../kept.ts';
import { Sign } from './marks.tsx';
import { Scale } from './Scale.tsx';
import { Trend } from './Trend.tsx';

/** A row an outcome: how far, how far it should be, where it is heading, why. */
export function Attainment({ view, lit }: { readonly view: PlanView; readonly lit?: string | undefined }) {
  return (
    <section aria-labelledby="h-att">
      <div class="sh">
        <h2 id="h-att">Attainment</h2>
        <span class="m">
          Left is the baseline, right is the goal. The upright stroke is where the outcome should be on{' '}
          {formatFullDay(view.asOf)}.
        </span>
      </div>
      <div class="rowh" aria-hidden="true">
        <span>Outcome</span>
        <span>Attained</span>
        <span>Baseline, now, goal</span>
        <span>Measured, expected, forecast</span>
        <span>Health</span>
      </div>
      {view.outcomes.map(outcome => (
        <article
          key={outcome.key}
          class={lit === outcome.key ? 'row lit' : 'row'}
          aria-label={`${outcome.name} ${outcome.title}`}
          data-start={outcome.at}
        >
          <Row outcome={outcome} start={outcome.at} />
        </article>
      ))}
    </section>
  );
}

const Row = kept(({ outcome, start }: Part & { readonly outcome: OutcomeView }) => {
  const { attainment, health, milestones } = outcome;
  return (
    <>
      <div class="what">
        <h3 dir="auto" title={outcome.title}>
          <button type="button" class="go" data-at={outcome.at - start}>
            <span class="oid">{outcome.name}</span> {outcome.title}
          </button>
        </h3>
        {milestones !== undefined && (
          <p class="xs">
            <Diamonds milestones={milestones} />
            {milestones.text}
          </p>
        )}
      </div>
      <div class="num">
        <div class={attainment.known ? 'pct' : 'pct word'}>{attainment.text}</div>
        <div class="xs m">{attainment.note}</div>
      </div>
      <div class="sc">
        <Scale scale={outcome.scale} />
      </div>
      {outcome.trend === undefined ? <div class="tr none" /> : <Trend trend={outcome.trend} />}
      <div class="he">
        <p class="hl">
          <span class="nw b">
            <Sign name={`h-${health.mark}`} />
            {health.word}
          </span>{' '}
          {health.declared !== undefined && <span class="xs m nw">{health.declared}</span>}
        </p>
        <p class="s" dir="auto">
          {health.reason}
        </p>
        {health.action !== undefined && (
          <p class="act">
            <button type="button" data-at={health.action.at - start}>
              {health.action.label}
            </button>
          </p>
        )}
      </div>
    </>
  );
});

/** More diamonds than this would push the count out of the row; the sentence says them all. */
const MOST = 8;
const STEP = 14;

function Diamonds({ milestones }: { readonly milestones: NonNullable<OutcomeView['milestones']> }) {
  const shown = milestones.glyphs.slice(0, MOST);
  if (shown.length === 0) return null;
  return (
    <svg class="dia" width={shown.length * STEP} height="12" role="img" aria-label={milestones.sentence}>
      {shown.map((glyph, i) => (
        <g key={`${i}`} transform={`translate(${6 + i * STEP} 6) scale(.78)`}>
          <use href={`#ms-${glyph}`} />
        </g>
      ))}
    </svg>
  );
}

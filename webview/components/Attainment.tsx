import { formatFullDay } from '../../plan/day.ts';
import type { Act, OutcomeView, PlanView } from '../../plan/view/types.ts';
import { kept } from '../kept.ts';
import { type PanelSettings, withTableTurned } from '../settings.ts';
import { ActingContext, Acts, Go } from './Act.tsx';
import { Later } from './Later.tsx';
import { Sign } from './marks.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { Said } from './Said.tsx';
import { Scale } from './Scale.tsx';
import { TableSwitch } from './Table.tsx';
import { Trend } from './Trend.tsx';

interface AttainmentProps extends Pick<PlanView, 'outcomes' | 'asOf'> {
  readonly lit?: string | undefined;
  readonly settings: PanelSettings;
  /** Takes what a person chose; absent on paper. */
  readonly onSettings?: ((settings: PanelSettings) => void) | undefined;
}

/** A row an outcome: how far, how far it should be, where it is heading, why. */
export const Attainment = kept(({ outcomes, asOf, lit, settings, onSettings }: AttainmentProps) => {
  const table = settings.tables.attainment;
  return (
    <section aria-labelledby="h-att">
      <div class="sh">
        <h2 id="h-att">Attainment</h2>
        {!table && (
          <span class="m">
            Left is the baseline, right is the goal. The upright stroke is where the outcome should be on{' '}
            {formatFullDay(asOf)}.
          </span>
        )}
        {onSettings && (
          <TableSwitch of="attainment" on={table} press={() => onSettings(withTableTurned(settings, 'attainment'))} />
        )}
      </div>
      {!table && <Drawing outcomes={outcomes} lit={lit} />}
      <Later
        later={onSettings !== undefined && !table}
        draw={() => <OutcomeTable outcomes={outcomes} open={table} lit={lit} />}
      />
    </section>
  );
});

function Drawing({ outcomes, lit }: Pick<AttainmentProps, 'outcomes' | 'lit'>) {
  return (
    <>
      <div class="rowh" aria-hidden="true">
        <span>Outcome</span>
        <span>Attained</span>
        <span>Baseline, now, goal</span>
        <span>Measured, expected, forecast</span>
        <span>Health</span>
      </div>
      {outcomes.map(outcome => (
        <article
          key={outcome.key}
          class={lit === outcome.key ? 'row lit' : 'row'}
          aria-label={`${outcome.name} ${outcome.title}`}
        >
          <Row outcome={outcome} />
        </article>
      ))}
    </>
  );
}

const Row = kept(({ outcome }: { readonly outcome: OutcomeView }) => {
  const { attainment, health, milestones } = outcome;
  return (
    <>
      <div class="what">
        <h3 dir="auto" title={outcome.title}>
          <Go at={outcome.at}>
            <span class="oid">{outcome.name}</span> {outcome.title}
          </Go>
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
        {attainment.known && <Record actions={health.actions} of={outcome.name} />}
      </div>
      <div class="sc">
        <Scale scale={outcome.scale} />
      </div>
      {outcome.trend !== undefined ? (
        <Trend trend={outcome.trend} />
      ) : outcome.parts === undefined ? (
        <div class="tr none" />
      ) : (
        <div class="tr parts">
          <p class="s" dir="auto">
            <Said text={outcome.parts} />
          </p>
        </div>
      )}
      <div class="he">
        <p class="hl">
          <span class="nw b">
            <Sign name={`h-${health.mark}`} />
            {health.word}
          </span>{' '}
          {health.declared !== undefined && <span class="xs m nw">{health.declared}</span>}
        </p>
        <p class="s" dir="auto">
          <Said text={health.reason} />
        </p>
        {!attainment.known && <Acts acts={health.actions} />}
      </div>
    </>
  );
});

/** Where a value is known already, the next one is asked for in a quieter voice. */
function Record({ actions, of }: { readonly actions: readonly Act[]; readonly of: string }) {
  const act = actions.find(one => one.kind === 'dialogue');
  if (act === undefined || act.kind !== 'dialogue') return null;
  return (
    <ActingContext.Consumer>
      {acting =>
        acting !== 'none' && (
          <button
            type="button"
            class="go link xs"
            disabled={acting === 'off'}
            aria-disabled={acting === 'off' ? true : undefined}
            title={act.label}
            aria-label={`${act.label} of ${of}`}
            data-dialogue={act.dialogue}
            data-at={act.at}
          >
            Record…
          </button>
        )
      }
    </ActingContext.Consumer>
  );
}

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

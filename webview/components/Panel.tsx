import { formatFullDay } from '../../plan/day.ts';
import type { AgendaView, CalloutView, DocumentView, EmptyView, PlanView } from '../../plan/view/types.ts';
import type { Broken } from '../../protocol/panel.ts';
import type { PanelSettings } from '../settings.ts';
import { Attainment } from './Attainment.tsx';
import { Header } from './Header.tsx';
import { Sign } from './marks.tsx';
import { Sprite } from './Sprite.tsx';
import { Timeline } from './Timeline.tsx';

export interface PanelProps {
  /** The last drawing that could be made; null when there never was one. */
  readonly view: DocumentView | null;
  /** Set while the document cannot be read. */
  readonly broken?: Broken | undefined;
  /** Key of what the cursor in the document stands in. */
  readonly lit?: string | undefined;
  /** What a person chose to see; the whole plan by outcome unless said. */
  readonly settings?: PanelSettings | undefined;
  /** Takes what a person chose. Without it nothing can be chosen: a page on paper. */
  readonly onSettings?: ((settings: PanelSettings) => void) | undefined;
}

/** The whole page. Pure: the same properties give the same markup, in the panel and as a string. */
export function Panel({ view, broken, lit, settings, onSettings }: PanelProps) {
  return (
    <div class="page">
      <Sprite />
      <main>
        {broken !== undefined && <BrokenBand broken={broken} asOf={view?.asOf} />}
        {view === null && broken === undefined && <p class="m waiting">Reading the plan…</p>}
        {view !== null && (
          <div class={broken === undefined ? 'now' : 'old'}>
            {view.kind === 'agenda' ? (
              <Agenda view={view} />
            ) : (
              <Plan view={view} lit={lit} settings={settings} onSettings={onSettings} />
            )}
          </div>
        )}
      </main>
    </div>
  );
}

function BrokenBand({ broken, asOf }: { readonly broken: Broken; readonly asOf: PlanView['asOf'] | undefined }) {
  return (
    <div class="band" role="status">
      <Sign name="s-err" />
      <p class="s">
        <b>Line {broken.line} cannot be read:</b> {broken.cause.replace(/\.$/u, '')}.{' '}
        {asOf === undefined
          ? 'The drawing appears as soon as it can.'
          : `Drawn below is the plan as it was last readable, as of ${formatFullDay(asOf)}.`}
      </p>
      <button type="button" data-at={broken.at}>
        Go to line {broken.line}
      </button>
    </div>
  );
}

type PlanProps = Omit<PanelProps, 'view' | 'broken'> & { readonly view: PlanView };

function Plan({ view, lit, settings, onSettings }: PlanProps) {
  const callouts = view.callouts.map(callout => <Callout key={callout.key} callout={callout} />);
  return (
    <>
      <Header header={view.header} />
      {view.empty !== undefined && <Empty empty={view.empty} />}
      {view.outcomes.length > 0 && <Attainment view={view} lit={lit} />}
      {(view.timeline !== undefined || view.callouts.length > 0) && (
        <section aria-labelledby="h-tl">
          <div class="sh">
            <h2 id="h-tl">Timeline</h2>
            {(view.timeline?.lanes.length ?? 0) > 0 && (
              <span class="m">The stroke is the planned day, the diamond the actual one.</span>
            )}
          </div>
          {view.timeline === undefined ? (
            callouts
          ) : (
            <Timeline draft={view.timeline} lit={lit} settings={settings} onSettings={onSettings} under={callouts} />
          )}
        </section>
      )}
      <footer>{view.footer}</footer>
    </>
  );
}

function Callout({ callout }: { readonly callout: CalloutView }) {
  return (
    <div class="call" role="note">
      <Sign name="s-warn" />
      <p class="s" dir="auto">
        <b>{callout.lead}</b> {callout.rest}
      </p>
      <span class="acts">
        {callout.actions.map(action => (
          <button key={action.label} type="button" data-at={action.at}>
            {action.label}
          </button>
        ))}
      </span>
    </div>
  );
}

function Empty({ empty }: { readonly empty: EmptyView }) {
  return (
    <section class="empty" aria-labelledby="h-empty">
      <h2 id="h-empty">{empty.title}</h2>
      <ol>
        {empty.steps.map(step => (
          <li key={step.label}>
            {step.at === undefined ? (
              <b>{step.label}</b>
            ) : (
              <button type="button" class="go link" data-at={step.at}>
                {step.label}
              </button>
            )}{' '}
            <span class="m">{step.detail}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Agenda({ view }: { readonly view: AgendaView }) {
  return (
    <>
      <h1 dir="auto">{view.title}</h1>
      <p class="say">{view.sentence}</p>
      {view.topics.length > 0 && (
        <ol class="topics">
          {view.topics.map(topic => (
            <li key={topic.at}>
              <button type="button" class="go" data-at={topic.at} dir="auto">
                {topic.name}
              </button>
              <span class="m">{topic.duration}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

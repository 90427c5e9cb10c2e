import { formatFullDay } from '../../plan/day.ts';
import type { AgendaView, DocumentView, PlanView } from '../../plan/view/types.ts';
import type { Broken } from '../../protocol/panel.ts';
import { DEFAULT_SETTINGS, type PanelSettings } from '../settings.ts';
import { ActingContext } from './Act.tsx';
import { Attainment } from './Attainment.tsx';
import { Checklist } from './Checklist.tsx';
import { Header } from './Header.tsx';
import { LeftOut } from './LeftOut.tsx';
import { Sign } from './marks.tsx';
import { People } from './People.tsx';
import { Reviews } from './Reviews.tsx';
import { Risks } from './Risks.tsx';
import { Sprite } from './Sprite.tsx';
import { TimelineSection } from './TimelineSection.tsx';

/** What the page is drawn from. */
export interface PanelProps {
  /** The last drawing that could be made; null when there never was one. */
  readonly view: DocumentView | null;
  /** Set while the document cannot be read. */
  readonly broken?: Broken | undefined;
  /** Why nothing is drawn for a customer, although the document can be read. */
  readonly unsure?: string | undefined;
  /** Key of what the cursor in the document stands in. */
  readonly lit?: string | undefined;
  /** What a person chose to see; the whole plan by outcome unless said. */
  readonly settings?: PanelSettings | undefined;
  /** Takes what a person chose. Without it nothing can be chosen: a page on paper. */
  readonly onSettings?: ((settings: PanelSettings) => void) | undefined;
  /** True in the editor; a page on paper has no controls, and nothing in it leads anywhere. */
  readonly controls?: boolean | undefined;
}

/** The whole page. Pure: the same properties give the same markup, in the panel and as a string. */
export function Panel({ view, broken, unsure, lit, settings, onSettings, controls = false }: PanelProps) {
  const acting = !controls ? 'none' : broken === undefined ? 'on' : 'off';
  return (
    <ActingContext.Provider value={acting}>
      <div class="page">
        <Sprite />
        <main>
          {broken !== undefined && <BrokenBand broken={broken} asOf={view?.asOf} />}
          {unsure !== undefined && <UnsureBand unsure={unsure} />}
          {view === null && broken === undefined && unsure === undefined && <p class="m waiting">Reading the plan…</p>}
          {view !== null && (
            <div class={broken === undefined ? 'now' : 'old'}>
              {view.kind === 'agenda' ? (
                <Agenda view={view} />
              ) : (
                <Plan view={view} lit={lit} settings={settings} onSettings={onSettings} controls={controls} />
              )}
            </div>
          )}
        </main>
      </div>
    </ActingContext.Provider>
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

/** In place of a customer's drawing, with the way back: without a drawing there is no header to switch in. */
function UnsureBand({ unsure }: { readonly unsure: string }) {
  return (
    <div class="band" role="status">
      <Sign name="s-err" />
      <p class="s">{unsure}</p>
      <button type="button" data-audience="internal">
        Show the internal drawing
      </button>
    </div>
  );
}

type PlanProps = Omit<PanelProps, 'view' | 'broken' | 'unsure' | 'controls'> & {
  readonly view: PlanView;
  readonly controls: boolean;
};

function Plan({ view, lit, settings = DEFAULT_SETTINGS, onSettings, controls }: PlanProps) {
  return (
    <>
      <Header header={view.header} empty={view.empty} audience={controls ? (view.audience ?? 'internal') : undefined} />
      {controls && view.leftOut !== undefined && <LeftOut {...view.leftOut} />}
      {view.outcomes.length > 0 && (
        <Attainment outcomes={view.outcomes} asOf={view.asOf} lit={lit} settings={settings} onSettings={onSettings} />
      )}
      {(view.timeline !== undefined || view.callouts.length > 0) && (
        <TimelineSection
          draft={view.timeline}
          callouts={view.callouts}
          movable={controls && view.audience !== 'customer'}
          lit={lit}
          settings={settings}
          onSettings={onSettings}
        />
      )}
      <Details view={view} lit={lit} />
      <footer>{view.footer}</footer>
    </>
  );
}

/* Two columns where there is room. A section that is not there leaves no gap: the next one takes its place. */
function Details({ view, lit }: { readonly view: PlanView; readonly lit?: string | undefined }) {
  const { risks, people, reviews, checklist } = view;
  if (!risks && !people && !reviews && !checklist) return null;
  return (
    <div class="two">
      {risks && <Risks risks={risks} lit={lit} />}
      {people && <People people={people} lit={lit} />}
      {reviews && <Reviews reviews={reviews} lit={lit} />}
      {checklist && <Checklist checklist={checklist} />}
    </div>
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

import type { ComponentChildren } from 'preact';
import { AUDIENCES, type Audience } from '../../plan/audience/audience.ts';
import type { EmptyView, FigureView, HeaderView } from '../../plan/view/types.ts';
import { kept } from '../kept.ts';
import { Act, ActingContext, Go } from './Act.tsx';
import { Sign } from './marks.tsx';
import { Said } from './Said.tsx';

interface HeaderProps {
  readonly header: HeaderView;
  readonly empty?: EmptyView | undefined;
  /** For whom the page is drawn; set where it has controls. */
  readonly audience?: Audience | undefined;
}

/** Name, one sentence, what comes next, the figures; in an empty plan what to write first. */
export const Header = kept(({ header, empty, audience }: HeaderProps) => {
  return (
    <header>
      <div class="top">
        <div class="who-for">
          <h1 dir="auto">
            <Go at={header.at}>{header.title}</Go>
          </h1>
          <p class="m s">{header.subtitle}</p>
        </div>
        {audience !== undefined && <Tools audience={audience} at={header.at} />}
      </div>
      <div class={header.next.length > 0 ? 'lead' : 'lead alone'}>
        <div>
          <p class="say" dir="auto">
            <b>{header.sentence.lead}</b> <Said text={header.sentence.rest} />
          </p>
          {empty !== undefined && empty.actions.length > 0 && (
            <p class="acts first">
              {empty.actions.map((act, i) => (
                <Act key={act.label} act={act} first={i === 0} />
              ))}
            </p>
          )}
        </div>
        {header.next.length > 0 && (
          <div class="next">
            <h2 class="m">What comes next</h2>
            <ul>
              {header.next.map(item => (
                <li key={`${item.day} ${item.text}`}>
                  <span>{item.dayText}</span>
                  <Go at={item.at} class="line-of" title={item.text}>
                    {item.text}
                  </Go>
                  <span class="m">{item.distance}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <dl class={`kpi of-${header.figures.length}`}>
        {header.figures.map(figure => (
          <Figure key={figure.name} figure={figure} />
        ))}
      </dl>
    </header>
  );
});

const AUDIENCE_WORDS = { internal: 'Internal', customer: 'Customer' } as const;

/** For whom it is drawn, the text behind it, and the way to paper. */
function Tools({ audience, at }: { readonly audience: Audience; readonly at: number }) {
  return (
    <div class="bar">
      <fieldset class="seg">
        <legend class="vh">Drawn for</legend>
        {AUDIENCES.map(one => (
          <button key={one} type="button" data-audience={one} aria-pressed={one === audience}>
            {AUDIENCE_WORDS[one]}
          </button>
        ))}
      </fieldset>
      <button type="button" data-at={at}>
        Open YAML
      </button>
      <button type="button" class="pri" data-export={audience}>
        Export…
      </button>
    </div>
  );
}

const Figure = kept(({ figure }: { readonly figure: FigureView }) => {
  const value = (
    <>
      {figure.mark !== undefined && <Sign name={`h-${figure.mark}`} />}
      {figure.value}
      {figure.unit !== undefined && <small> {figure.unit}</small>}
    </>
  );
  return (
    <div title={figure.detail}>
      <dt>{figure.label}</dt>
      <dd class={figure.words === true ? 'v words-only' : 'v'}>
        {figure.problems === true ? (
          <Problems>{value}</Problems>
        ) : figure.at === undefined ? (
          value
        ) : (
          <Go at={figure.at}>{value}</Go>
        )}
      </dd>
      <dd>{figure.note}</dd>
    </div>
  );
});

/** Leads to the list of findings, where there is one. */
function Problems({ children }: { readonly children: ComponentChildren }) {
  return (
    <ActingContext.Consumer>
      {acting =>
        acting === 'none' ? (
          children
        ) : (
          <button type="button" class="go link" data-problems="">
            {children}
          </button>
        )
      }
    </ActingContext.Consumer>
  );
}

import type { FigureView, HeaderView } from '../../plan/view/types.ts';
import { Sign } from './marks.tsx';

/** Name, one sentence, what comes next, five figures. */
export function Header({ header }: { readonly header: HeaderView }) {
  return (
    <header>
      <h1 dir="auto">
        <button type="button" class="go" data-at={header.at}>
          {header.title}
        </button>
      </h1>
      <p class="m s" dir="auto">
        {header.subtitle}
      </p>
      <div class={header.next.length > 0 ? 'lead' : 'lead alone'}>
        <p class="say" dir="auto">
          <b>{header.sentence.lead}</b> {header.sentence.rest}
        </p>
        {header.next.length > 0 && (
          <div class="next">
            <h2 class="m">What comes next</h2>
            <ul>
              {header.next.map(item => (
                <li key={`${item.day} ${item.text}`}>
                  <span>{item.dayText}</span>
                  <button type="button" class="go" data-at={item.at} title={item.text} dir="auto">
                    {item.text}
                  </button>
                  <span class="m">{item.distance}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <dl class="kpi">
        {header.figures.map(figure => (
          <Figure key={figure.name} figure={figure} />
        ))}
      </dl>
    </header>
  );
}

function Figure({ figure }: { readonly figure: FigureView }) {
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
          <button type="button" class="go link" data-problems="">
            {value}
          </button>
        ) : figure.at === undefined ? (
          value
        ) : (
          <button type="button" class="go" data-at={figure.at}>
            {value}
          </button>
        )}
      </dd>
      <dd>{figure.note}</dd>
    </div>
  );
}

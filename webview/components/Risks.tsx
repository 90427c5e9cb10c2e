import type { MatrixCell, RefView, RisksView, RiskView } from '../../plan/view/details/types.ts';
import { kept } from '../kept.ts';
import { Go } from './Act.tsx';
import { RefList } from './RefList.tsx';
import { Rest } from './Rest.tsx';

interface RisksProps {
  readonly risks: RisksView;
  readonly lit?: string | undefined;
}

/** What may go wrong, in the matrix and in words beside it. */
export const Risks = kept(({ risks, lit }: RisksProps) => {
  const { list, matrix, note, shown } = risks;
  const items = list.map(risk => (
    <li key={risk.key} class={lit === risk.key ? 'rk lit' : 'rk'}>
      <Risk risk={risk} />
    </li>
  ));
  const rest = list.slice(shown);
  return (
    <section class="risks" aria-labelledby="h-rk">
      <div class="sh">
        <h2 id="h-rk">Risks</h2>
        <span class="m">{note}</span>
      </div>
      <div class={matrix === undefined ? 'risk alone' : 'risk'}>
        {matrix !== undefined && <Matrix matrix={matrix} lit={lit} />}
        <div class="rks">
          <ul>{items.slice(0, shown)}</ul>
          {rest.length > 0 && (
            <Rest words={`${rest.length} more`} open={rest.some(risk => risk.key === lit)}>
              <ul>{items.slice(shown)}</ul>
            </Rest>
          )}
        </div>
      </div>
    </section>
  );
});

const WORDS = { low: 'Low', medium: 'Med', high: 'High' } as const;
const FULL = { low: 'Low', medium: 'Medium', high: 'High' } as const;

/* A real table: its cells have names without a word more. The list beside leads the keyboard to the same lines. */
const Matrix = kept(
  ({ matrix, lit }: { readonly matrix: NonNullable<RisksView['matrix']>; readonly lit?: string | undefined }) => {
    const [top] = matrix;
    return (
      <div class="mx">
        <span class="mx-up m" aria-hidden="true">
          impact
        </span>
        <table aria-label="Risks by impact and likelihood">
          <tbody>
            {matrix.map(row => (
              <tr key={row[0]?.impact}>
                <th scope="row" aria-label={`Impact ${row[0]?.impact ?? ''}`}>
                  {WORDS[row[0]?.impact ?? 'low']}
                </th>
                {row.map(cell => (
                  <Cell key={cell.likelihood} cell={cell} lit={lit} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              {top?.map(({ likelihood }) => (
                <th key={likelihood} scope="col" aria-label={`Likelihood ${likelihood}`}>
                  {FULL[likelihood]}
                </th>
              ))}
            </tr>
          </tfoot>
        </table>
        <span class="mx-along m" aria-hidden="true">
          likelihood
        </span>
      </div>
    );
  },
);

function Cell({ cell, lit }: { readonly cell: MatrixCell; readonly lit?: string | undefined }) {
  const { impact, likelihood, severe, score, marks, more } = cell;
  const one = marks.length === 1 ? ' one' : '';
  return (
    <td class={severe ? `sev i-${impact} l-${likelihood}` : undefined}>
      <span class="score m">
        {score}
        {severe && <span class="vh"> severe</span>}
      </span>
      <span class={`marks${one}`}>
        {marks.map(mark => (
          <button
            key={mark.key}
            type="button"
            class={`rm ${mark.state}${lit === mark.key ? ' lit' : ''}`}
            tabindex={-1}
            data-at={mark.at}
            title={mark.sentence}
            aria-label={mark.sentence}
          >
            {mark.text}
          </button>
        ))}
        {more !== undefined && (
          <span class="rm more" title={more.names}>
            +{more.count}
            <span class="vh"> more: {more.names}</span>
          </span>
        )}
      </span>
    </td>
  );
}

const Risk = kept(({ risk }: { readonly risk: RiskView }) => (
  <>
    <h3 title={risk.title}>
      {risk.sign !== undefined && (
        <span class={`rm ${risk.state}`} aria-hidden="true">
          {risk.sign}
        </span>
      )}
      <Go at={risk.at}>
        <span class="oid">{risk.name}</span> <bdi>{risk.title}</bdi>
      </Go>
    </h3>
    <p class="s">
      <span class={risk.severe ? 'b' : undefined}>{risk.status}</span>{' '}
      {risk.mitigation !== undefined && <Said text={risk.mitigation} />}{' '}
      {risk.due !== undefined && <span class={risk.due.late ? 'b' : undefined}>{risk.due.text} </span>}
      {risk.owner !== undefined && <Said text={risk.owner} />}
    </p>
    {risk.contingency !== undefined && (
      <p class="s m">
        If it happens: <Said text={risk.contingency} />
      </p>
    )}
    {(risk.lacks !== undefined || risk.holdsUp.length > 0 || risk.threatens.length > 0) && (
      <p class="s m">
        {risk.lacks} <Refs words="Holds up" refs={risk.holdsUp} />
        <Refs words="Threatens" refs={risk.threatens} />
      </p>
    )}
  </>
));

/** `Holds up O1·3, O2·1.` */
function Refs({ words, refs }: { readonly words: string; readonly refs: readonly RefView[] }) {
  if (refs.length === 0) return null;
  return (
    <>
      {words} <RefList refs={refs} />.{' '}
    </>
  );
}

/** What somebody wrote, in its own direction and with a full stop. */
function Said({ text }: { readonly text: string }) {
  return (
    <>
      <bdi>{text}</bdi>
      {/[.!?。؟…]$/u.test(text) ? '' : '.'}
    </>
  );
}

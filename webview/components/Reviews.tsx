import type { NextReviewView, PastReviewView, ReviewLogView } from '../../plan/view/details/types.ts';
import { kept } from '../kept.ts';
import { Acts, Go } from './Act.tsx';
import { Sign } from './marks.tsx';
import { RefList } from './RefList.tsx';
import { Rest } from './Rest.tsx';
import { Said } from './Said.tsx';

interface ReviewsProps {
  readonly reviews: ReviewLogView;
  readonly lit?: string | undefined;
}

/** The next review with what to bring, then those that were held, the newest first. */
export const Reviews = kept(({ reviews, lit }: ReviewsProps) => {
  const { next, note, past, shown } = reviews;
  const items = past.map(review => (
    <li key={review.key} class={lit === review.key ? 'rev lit' : 'rev'}>
      <Past review={review} />
    </li>
  ));
  const rest = past.slice(shown);
  return (
    <section class="reviews" aria-labelledby="h-rv">
      <div class="sh">
        <h2 id="h-rv">Reviews</h2>
        <span class="m">{note}</span>
      </div>
      <ol>
        {next !== undefined && (
          <li key={next.key} class={lit === next.key ? 'rev lit' : 'rev'}>
            <Next next={next} />
          </li>
        )}
        {items.slice(0, shown)}
      </ol>
      {rest.length > 0 && (
        <Rest words={`${rest.length} earlier reviews`} open={rest.some(review => review.key === lit)}>
          <ol>{items.slice(shown)}</ol>
        </Rest>
      )}
    </section>
  );
});

const Next = kept(({ next }: { readonly next: NextReviewView }) => (
  <>
    <h3>
      <Go at={next.at}>{next.day}</Go>
      <span class={next.overdue ? 'when' : 'when m'}>{next.distance}</span>
    </h3>
    <div>
      <p>
        {next.text}
        {next.bring.length > 0 && (
          <>
            {' '}
            To bring:{' '}
            {next.bring.map((one, i) => (
              <span key={one.words}>
                {i > 0 && '; '}
                {one.words} <RefList refs={one.things} more={one.more} />
              </span>
            ))}
            .
          </>
        )}
      </p>
      <Acts acts={next.actions} />
    </div>
  </>
));

const Past = kept(({ review }: { readonly review: PastReviewView }) => {
  const { attendees, changes, decisions, findings, kind, openActions, unchanged } = review;
  return (
    <>
      <h3>
        <Go at={review.at}>{review.day}</Go>
        {review.year !== '' && <span class="when m">{review.year}</span>}
        {kind !== undefined && <span class="when m">{kind}</span>}
      </h3>
      <div>
        <p class="long" dir="auto" title={review.summary}>
          {review.summary}
        </p>
        {(decisions.length > 0 || changes.length > 0 || unchanged || attendees.length > 0 || openActions > 0) && (
          <p class="m">
            <Listed words="Decided" items={decisions} />
            <Listed words="Changed" items={changes} />
            {unchanged && 'No plan changes. '}
            {openActions > 0 && `${openActions} ${openActions === 1 ? 'action' : 'actions'} still open. `}
            <Names names={attendees} />
          </p>
        )}
        {findings.map(finding => (
          <p key={finding.text} class="warn">
            <Sign name="s-warn" />
            <Go at={finding.at}>
              <Said text={finding.text} />
            </Go>
          </p>
        ))}
      </div>
    </>
  );
});

/** `Decided: …; ….` */
function Listed({ words, items }: { readonly words: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  const last = items[items.length - 1] ?? '';
  return (
    <>
      {words}:{' '}
      {items.map((item, i) => (
        <span key={item}>
          {i > 0 && '; '}
          <bdi>{item.replace(/[.;]$/u, '')}</bdi>
        </span>
      ))}
      {/[!?。؟]$/u.test(last) ? ' ' : '. '}
    </>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      {names.map((name, i) => (
        <span key={name}>
          {i > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
      .
    </>
  );
}

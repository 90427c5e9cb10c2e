import { decapitalise } from '../../plan/words.ts';
import { kept } from '../kept.ts';
import { Sign } from './marks.tsx';

/** What begins so is not left out, and asks for a look. */
const STAYS = 'Stays: ';

/** Stands under the header of the customer's page while one of us looks at it: what they will not see. It is on no page that leaves the house. */
export const LeftOut = kept(({ leftOut }: { readonly leftOut: readonly string[] }) => {
  const gone = leftOut.filter(one => !one.startsWith(STAYS));
  const stays = leftOut.filter(one => one.startsWith(STAYS));
  return (
    <div class="left-out" role="note" aria-label="What the customer does not see">
      <p>
        <b>The customer’s page.</b>{' '}
        {gone.length === 0 ? (
          'Nothing in this plan has to be left out.'
        ) : (
          <>Left out: {gone.map(decapitalise).join(' · ')}.</>
        )}
      </p>
      {stays.map(one => (
        <p key={one} dir="auto">
          <Sign name="s-warn" /> {one}
        </p>
      ))}
    </div>
  );
});

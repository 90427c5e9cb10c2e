import type * as audience from '../../plan/audience/left-out.ts';
import { decapitalise } from '../../plan/words.ts';
import { kept } from '../kept.ts';
import { Sign } from './marks.tsx';

/** Stands under the header of the customer's page while one of us looks at it: what they will not see. It is on no page that leaves the house. */
export const LeftOut = kept(({ gone, stays }: audience.LeftOut<string>) => {
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
          <Sign name="s-warn" /> Stays: {one}
        </p>
      ))}
    </div>
  );
});

import { type Facets, isFiltered } from '../../../plan/view/timeline/filter.ts';
import type { MilestoneFilter } from '../../../plan/view/timeline/options.ts';
import { kept } from '../../kept.ts';

interface ShownProps {
  readonly facets: Facets;
  readonly show: MilestoneFilter;
  /** Shows all again; absent on paper. */
  readonly all?: (() => void) | undefined;
}

/** How many milestones are shown, while any may be left out. The line is always there, so that a screen reader hears it change. */
export const Shown = kept(({ facets, show, all }: ShownProps) => {
  const filtered = isFiltered(show);
  return (
    <p class={filtered ? 'shown s m' : 'shown'} role="status">
      {filtered &&
        (facets.shown === 0 ? 'No milestone is all of that.' : `${facets.shown} of ${facets.all} milestones shown.`)}
      {filtered && all !== undefined && (
        <>
          {' '}
          <button type="button" class="go link" onClick={all}>
            Show all
          </button>
        </>
      )}
    </p>
  );
});

import type { Day } from '../../../plan/day.ts';
import type { MilestoneDraft, TimelineDraft } from '../../../plan/view/timeline/draft.ts';
import { listed, needsOf } from '../../../plan/view/timeline/list.ts';
import { kept } from '../../kept.ts';
import { useSharing } from '../use-sharing.ts';

interface ListProps {
  readonly draft: TimelineDraft;
  /** Those that are shown, by date. */
  readonly milestones: readonly MilestoneDraft[];
  /** True when it has to stay in sight at every width, since a name found no room in the drawing. */
  readonly always: boolean;
}

/**
 * The milestones by date, in sight where the drawing does not show their names. It is hidden from screen readers, who have the table with
 * all of it, and from the tab key, which reaches the same lines through the marks.
 */
export const List = kept(({ draft, milestones, always }: ListProps) => {
  const needs = useSharing<string[][]>()(milestones.map(milestone => needsOf(draft, milestone)));
  if (milestones.length === 0) return null;
  return (
    <ol class={always ? 'words shown' : 'words'} aria-hidden="true">
      {milestones.map((milestone, i) => (
        <li key={milestone.key}>
          <Listed milestone={milestone} today={draft.today} needs={needs[i] ?? NONE} />
        </li>
      ))}
    </ol>
  );
});

const NONE: readonly string[] = [];

interface ListedProps {
  readonly milestone: MilestoneDraft;
  readonly today: Day;
  readonly needs: readonly string[];
}

/* Put into words here, where it is drawn: of many milestones one has changed. */
const Listed = kept(({ milestone, today, needs }: ListedProps) => {
  const item = listed(milestone, today, needs);
  return (
    <>
      <span class="m ref" title={item.ref}>
        {item.ref}
      </span>
      <span class={item.strong === true ? 'b' : undefined}>{item.dayText}</span>
      <button type="button" class={item.strong === true ? 'go b' : 'go'} tabindex={-1} data-at={item.at}>
        <bdi>{item.name}</bdi>
        {item.rest}
      </button>
    </>
  );
});

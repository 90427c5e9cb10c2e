import type { ListedView } from '../../../plan/view/timeline-types.ts';
import { kept, type Part } from '../../kept.ts';

interface ListProps {
  readonly list: readonly ListedView[];
  /** True when it has to stay in sight at every width, since a name found no room in the drawing. */
  readonly always: boolean;
}

/**
 * The milestones by date, in sight where the drawing does not show their names. It is hidden from screen readers, who have the table with
 * all of it, and from the tab key, which reaches the same lines through the marks.
 */
export function List({ list, always }: ListProps) {
  if (list.length === 0) return null;
  return (
    <ol class={always ? 'words shown' : 'words'} aria-hidden="true">
      {list.map(item => (
        <li key={item.key} data-start={item.at}>
          <Listed item={item} start={item.at} />
        </li>
      ))}
    </ol>
  );
}

const Listed = kept(({ item, start }: Part & { readonly item: ListedView }) => (
  <>
    <span class="m ref" title={item.ref}>
      {item.ref}
    </span>
    <span class={item.strong === true ? 'b' : undefined}>{item.dayText}</span>
    <button type="button" class={item.strong === true ? 'go b' : 'go'} tabindex={-1} data-at={item.at - start}>
      <bdi>{item.name}</bdi>
      {item.rest}
    </button>
  </>
));

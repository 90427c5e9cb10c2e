import { type ComponentChildren, createContext } from 'preact';
import type { Act as ActView } from '../../plan/view/types.ts';

/** What controls do: all of them work; those that edit are off, as in a plan that cannot be read; or there are none, as on paper. */
export type Acting = 'on' | 'off' | 'none';

/** How the controls of a page are. Parts that are kept as they stand hear of a change, too. */
export const ActingContext = createContext<Acting>('none');

interface ActProps {
  readonly act: ActView;
  /** The one that is most likely wanted. */
  readonly first?: boolean;
}

/** A control that does something; what it is to do stands in its attributes, as `webview/act.ts` reads them. */
export function Act({ act, first = false }: ActProps) {
  const look = first ? 'pri' : undefined;
  return (
    <ActingContext.Consumer>
      {acting =>
        acting === 'none' ? null : act.kind === 'go' ? (
          <button type="button" class={look} data-at={act.at}>
            {act.label}
          </button>
        ) : (
          <button
            type="button"
            class={look}
            disabled={acting === 'off'}
            aria-disabled={acting === 'off' ? true : undefined}
            title={act.kind === 'fix' ? act.title : undefined}
            data-dialogue={act.kind === 'dialogue' ? act.dialogue : undefined}
            data-edit={act.kind === 'dialogue' ? undefined : act.kind}
            data-what={act.kind === 'add' ? act.what : undefined}
            data-rule={act.kind === 'fix' ? act.rule : undefined}
            data-fix={act.kind === 'fix' ? act.fix : undefined}
            data-at={act.kind === 'add' ? undefined : act.at}
          >
            {act.label}
          </button>
        )
      }
    </ActingContext.Consumer>
  );
}

/** Some controls in a row; nothing at all where there are none. */
export function Acts({ acts }: { readonly acts: readonly ActView[] }) {
  if (acts.length === 0) return null;
  return (
    <ActingContext.Consumer>
      {acting =>
        acting !== 'none' && (
          <span class="acts">
            {acts.map(act => (
              <Act key={act.label} act={act} />
            ))}
          </span>
        )
      }
    </ActingContext.Consumer>
  );
}

interface GoProps {
  /** The number of the place. */
  readonly at: number;
  readonly class?: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** Words that lead to a place of the document; on paper just words. */
export function Go({ at, class: more, title, children }: GoProps) {
  return (
    <ActingContext.Consumer>
      {acting =>
        acting === 'none' ? (
          <span class={more} title={title} dir="auto">
            {children}
          </span>
        ) : (
          <button type="button" class={more === undefined ? 'go' : `go ${more}`} data-at={at} title={title} dir="auto">
            {children}
          </button>
        )
      }
    </ActingContext.Consumer>
  );
}

import type { ComponentChildren } from 'preact';
import { ActingContext } from './Act.tsx';

interface RestProps {
  /** `12 more`. */
  readonly words: string;
  /** The cursor stands in what is hidden. */
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** What is out of sight until somebody asks for it. On paper nobody can ask, so there it is shown. */
export function Rest({ words, open, children }: RestProps) {
  return (
    <ActingContext.Consumer>
      {acting => (
        <details class="rest" open={open || acting === 'none' ? true : undefined}>
          <summary>{words}</summary>
          {children}
        </details>
      )}
    </ActingContext.Consumer>
  );
}

import { Component, type ComponentChild, type ComponentConstructor } from 'preact';
import { sameBut } from '../plan/view/same-but.ts';

/** What a part of the drawing is given: offsets in it count from `start`, and the element around it says so (`data-start`). */
export interface Part {
  readonly start: number;
}

/**
 * A component for a part of the drawing that is drawn again only if something else than its place in the document has changed. Text put in
 * above moves the offsets of everything below; in the part they stay what they were, since they count from its start.
 */
export function kept<Props extends Part>(draw: (props: Props) => ComponentChild): ComponentConstructor<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return !sameBut(next.start - this.props.start, this.props, next);
    }
    override render(): ComponentChild {
      return draw(this.props);
    }
  };
}

/** As much of an element as it takes to ask where it stands. */
export interface InPage {
  closest(selectors: string): InPage | null;
  getAttribute(name: string): string | null;
}

/** The offset in the document that a control leads to; undefined for everything else. */
export function offsetOf(target: InPage): number | undefined {
  const control = target.closest('[data-at]');
  const at = Number(control?.getAttribute('data-at') ?? Number.NaN);
  const start = Number(control?.closest('[data-start]')?.getAttribute('data-start') ?? 0);
  return Number.isInteger(at + start) ? at + start : undefined;
}

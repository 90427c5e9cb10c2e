import { Component, type ComponentChild, type ComponentConstructor } from 'preact';

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

/** The names under which views and parts keep offsets. */
const OFFSETS: ReadonlySet<string> = new Set(['at', 'until', 'start']);

/** Whether two pieces of plain data are the same but for their offsets, which are all moved as far. */
export function sameBut(moved: number, before: unknown, after: unknown): boolean {
  if (before === after && (moved === 0 || typeof before !== 'object')) return true;
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((one, i) => sameBut(moved, one, after[i]));
  if (!isRecord(before) || !isRecord(after)) return false;
  let left = 0;
  for (const key in before) {
    const [one, other] = [before[key], after[key]];
    const same =
      typeof one === 'number' && typeof other === 'number' && OFFSETS.has(key)
        ? one + moved === other
        : sameBut(moved, one, other);
    if (!same) return false;
    left++;
  }
  for (const _ in after) left--;
  return left === 0;
}

function isRecord(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' && x !== null;
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

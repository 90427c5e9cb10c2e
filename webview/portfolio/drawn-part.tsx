import type { VNode } from 'preact';

/** Which items of a long list are drawn, where the others are only so much height. */
export interface DrawnPart {
  /** In their order, with the pixels from the first item's top at which each begins and ends. */
  readonly items: readonly DrawnItem[];
  readonly height: number;
}

/** An item that is drawn. */
export interface DrawnItem {
  readonly index: number;
  readonly key: string;
  /** Names its element: one that is free, where elements are taken over. */
  readonly slot: string | number;
  readonly start: number;
  readonly end: number;
}

/** The drawn items, and empty space where others would be. */
export function partly(
  { items, height }: DrawnPart,
  draw: (index: number, slot: string | number) => VNode | undefined,
): VNode[] {
  const drawn: VNode[] = [];
  let spaces = 0;
  let end = 0;
  const spaceTo = (start: number) => {
    if (start > end) drawn.push(<Space key={`space ${spaces++}`} height={start - end} />);
  };
  for (const item of items) {
    const one = draw(item.index, item.slot);
    if (one === undefined) continue;
    spaceTo(item.start);
    drawn.push(one);
    end = item.end;
  }
  spaceTo(height);
  return drawn;
}

function Space({ height }: { readonly height: number }) {
  return <div class="space" role="presentation" style={{ height: `${height}px` }} />;
}

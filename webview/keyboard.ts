/** Marks that the arrow keys move between: elements with `data-lane` and `data-x`, in the order of the document. */
const MARKS = '.mk[data-lane]';

/** The mark that a key leads to from the given one; undefined when the key leads nowhere. */
export function markAfter(root: ParentNode, from: Element, key: string): Element | undefined {
  const marks = [...root.querySelectorAll(MARKS)];
  const lanes = [...new Set(marks.map(laneOf))];
  const lane = laneOf(from);
  const along = marks.filter(mark => laneOf(mark) === lane).sort(byX);
  const index = along.indexOf(from);
  if (key === 'ArrowRight') return along[index + 1];
  if (key === 'ArrowLeft') return along[index - 1];
  if (key === 'Home') return along[0];
  if (key === 'End') return along[along.length - 1];
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const other = lanes[lanes.indexOf(lane) + step];
  if (step === 0 || other === undefined) return undefined;
  return marks
    .filter(mark => laneOf(mark) === other)
    .sort((a, b) => Math.abs(xOf(a) - xOf(from)) - Math.abs(xOf(b) - xOf(from)))[0];
}

function laneOf(mark: Element): string {
  return mark.getAttribute('data-lane') ?? '';
}

function xOf(mark: Element): number {
  return Number(mark.getAttribute('data-x'));
}

function byX(a: Element, b: Element): number {
  return xOf(a) - xOf(b);
}

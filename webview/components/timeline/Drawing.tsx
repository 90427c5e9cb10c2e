import { useEffect, useRef } from 'preact/hooks';
import type { TimelineDraft } from '../../../plan/view/timeline/draft.ts';
import type { Zoom } from '../../../plan/view/timeline/options.ts';
import { sheetsOf } from '../../../plan/view/timeline/sheets.ts';
import type { TimelineView } from '../../../plan/view/timeline-types.ts';
import { Handling } from './handling.ts';
import { LaneNames } from './LaneNames.tsx';
import { Plot, renewalOf } from './Plot.tsx';

interface DrawingProps {
  readonly draft: TimelineDraft;
  readonly timeline: TimelineView;
  readonly zoom: Zoom;
  readonly lit?: string | undefined;
  /** Takes another time to draw; absent on paper. */
  readonly choose?: ((zoom: Zoom) => void) | undefined;
}

/** The drawing with the names of its lanes: wheel and keys move through time, and so does a press on what is earlier or later. */
export function Drawing({ draft, timeline, zoom, lit, choose }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const handling = useRef<Handling>(null);
  handling.current ??= new Handling();
  const hands = handling.current;
  useEffect(() => () => hands.stop(), [hands]);

  hands.draft = draft;
  hands.zoom = zoom;
  hands.choose = to => keepingFocus(frame.current, () => choose?.(to));
  const go = (event: Event, to: Zoom | undefined): void => {
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    hands.choose(to);
  };
  const handlers = {
    onWheel: (event: WheelEvent) => {
      const plot = frame.current?.querySelector('.plot');
      if (plot && event.target instanceof Node && plot.contains(event.target)) hands.wheel(event, plot);
    },
    onClick: (event: MouseEvent) => go(event, hands.to(edgeAt(event.target))),
    onKeyDown: (event: KeyboardEvent) => {
      const edge = event.key === 'Enter' || event.key === ' ' ? edgeAt(event.target) : null;
      go(event, edge === null ? hands.key(event) : hands.to(edge));
    },
  };
  if (choose === undefined) {
    const isSmaller = timeline.height > SHEET && timeline.height <= SHEET / SMALLER;
    return (
      <>
        {(isSmaller ? [timeline] : sheetsOf(timeline, SHEET)).map(sheet => (
          <div key={sheet.title} class={isSmaller ? 'tl high' : 'tl'}>
            <LaneNames timeline={sheet} />
            <Plot timeline={sheet} renewal={renewalOf(timeline)} lit={lit} live={false} />
          </div>
        ))}
      </>
    );
  }
  return (
    <div class="tl" ref={frame} {...handlers}>
      <LaneNames timeline={timeline} />
      <Plot timeline={timeline} lit={lit} live />
    </div>
  );
}

/** What Letter, the lower sheet of paper, has room for below a heading, in pixels; higher drawings stand on several. */
const SHEET = 1040;

/** How much smaller a drawing may become (`export/paper.css`) to stand on one sheet, and its words can still be read. */
const SMALLER = 0.8;

/** The day that what was pressed leads to. */
function edgeAt(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest('.edge')?.getAttribute('data-to') ?? null) : null;
}

/** Draws again; where the mark that had the keyboard is gone, the nearest one of its lane has it, else the drawing itself. */
function keepingFocus(frame: HTMLElement | null, draw: () => void): void {
  const held = frame?.contains(document.activeElement) ? document.activeElement : null;
  const lane = held?.getAttribute('data-lane');
  const x = Number(held?.getAttribute('data-x'));
  draw();
  if (frame === null || held === null || frame.contains(document.activeElement)) return;
  const others = [...frame.querySelectorAll('.mk')].filter(mark => mark.getAttribute('data-lane') === lane);
  const away = (mark: Element) => Math.abs(Number(mark.getAttribute('data-x')) - x);
  const nearest = others.sort((a, b) => away(a) - away(b))[0] ?? frame.querySelector('.plot');
  if (nearest instanceof SVGElement) nearest.focus();
}

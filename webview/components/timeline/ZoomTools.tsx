import type { TimelineDraft } from '../../../plan/view/timeline/draft.ts';
import type { Zoom } from '../../../plan/view/timeline/options.ts';
import { axisOf, zoomed } from '../../../plan/view/timeline/window.ts';
import { kept } from '../../kept.ts';

/** How much nearer one press comes. */
export const NEARER = 1.6;

interface ZoomToolsProps {
  readonly draft: TimelineDraft;
  readonly zoom: Zoom;
  choose(zoom: Zoom): void;
}

/** Nearer and further, and the stretches of time that have a name. */
export const ZoomTools = kept(({ draft, zoom, choose }: ZoomToolsProps) => {
  const axis = axisOf(draft, zoom);
  const fit = axisOf(draft, 'fit');
  if (axis === undefined || fit === undefined) return null;
  const button = (times: number, sign: string, name: string) => {
    const to = zoomed(draft, zoom, times);
    const end = axisOf(draft, to)?.days === axis.days;
    return (
      <button type="button" aria-label={name} title={name} aria-disabled={end} onClick={() => !end && choose(to)}>
        {sign}
      </button>
    );
  };
  const named = (to: Exclude<Zoom, object>, words: string) => (
    <button type="button" aria-pressed={zoom === to} onClick={() => choose(to)}>
      {words}
    </button>
  );
  return (
    <fieldset class="tool zoom">
      <legend>Time</legend>
      <span class="seg">
        {button(1 / NEARER, '−', 'Zoom out')}
        {named('quarter', 'Quarter')}
        {fit.days > 400 && named('year', 'Year')}
        {named('fit', 'Fit plan')}
        {button(NEARER, '+', 'Zoom in')}
      </span>
    </fieldset>
  );
});

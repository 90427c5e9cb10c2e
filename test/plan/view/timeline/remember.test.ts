import { describe, expect, it } from 'vitest';
import { layoutTimeline } from '../../../../plan/view/timeline/layout.ts';
import { DEFAULT_OPTIONS } from '../../../../plan/view/timeline/options.ts';
import { rememberingLanes } from '../../../../plan/view/timeline/remember.ts';
import type { PlanView } from '../../../../plan/view/types.ts';
import { MEASURED, planOf } from '../support/plans.ts';

function timelineOf({ timeline }: PlanView) {
  if (timeline === undefined) throw new Error('the plan has days');
  return timeline;
}

describe('lanes that are remembered', () => {
  const before = timelineOf(planOf(MEASURED));
  const texts = {
    'as it was': MEASURED,
    'with a line above everything': `# A line above everything\n${MEASURED}`,
    'with another name in the first lane': MEASURED.replace('Data sources connected', 'All data sources are connected'),
    'without the milestone that another waits for': MEASURED.replace(
      'Automated scheduling enabled',
      'Scheduling enabled',
    ),
  };

  it.each(Object.entries(texts))('come out as fresh ones do: the plan %s', (_, text) => {
    const layout = rememberingLanes();
    layoutTimeline(before, DEFAULT_OPTIONS, layout);
    const now = timelineOf(planOf(text));
    for (const lanes of ['outcome', 'owner', 'outcome', 'side'] as const) {
      for (const zoom of ['fit', 'quarter'] as const) {
        const options = { ...DEFAULT_OPTIONS, lanes, zoom };
        expect(layoutTimeline(now, options, layout)).toEqual(layoutTimeline(now, options));
      }
    }
  });

  it('are the same objects where nothing has changed in them', () => {
    const layout = rememberingLanes();
    const [first] = layoutTimeline(before, DEFAULT_OPTIONS, layout)?.lanes ?? [];
    const again = structuredClone(before);
    const lanes = layoutTimeline({ ...again, lanes: again.lanes.slice(0, 1) }, DEFAULT_OPTIONS, layout)?.lanes ?? [];
    expect(lanes[0]?.strip).toBe(first?.strip);
    expect(first?.strip).toBeDefined();
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layoutTimeline } from '../../../../plan/view/timeline/layout.ts';
import { DEFAULT_OPTIONS } from '../../../../plan/view/timeline/options.ts';
import { planOf, timelineOf } from '../support/plans.ts';

const KESTREL = planOf(readFileSync('test/corpus/plans/kestrel-presale.success-plan.yaml', 'utf8'));

describe('the days that steps lead to', () => {
  it('stand as flags on the strands of the decision and the implementation', () => {
    const flags = timelineOf(KESTREL)?.lanes.map(({ title, strip }) => [title, strip?.flags.map(one => one.sentence)]);
    expect(flags?.slice(1)).toEqual([
      ['Implementation', ['Go-live on 1 Jul 2026.']],
      ['Decision', ['Decision on 17 Apr 2026.']],
    ]);
    const labels = timelineOf(KESTREL)?.lanes.flatMap(({ strip }) => strip?.labels ?? []);
    expect(labels?.flatMap(({ lines }) => lines.map(line => line.text)).slice(1)).toEqual([
      'go-live 1 Jul',
      'decision 17 Apr',
    ]);
  });

  it('are named beside the goals where the lanes are not the outcomes', () => {
    const { timeline } = KESTREL;
    const goals = timeline && layoutTimeline(timeline, { ...DEFAULT_OPTIONS, lanes: 'owner' })?.goals;
    expect(goals?.marks.map(({ labels }) => labels[0]?.lines[0]?.text)).toEqual(['decision', 'go-live', 'O1 1 min']);
  });

  it('have words of their own in the key, beside those of the goals', () => {
    const key = timelineOf(KESTREL)?.key;
    expect(key?.filter(entry => entry === 'goal' || entry === 'day')).toEqual(['goal', 'day']);
  });

  it('are named at the end of the drawing that they lie beyond', () => {
    const { timeline } = KESTREL;
    const near = timeline && layoutTimeline(timeline, { ...DEFAULT_OPTIONS, zoom: { from: timeline.today, days: 30 } });
    expect(near?.lanes.slice(1).flatMap(({ strip }) => strip?.edges.map(edge => edge.text) ?? [])).toEqual([
      expect.stringContaining('go-live 1 Jul'),
      expect.stringContaining('decision 17 Apr'),
    ]);
  });

  it('are drawn where no step leads to them', () => {
    const timeline = timelineOf(
      planOf('decision: { decision_date: 2026-04-10 }\nimplementation: { go_live_date: 2026-06-15 }\n'),
    );
    expect(timeline?.lanes.map(({ title, strip }) => [title, strip?.flags.length])).toEqual([
      ['Implementation', 1],
      ['Decision', 1],
    ]);
    expect(timeline?.key).toEqual(['day']);
  });
});

import { describe, expect, it } from 'vitest';
import { figure, listOf, MEASURED, planOf, TEMPLATE, timelineOf } from './support/plans.ts';

it('says what key results the attainment is the mean of, in place of a trend', () => {
  const view = planOf(`outcomes:
  - id: O1
    description: Make onboarding painless
    key_results:
      - { id: K1, baseline: { metric: Days to first commit, current: 9 days, measured_on: 2026-01-02 }, target: { metric: Days to first commit, goal: 1 day, target_date: 2026-06-30 }, measurements: [{ date: 2026-01-30, value: 5 days }] }
      - { id: K2, baseline: { metric: Survey, current: 3.1, measured_on: 2026-01-02 }, target: { metric: Survey, goal: 4.5, target_date: 2026-06-30 } }
`);
  // From 9 to 1, now 5: half of the way.
  expect(view.outcomes[0]?.attainment.text).toBe('50%');
  expect(view.outcomes[0]?.parts).toBe('Days to first commit 50%; Survey unknown');
  expect(view.outcomes[0]).not.toHaveProperty('trend');
});

describe('the template on 10 Feb 2026', () => {
  const view = planOf(TEMPLATE);

  it('says in the header who, how it goes and what comes next', () => {
    expect(view.header.title).toBe('Acme Corp');
    expect(view.header.subtitle).toBe(
      'Financial Services, enterprise. Led by Jane Smith; no co-owner at the customer yet. Last reviewed 1 Feb 2026.',
    );
    expect(view.header.sentence).toEqual({
      lead: 'How far the two outcomes have come is not known.',
      rest: '“Automated scheduling enabled” (O1) is blocked and 26 days late. Neither has been measured since its baseline.',
    });
    expect(view.header.next.map(item => [item.dayText, item.text, item.distance])).toEqual([
      ['1 Apr', 'Goals of O1 and O2, two milestones', '50 days'],
      ['1 May', 'Next review', '80 days'],
      ['1 Aug', 'Renewal', '172 days'],
    ]);
  });

  it('shows five figures', () => {
    expect(figure(view, 'health')).toBe('Unknown | declared: active');
    expect(figure(view, 'attainment')).toBe('0 of 2 reached | none due; none measured');
    expect(figure(view, 'review')).toBe('80 days | 1 May 2026, quarterly');
    expect(figure(view, 'renewal')).toBe('172 days | 1 Aug 2026, $150,000 a year');
  });

  // 15 Aug → 1 Apr is 229 days, 10 Feb is day 179: 78.2 %; 1 Oct → 1 Apr is 182 days, day 132: 72.5 %.
  it('never shows an unmeasured outcome as a number', () => {
    expect(view.outcomes.map(one => one.attainment)).toEqual([
      { text: 'Unknown', known: false, note: '78% expected' },
      { text: 'Unknown', known: false, note: '73% expected' },
    ]);
    for (const outcome of view.outcomes) {
      expect(outcome.scale).toMatchObject({ kind: 'bar', note: 'No measurement yet' });
      expect(outcome.scale).not.toHaveProperty('fill');
      expect(outcome.scale).not.toHaveProperty('value');
      expect(outcome.health.mark).toBe('unknown');
      expect(outcome.health.actions).toEqual([
        { kind: 'dialogue', label: 'Record measurement', dialogue: 'recordMeasurement', at: outcome.at },
      ]);
    }
  });

  it('keeps the scale in the unit of the metric', () => {
    const [o1, o2] = view.outcomes.map(one => one.scale);
    expect(o1).toMatchObject({
      sentence:
        'Baseline 4 hours on 15 Aug 2025, not measured since, expected today 1.3 hours, goal 30 min by 1 Apr 2026.',
    });
    expect(o1?.kind === 'bar' && o1.labels.map(label => label.text)).toEqual(['4 hours', '30 min', '3', '2']);
    expect(o2?.kind === 'bar' && o2.labels.map(label => label.text)).toEqual([
      '8 of 25 (32%)',
      '80%',
      '50',
      '60',
      '70',
    ]);
  });

  it('counts milestones under their own name', () => {
    expect(view.outcomes.map(one => one.milestones?.text)).toEqual(['2 of 4 milestones', '2 of 3 milestones']);
    expect(view.outcomes[0]?.milestones?.glyphs).toEqual(['done', 'done', 'blocked', 'open']);
  });

  it('lets the slip of the open milestone grow to today', () => {
    const lane = timelineOf(view)?.lanes[0];
    const mark = lane?.milestones[2];
    expect(mark?.glyph).toBe('blocked');
    expect(mark?.slip?.kind).toBe('late');
    expect(mark?.slip?.from).toBe(mark?.x);
    expect(mark?.slip?.to).toBe(timelineOf(view)?.today?.x);
    expect(mark?.sentence).toBe(
      'O1·3 Automated scheduling enabled: planned 15 Jan 2026, blocked, 26 days late and open. Blocked: Requires API access approval from IT security. Mike Torres.',
    );
  });

  it('lists the milestones by date', () => {
    expect(listOf(view).map(item => `${item.dayText} ${item.ref} ${item.name}${item.rest}`)).toEqual([
      '5 Oct 2025 O1·1 Report templates configured, 4 days late',
      '3 Nov 2025 O2·1 Training program delivered, 2 days late',
      '12 Nov 2025 O1·2 Data sources connected, 3 days early',
      '18 Dec 2025 O2·2 50% adoption reached, 14 days early',
      '15 Jan O1·3 Automated scheduling enabled: blocked, 26 days late',
      '1 Apr O1·4 Target achieved and validated, in 50 days',
      '1 Apr O2·3 80% adoption reached, in 50 days',
    ]);
  });

  it('draws reviews, contract and renewal', () => {
    expect(timelineOf(view)?.reviews?.marks.map(mark => mark.sentence)).toEqual([
      'Review held on 1 Nov 2025.',
      'Review held on 1 Feb 2026.',
      'Next review on 1 May 2026, in 80 days.',
    ]);
    expect(timelineOf(view)?.contract?.marks.map(mark => mark.sentence)).toEqual([
      'Contract start 1 Aug 2025.',
      'Renewal 1 Aug 2026, in 172 days.',
    ]);
  });

  it('shows where the review log and the plan disagree', () => {
    const named = planOf(TEMPLATE.replace('Extend automation milestone to', 'Extend O1 milestone 3 to'));
    const logged = timelineOf(named)?.lanes[0]?.logged;
    expect(timelineOf(view)?.lanes[0]?.logged?.marks[0]?.sentence).toBe(logged?.marks[0]?.sentence);
    expect(logged?.marks.map(mark => mark.sentence)).toEqual([
      'The review of 1 Feb 2026 logged a move to 1 Mar 2026; the plan still says 15 Jan 2026.',
      'The review of 1 Feb 2026 decided on 1 Apr 2026; the plan still says 15 Jan 2026.',
    ]);
    expect(logged?.from).toBe(timelineOf(view)?.lanes[0]?.milestones[2]?.x);
    expect(view.callouts.map(callout => callout.lead)).toEqual(['O1·3: the review log and the plan disagree.']);
    const place = (at: number) => TEMPLATE.slice(at).split('\n')[0];
    expect(view.callouts[0]?.actions.map(act => [act.label, act.kind, 'at' in act && place(act.at)])).toEqual([
      ['Move to 1 Mar', 'fix', '"2026-01-15"'],
      ['Move to 1 Apr', 'fix', '"2026-01-15"'],
      ['Show log', 'go', '"O1 milestone 3 target date moved from Jan 15 to Mar 1"'],
    ]);
    expect(view.callouts[0]?.actions[1]).toMatchObject({
      title: 'Move to 1 Apr 2026, as was decided',
      rule: 'plan-change-not-applied',
      fix: 1,
    });
  });

  it('leads every mark to its place in the text', () => {
    const at = (start: number, until: number) => TEMPLATE.slice(start, until);
    const lane = timelineOf(view)?.lanes[0];
    expect(at(lane?.at ?? 0, lane?.until ?? 0)).toMatch(/^id: O1/u);
    const mark = lane?.milestones[2];
    expect(at(mark?.at ?? 0, mark?.until ?? 0)).toMatch(/^name: "Automated scheduling enabled"/u);
    const next = view.header.next[1];
    expect(TEMPLATE.slice(next?.at)).toMatch(/^"2026-05-01"/u);
    expect(TEMPLATE.slice(view.header.at)).toMatch(/^"Acme Corp"/u);
  });

  it('survives a round trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});

describe('the measured plan on 10 Feb 2026', () => {
  const view = planOf(MEASURED);

  it('shows the numbers of the design', () => {
    expect(view.outcomes.map(one => `${one.attainment.text}, ${one.attainment.note}`)).toEqual([
      '54%, 78% expected',
      '67%, 73% expected',
      'Unknown, 49% expected',
    ]);
    expect(view.outcomes.map(one => one.trend?.words.map(word => word.text).join(''))).toEqual([
      'Forecast 18 Jun, 78 days after the goal date',
      'Forecast 3 Apr, 2 days after the goal date',
      'No forecast from a single point',
    ]);
    expect(figure(view, 'attainment')).toBe('0 of 3 reached | none due; mean 60% of 2 measured');
  });

  it('names the worst, the best and the unknown', () => {
    expect(view.header.sentence).toEqual({
      lead: 'One of three outcomes is off track.',
      rest: 'Report generation time (O1) is at 2.1 hours and should be at 1.3 hours by now: “Automated scheduling enabled” is blocked and 26 days late. O2 is on track. O3 has not been measured since its baseline.',
    });
  });

  it('draws what waits for what', () => {
    expect(timelineOf(view)?.dependencies.map(one => one.sentence)).toEqual(['O3·2 depends on O1·3.']);
    expect(timelineOf(view)?.dependencies[0]?.from.x).toBe(timelineOf(view)?.today?.x);
  });

  it('puts measured values, goal and forecast on the strip', () => {
    const strip = timelineOf(view)?.lanes[0]?.strip;
    expect(strip?.points).toHaveLength(3);
    expect(strip?.flags.map(flag => flag.sentence)).toEqual([
      'Goal of O1: 30 min by 1 Apr 2026.',
      'Forecast of O1: the trend reaches the goal on 18 Jun 2026.',
    ]);
    expect(strip?.labels.map(label => label.lines[0]?.text)).toEqual([
      '30 min by 1 Apr',
      '2.1 h',
      '4 h',
      'forecast 18 Jun',
      '3.2 h',
    ]);
  });
});

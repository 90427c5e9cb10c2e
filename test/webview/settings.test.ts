import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, isPanelSettings, settingsOf, withSettings } from '../../webview/settings.ts';

const PLAN = 'file:///plans/acme.success-plan.yaml';
const CHOSEN = {
  ...DEFAULT_SETTINGS,
  lanes: 'owner',
  show: { state: 'late', side: 'customer', owner: '' },
  zoom: { from: '2026-01-01', days: 40 },
} as const;

describe('settings', () => {
  it('are known by their shape, after a round trip, too', () => {
    expect(isPanelSettings(DEFAULT_SETTINGS)).toBe(true);
    expect(isPanelSettings(JSON.parse(JSON.stringify(CHOSEN)))).toBe(true);
    for (const wrong of [
      { lanes: 'risk' },
      { show: { state: 'gone' } },
      { show: { owner: 4 } },
      { show: null },
      { zoom: 'week' },
      { zoom: { from: '2026-02-30', days: 4 } },
      { zoom: { from: '2026-02-03', days: 0 } },
      { tables: { attainment: 1, timeline: false } },
      { tables: undefined },
    ])
      expect(isPanelSettings({ ...CHOSEN, ...wrong }), JSON.stringify(wrong)).toBe(false);
  });

  it('are told from anything else without a throw', () => {
    fc.assert(
      fc.property(fc.anything(), x => {
        expect(isPanelSettings(x)).toBe(false);
        expect(settingsOf(x, PLAN)).toBe(DEFAULT_SETTINGS);
      }),
    );
  });

  it('are kept for each plan, and forgotten from the oldest on', () => {
    const kept = JSON.parse(JSON.stringify(withSettings(undefined, PLAN, JSON.parse(JSON.stringify(CHOSEN)))));
    expect(settingsOf(kept, PLAN)).toEqual(CHOSEN);
    expect(settingsOf(kept, 'file:///plans/other.success-plan.yaml')).toBe(DEFAULT_SETTINGS);
    let many: unknown = kept;
    for (let i = 0; i < 19; i++) many = withSettings(many, `plan ${i}`, DEFAULT_SETTINGS);
    expect(settingsOf(many, PLAN)).toEqual(CHOSEN);
    many = withSettings(many, 'one more', DEFAULT_SETTINGS);
    expect(settingsOf(many, PLAN)).toBe(DEFAULT_SETTINGS);
  });
});

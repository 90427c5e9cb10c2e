import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHostMessage, isPanelMessage, isPlanViewResult } from '../../protocol/panel.ts';
import { planOf, QBR, TEMPLATE, viewOf } from '../plan/view/support/plans.ts';

const VIEW = planOf(TEMPLATE);
const RESULT = { uri: 'file:///plans/acme.success-plan.yaml', version: 3, view: VIEW };

describe('messages', () => {
  it('never throw, whatever comes', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
    const half = fc.record(
      {
        type: fc.constantFrom('ready', 'reveal', 'openProblems', 'view', 'waiting', 'select'),
        offset: anything,
        version: anything,
        view: anything,
        uri: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, half), x => {
        expect(typeof isPanelMessage(x)).toBe('boolean');
        expect(typeof isHostMessage(x)).toBe('boolean');
        expect(typeof isPlanViewResult(x)).toBe('boolean');
      }),
    );
  });

  it('from the panel are known', () => {
    expect(isPanelMessage({ type: 'ready' })).toBe(true);
    expect(isPanelMessage({ type: 'openProblems' })).toBe(true);
    expect(isPanelMessage({ type: 'reveal', offset: 12, uri: RESULT.uri, version: 3 })).toBe(true);
    expect(isPanelMessage({ type: 'reveal', offset: -1, uri: RESULT.uri, version: 3 })).toBe(false);
    expect(isPanelMessage({ type: 'reveal', offset: '12', uri: RESULT.uri, version: 3 })).toBe(false);
    expect(isPanelMessage({ type: 'reveal', offset: 12, uri: RESULT.uri })).toBe(false);
    expect(isPanelMessage({ type: 'run', command: 'rm' })).toBe(false);
    expect(isPanelMessage([])).toBe(false);
  });

  it('to the panel are known', () => {
    expect(isHostMessage({ type: 'waiting' })).toBe(true);
    expect(isHostMessage({ type: 'select', offset: 0 })).toBe(true);
    expect(isHostMessage({ type: 'select', offset: 0.5 })).toBe(false);
    expect(isHostMessage({ type: 'view', ...RESULT })).toBe(true);
    expect(isHostMessage({ type: 'view', ...RESULT, view: viewOf(QBR) })).toBe(true);
    expect(isHostMessage({ type: 'view', ...RESULT, view: null, broken: { line: 1, cause: 'a tab', at: 0 } })).toBe(
      true,
    );
    expect(isHostMessage({ type: 'view', ...RESULT, view: null, unsure: 'Why.' })).toBe(true);
    expect(isHostMessage({ type: 'view', ...RESULT, view: null, unsure: 1 })).toBe(false);
    expect(isHostMessage({ type: 'view', ...RESULT, broken: { line: '1', cause: 'a tab', at: 0 } })).toBe(false);
    expect(isHostMessage({ type: 'view', ...RESULT, view: { ...VIEW, format: 0 } })).toBe(false);
    expect(isHostMessage({ type: 'view', ...RESULT, view: { ...VIEW, outcomes: undefined } })).toBe(false);
    expect(isHostMessage({ type: 'view', ...RESULT, view: undefined })).toBe(false);
  });

  it('keep their view through JSON', () => {
    const sent: unknown = JSON.parse(JSON.stringify({ type: 'view', ...RESULT }));
    expect(isHostMessage(sent)).toBe(true);
    expect(sent).toEqual({ type: 'view', ...RESULT });
  });
});

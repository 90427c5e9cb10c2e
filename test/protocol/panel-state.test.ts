import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VIEW_FORMAT } from '../../plan/view/types.ts';
import { isHostMessage, isPanelMessage } from '../../protocol/panel.ts';
import { documentOf, readPanelState } from '../../protocol/panel-state.ts';

const URI = 'file:///plans/acme.success-plan.yaml';
const AGENDA = { kind: 'agenda', format: VIEW_FORMAT, asOf: '2026-02-10', title: 'Q1', sentence: '', topics: [] };

describe('readPanelState', () => {
  it('reads what a page has kept', () => {
    const kept = {
      result: { uri: URI, version: 3, view: AGENDA },
      scroll: 120,
      stop: 'outcome/0/1',
      following: true,
      audience: 'customer',
      settings: { lanes: 'owner' },
    };
    expect(readPanelState(kept)).toEqual(kept);
    expect(documentOf(kept)).toBe(URI);
  });

  it('leaves out a drawing of another build, and still knows the document', () => {
    const kept = { result: { uri: URI, version: 3, view: { ...AGENDA, format: VIEW_FORMAT - 1 } }, scroll: 4 };
    expect(readPanelState(kept)).toEqual({ scroll: 4, following: false, audience: 'internal' });
    expect(documentOf(kept)).toBe(URI);
  });

  it('makes something of everything', () => {
    fc.assert(
      fc.property(fc.anything(), x => {
        const state = readPanelState(x);
        expect(['internal', 'customer']).toContain(state.audience);
        documentOf(x);
        isPanelMessage(x);
        isHostMessage(x);
      }),
    );
  });
});

describe('messages about a drawing', () => {
  const drawing = { uri: URI, version: 3 };
  const move = { kind: 'move', at: 12, to: '2026-03-01', log: false };

  it('say which drawing they mean', () => {
    for (const message of [
      { type: 'reveal', offset: 3 },
      { type: 'edit', edit: move },
      { type: 'try', edit: move, id: 1 },
      { type: 'dialogue', dialogue: 'logReview', offset: 0 },
      { type: 'undo' },
    ]) {
      expect(isPanelMessage({ ...message, ...drawing })).toBe(true);
      expect(isPanelMessage({ ...message, version: 3 })).toBe(false);
      expect(isPanelMessage({ ...message, uri: URI })).toBe(false);
    }
  });

  it('are refused where they make no sense', () => {
    expect(isPanelMessage({ type: 'edit', ...drawing, edit: { ...move, at: -1 } })).toBe(false);
    expect(isPanelMessage({ type: 'dialogue', ...drawing, dialogue: 'formatDisk', offset: 0 })).toBe(false);
    expect(isHostMessage({ type: 'done' })).toBe(false);
    expect(isHostMessage({ type: 'refused', reason: 'No.' })).toBe(false);
    expect(isHostMessage({ type: 'mode', following: 'yes', audience: 'internal' })).toBe(false);
  });
});

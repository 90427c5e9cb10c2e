import { describe, expect, it } from 'vitest';
import { actOf, type InPage } from '../../webview/act.ts';
import { element } from './support/element.ts';

/* A drawing of which every place is at the offset 400 more than its number. */
const row = element({ class: 'row' });
const asks = (target: InPage) => actOf(target, place => (place < 100 ? place + 400 : undefined));

describe('what a control asks for', () => {
  it('leads to a place, that of the control or of what is around it', () => {
    expect(asks(element({ 'data-at': '12' }, row))).toEqual({ type: 'reveal', offset: 412 });
    expect(asks(element({}, element({ 'data-at': '12' }, row)))).toEqual({ type: 'reveal', offset: 412 });
    expect(asks(element({ 'data-at': '512' }))).toBeUndefined();
  });

  it('shows the list of problems', () => {
    expect(asks(element({ 'data-problems': '' }))).toEqual({ type: 'openProblems' });
  });

  it('begins a command for what stands there', () => {
    expect(asks(element({ 'data-dialogue': 'recordMeasurement', 'data-at': '0' }, row))).toEqual({
      type: 'dialogue',
      dialogue: 'recordMeasurement',
      offset: 400,
    });
    expect(asks(element({ 'data-dialogue': 'recordMeasurement' }, row))).toBeUndefined();
    expect(asks(element({ 'data-dialogue': 'format', 'data-at': '0' }, row))).toBeUndefined();
  });

  it('edits', () => {
    const fix = { 'data-edit': 'fix', 'data-rule': 'plan-change-not-applied', 'data-fix': '1', 'data-at': '7' };
    expect(asks(element(fix, row))).toEqual({
      type: 'edit',
      edit: { kind: 'fix', rule: 'plan-change-not-applied', at: 407, fix: 1 },
    });
    expect(asks(element({ 'data-edit': 'fix', 'data-rule': 'plan-change-not-applied', 'data-at': '7' }))).toBe(
      undefined,
    );
    expect(asks(element({ 'data-edit': 'add', 'data-what': 'outcome' }, row))).toEqual({
      type: 'edit',
      edit: { kind: 'add', what: 'outcome' },
    });
    expect(asks(element({ 'data-edit': 'add', 'data-what': 'everything' }))).toBeUndefined();
    expect(asks(element({ 'data-edit': 'remove', 'data-at': '7' }))).toBeUndefined();
  });

  it('draws and writes for an audience', () => {
    expect(asks(element({ 'data-audience': 'customer' }))).toEqual({ type: 'audience', audience: 'customer' });
    expect(asks(element({ 'data-export': 'internal' }))).toEqual({ type: 'export', audience: 'internal' });
    expect(asks(element({ 'data-audience': 'everybody' }))).toBeUndefined();
  });

  it('is nothing where nothing stands, and where a control is off', () => {
    expect(asks(element({}, row))).toBeUndefined();
    expect(asks(element({ 'data-edit': 'add', 'data-what': 'outcome', 'aria-disabled': 'true' }))).toBeUndefined();
    // Not even what the part around it would lead to.
    expect(asks(element({ 'data-edit': 'add', disabled: '' }, element({ 'data-at': '3' })))).toBeUndefined();
  });
});

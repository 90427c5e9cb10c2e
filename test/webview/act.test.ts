import { describe, expect, it } from 'vitest';
import { actOf } from '../../webview/act.ts';
import { element } from './support/element.ts';

const row = element({ 'data-start': '400' });

describe('what a control asks for', () => {
  it('leads to a place, counted from the part around it', () => {
    expect(actOf(element({ 'data-at': '12' }))).toEqual({ type: 'reveal', offset: 12 });
    expect(actOf(element({ 'data-at': '12' }, row))).toEqual({ type: 'reveal', offset: 412 });
    expect(actOf(element({}, element({ 'data-at': '12' }, row)))).toEqual({ type: 'reveal', offset: 412 });
  });

  it('shows the list of problems', () => {
    expect(actOf(element({ 'data-problems': '' }))).toEqual({ type: 'openProblems' });
  });

  it('begins a command for what stands there', () => {
    expect(actOf(element({ 'data-dialogue': 'recordMeasurement', 'data-at': '0' }, row))).toEqual({
      type: 'dialogue',
      dialogue: 'recordMeasurement',
      offset: 400,
    });
    expect(actOf(element({ 'data-dialogue': 'recordMeasurement' }, row))).toBeUndefined();
    expect(actOf(element({ 'data-dialogue': 'format', 'data-at': '0' }, row))).toBeUndefined();
  });

  it('edits', () => {
    const fix = { 'data-edit': 'fix', 'data-rule': 'plan-change-not-applied', 'data-fix': '1', 'data-at': '7' };
    expect(actOf(element(fix, row))).toEqual({
      type: 'edit',
      edit: { kind: 'fix', rule: 'plan-change-not-applied', at: 407, fix: 1 },
    });
    expect(actOf(element({ 'data-edit': 'fix', 'data-rule': 'plan-change-not-applied', 'data-at': '7' }))).toBe(
      undefined,
    );
    expect(actOf(element({ 'data-edit': 'add', 'data-what': 'outcome' }, row))).toEqual({
      type: 'edit',
      edit: { kind: 'add', what: 'outcome' },
    });
    expect(actOf(element({ 'data-edit': 'add', 'data-what': 'everything' }))).toBeUndefined();
    expect(actOf(element({ 'data-edit': 'remove', 'data-at': '7' }))).toBeUndefined();
  });

  it('draws and writes for an audience', () => {
    expect(actOf(element({ 'data-audience': 'customer' }))).toEqual({ type: 'audience', audience: 'customer' });
    expect(actOf(element({ 'data-export': 'internal' }))).toEqual({ type: 'export', audience: 'internal' });
    expect(actOf(element({ 'data-audience': 'everybody' }))).toBeUndefined();
  });

  it('is nothing where nothing stands, and where a control is off', () => {
    expect(actOf(element({}, row))).toBeUndefined();
    expect(actOf(element({ 'data-edit': 'add', 'data-what': 'outcome', 'aria-disabled': 'true' }))).toBeUndefined();
    // Not even what the part around it would lead to.
    expect(actOf(element({ 'data-edit': 'add', disabled: '' }, element({ 'data-at': '3' })))).toBeUndefined();
  });
});

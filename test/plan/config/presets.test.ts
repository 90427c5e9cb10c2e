import { expect, it } from 'vitest';
import { PRE_SALE, PRESETS } from '../../../plan/config/presets.ts';
import { ALL_RULES } from '../../../plan/generated/rules.ts';
import { CATALOGUE } from './catalogue.ts';

const settingsOf = (name: string) => PRESETS.find(preset => preset.name === name)?.settings(ALL_RULES) ?? new Map();

it('pre-sale names rules of the catalogue only', () => {
  const known = new Set([...ALL_RULES.map(rule => rule.id), ...CATALOGUE]);
  expect(Object.keys(PRE_SALE).filter(id => !known.has(id))).toEqual([]);
});

it('pre-sale sets those of its rules that there are, and no other', () => {
  const set = settingsOf('pre-sale');
  expect([...set.keys()].toSorted()).toEqual(
    ALL_RULES.map(rule => rule.id)
      .filter(id => id in PRE_SALE)
      .toSorted(),
  );
  expect(set.get('outcome-baseline-missing')?.severity).toBe('hint');
  expect(set.get('stakeholder-single-threaded')?.severity).toBe('error');
});

it('strict makes every note a warning and every hint a note, and leaves the rest', () => {
  const set = settingsOf('strict');
  for (const rule of ALL_RULES) {
    const louder = rule.severity === 'info' ? 'warning' : rule.severity === 'hint' ? 'info' : undefined;
    expect(set.get(rule.id)?.severity, rule.id).toBe(louder);
  }
});

it('recommended gives every rule its own level', () => {
  expect(settingsOf('recommended').size).toBe(ALL_RULES.length);
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Checker, readPlanFile } from '../../../plan/check.ts';
import { PRE_SALE, PRESETS } from '../../../plan/config/presets.ts';
import { day } from '../../../plan/day.ts';
import { ALL_RULES } from '../../../plan/generated/rules.ts';
import { SEVERITIES } from '../../../plan/rules/rule.ts';
import { dayOf } from '../../corpus/layouts.ts';
import { findingsIn } from '../../support/team.ts';
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

const AHEAD = `plan: { version: "1.0", created: 2026-01-05, status: active, next_review: 2026-03-31 }
review_history:
  - { date: 2026-03-02, attendees: [Dana Ruiz] }
`;

it('strict speaks of nothing more quietly, not even where a rule is louder than its own level', async () => {
  const plain = await findingsIn(AHEAD, '');
  const strict = await findingsIn(AHEAD, 'extends: strict\n');
  expect(plain.find(({ rule }) => rule === 'review-order')?.severity).toBe('warning');
  expect(strict.map(({ rule }) => rule)).toEqual(plain.map(({ rule }) => rule));
  for (const [index, { rule, severity }] of strict.entries())
    expect(SEVERITIES.indexOf(severity), rule).toBeLessThanOrEqual(
      SEVERITIES.indexOf(plain[index]?.severity ?? 'error'),
    );
});

it('a team that turns a rule down is heard in its louder cases too', async () => {
  const found = await findingsIn(AHEAD, 'extends: strict\nrules: { review-order: hint }\n');
  expect(found.find(({ rule }) => rule === 'review-order')?.severity).toBe('hint');
});

const CORPUS = new URL('../../corpus/plans/', import.meta.url);

it.each(readdirSync(CORPUS))('no preset makes the sound plan %s loud', file => {
  const text = readFileSync(new URL(file, CORPUS), 'utf8');
  const loud = (name: string) =>
    new Checker(settingsOf(name))
      .check(readPlanFile(text), day(dayOf(text)))
      .findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule }) => rule);
  expect(loud('pre-sale')).toEqual([]);
  // A plan whose outcome was not measured again is sound, and its team hears of it if it wants to hear everything.
  expect(loud('strict').filter(rule => rule !== 'outcome-unmeasured')).toEqual([]);
});

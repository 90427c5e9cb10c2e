import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';
import { choicesOf, expanded, type Snippet } from '../support/snippets.ts';

const root = path.resolve(import.meta.dirname, '../..');
const snippets: Readonly<Record<string, Snippet>> = JSON.parse(
  readFileSync(path.join(root, 'snippets/success-plan.code-snippets'), 'utf8'),
);
const example = (name: string) => readFileSync(path.join(root, 'examples', name), 'utf8');

const PLAN = example('northwind.success-plan.yaml');
const SALE = example('juniper.success-plan.yaml');
const AGENDA = example('northwind.qbr.yaml');

/** Where each belongs: a text, and the line below which its list is. */
const PLACES: Readonly<Record<string, readonly [text: string, below: RegExp]>> = {
  Outcome: [PLAN, /^outcomes:$/m],
  Milestone: [PLAN, /^ {4}milestones:$/m],
  Action: [PLAN, /^ {8}actions:$/m],
  Measurement: [PLAN, /^ {4}measurements:$/m],
  Risk: [PLAN, /^risks:$/m],
  'Person at the customer': [PLAN, /^ {2}customer:$/m],
  'Person at the vendor': [PLAN, /^ {2}vendor:$/m],
  Priority: [PLAN, /^ {2}priorities:$/m],
  Review: [PLAN, /^review_history:$/m],
  'Sign-off': [PLAN, /^ {2}sign_offs:$/m],
  'Decision step': [SALE, /^ {2}steps:$/m],
  'Evidence for the renewal': [PLAN, /^ {2}evidence:$/m],
  'Agenda topic': [AGENDA, /^ {2}agenda:$/m],
  'Silence a finding': [PLAN, /^risks:$/m],
};

/** Findings that follow from what the person has still to fill in: an id that is taken by the example, nobody of that name. */
const TO_FILL_IN = ['id-duplicate', 'stakeholder-duplicate'];

describe('a snippet', () => {
  it('has a place where it is tried, each of them', () => {
    expect(Object.keys(snippets).sort()).toEqual(Object.keys(PLACES).sort());
  });

  it('is found by what all begin with, and is said in a few words', () => {
    const all = Object.values(snippets);
    expect(all.every(({ prefix }) => /^sp-[a-z-]+$/.test(prefix))).toBe(true);
    expect(new Set(all.map(({ prefix }) => prefix)).size).toBe(all.length);
    expect(all.filter(({ description }) => description.length < 20)).toEqual([]);
  });

  it.each(Object.entries(snippets))('%s: readable and without an error, whatever is chosen', (name, { body }) => {
    const [text, below] = PLACES[name] ?? ['', /$/];
    const at = below.exec(text);
    const line = at?.[0] ?? '';
    expect(line).not.toBe('');
    const end = (at?.index ?? 0) + line.length;
    const indent = ' '.repeat(line.length - line.trimStart().length + 2);
    const snippet = body.join('\n');
    for (let pick = 0; pick < choicesOf(snippet); pick++) {
      const lines = expanded(snippet, pick).trimEnd().split('\n');
      const whole = `${text.slice(0, end)}\n${lines.map(each => indent + each).join('\n')}${text.slice(end)}`;
      const said = findingsOf(whole).filter(({ rule }) => !TO_FILL_IN.includes(rule));
      const grave = said.filter(({ rule, severity }) => severity === 'error' || /schema|unknown-key/.test(rule));
      expect(grave.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    }
  });
});

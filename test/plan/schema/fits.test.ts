import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import * as validators from '../../../plan/generated/validators.ts';
import { fits } from '../../../plan/schema/fits.ts';
import { parse } from '../../../plan/syntax/parse.ts';
import type { Node } from '../../../plan/syntax/tree.ts';

function nodeOf(text: string): Node | undefined {
  const section = parse(`outcomes:\n${text}`).documents[0]?.sections[0];
  return section?.items?.[0]?.node;
}

/** What the validators are handed of a node without aliases and merge keys. */
function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  if (node.kind === 'alias') return undefined;
  return Object.fromEntries(node.pairs.map(pair => [pair.key.text, plain(pair.value)]));
}

const SOUND = `  - id: O1
    description: Cut reports from 4 hours to 30 minutes
    business_value: { amount: "$40,000", per: year }
    priority: 1
    baseline: { metric: Hours, current: 4 hours, measured_on: 2025-08-15 }
    target: { metric: Hours, goal: 0.5, target_date: "2026-04-01" }
    status: in_progress
    milestones:
      - { name: Sources connected, target_date: 2025-11-15, actual_date: null, status: complete, owner: [Ken Abe, Dana Ruiz] }
    x-team: { anything: [1, { goes: here }] }
`;

it('knows a part that fits', () => {
  const node = nodeOf(SOUND);
  expect(node && fits(node, 'outcome')).toBe(true);
});

it.each([
  ['status: in_progress', 'status: in-progress'],
  ['status: in_progress', 'state: in_progress'],
  ['status: in_progress', 'status: [in_progress]'],
  ['status: in_progress', 'status:'],
  ['status: in_progress', '__proto__: in_progress'],
  ['description: Cut', 'so_that: Cut'],
  ['measured_on: 2025-08-15', 'measured_on: in August'],
  ['goal: 0.5', 'goal: .inf'],
  ['goal: 0.5', 'goal: [0.5]'],
  ['name: Sources connected, ', ''],
  ['owner: [Ken Abe, Dana Ruiz]', 'owner: [Ken Abe, [Dana Ruiz]]'],
  ['owner: [Ken Abe, Dana Ruiz]', 'owner: 3'],
  ['business_value: { amount: "$40,000", per: year }', 'business_value: [much]'],
])('does not say that a part fits with %j as %j', (sound, odd) => {
  expect(SOUND).toContain(sound);
  const node = nodeOf(SOUND.replace(sound, odd));
  expect(node && fits(node, 'outcome')).toBe(false);
});

it('leaves aliases to the validators', () => {
  const node = nodeOf(SOUND.replace('owner: [Ken Abe, Dana Ruiz]', 'owner: &who Ken Abe, contingency: *who'));
  expect(node && fits(node, 'outcome')).toBe(false);
});

it('says of nothing that it fits which the validators do not let through, and of what they do nearly always', () => {
  const folder = path.join(import.meta.dirname, '../../../examples');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => readFileSync(path.join(folder, name), 'utf8'));
  let sound = 0;
  let told = 0;
  for (const { sections } of texts.flatMap(text => parse(text).documents)) {
    for (const [definition, validator] of Object.entries(validators)) {
      for (const node of sections.flatMap(({ part, items }) => [part, ...(items ?? [])].map(one => one.node))) {
        const isSound = validator(plain(node));
        if (fits(node, definition)) {
          told += 1;
          expect(isSound).toBe(true);
        }
        if (isSound && node.kind === 'mapping') sound += 1;
      }
    }
  }
  expect(sound).toBeGreaterThan(40);
  expect(told).toBeGreaterThan(0.9 * sound);
});

import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'outcomes-too-few';

const sound = soundPlan();
const less = (count: number, text = sound) =>
  [1, 2, 3].slice(count).reduce((left, n) => left.replace(new RegExp(` {2}- id: O${n}\\n(?: {4}.*\\n)*`), ''), text);
const found = (rest: string) => `outcomes:\n^^^^^^^^ ${rule} (info): The whole plan rests on ${rest}`;
const ASK =
  'little is left to show at the renewal: ask the customer what else they want to reach, until there are at least 3.';
const marked = (text: string, status: string) =>
  text.replaceAll(/^ {4}status: (?:in_progress|not_started)$/gm, `    status: ${status}`);
const set = (fields: string) => less(2).replace('status: active', fields);
const results = (names: string[]) =>
  less(1).replace('    status:', `    key_results: [${names.map(id => `{ id: ${id} }`).join(', ')}]\n    status:`);

describe(rule, () => {
  it.each([
    ['three', sound, ''],
    ['two', less(2), found(`2 outcomes. If one of them slips, ${ASK}`)],
    ['one', less(1), found(`1 outcome. If it slips, ${ASK}`)],
    ['none', less(0), ''],
    ['an empty list', `${soundPlan(['outcomes'])}outcomes: []\n`, ''],
    [
      'one of three is deferred',
      sound.replace(/status: in_progress\n(?= {4}milestones)/, 'status: deferred\n'),
      found(`2 outcomes, the other being deferred. If one of them slips, ${ASK}`),
    ],
    [
      'two of three are deferred',
      marked(sound, 'deferred').replace('    status: deferred', '    status: in_progress'),
      found(`1 outcome, the others being deferred. If it slips, ${ASK}`),
    ],
    ['two that are over', marked(less(2), 'achieved'), ''],
    ['one of three is achieved', sound.replace(/status: in_progress\n(?= {4}milestones)/, 'status: achieved\n'), ''],
    ['one of three was missed', sound.replace(/status: in_progress\n(?= {4}milestones)/, 'status: missed\n'), ''],
    [
      'an entry that says nothing yet',
      less(2).replace('risks:', '  - id: O9\nrisks:'),
      found(`2 outcomes. If one of them slips, ${ASK}`),
    ],
    ['an objective with three key results', results(['A', 'B', 'C']), ''],
    ['an objective with two key results', results(['A', 'B']), found(`1 outcome. If it slips, ${ASK}`)],
    ['a goal card', set('status: active\n  format: goal_card'), ''],
    ['a mutual action plan', set('status: active\n  format: mutual_action_plan'), ''],
    ['before the sale', set('status: active\n  stage: pre_sale'), ''],
    ['in onboarding', set('status: active\n  stage: onboarding'), ''],
    ['before the renewal', set('status: active\n  stage: renewal'), found(`2 outcomes. If one of them slips, ${ASK}`)],
    ['a draft', set('status: draft'), ''],
    ['completed', set('status: completed'), ''],
    ['archived', set('status: archived'), ''],
    ['a plan that cannot be read whole', less(2).replace('segment: enterprise', 'segment: "enterprise'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('takes another number', () => {
    const rules = (text: string, min: number) =>
      findingsOf(text, '2026-02-10', new Map([[rule, { options: { min } }]])).map(finding => finding.rule);
    expect(rules(less(2), 2)).not.toContain(rule);
    expect(rules(sound, 4)).toContain(rule);
  });
});

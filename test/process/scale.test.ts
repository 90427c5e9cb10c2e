import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { makePlan, SIZES } from '../../bench/plans.ts';
import { Checker, readPlanFile } from '../../plan/check.ts';
import { day } from '../../plan/day.ts';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import { CLI_BUNDLE, cliProcess, folderWith } from '../support/cli.ts';
import { EXAMPLE_DAY, wholePlan } from '../support/examples.ts';
import { findingsOf } from '../support/findings.ts';
import { LspClient } from '../support/lsp.ts';

/** Plans far larger than people write: apart from the unit tests, which are to take seconds. No time is asserted, but each test has one. */

function times(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

/** How often each rule spoke. */
function counted(findings: readonly { readonly rule: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/** An outcome with the milestones given, without a weak place of its own. */
function outcome(id: string, milestones: string, fields = '', due = '2026-08-31'): string {
  return `  - id: ${id}
    description: Bring wrong deliveries of depot ${id} down from 10% to 3%
    so_that: nobody drives twice
    baseline: { metric: Wrong deliveries ${id}, current: 10%, measured_on: "2025-11-03" }
    target: { metric: Wrong deliveries ${id}, goal: 3%, target_date: "${due}" }
    measurements: [{ date: "2026-01-20", value: 8% }]
    status: in_progress
${fields}    milestones:
${milestones}`;
}
const WORTH = '    business_value: About $40,000 a year in second trips\n';
const CONFIRMED =
  '      - { name: 3% confirmed, target_date: "2026-08-31", status: pending, owner: Dana Ruiz, kind: validation }\n';

it('finds all eight weak places of each of 500 outcomes, and that these are too many', () => {
  const text = wholePlan(`outcomes:
${times(500, i =>
  outcome(
    `O${i}`,
    `      - { name: Drivers of depot ${i} trained, target_date: "2026-01-30", status: pending, owner: Ken Abe }
      - { name: Scanners of depot ${i} bought, target_date: "2026-03-30", status: pending }
      - { name: Scanners of depot ${i} set up, target_date: "2026-04-31", status: pending, owner: Ken Abe }
      - { name: Labels of depot ${i} printed, target_date: "2026-05-29", status: pending, owner: Ruth Oduya ${i} }
      - { name: Depot ${i} handed over, target_date: "2026-06-30", status: pending, owner: Ken Abe, depends_on: [the weather ${i}] }
      - { name: Depot ${i} looked at, target_date: "2026-11-13", status: pending, owner: Dana Ruiz }
`,
    '    colour: red\n',
  ),
)}`);
  expect(counted(findingsOf(text))).toEqual({
    'dependency-unknown': 500,
    'invalid-date': 500,
    'milestone-after-outcome': 500,
    'milestone-overdue': 500,
    'milestone-owner-missing': 500,
    'outcome-value-missing': 500,
    'outcomes-too-many': 1,
    'person-unknown': 500,
    'unknown-key': 500,
  });
});

describe('ten thousand findings in one file', { timeout: 120_000 }, () => {
  const text = wholePlan(`outcomes:
${outcome('O1', times(10_000, i => `      - { name: Site ${i} migrated, target_date: 2026-01-30, status: pending, owner: Ken Abe }\n`) + CONFIRMED, WORTH)}`);
  const late = 'milestone-overdue';

  it('are all there', () => {
    expect(counted(findingsOf(text))[late]).toBe(10_000);
  });

  it('are all in the JSON and the SARIF of the command line', async () => {
    const folder = folderWith({ 'huge.success-plan.yaml': text });
    const check = (format: string) =>
      cliProcess(CLI_BUNDLE, folder, ['check', '--today', EXAMPLE_DAY, '--format', format, 'huge.success-plan.yaml']);
    const [json, sarif] = [await check('json'), await check('sarif')];
    expect(occurrences(json.out, `"rule": "${late}"`)).toBe(10_000);
    expect(occurrences(sarif.out, `"ruleId": "${late}"`)).toBe(10_000);
    expect([json.code, json.err, sarif.code, sarif.err]).toEqual([1, '', 1, '']);
  });

  it('are all among the diagnostics of the server, each at its own line', async () => {
    const { client } = await LspClient.start();
    const uri = 'untitled:huge.success-plan.yaml';
    await client.open(uri, text);
    const diagnostics = (await client.diagnostics(uri, 1)).filter(({ code }) => code === late);
    expect(new Set(diagnostics.map(({ range }) => range.start.line)).size).toBe(10_000);
    await client.stop();
  });
});

it('offers the repairs of a hundred findings where all of a plan is marked, some of every kind', {
  timeout: 60_000,
}, async () => {
  const risk = (i: number) =>
    `  - { id: R1, description: Depot ${i} has a new manager, impact: high, likelihood: hihg }\n`;
  const { client } = await LspClient.start();
  const uri = 'untitled:twins.success-plan.yaml';
  const text = wholePlan(`risks:\n${times(3000, risk)}`);
  await client.open(uri, text);
  const diagnostics = await client.diagnostics(uri, 1);
  const asked = (context: object, line = 0, to = text.length) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 0 }, end: { line: to, character: 0 } },
      context,
    });
  const offered = await asked({ diagnostics });
  const places = new Set(offered.map(({ diagnostics: [one] = [] }) => JSON.stringify(one)));
  expect(places.size).toBe(100);
  expect(diagnostics.map(one => JSON.stringify(one))).toEqual(expect.arrayContaining([...places]));
  const kinds = new Set(offered.map(({ diagnostics: [one] = [] }) => one?.code));
  expect([...kinds]).toEqual(expect.arrayContaining(['id-duplicate', 'schema']));
  const last = diagnostics.findLast(({ code }) => code === 'id-duplicate')?.range.start.line ?? 0;
  const there = await asked({ diagnostics: [], only: ['quickfix'] }, last, last + 1);
  expect(there.map(({ title }) => title)).toContain('Call this one R3000');
  await client.stop();
});

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('a plan that is large in one way', { timeout: 60_000 }, () => {
  const prose = (indent: string) =>
    times(
      2000,
      i =>
        `${indent}On 2026-02-30, says Ken Abe of O1 and M${i}, ${i}% of ${i} orders took from ${i} minutes to 4 hours by Q3; R${i} is TBD [x] # ${i}: "open".\n`,
    );

  it('with 2,000 lines of prose in a description, whatever they speak of', () => {
    const sound = wholePlan('');
    const told = sound.replace(
      /description: Cut the time.*\n/,
      `description: |\n      Cut the time to enter an order from 12 minutes to 4 minutes.\n${prose('      ')}`,
    );
    expect(told.length).toBeGreaterThan(200_000);
    expect(counted(findingsOf(told))).toEqual({});
    const folded = told.replace('description: |', 'description: >-');
    expect(counted(findingsOf(folded))).toEqual({});
  });

  it('with 5,000 milestones that wait for each other, two of them in a ring', () => {
    const text = wholePlan(`outcomes:
${outcome('O1', CONFIRMED, WORTH)}milestones:
${times(
  5000,
  i =>
    `  - { id: M${i}, outcome: O1, name: Site ${i} migrated, target_date: "2026-03-30", status: pending, owner: Ken Abe, depends_on: [${i === 0 ? 'M1' : `M${i - 1}`}${i % 100 === 99 ? `, M${i}x` : ''}] }\n`,
)}`);
    expect(counted(findingsOf(text))).toEqual({
      'dependency-cycle': 1,
      'dependency-unknown': 50,
      'outcomes-too-few': 1,
    });
  });

  it('with 10,000 milestones that all wait for each other around', () => {
    const text = wholePlan(`outcomes:
${outcome('O1', CONFIRMED, WORTH)}milestones:
${times(10_000, i => `  - { id: M${i}, outcome: O1, name: Site ${i} migrated, target_date: "2026-03-30", status: pending, owner: Ken Abe, depends_on: [M${(i + 1) % 10_000}] }\n`)}`);
    expect(counted(findingsOf(text))).toEqual({ 'dependency-cycle': 1, 'outcomes-too-few': 1 });
  });

  it('with 2,000 reviews, of which the last says what the plan does not', () => {
    const text = wholePlan(`review_history:
${times(2000, i => {
  const on = day(
    `20${String(Math.floor(i / 336)).padStart(2, '0')}-${String((Math.floor(i / 28) % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
  );
  return `  - { date: "${on}", type: check_in, attendees: [Dana Ruiz, Priya Shah], summary: Depot ${i}, plan_changes: [Goal of O${(i % 3) + 1} changed from 4 minutes to ${(i % 50) + 5} minutes] }\n`;
})}`);
    // Of outcome O1, whose goal is still 4 minutes; of O2 and O3 the log speaks in another unit, or of another goal than theirs.
    expect(counted(findingsOf(text))).toEqual({
      'plan-change-not-applied': 1,
      'plan-date-order': 1,
      'plan-last-reviewed-mismatch': 1,
    });
  });

  it('with 1,000 people, of whom half are called by half their name', () => {
    const text = wholePlan(`stakeholders:
  customer:
    - { name: Dana Ruiz, role: VP Operations, type: executive_sponsor, engagement: active, priorities: [Fewer wrong deliveries] }
    - { name: Ken Abe, role: Depot Manager, type: day_to_day_contact, engagement: active }
${times(1000, i => `    - { name: Asha${i} Verma${i}, role: Clerk, type: end_user_lead, engagement: active }\n`)}  vendor:
    - { name: Priya Shah, role: Customer Success Manager, type: primary_owner }
outcomes:
${outcome(
  'O1',
  times(
    1000,
    i =>
      `      - { name: Site ${i} migrated, target_date: "2026-03-30", status: pending, owner: Asha${i}${i % 2 ? ` Verma${i}` : ''} }\n`,
  ) + CONFIRMED,
  WORTH,
)}`);
    const found = findingsOf(text);
    expect(counted(found)).toEqual({ 'person-unknown': 500, 'outcomes-too-few': 1 });
    expect(found.filter(({ message }) => message.includes('Did you mean Asha'))).toHaveLength(500);
  });
});

it('makes a plan of a hundred thousand lines for the bench, in which no rule breaks', () => {
  const text = makePlan(1, SIZES.huge);
  const made = text.split('\n').length - 1;
  expect(Math.abs(made - SIZES.huge)).toBeLessThan(45);
  expect(new Checker().check(readPlanFile(text), day(EXAMPLE_DAY)).failures).toEqual([]);
  expect(ALL_RULES.length).toBeGreaterThan(70);
}, 60_000);

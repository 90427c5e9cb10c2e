import { expect, it } from 'vitest';
import { applyEdits, Checker, readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';

/** The first fix of the first place that cannot be read: its title, and the text after it. */
function mended(text: string): readonly [title: string | undefined, after: string] {
  const { findings, failures } = new Checker().check(readPlanFile(text), day('2026-02-10'));
  expect(failures).toEqual([]);
  const found = findings.find(({ rule }) => rule === 'yaml-syntax');
  if (!found) throw new Error('it can be read');
  const [fix] = found.fixes();
  return [fix?.title, applyEdits(text, fix?.edits ?? [])];
}

it('puts in the one character that is missing', () => {
  expect(mended('plan:\n  version: "1"\n  status active\n  created: 2026-01-05\n')).toEqual([
    'Put a colon behind “status”',
    'plan:\n  version: "1"\n  status: active\n  created: 2026-01-05\n',
  ]);
  expect(mended('plan\n  version: "1"\n')[1]).toBe('plan:\n  version: "1"\n');
  expect(mended('plan:\n  version: "1"\n  owner:Dana Ruiz\n  created: 2026-01-05\n')).toEqual([
    'Put a space behind the colon',
    'plan:\n  version: "1"\n  owner: Dana Ruiz\n  created: 2026-01-05\n',
  ]);
  expect(mended("customer:\r\n  company: 'Acme Retail  \r\n  industry: Retail\r\n")).toEqual([
    'Add the closing quote',
    "customer:\r\n  company: 'Acme Retail'  \r\n  industry: Retail\r\n",
  ]);
});

it('puts a dash that stands for a value in quotes', () => {
  const title = 'Put the dash in quotes';
  const outcome = (dash: string) =>
    `outcomes:\n  - id: O1\n    baseline:\n      current: ${dash} # nobody knows\n      metric: NPS\n`;
  expect(mended(outcome('-'))).toEqual([title, outcome('"-"')]);
  const inBraces = (dash: string) => `outcomes:\n  - { id: O1, baseline: { current: ${dash}, metric: NPS } }\n`;
  expect(mended(inBraces('-'))).toEqual([title, inBraces('"-"')]);
});

it('turns tabs into spaces, with those of the lines below', () => {
  expect(mended('plan:\n\tversion: "1"\n\tstatus: active\ncustomer:\n  company: Acme\n')).toEqual([
    'Indent with spaces',
    'plan:\n  version: "1"\n  status: active\ncustomer:\n  company: Acme\n',
  ]);
  expect(mended('risks:\r\n\t- id: R1\r\n\t  description: Late\r\n')[1]).toBe(
    'risks:\r\n  - id: R1\r\n    description: Late\r\n',
  );
});

it('indents a line with tabs as its neighbours are', () => {
  const risks = 'risks:\n  - id: R1\n    impact: low\n\tmitigation: Train the shift leads\n    status: open\n';
  expect(mended(risks)[1]).toBe(risks.replace('\t', '    '));
  const second = 'risks:\n    - id: R1\n      impact: low\n\t- id: R2\n\t  impact: high\n';
  expect(mended(second)[1]).toBe('risks:\n    - id: R1\n      impact: low\n    - id: R2\n      impact: high\n');
});

it('moves a block that was put in too deep, or not deep enough, to its list or fields', () => {
  const title = 'Line it up with what it belongs to';
  const risks = (dash: string) =>
    `risks:\r\n  - id: R1\r\n    owner: Li Na\r\n# next\r\n${dash}- id: R2   # x\r\n\r\n${dash}  impact: low\r\n# who\r\n${dash}  owner: Ken\r\n  - id: R3\r\n`;
  for (const wrong of ['      ', '    ', '   ', ' ', '']) expect(mended(risks(wrong))).toEqual([title, risks('  ')]);
  const inside = 'risks:\n  - id: R1\n- id: R2\n  outcomes:\n  - O1\n';
  expect(mended(inside)[0]).toBeUndefined();
  const person = (key: string) =>
    `stakeholders:\n  customer:\n    - name: A\n      role: VP\n${key}type: champion\n${key}engagement: low\n      since: 2026-01-01\n`;
  expect(mended(person('        '))).toEqual([title, person('      ')]);
  const quoted = (key: string) => `customer:\n  company: "X"\n${key}industry: Retail\n${key}segment: smb\n`;
  expect(mended(quoted('     '))).toEqual([title, quoted('  ')]);
});

it('removes a word beside the fields that a key holds, and moves none of these', () => {
  const plan = (value: string) => `plan:${value} # for the north\n  version: "1.0"\n  status: active\n`;
  expect(mended(plan(' Northwind'))).toEqual(['Remove “Northwind”, which stands beside what “plan” holds', plan('')]);
  const target = (value: string) =>
    `outcomes:\n  - id: O1\n    target:${value}\n      metric: Order entry time\n      goal: 4 minutes\n    status: in_progress\n`;
  expect(mended(target(' "4 minutes"'))[1]).toBe(target(''));
  expect(mended(target(' { goal: 3 minutes }'))[0]).toBeUndefined();
  const value = 'outcomes:\n  - id: O1\n    business_value: Fewer calls\n      owner: Ken Abe\n';
  expect(mended(value)[0]).toBe('Line it up with what it belongs to');
});

it('puts a value with a colon in it in quotes, but for a second field', () => {
  const title = 'Put the value in quotes';
  const context = (value: string) => `customer:\n  context: ${value} # ok\n  company: X\n`;
  expect(mended(context('Close: fast, at 10:30'))).toEqual([title, context('"Close: fast, at 10:30"')]);
  expect(mended(context('They say "go": now'))).toEqual([title, context(`'They say "go": now'`)]);
  expect(mended(context('Close company: X'))[0]).toBeUndefined();
  expect(mended('customer:\n  context: The aim:\n    be fast\n')[0]).toBeUndefined();
});

it('leaves alone what could be meant in several ways', () => {
  expect(mended('customer:\n  company: "Acme # a retailer\n  industry: Retail\n')[0]).toBeUndefined();
  expect(mended('internal: { note: "open\n')[0]).toBeUndefined();
  expect(mended('risks:\n  - id: R1\n    outcomes: [O1, O2\n    owner: Dana Ruiz\n')[0]).toBeUndefined();
});

it('says one thing of a line with a tab, whatever stands below it', () => {
  const below = ['contingency: Old gates', 'status: open', 'owner: Dana', 'outcomes: [O2]', 'reviewed_on: 2025-12-09'];
  const risks = `risks:\n  - id: R1\n    likelihood: high\n\tmitigation: New ones\n    ${below.join('\n    ')}\n`;
  const { findings } = new Checker().check(readPlanFile(risks), day('2026-02-10'));
  expect(findings.filter(({ rule }) => rule === 'yaml-syntax').length).toBe(1);
});

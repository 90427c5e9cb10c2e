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

it('leaves alone what could be meant in several ways', () => {
  expect(mended('customer:\n  company: "Acme # a retailer\n  industry: Retail\n')[0]).toBeUndefined();
  expect(mended('internal: { note: "open\n')[0]).toBeUndefined();
  expect(mended('risks:\n  - id: R1\n    outcomes: [O1, O2\n    owner: Dana Ruiz\n')[0]).toBeUndefined();
});

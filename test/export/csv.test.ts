import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_COLUMNS, planCsv } from '../../export/csv.ts';
import { HOSTILE, paperOf, planSaying } from './paper.ts';

/** Reads RFC 4180, and nothing else: CRLF between records, quotes only around whole fields and doubled inside. */
function read(csv: string, delimiter = ','): string[][] {
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r\\n)`, 'y');
  const rows: string[][] = [[]];
  while (field.lastIndex < csv.length) {
    const at = field.lastIndex;
    const found = field.exec(csv);
    if (found === null) throw new Error(`no field at ${JSON.stringify(csv.slice(at, at + 40))}`);
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n' && field.lastIndex < csv.length) rows.push([]);
  }
  return rows;
}

function records(text: string): Record<string, string>[] {
  const [head = [], ...rows] = read(planCsv(paperOf(text)).slice(1));
  return rows.map(row => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

describe('planCsv', () => {
  const acme = readFileSync('examples/acme.success-plan.yaml', 'utf8');

  it('writes the example as it should read', async () => {
    await expect(planCsv(paperOf(acme))).toMatchFileSnapshot('../fixtures/export/acme.csv');
  });

  it('begins with a byte order mark and the names of the columns, and every row has them all', () => {
    const csv = planCsv(paperOf(acme));
    expect(csv.startsWith('\ufeffcompany,kind,')).toBe(true);
    const rows = read(csv.slice(1));
    expect(rows[0]).toEqual(CSV_COLUMNS);
    for (const row of rows) expect(row.length).toBe(CSV_COLUMNS.length);
  });

  it('says days as days and numbers as numbers, in the unit beside them', () => {
    const all = records(acme);
    expect(all.find(row => row.kind === 'outcome')).toMatchObject({
      id: 'O1',
      planned: '2026-04-01',
      baseline: '4',
      now: '2.1',
      goal: '0.5',
      unit: 'hour per report',
      attainment_percent: '54.3',
      expected_percent: '78.2',
      forecast: '2026-06-18',
      health: 'off track',
    });
    expect(all.find(row => row.id === 'O1-3')).toMatchObject({ status: 'blocked', slip_days: '26', side: 'customer' });
    expect(all.find(row => row.kind === 'renewal')).toMatchObject({ planned: '2026-08-01' });
  });

  it('has the days of the contract, of signatures, and on which milestones begin', () => {
    const all = records(`plan: { status: active }
customer:
  company: Acme Corp
  contract: { start_date: 2025-08-01, end_date: 2026-07-31, renewal_date: 2026-08-01 }
agreement:
  shared_on: 2025-09-01
  sign_offs:
    - { person: Sarah Chen, scope: O1, status: signed, signed_on: 2025-09-12 }
    - { person: Mike Torres, scope: plan, status: pending }
stakeholders:
  customer: [{ name: Sarah Chen, role: VP Analytics }]
milestones:
  - { name: Ledger extracts scheduled, start_date: 2026-02-16, target_date: 2026-03-16, status: in_progress }
`);
    const days = all.map(({ kind, name, side, status, opened_on, planned, actual }) =>
      [kind, name, side, status, opened_on, planned, actual].join('|'),
    );
    expect(days).toEqual([
      'milestone|Ledger extracts scheduled||in progress|2026-02-16|2026-03-16|',
      'shared|plan shared|||||2025-09-01',
      'sign_off|O1|customer|signed|||2025-09-12',
      'sign_off|plan||pending|||',
      'contract|contract|||2025-08-01|2026-07-31|',
      'renewal|renewal||||2026-08-01|',
    ]);
  });

  it('has the values that count, and no others', () => {
    const all = records(`plan: { status: active }
outcomes:
  - id: O1
    baseline: { metric: NPS, current: 31 NPS, measured_on: 2025-10-01 }
    target: { metric: NPS, goal: 45 NPS, target_date: 2026-06-30 }
    measurements: [{ date: 2025-12-05, value: 38 }]
  - id: O2
    baseline: { metric: Revenue, current: "$1.2M", measured_on: 2025-10-01 }
    target: { metric: Revenue, goal: "$2M", target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-05, value: "€1.5M" }, { date: 2026-02-05, value: "$1,400,000" }]
`);
    expect(all.filter(row => row.kind === 'measurement').map(row => `${row.outcome} ${row.now} ${row.unit}`)).toEqual([
      'O1 38 nps',
      'O2 1400000 USD',
    ]);
  });

  it('notes what is said in words where a number belongs', () => {
    const all = records(`plan: { status: active }
outcomes:
  - id: O1
    description: Claims staff work without retyping
    baseline: { metric: Manual work, current: a lot of manual work, measured_on: 2025-10-01 }
    target: { metric: Manual work, goal: hardly any, target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-10, value: noticeably less, source: Team lead }]
`);
    expect(all.map(row => [row.kind, row.planned, row.actual, row.baseline, row.now, row.goal, row.note])).toEqual([
      [
        'outcome',
        '2026-06-30',
        '',
        '',
        '',
        '',
        'Neither goal nor baseline holds a number. Baseline: a lot of manual work (1 Oct 2025). Now: noticeably less (10 Jan 2026). Goal: hardly any (by 30 Jun 2026).',
      ],
      ['measurement', '', '2026-01-10', '', '', '', 'noticeably less; Team lead'],
    ]);
  });

  it('has no next review and no late work of a plan that is over', () => {
    const all = records(`plan: { status: completed, next_review: 2025-08-01 }
outcomes:
  - id: O1
    description: Claims are settled faster
    milestones: [{ name: Training, target_date: 2024-03-20, status: in_progress }]
decision:
  steps: [{ name: Signature, target_date: 2024-04-12, status: pending }]
review_history:
  - date: 2024-01-20
    actions: [{ description: Send the slides, owner: Dana Park, due_date: 2024-02-20, status: open }]
`);
    expect(all.map(({ kind, planned, slip_days }) => [kind, planned, slip_days])).toEqual([
      ['outcome', '', ''],
      ['milestone', '2024-03-20', ''],
      ['step', '2024-04-12', ''],
      ['review', '', ''],
      ['action', '2024-02-20', ''],
    ]);
  });

  it('says money in whole units of its currency, and each of several key results', () => {
    const all = records(`plan: { status: active }
outcomes:
  - id: O1
    description: More revenue
    key_results:
      - id: K1
        baseline: { metric: Revenue, current: $40k, measured_on: 2026-01-01 }
        target: { metric: Revenue, goal: $1.2M, target_date: 2026-12-31 }
        measurements: [{ date: 2026-02-01, value: $100k }]
      - id: K2
        baseline: { metric: Change, current: -5, measured_on: 2026-01-01 }
        target: { metric: Change, goal: 12, target_date: 2026-12-31 }
`);
    expect(all.map(row => [row.kind, row.id, row.baseline, row.now, row.goal, row.unit])).toEqual([
      ['outcome', 'O1', '', '', '', ''],
      ['key_result', 'K1', '40000', '100000', '1200000', 'USD'],
      ['measurement', '', '', '100000', '', 'USD'],
      ['key_result', 'K2', '-5', '', '12', ''],
    ]);
  });

  it('says of each key result how far it is, should be, and is likely to come', () => {
    const all = records(`plan: { status: active }
outcomes:
  - id: O1
    description: Claims are settled by the front desk
    key_results:
      - id: K1
        baseline: { metric: Claims settled a day, current: 10, measured_on: 2025-11-01 }
        target: { metric: Claims settled a day, goal: 20, target_date: 2026-05-01 }
        measurements: [{ date: 2026-01-01, value: 12 }, { date: 2026-02-01, value: 15 }]
      - id: K2
        baseline: { metric: Desks that settle, current: 10, measured_on: 2025-11-01 }
        target: { metric: Desks that settle, goal: 20, target_date: 2026-05-01 }
        measurements: [{ date: 2026-02-01, value: 9 }]
      - id: K3
        baseline: { metric: Clerks trained, current: 0, measured_on: 2025-11-01 }
        target: { metric: Clerks trained, goal: 8, target_date: 2026-05-01 }
`);
    const told = all
      .filter(row => row.kind === 'key_result')
      .map(row => [row.id, row.attainment_percent, row.expected_percent, row.forecast, row.health]);
    expect(told).toEqual([
      ['K1', '50', '55.8', '2026-05-20', ''],
      ['K2', '-10', '55.8', '', ''],
      ['K3', '', '55.8', '', ''],
    ]);
  });

  it('has the phases, the steps to the decision, its day and go-live', () => {
    const rows = records(readFileSync('test/corpus/plans/kestrel-presale.success-plan.yaml', 'utf8'))
      .filter(({ kind }) => ['phase', 'step', 'decision', 'go_live'].includes(kind ?? ''))
      .map(({ kind, id, name, side, opened_on, planned, note }) => [kind, id, name, side, opened_on, planned, note]);
    expect(rows).toEqual([
      ['phase', 'EVAL', 'Evaluation', '', '2026-01-26', '2026-03-06', ''],
      ['phase', 'BUY', 'Contract', '', '2026-03-02', '2026-04-17', ''],
      ['step', '', 'Security questionnaire answered', 'customer', '', '2026-03-06', ''],
      ['step', '', 'Contract read by counsel', 'customer', '', '2026-03-27', ''],
      ['step', '', 'Purchase order', 'customer', '', '2026-04-10', ''],
      ['step', '', 'Signature', 'customer', '', '2026-04-17', ''],
      [
        'decision',
        '',
        'decision',
        '',
        '',
        '2026-04-17',
        'Fifty records found in under a minute each; Accepted by information security',
      ],
      ['step', '', 'First hangar loaded', 'vendor', '', '2026-05-29', ''],
      ['step', '', 'Mechanics trained', 'customer', '', '2026-06-19', ''],
      ['go_live', '', 'go-live', '', '', '2026-07-01', 'Hangar by hangar, beginning with the smallest.'],
    ]);
  });

  it('has a head and nothing else for an empty plan', () => {
    expect(records('plan: { status: active }')).toEqual([]);
  });

  it.each(HOSTILE)('gives a spreadsheet nothing to run: %j', text => {
    const csv = planCsv(paperOf(planSaying(text))).slice(1);
    for (const row of read(csv)) {
      expect(row.length).toBe(CSV_COLUMNS.length);
      for (const cell of row) if (!/^-?[\d.]+$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }
    // Where a semicolon parts the cells, neither.
    for (const cell of csv.split(/[;\r\n]+/)) expect(cell).not.toMatch(/^"?\s*[=+@＝＋－＠]/);
  });

  it('is read back as it was written, whatever the plan says', { timeout: 60_000 }, () => {
    const text = fc.string({
      unit: fc.constantFrom(...'",;\r\n=+-@\'a b\t訴\u202e\u0000'.split('')),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, said => {
        const rows = read(planCsv(paperOf(planSaying(said))).slice(1));
        expect(new Set(rows.map(row => row.length))).toEqual(new Set([CSV_COLUMNS.length]));
      }),
      { numRuns: 15 },
    );
  });
});

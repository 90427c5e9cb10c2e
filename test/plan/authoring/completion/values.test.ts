import { describe, expect, it } from 'vitest';
import { complete } from '../../../../plan/authoring/completion/complete.ts';
import { accepted, candidates, labels, sound, stops, TODAY } from './support.ts';

describe('values', () => {
  it('are the people of the side that is asked for, with role and side', () => {
    const owner = candidates(sound('  co_owner: Dana Ruiz', '  co_owner: <|>')).found;
    expect(owner.map(c => [c.label, c.detail])).toEqual([
      ['Dana Ruiz', 'VP Operations, customer'],
      ['Ken Abe', 'Depot Manager, customer'],
    ]);
  });

  it('put those who left last, and say so', () => {
    const left = sound('      engagement: active\n      priorities', '      until: "2026-01-31"\n      priorities');
    const people = candidates(left.replace('owner: Ken Abe\n', 'owner: <|>\n')).found;
    expect(people.at(-1)).toMatchObject({ label: 'Dana Ruiz', detail: 'VP Operations, customer, no longer there' });
  });

  it('are ids with what they stand for', () => {
    const cited = candidates(sound('    - outcome: O1', '    - outcome: <|>')).found;
    expect(cited.map(c => c.label)).toEqual(['O1', 'O2', 'O3']);
    expect(cited[1]?.detail).toContain('wrong deliveries');
  });

  it('are likely days: now for what happened, later, the quarter’s end and the renewal for what is planned', () => {
    expect(labels(sound('        target_date: "2026-03-31"', '        target_date: "<|>"'))).toEqual([
      '2026-02-10',
      '2026-03-12',
      '2026-05-11',
      '2026-03-31',
      '2026-06-30',
      '2026-04-21',
      '2026-10-01',
    ]);
    expect(labels(sound('        actual_date: "2025-12-12"', '        actual_date: <|>'))).toEqual([
      '2026-02-10',
      '2025-12-15',
      'null',
    ]);
  });

  it('are working days where somebody is to be met', () => {
    expect(labels('plan:\n  next_review: <|>\n')[0]).toBe('2026-05-08');
  });

  it('stay inside the quotes that are open', () => {
    const text = sound('owner: Ken Abe\n', 'owner: "Ke<|>"\n');
    expect(accepted(text, 'Ken Abe')).toContain('owner: "Ken Abe"\n');
    const open = sound('owner: Ken Abe\n', "owner: 'Ke<|>\n");
    expect(accepted(open, 'Ken Abe')).toContain("owner: 'Ken Abe'\n");
  });

  it('replace only what stands between quotes that are closed, so that an editor keeps its tab stop', () => {
    const { text, found } = candidates(sound('owner: Ken Abe\n', 'owner: "Ke<|>"\n'));
    const { replace, insert } = found.find(({ label }) => label === 'Ken Abe') ?? {};
    expect(text.slice(replace?.start, replace?.end)).toBe('Ke');
    expect(insert).toBe('Ken Abe');
    expect(accepted("customer:\n  segment: '<|>'\n", 'enterprise')).toBe("customer:\n  segment: 'enterprise'\n");
    expect(accepted("outcomes: [{ description: It's, owner: '<|>' }]\n", 'Sarah Chen')).toContain(
      "owner: 'Sarah Chen' }",
    );
  });

  it('are milestones of the same outcome before others', () => {
    const second = `outcomes:
  - { id: O1, milestones: [{ id: M1, name: Orders flow }, { id: M2, name: Staff trained }] }
  - id: O2
    milestones:
      - id: M3
        name: Depots connected
      - id: M4
        name: All depots report
        depends_on: [<|>]
`;
    expect(labels(second)).toEqual(['M3', 'M1', 'M2']);
    expect(labels(second.replace('- id: O2', '- id: "O2"').replace('M3', 'M3 # first'))).toEqual(['M3', 'M1', 'M2']);
  });

  it('are no milestones that wait for this one already', () => {
    const plan = (first: string, third = '') => `outcomes:
  - id: O1
    milestones:
      - id: M1
        name: Orders flow
        ${first}
      - id: M2
        name: Staff trained
        depends_on: [M1]
      - { id: M3, name: Depots report, depends_on: [Staff trained] }
${third}`;
    expect(labels(plan('depends_on: [<|>]'))).toEqual(['""']);
    expect(stops(plan('<|>'), 'depends_on')).toBe('depends_on:\n          - ');
    const free = '      - { id: M4, name: Depots open }\n';
    expect(labels(plan('depends_on: [<|>]', free))).toEqual(['M4']);
    expect(stops(plan('<|>', free), 'depends_on')).toContain('- M4');
    expect(labels(plan('', free).replace('depends_on: [M1]', 'depends_on: [<|>]'))).toEqual(['M1', 'M4']);
    const begun = '      - { id: M4, name: "", depends_on: [M3] }\n      - { id: M5, depends_on: [""] }\n';
    expect(labels(plan('depends_on: [<|>]', begun))).toEqual(['M5']);
  });

  it('name somebody else as successor', () => {
    const left = sound('    - name: Ken Abe\n', '    - name: Ken Abe\n      successor: <|>\n');
    expect(labels(left)).toEqual(['Dana Ruiz']);
    expect(stops(left.replace('successor: <|>', '<|>'), 'successor')).toBe('successor: Dana Ruiz');
  });

  it('are written as their neighbours are, whatever a version looks like', () => {
    const plain = sound('  industry: Logistics', '  industry: Lo<|>');
    expect(accepted(plain, 'Logistics')).toContain('  industry: Logistics\n');
  });

  it('are written as most of the others are, of which some need quotes', () => {
    const text =
      'customer:\n  company: "Süd & Co: Bäcker"\n  industry: Retail\noutcomes:\n  - description: Faster tills\n';
    const baseline = '    baseline: { metric: Queue, current: 6 min }\n    target:\n      goal: <|>\n';
    expect(accepted(text + baseline, '6 min')).toBe((text + baseline).replace('<|>', '6 min'));
  });

  it('get quotes where they need them', () => {
    const text = sound('    - name: Ken Abe\n', '    - name: "Abe, Ken"\n').replace(
      '[Dana Ruiz, Ken Abe, Priya Shah]',
      '[Dana Ruiz, <|>]',
    );
    expect(accepted(text, 'Abe, Ken')).toContain('[Dana Ruiz, "Abe, Ken"]');
  });
});

it('leaves quotes alone that are there already', () => {
  const plan = 'plan:\n  owner: Priya Shah\n  status: "<|>"\n  co_owner: "P<|>"\ncustomer:\n  industry: \'<|>\'\n';
  for (const [at, label] of [...plan.matchAll(/<\|>/g)].map(
    (mark, index) => [mark.index - index * 3, ['active', 'Priya Shah', 'Logistics'][index]] as const,
  )) {
    const text = plan.replaceAll('<|>', '');
    const found = complete(text, at, undefined, TODAY).find(one => one.label === label);
    expect(found?.insert).toBe(label);
    expect(text.slice(0, found?.replace.start)).toMatch(/["']$/);
    expect(text.slice(found?.replace.end)).toMatch(/^["']/);
  }
});

it('offers names that the plan says before it lists anybody, and an example where it says none', () => {
  expect(labels('plan:\n  owner: Priya Shah\n  co_owner: <|>\n')).toEqual(['Priya Shah']);
  expect(labels('plan:\n  owner: "<|>"\n')).toEqual(['Sarah Chen']);
});

it('offers an id that nothing else has as it is typed, before the next free one', () => {
  expect(labels('risks:\n  - id: R1<|>\n')).toEqual(['R1', 'R2']);
  expect(labels('risks:\n  - id: R1<|>\n  - id: R2\n')).toEqual(['R1', 'R3']);
  expect(labels('risks:\n  - id: R1<|>\n  - id: R1\n')).toEqual(['R2']);
});

it('has no text to offer among keys of one’s own', () => {
  expect(labels('internal:\n  <|>\n')).toEqual(['""']);
  expect(labels('internal:\n  notes: Budget talks in March\n  <|>\n')).toEqual([]);
  expect(labels('internal:\n  <|>\n  notes: Budget talks in March\n')).toEqual([]);
});

it('has a text in quotes where nothing is known', () => {
  expect(stops('internal:\n  note: <|>\n', '""')).toBe('"<1>"');
  expect(stops('x-team:\n  note: <|>\n', '""')).toBe('"<1>"');
  expect(stops('x-team:\n  <|>\n', 'x-')).toBe('x-<1:note>: ');
});

it('keeps out of the way of sentences, but for an example that begins the same', () => {
  expect(labels('customer:\n  company: <|>\n')).toEqual(['Lakeshore Health Group']);
  expect(labels('customer:\n  company: "lake<|>"\n')).toEqual(['Lakeshore Health Group']);
  expect(labels('customer:\n  company: The<|>\n')).toEqual([]);
  expect(labels('customer:\n  context: <|>\n')).toEqual([expect.stringContaining('Forty clinics'), '>']);
  expect(labels('customer:\n  context: We<|>\n')).toEqual([]);
});

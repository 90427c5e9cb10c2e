import { describe, expect, it } from 'vitest';
import { complete } from '../../../../plan/authoring/completion/complete.ts';
import { applyEdits, Checker, readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { withCursor } from '../../../support/cursor.ts';
import { soundPlan } from '../../../support/examples.ts';

const TODAY = day('2026-02-10');

function candidates(marked: string, file?: string) {
  const { text, offset } = withCursor(marked);
  const read = readPlanFile(text).documents;
  const model = read.findLast(({ model: one }) => one.syntax.start <= offset)?.model;
  return { text, found: complete(text, offset, model, TODAY, undefined, file) };
}

/** The text after the first candidate that begins with a word was accepted. */
function accepted(marked: string, label: string): string {
  const { text, found } = candidates(marked);
  const one = found.find(candidate => candidate.label === label);
  if (!one) throw new Error(`${label} is not offered, but ${found.map(c => c.label).join(', ')}`);
  return applyEdits(text, [{ ...one.replace, newText: one.insert }]);
}

const labels = (marked: string, file?: string) => candidates(marked, file).found.map(c => c.label);

/** What the first candidate that is called so puts in, with its stops as `<1:text>`. */
function stops(marked: string, label: string, file?: string): string {
  const { found } = candidates(marked, file);
  const one = found.find(candidate => candidate.label === label);
  const written = one?.snippet?.replaceAll(/\$\{((?:[^\\}]|\\.)*)\}/g, '<$1>') ?? one?.insert;
  return written ?? `${label} is not offered, but ${found.map(c => c.label)}`;
}

/** The sound plan with a piece of it replaced. */
function sound(from: string, to: string): string {
  if (!soundPlan().includes(from)) throw new Error(`no “${from}”`);
  return soundPlan().replace(from, to);
}

describe('keys', () => {
  it('come with what is to follow: a value, or a whole block', () => {
    expect(accepted('plan:\n  <|>\n', 'status')).toBe('plan:\n  status: \n');
    expect(accepted('customer:\n  company: Acme\n  con<|>\n', 'contract')).toBe(
      `customer:
  company: Acme
  contract:
    start_date: "2026-02-10"
    renewal_date: "2027-02-10"
    arr: ""
    plan_tier: ""
`,
    );
    expect(stops('outcomes:\n  - id: O1\n    <|>\n', 'baseline')).toBe(
      `baseline:
      metric: "<1>"
      current: "<2>"
      measured_on: "<3:2026-02-10>"`,
    );
    expect(accepted('outcomes:\n  - <|>\n', 'description')).toBe('outcomes:\n  - description: \n');
    expect(stops('outcomes:\n  - <|>\n', 'description')).toBe('description: "<1>"');
    expect(stops('plan:\n  <|>\n', 'version')).toBe('version: "1.0"');
  });

  it('replace the word under the cursor, and leave a colon that is there', () => {
    expect(accepted('plan:\n  sta<|>ge: onboarding\n', 'status')).toBe('plan:\n  status: onboarding\n');
    expect(accepted('plan: { version: 1, st<|> }\n', 'status')).toBe('plan: { version: 1, status:  }\n');
  });

  it('of a milestone name its outcome only where that does not hold it', () => {
    expect(labels('milestones:\n  - name: Trained\n    <|>\n')).toContain('outcome');
    expect(labels('outcomes:\n  - milestones:\n      - name: Trained\n        <|>\n')).not.toContain('outcome');
  });

  it('are those of an agenda in an agenda', () => {
    expect(labels('qbr:\n  duration: 60 minutes\n  <|>\n')).toEqual(['agenda', 'date', 'plan', 'attendees']);
    expect(labels('plan:\n  version: 1\n---\nqbr:\n  agenda:\n    - <|>\n')).toEqual([
      'topic',
      'topic',
      'duration',
      'content',
    ]);
  });

  it('begin the list where only its key stands', () => {
    expect(accepted('outcomes:\n  <|>\n', 'description')).toBe('outcomes:\n  - description: \n');
  });
});

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

describe('blocks', () => {
  it('are whole outcomes with what belongs to each other typed once', () => {
    const whole = stops(sound('risks:', '  <|>\nrisks:'), 'outcome O4');
    expect(whole).toMatch(/^- id: O4\n {4}description: "<1>"\n/);
    expect(whole).toContain('      metric: "<4>"\n      current: "<5>"');
    expect(whole).toContain('      metric: "<4>"\n      goal: "<7>"');
    expect(whole.match(/target_date: "<8>"/g)).toHaveLength(1);
    expect(whole).toContain('kind: validation');
  });

  it('give out every id once', () => {
    const whole = stops(
      'outcomes:\n  - id: O1\n    milestones: [{ id: M1, name: Orders flow }]\n  - <|>\n',
      'outcome O2',
    );
    const ids = [...whole.matchAll(/- id: (M\d+)/g)].map(match => match[1]);
    expect(ids).toEqual(['M2', 'M3']);
  });

  it('are of the kind that the file is called after', () => {
    expect(labels('<|>', 'acme.success-plan.yaml')).not.toContain('review agenda');
    expect(labels('<|>', 'acme.yaml').slice(0, 2)).toEqual(['success plan', 'review agenda']);
  });

  it('leave out what an entry has already', () => {
    expect(accepted('risks:\n  - <|>\n    description: Late\n    impact: high\n    status: open\n', 'risk R1')).toBe(
      `risks:
  - id: R1
    likelihood: medium
    mitigation: ""
    owner: ""
    description: Late
    impact: high
    status: open
`,
    );
  });

  it('stand in braces among braces', () => {
    expect(stops('outcomes: [{ id: O1, <|> }]\n', 'target')).toBe(
      'target: { metric: "<1>", goal: "<2>", target_date: "<3|2026-06-30,2026-02-10,2026-03-12,2026-05-11,2026-03-31|>" \\}',
    );
    expect(accepted('risks: [<|>]\n', 'risk R1')).toMatch(/^risks: \[\{ id: R1, description: "", .* \}\]\n$/);
  });

  it('follow a bare dash, a bare colon, and a key with a blank', () => {
    const action = '- description: "<1>"\n            owner: "${2';
    const milestone = (rest: string) => `outcomes:\n  - milestones:\n      - name: A\n        actions:${rest}`;
    for (const [rest, lead] of [
      ['<|>', '\n          '],
      [' <|>', '\n          '],
      ['\n          <|>', ''],
    ])
      expect(stops(milestone(`${rest}\n`), 'action')).toContain(`${lead}${action.slice(0, 22)}`);
    expect(stops(milestone('\n          -<|>\n'), 'action')).toMatch(/^ description: /);
    expect(stops(milestone('\n          - <|>\n'), 'action')).toMatch(/^description: /);
  });

  it('go where they belong from a column where nothing can stand', () => {
    const plan = 'outcomes:\n  - id: O1\n    description: A\n<|>\n  - id: O2\n    description: B\n';
    expect(accepted(plan, 'outcome O3')).toMatch(/description: A\n {2}- id: O3\n {4}description: ""\n/);
    expect(accepted('plan:\n  version: "1.0"\n     sta<|>\n', 'status')).toBe('plan:\n  version: "1.0"\n  status: \n');
    expect(accepted('plan:\n  version: "1.0"\n   <|>\n  title: A\n', 'status')).toContain('"1.0"\n  status: \n  title');
  });

  it('begin a list in the column in which it goes on below', () => {
    const listed = 'customer:\n  priorities:\n  - id: P1\n    name: Growth\n';
    expect(accepted(listed.replace(':\n  -', ':\n    <|>\n  -'), 'priority P2')).toBe(
      'customer:\n  priorities:\n  - id: P2\n    name: ""\n    sponsor: \n  - id: P1\n    name: Growth\n',
    );
  });

  it('are indented as the plan is', () => {
    const four = 'plan:\n    version: "1"\n';
    expect(accepted(`${four}<|>\n`, 'agreement')).toContain('agreement:\n    co_created: ');
    expect(accepted(`${four}<|>\n`, 'risks')).toContain('risks:\n    - id: R1\n      description: ');
    const flush = 'plan:\n  version: "1"\ncustomer:\n  priorities:\n  - id: P1\n    name: Growth\n';
    expect(accepted(`${flush}<|>\n`, 'risks')).toContain('risks:\n- id: R1\n  description: ');
  });

  it('name somebody only where nobody else is possible', () => {
    expect(stops(sound('  owner: Priya Shah\n  co_owner: Dana Ruiz\n', '  <|>\n'), 'owner')).toBe('owner: Priya Shah');
    expect(stops(sound('  owner: Priya Shah\n  co_owner: Dana Ruiz\n', '  <|>\n'), 'co_owner')).toBe('co_owner: ');
    const review = stops(sound('review_history:\n', 'review_history:\n  <|>\n'), 'review');
    expect(review).toContain('attendees: [<3:Dana Ruiz, Ken Abe, Priya Shah>]');
  });

  it('are a whole plan, or a whole agenda, where there is nothing yet', () => {
    expect(labels('<|>').slice(0, 3)).toEqual(['success plan', 'review agenda', 'plan']);
    expect(labels('# Acme\n\n<|>')[0]).toBe('success plan');
    expect(labels('<|>', 'acme.qbr.yaml')).toEqual(['review agenda', 'qbr']);
    expect(stops('<|>', 'success plan')).toContain('attendees: ["<11>", "<13>", "<15>"]');
    const agenda = accepted('<|>', 'review agenda');
    const found = new Checker().check(readPlanFile(agenda), TODAY).findings;
    expect(found.map(one => one.rule)).toEqual([]);
  });

  it('escape what means something in a snippet', () => {
    const priced = sound('      current: 12 minutes', '      current: "$12 {a} per order"');
    expect(stops(priced.replace('      goal: 4 minutes', '      <|>'), 'goal')).toBe(
      'goal: "\\$<1:12> {a\\} per order"',
    );
  });

  it('escape in a choice what parts choices, and nothing else: editors show any further backslash', () => {
    const strange = sound('name: Ken Abe', 'name: "Ken {A} $1, \\\\ Abe"');
    const { found } = candidates(strange.replace('risks:', 'risks:\n  - <|>\n'));
    const risk = found.find(({ label }) => label === 'risk R2')?.snippet;
    expect(/owner: (.*)/.exec(risk ?? '')?.[1]).toContain('"Ken {A} $1\\, \\\\\\\\ Abe"');
  });
});

describe('a line of blanks without end', () => {
  const blanks = ' '.repeat(60_000);

  it.each([
    ['in a text', `a${blanks}b`],
    ['in a key', `a${blanks}b: c`],
    ['in a value', `a: b${blanks}c`],
    ['in front of a bracket', `a: 5${blanks}(6`],
  ])('is read once: %s', (_, line) => {
    expect(labels(`plan:\n  ${line}\n  stat<|>\n`).length).toBeGreaterThan(0);
  });
});

describe('numbers and what is measured', () => {
  const measured = (value: string) => sound('        value: 9 minutes', `        value: ${value}`);

  it('come in the unit of the baseline, and with the figure that was typed', () => {
    expect(labels(measured('<|>'))).toEqual(['12 minutes', '4 minutes']);
    expect(stops(measured('<|>'), '12 minutes')).toBe('<1:12> minutes');
    expect(stops(measured('"<|>"'), '12 minutes')).toBe('<1:12> minutes');
    expect(accepted(measured('7<|>'), '7 minutes')).toContain('value: 7 minutes\n');
    expect(accepted(measured('"7<|>"'), '7 minutes')).toContain('value: "7 minutes"\n');
    expect(accepted(measured("'7<|>"), '7 minutes')).toContain("value: '7 minutes'\n");
    expect(labels(sound('      goal: 4 minutes', '      goal: <|>'))).toEqual(['12 minutes']);
  });

  it('count one hour and two hours', () => {
    const goal = (typed: string, current: string) =>
      labels(`outcomes:\n  - baseline:\n      current: ${current}\n    target:\n      goal: ${typed}<|>\n`);
    expect([goal('1', '6 hours'), goal('30', '1 day per order')]).toEqual([['1 hour'], ['30 days per order']]);
    expect(goal('1', '6 day-rates')).toEqual(['1 day-rates']);
    expect(goal('', '1 hours')).toEqual(['1 hours']);
  });

  it('leave out a percentage that follows from the rest', () => {
    const ratio = 'outcomes:\n  - baseline:\n      current: "8 of 25 (32%)"\n    target:\n      goal: <|>\n';
    expect(stops(ratio, '8 of 25')).toBe('"<1:8> of 25"');
    expect(stops(ratio.replace('"8 of 25 (32%)"', "'8 of 25 (32%)'"), '8 of 25')).toBe('"<1:8> of 25"');
    const braces =
      'outcomes:\n  - baseline: { current: 12 days, metric: "Days, all" }\n    target:\n      metric: <|>\n';
    expect(accepted(braces, 'Days, all')).toContain('      metric: "Days, all"\n');
  });

  it('are the minutes that are left of a meeting', () => {
    const agenda =
      'qbr:\n  duration: 60 minutes\n  agenda:\n    - topic: A\n      duration: 25 min\n    - topic: B\n      duration: <|>\n';
    expect(labels(agenda).slice(0, 2)).toEqual(['35 min', '5 min']);
  });
});

describe('lists', () => {
  it('do not offer again what they have', () => {
    const review = (list: string) => sound('attendees: [Dana Ruiz, Ken Abe, Priya Shah]', `attendees: ${list}`);
    expect(labels(review('[Dana Ruiz, <|>]'))).toEqual(['Ken Abe', 'Priya Shah']);
    expect(labels(review('["Dana Ruiz", "<|>", Priya Shah]'))).toEqual(['Ken Abe']);
    expect(labels(review('\n      - Dana Ruiz\n      - <|>'))).toEqual(['Ken Abe', 'Priya Shah']);
    expect(labels(review('\n      <|>'))).toEqual(['Dana Ruiz', 'Ken Abe', 'Priya Shah']);
    expect(accepted(review('<|>'), 'everyone')).toContain('attendees: [Dana Ruiz, Ken Abe, Priya Shah]\n');
    expect(accepted(review('<|>'), 'Ken Abe')).toContain('attendees: [Ken Abe]\n');
  });

  it('get a comma before the next entry', () => {
    const plan = 'outcomes: [\n  <|>\n  { id: O1, description: A }\n]\n';
    expect(accepted(plan, 'outcome O2')).toMatch(/\},\n {2}\{ id: O1/);
  });
});

it('offers rules in comments that silence them, and the word for it', () => {
  const line = (comment: string) => sound('  segment: enterprise\n', `  segment: enterprise ${comment}\n`);
  expect(labels(line('# <|>'))).toEqual(['success-plan-ignore', 'success-plan-ignore-file']);
  expect(accepted(line('# succ<|>'), 'success-plan-ignore')).toContain('enterprise # success-plan-ignore \n');
  expect(labels(line('# success-plan-ignore <|>'))).toContain('milestone-overdue');
  expect(labels(line('# success-plan-ignore <|>'))).not.toContain('yaml-syntax');
  expect(accepted(line('# success-plan-ignore risks-missing, mile<|>stone: why'), 'milestone-overdue')).toContain(
    '# success-plan-ignore risks-missing, milestone-overdue: why\n',
  );
  expect(labels(line('# success-plan-ignore-file risks-missing, <|>'))).not.toContain('risks-missing');
  expect(labels(line('# success-plan-ignore risks-missing: so <|>'))).toEqual([]);
  expect(labels(line('# so<|>'))).toEqual([]);
});

it('offers anchors for an alias, but none that it would be in', () => {
  const plan = 'x-a: &one Dana Ruiz # &none\nplan: &two\n  owner: *<|>\n';
  expect(labels(plan)).toEqual(['*one']);
  expect(accepted(plan, '*one')).toContain('owner: *one\n');
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

it('counts from behind a byte order mark', () => {
  expect(accepted('\uFEFFpla<|>', 'plan')).toMatch(/^\uFEFFplan:\n {2}version/);
});

import { describe, expect, it } from 'vitest';
import { Checker, readPlanFile } from '../../../../plan/check.ts';
import { accepted, candidates, labels, sound, stops, TODAY } from './support.ts';

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

  it('are a key alone where what it held is still there', () => {
    const people = (key: string) => `stakeholders:\n  ${key}\n    - name: Sarah Chen\n      role: VP Operations\n`;
    expect(accepted(people('<|>'), 'customer')).toBe(people('customer:'));
    const outcome = (key: string) =>
      `outcomes:\n  - id: O1\n    so_that: "Orders leave sooner"\n    ${key}\n      metric: Order entry time\n`;
    expect(accepted(outcome('<|>'), 'baseline')).toBe(outcome('baseline:'));
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

import { describe, expect, it } from 'vitest';
import { accepted, labels, sound, stops } from './support.ts';

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

it('offers anchors for an alias, but none that it would be in', () => {
  const plan = 'x-a: &one Dana Ruiz # &none\nplan: &two\n  owner: *<|>\n';
  expect(labels(plan)).toEqual(['*one']);
  expect(accepted(plan, '*one')).toContain('owner: *one\n');
});

it('counts from behind a byte order mark', () => {
  expect(accepted('\uFEFFpla<|>', 'plan')).toMatch(/^\uFEFFplan:\n {2}version/);
});

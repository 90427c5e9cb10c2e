import { describe, expect, it } from 'vitest';
import { complete } from '../../plan/authoring/completion/complete.ts';
import { explain } from '../../plan/authoring/hover/hover.ts';
import { applyEdits } from '../../plan/check.ts';
import { day } from '../../plan/day.ts';
import { withCursor } from '../support/cursor.ts';
import { EXAMPLE_DAY, soundPlan } from '../support/examples.ts';
import { findingsIn, readIn, settingsOf } from '../support/team.ts';

const WORDS = `vocabulary:
  segments: [strategic, Enterprise Plus]
  plan_tiers: [Gold]
  customer_types: [regional_lead]
  vendor_types: [csm]
  statuses:
    plan: { on_hold: at_risk }
    milestone: { done: complete }
    outcome: { green: in_progress }
`;

const FIELDS = `custom_fields:
  x-crm-id: { type: text, in: [customer], description: The account in the CRM, pattern: "[0-9]{4}g.*" }
  x-tier: { type: one_of, values: [a, b] }
  x-seats: { type: number }
  x-signed: { type: date, in: [customer.contract] }
  x-upside: { type: money, in: [outcomes, document] }
  x-effort: { type: quantity }
  x-live: { type: yes_no }
  x-regions: { type: list, values: [emea, apac] }
`;

/** The sound plan with pieces of it replaced, each of which must be there. */
function plan(...pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no “${from}”`);
    return text.replace(from, to);
  }, soundPlan());
}

/** What is found: the marked text, the severity and the message. */
async function found(text: string, config: string): Promise<string[]> {
  return (await findingsIn(text, config)).map(
    ({ rule, severity, start, end, message }) => `${rule} ${severity} ${text.slice(start, end)} | ${message}`,
  );
}

const COMPANY = '  company: ';

describe('own words', () => {
  const text = plan(
    ['status: active', 'status: on_hold'],
    ['type: day_to_day_contact', 'type: regional_lead'],
    ['type: primary_owner', 'type: csm'],
    ['    status: in_progress\n', '    status: green\n'],
    ['        status: complete\n', '        status: done\n'],
  );

  it('count as the standard words, and keep their text', async () => {
    const [read] = (await readIn(text, WORDS)).documents;
    const model = read?.model.kind === 'plan' ? read.model : undefined;
    expect([model?.plan?.status?.value, model?.plan?.status?.text]).toEqual(['at_risk', 'on_hold']);
    expect(model?.outcomes.items[0]?.milestones.items[0]?.status).toMatchObject({ value: 'complete', text: 'done' });
    expect(model?.stakeholders?.customer.items[1]?.type).toMatchObject({ value: undefined, text: 'regional_lead' });
  });

  it('are accepted, and unknown to everybody else', async () => {
    const schema = async (config: string) => (await found(text, config)).filter(line => line.startsWith('schema'));
    expect(await schema(WORDS)).toEqual([]);
    expect(await schema('')).toHaveLength(5);
    // The same text, read again without them: nothing is left of the other reading.
    expect(await schema(WORDS)).toEqual([]);
  });

  it('are meant by a misspelt word', async () => {
    const [first] = await findingsIn(plan(['status: active', 'status: on_hld']), WORDS);
    expect(first?.message).toContain('Did you mean “on_hold”?');
    expect(first?.fixes()[0]?.title).toBe('Change to on_hold');
  });

  it('keep a rule from seeing what is no contradiction', async () => {
    const late = plan([
      '        actual_date: "2025-12-12"\n        status: complete',
      '        actual_date: "2025-12-12"\n        status: done',
    ]);
    expect((await found(late, '')).some(line => line.startsWith('schema error done'))).toBe(true);
    expect(await found(late, WORDS)).toEqual(await found(soundPlan(), WORDS));
  });
});

describe('segments and plan tiers', () => {
  it.each([
    ['segment: enterprise', 'segment: strategic', []],
    ['segment: enterprise', 'segment: public sector', []],
    [
      'segment: enterprise',
      'segment: Stratgic',
      ['schema info Stratgic | “Stratgic” is not among your team’s words for segment. Did you mean “strategic”?'],
    ],
    [
      'plan_tier: Business',
      'plan_tier: gold',
      ['schema info gold | “gold” is not among your team’s words for plan_tier. Did you mean “Gold”?'],
    ],
  ])('%s → %s', async (from, to, expected) => {
    const text = plan([from, to]);
    const lines = await found(text, WORDS);
    expect(lines).toEqual(expected);
  });

  it('a slip is repaired', async () => {
    const text = plan(['plan_tier: Business', 'plan_tier: "gold" # since May']);
    const [finding] = await findingsIn(text, WORDS);
    expect(applyEdits(text, finding?.fixes()[0]?.edits ?? [])).toBe(text.replace('"gold"', '"Gold"'));
  });
});

describe('own fields', () => {
  it.each([
    ['x-crm-id: 0015g00000Qx', []],
    ['x-crm-id: "12"', ['"12" | “x-crm-id” should look as the configuration says ([0-9]{4}g.*), and “12” does not.']],
    ['x-crm-id:', []],
    ['x-crm-id: [0015g]', ['[0015g] | “x-crm-id” should be a text, and here stands a list.']],
    ['x-tier: c', ['c | “x-tier” should be a or b; “c” is none of them.']],
    ['x-seats: many', ['many | “x-seats” should be a number, and “many” is none.']],
    ['x-seats: 25', []],
    ['x-effort: much', ['much | “x-effort” should be a quantity, such as 40 hours, and “much” is none.']],
    ['x-effort: 40 hours', []],
    ['x-live: maybe', ['maybe | “x-live” should be yes or no, and “maybe” is none.']],
    ['x-live: true', []],
    ['x-regions: [emea, apac]', []],
    ['x-regions: emea', ['emea | “x-regions” should be a list, and here stands the text “emea”.']],
    ['x-regions: [emea, latam]', ['[emea, latam] | “x-regions” may hold emea and apac; “latam” is none of them.']],
    ['x-anything: { of: [ours] }', []],
  ])('%s', async (line, expected) => {
    const text = plan([COMPANY, `  ${line}\n${COMPANY}`]);
    expect(await found(text, FIELDS)).toEqual(expected.map(said => `schema warning ${said}`));
    expect(await found(text, '')).toEqual([]);
  });

  it('belong where they were declared', async () => {
    const text = plan([COMPANY, `  x-signed: 2026-01-05\n${COMPANY}`]);
    expect(await found(text, FIELDS)).toEqual([
      'schema info x-signed | “x-signed” belongs in customer.contract, as the configuration says, and not in customer.',
    ]);
  });

  it('are judged in items, deep down, and at the top', async () => {
    const text = plan(
      ['  - id: O1\n', '  - id: O1\n    x-upside: soon\n'],
      ['    renewal_date:', '    x-signed: May\n    renewal_date:'],
    ).concat('x-upside: $12k\n');
    expect(await found(text, FIELDS)).toEqual([
      'schema warning May | “x-signed” should be a date, YYYY-MM-DD, and “May” is none.',
      'schema warning soon | “x-upside” should be an amount of money, such as $12,000, and “soon” is none.',
    ]);
    expect((await found(text.replace('x-upside: $12k', 'x-upside: lots'), FIELDS)).at(-1)).toContain(
      'lots | “x-upside”',
    );
    for (const list of ['x-regions: [emea, latam]', 'x-regions:\n  - emea\n  - latam'])
      expect(await found(soundPlan().concat(`${list}\n`), FIELDS)).toEqual([
        'schema warning latam | “x-regions” may hold emea and apac; “latam” is none of them.',
      ]);
    expect(await found(soundPlan().concat('x-regions:\n  - { name: emea }\n'), FIELDS)).toEqual([
      'schema warning { name: emea } | “x-regions” should be a list of single values, and one of them is a group of fields.',
    ]);
    const inCustomer = FIELDS.replace('x-regions: { type: list,', 'x-regions: { type: list, in: [customer],');
    expect(await found(soundPlan().concat('x-regions: [latam]\n'), inCustomer)).toEqual([
      'schema info x-regions | “x-regions” belongs in customer, as the configuration says, and not in document.',
    ]);
  });
});

describe('while writing', () => {
  async function offered(marked: string, config: string) {
    const { text, offset } = withCursor(marked);
    const { team } = await settingsOf(config);
    return complete(text, offset, undefined, day(EXAMPLE_DAY), team);
  }
  const labels = async (marked: string, config: string) => (await offered(marked, config)).map(one => one.label);

  it('own words are offered behind the standard ones', async () => {
    expect((await labels('plan:\n  status: <|>\n', WORDS)).at(-1)).toBe('on_hold');
    expect((await offered('plan:\n  status: <|>\n', WORDS)).at(-1)?.detail).toBe('Your team’s word for at_risk.');
    expect(await labels('stakeholders:\n  customer:\n    - type: <|>\n', WORDS)).toContain('regional_lead');
    expect((await labels('customer:\n  segment: <|>\n', WORDS)).slice(0, 2)).toEqual(['strategic', 'Enterprise Plus']);
    expect(await labels('customer:\n  contract:\n    plan_tier: <|>\n', WORDS)).toContain('Gold');
  });

  it('own keys are offered where they belong, and their values', async () => {
    expect(await labels('customer:\n  <|>\n', FIELDS)).toContain('x-crm-id');
    expect(await labels('customer:\n  x-crm-id: 1\n  <|>\n', FIELDS)).not.toContain('x-crm-id');
    expect(await labels('risks:\n  - <|>\n', FIELDS)).not.toContain('x-crm-id');
    expect(await labels('outcomes:\n  - id: O1\n    <|>\n', FIELDS)).toContain('x-upside');
    expect(await labels('<|>', FIELDS)).toContain('x-upside');
    expect(await labels('customer:\n  x-tier: <|>\n', FIELDS)).toEqual(['a', 'b']);
    expect(await labels('customer:\n  x-live: <|>\n', FIELDS)).toEqual(['yes', 'no']);
    expect(await labels('customer:\n  x-regions: [<|>]\n', FIELDS)).toEqual(['emea', 'apac']);
    expect((await labels('customer:\n  contract:\n    x-signed: <|>\n', FIELDS))[0]).toBe(EXAMPLE_DAY);
  });

  it('quarters end as the team’s year has them', async () => {
    const ends = async (config: string) =>
      (await offered('plan:\n  next_review: <|>\n', config)).find(one => one.detail.startsWith('the end'))?.label;
    expect(await ends('')).toBe('2026-03-31');
    expect(await ends('fiscal_year_start: february\n')).toBe('2026-04-30');
    expect(await ends('fiscal_year_start: 3\n')).toBe('2026-02-28');
  });

  it('hover tells what own words and keys are', async () => {
    const text = 'plan:\n  status: on_hold\ncustomer:\n  x-crm-id: 1\n';
    const file = await readIn(text, `${WORDS}${FIELDS}`);
    const said = (word: string) => explain(file, text.indexOf(word) + 1, day(EXAMPLE_DAY))?.markdown;
    expect(said('on_hold')?.split('\n')[0]).toBe('**on_hold** — Your team’s word for at_risk.');
    expect(said('x-crm-id')).toBe(
      '**x-crm-id** — The account in the CRM\n\nYour team’s own field: a text like \\[0-9\\]{4}g.\\*.',
    );
  });
});

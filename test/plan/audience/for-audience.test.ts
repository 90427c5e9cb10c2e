import { describe, expect, it } from 'vitest';
import { forAudience } from '../../../plan/audience/for-audience.ts';
import { type LeftOut, leftOutIn, NOTHING_LEFT_OUT } from '../../../plan/audience/left-out.ts';
import { english } from '../../../plan/phrase.ts';
import { parse } from '../../../plan/syntax/parse.ts';
import { isTorn, partsOf } from '../../../plan/syntax/tree.ts';

function customers(text: string, redact: readonly string[] = []): string {
  const made = forAudience(text, 'customer', redact);
  if (made.type !== 'text') throw new Error(`unreadable at ${made.at}: ${made.cause}`);
  expect(made.text).toHaveLength(text.length);
  expect([...made.text.matchAll(/\r?\n/g)].map(({ index }) => index)).toEqual(
    [...text.matchAll(/\r?\n/g)].map(({ index }) => index),
  );
  for (const document of parse(made.text).documents)
    expect([...partsOf(document)].flatMap(part => part.problems).filter(isTorn)).toEqual([]);
  return made.text;
}

/** The lines that still say something, without the blanks at their ends. */
function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trimEnd())
    .filter(line => /[^\s#]/.test(line));
}

function leftOut(text: string, redact: readonly string[] = []): LeftOut<string> {
  const made = forAudience(text, 'customer', redact);
  if (made.type !== 'text') throw new Error(made.cause);
  return leftOutIn(made.leftOut, english);
}

const PLAN = `# Kept by Sarah
plan: # the head
  status: active
customer:
  company: Acme
  contract:
    start_date: 2026-01-01
    arr: $150,000 # list price
    plan_tier: Gold
stakeholders:
  customer:
    - name: Dana Ruiz
      engagement: low
    - engagement: active
      name: Tom Berg
  vendor:
    - { name: Sarah Chen, engagement: moderate, role: CSM }
renewal:
  owner: Sarah Chen
  strategy: >
    Ask for three years,
    # before they ask for a discount
  expansion:
    - Second region
internal:
  - champion leaves in May
`;

describe('a plan for a customer', () => {
  it('is the text itself for the internal audience, broken or not', () => {
    expect(forAudience(PLAN, 'internal', ['customer'])).toEqual({
      type: 'text',
      text: PLAN,
      leftOut: NOTHING_LEFT_OUT,
    });
    expect(forAudience('a: [', 'internal')).toEqual({ type: 'text', text: 'a: [', leftOut: NOTHING_LEFT_OUT });
  });

  it('has none of what never leaves, and the rest where it was', () => {
    expect(lines(customers(PLAN))).toEqual([
      'plan: #',
      '  status: active',
      'customer:',
      '  company: Acme',
      '  contract:',
      '    start_date: 2026-01-01',
      '    plan_tier: Gold',
      'stakeholders:',
      '  customer:',
      '    - name: Dana Ruiz',
      '    - #',
      '      name: Tom Berg',
      '  vendor:',
      '    - { name: Sarah Chen                      , role: CSM }',
      'renewal:',
      '  owner: Sarah Chen',
    ]);
    expect(customers(PLAN)).toContain('    - #                 \n      name: Tom Berg');
  });

  it('says in words what was left out', () => {
    expect(leftOut(PLAN, ['customer.company', 'stakeholders.vendor.role']).gone).toEqual([
      'The section “internal”',
      'The value of the contract',
      'The strategy for the renewal',
      'Plans for expansion',
      '3 people’s engagement',
      'customer.company (redacted by the configuration)',
      'stakeholders.vendor.role (redacted by the configuration)',
      '3 comments',
    ]);
    expect(leftOut('plan:\n  status: active\n')).toEqual(NOTHING_LEFT_OUT);
  });

  it('tells of a withheld text that is said elsewhere, too', () => {
    const text = 'customer:\n  context: worth $150,000 a year\n  contract:\n    arr: $150,000\n    seats: 1150\n';
    expect(leftOut(text)).toEqual({
      gone: ['The value of the contract'],
      stays: ['“$150,000” (customer.contract.arr) is also said in customer.context'],
    });
    expect(leftOut('customer:\n  context: 1150,000\n  contract:\n    arr: 150,000\n')).toEqual({
      gone: ['The value of the contract'],
      stays: [],
    });
  });

  it('is warned of wherever it is still said, the first five texts of it', () => {
    const text = `customer:
  contract: { arr: "$150,000" }
  context: Northwind pays $150,000 a year, and Lena Vogt has left
stakeholders:
  customer:
    - { name: Lena Vogt, role: Depot Manager }
renewal:
  strategy: Offer two years
milestones:
  - { name: Offer two years, owner: Lena Vogt }
`;
    expect(leftOut(text, ['stakeholders.customer.name']).stays).toEqual([
      '“$150,000” (customer.contract.arr) is also said in customer.context',
      '“Lena Vogt” (stakeholders.customer.name) is also said in customer.context',
      '“Offer two years” (renewal.strategy) is also said in milestones.name',
    ]);
    const codes = ['NW-2101', 'NW-2102', 'NW-2103', 'NW-2104', 'NW-2105', 'NW-2106'];
    const many = `x-order: [${codes.join(', ')}]\ncustomer:\n  context: Orders ${codes.join(', ')}\n`;
    expect(leftOut(many, ['x-order']).stays).toEqual(
      codes.slice(0, 5).map(code => `“${code}” (x-order) is also said in customer.context`),
    );
  });

  it('is refused where the text cannot be read, with the place', () => {
    const made = forAudience('plan:\n  status: active\ninternal: [secret\n', 'customer');
    expect(made).toMatchObject({ type: 'unreadable' });
    expect(forAudience('plan:\n\tstatus: active\n', 'customer')).toMatchObject({ type: 'unreadable', at: 6 });
  });
});

describe('what borrows from a withheld place', () => {
  it('goes with it: aliases, items, merged keys, and an alias to what the anchor meant before', () => {
    const text = `x-first: &a harmless
internal: &a { note: &b secret }
customer:
  context: *b
  business_case: *a
  priorities: [*b, { name: Growth }, *b]
  status_quo_consequences:
    - *b
    - Late reports
  contract: { <<: *a, seats: 4 }
`;
    expect(lines(customers(text))).toEqual([
      'x-first: &a harmless',
      'customer:',
      `  priorities: [    { name: Growth }    ]`,
      '  status_quo_consequences:',
      '    - Late reports',
      '  contract: {         seats: 4 }',
    ]);
    expect(leftOut(text).gone).toContain('6 aliases of what is left out');
    expect(leftOut('internal: { note: &b secret }\ncustomer: { context: *b, company: Acme }\n').gone).toEqual([
      'The section “internal”',
      'One alias of what is left out',
    ]);
  });

  it('reaches what is merged in or stands at an anchor elsewhere, where it is written', () => {
    const text = `x-contract: &standard
  arr: 150000
  plan_tier: Gold
x-people: &people
  - { name: Tom Berg, "engagement": low }
customer:
  contract:
    <<: *standard
    'seats': 4
stakeholders:
  customer: *people
renewal:
  <<: [{ strategy: wait }, { owner: Tom Berg }]
`;
    expect(lines(customers(text))).toEqual([
      'x-contract: &standard',
      '  plan_tier: Gold',
      'x-people: &people',
      '  - { name: Tom Berg                    }',
      'customer:',
      '  contract:',
      '    <<: *standard',
      "    'seats': 4",
      'stakeholders:',
      '  customer: *people',
      'renewal:',
      '  <<: [{                }, { owner: Tom Berg }]',
    ]);
  });

  it('ends where aliases lead to many places, and is refused where one leads to itself', () => {
    const text = `x-a: &a { arr: 5 }
x-b: &b [*a, *a, *a]
x-c: &c { contract: [*b, *b, *b], more: *b }
customer: [*c, *c, *c]
`;
    expect(lines(customers(text))[0]).toBe('x-a: &a {        }');
    expect(forAudience('customer: &c\n  context: *c\n', 'customer')).toMatchObject({ type: 'unreadable' });
  });
});

describe('however it is written', () => {
  it.each([
    ['twice', 'internal: a\nplan: {}\ninternal: b\n', ['plan: {}']],
    [
      'in quotes',
      '"internal": a\n\'customer\': { "contract": { "arr" : 5 } }\n',
      ['\'customer\': { "contract": {           } }'],
    ],
    ['as an explicit key', '? internal\n: |\n  secret\nplan: {}\n', ['plan: {}']],
    ['with tags and anchors', 'internal: !!map &x\n  a: secret\n!!str internal: more\nplan: {}\n', ['plan: {}']],
    [
      'in several documents',
      'plan: {}\ninternal: a\n---\ninternal: b\nplan: {}\n...\n# c\n',
      ['plan: {}', '---', 'plan: {}', '...'],
    ],
    [
      'with a comma that tears it',
      'customer: { contract: { arr: $1,250,000, seats: 4 } }\n',
      ['customer: { contract: {                  seats: 4 } }'],
    ],
    [
      'as the last in braces',
      'customer: { contract: { seats: 4, arr: 5, } }\n',
      ['customer: { contract: { seats: 4        , } }'],
    ],
    ['over several lines', 'internal: {\n  a: [\n    secret\n  ],\n}\nplan: {}\n', ['plan: {}']],
    [
      'below a kept text',
      'plan:\n  title: |+\n    Growth\n\ninternal: |2-\n   secret\n\n  more\ncustomer: {}\n',
      ['plan:', '  title: |+', '    Growth', 'customer: {}'],
    ],
    ['above all', '\uFEFFinternal: secret\r\nplan: {}\r\n', ['plan: {}']],
    ['alone', 'internal: secret', []],
    ['on the line of a document', '--- # secret\n{ internal: secret }\n', ['--- #', '{                  }']],
  ])('goes %s', (_, text, left) => {
    expect(lines(customers(text))).toEqual(left);
  });

  it('leaves a text above as it was', () => {
    const [text] = [customers('plan:\n  title: |+\n    Growth\n\n  # secret\ninternal: secret\n')];
    const [section] = parse(text).documents[0]?.sections ?? [];
    const node = section?.part.node;
    const title = node?.kind === 'mapping' ? node.pairs[0]?.value : undefined;
    expect(title).toMatchObject({ text: 'Growth\n\n' });
  });

  it('takes a key of the team’s own wherever it stands', () => {
    const text = 'x-crm: 1\nx-other: 2\ncustomer:\n  x-crm: 3\n  contract: [{ x-crm: 4, x-other: 5 }]\n';
    expect(lines(customers(text, ['x-crm', 'customer.x-other']))).toEqual([
      'x-other: 2',
      'customer:',
      '  contract: [{           x-other: 5 }]',
    ]);
  });
});

describe('a redacted field of milestones', () => {
  const TEXT = `outcomes:
  - id: O1
    milestones:
      - { name: Data connected, owner: Mike Torres }
milestones:
  - name: Audit passed
    owner: Jane Smith
`;

  it.each(['milestones.owner', 'outcomes.milestones.owner'])('is withheld wherever milestones stand: %s', path => {
    expect(customers(TEXT, [path])).not.toMatch(/Torres|Smith/);
    expect(customers(TEXT, [path])).toMatch(/Data connected[\s\S]*Audit passed/);
    expect(leftOut(TEXT, [path]).gone).toEqual([`${path}, 2 times (redacted by the configuration)`]);
  });
});

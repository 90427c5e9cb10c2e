import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parsers } from 'prettier/plugins/markdown';
import { describe, expect, it } from 'vitest';
import { line } from '../../export/line.ts';
import { planMarkdown } from '../../export/markdown/markdown.ts';
import { address, md } from '../../export/markdown/text.ts';
import { isPlaceholder } from '../../plan/rules/text/placeholder.ts';
import { HOSTILE, paperOf, planSaying } from './paper.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly children?: readonly Node[];
}

function read(markdown: string): Node {
  // Of the many options that the type asks for, this parser looks at none.
  return Reflect.apply(parsers.markdown.parse, undefined, [markdown]);
}

/** The tree without its words: `paragraph(strong(text),text)`. Texts side by side are one. */
function shape({ type, depth, children }: Node): string {
  if (children === undefined) return type;
  const inside = children.map(shape).filter((one, i, all) => one !== 'text' || all[i - 1] !== 'text');
  return `${type}${depth ?? ''}(${inside.join()})`;
}

function words(node: Node): string {
  return node.value ?? (node.children ?? []).map(words).join('');
}

function all(node: Node, type: string): Node[] {
  return [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap(child => all(child, type))];
}

describe('planMarkdown', () => {
  it.each(['northwind', 'acme', 'juniper'])('writes %s as it should read', async name => {
    const text = readFileSync(`examples/${name}.success-plan.yaml`, 'utf8');
    await expect(planMarkdown(paperOf(text))).toMatchFileSnapshot(`../fixtures/export/${name}.md`);
  });

  it('tells baseline, value and goal in words, with their days', () => {
    const markdown = planMarkdown(
      paperOf(`plan: { status: active }
outcomes:
  - id: O1
    description: Claims staff work without retyping
    baseline: { metric: Manual work, current: a lot of manual work, measured_on: 2025-10-01 }
    target: { metric: Manual work, goal: hardly any, target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-10, value: noticeably less, source: Team lead }]
`),
    );
    expect(markdown).toContain(
      '| a lot of manual work (1 Oct 2025) | noticeably less (10 Jan 2026) | hardly any (by 30 Jun 2026) |',
    );
  });

  it('has something to say of an empty plan, and no empty section', () => {
    const markdown = planMarkdown(paperOf('plan:\n  status: active\n'));
    expect(markdown).toMatch(/^# Success plan\n/);
    expect(markdown).not.toMatch(/##[^\n]*\n+(##|$)/);
  });

  it('says of each of several key results how far it is, and leaves the health to the outcome', () => {
    const result = (metric: string, values: string) =>
      `      - { baseline: { metric: ${metric}, current: 10, measured_on: 2025-11-01 }, target: { metric: ${metric}, goal: 20, target_date: 2026-05-01 }, measurements: [${values}] }\n`;
    const markdown = planMarkdown(
      paperOf(`outcomes:
  - id: O1
    description: Claims are settled by the front desk
    key_results:
${result('Claims settled a day', '{ date: 2026-01-01, value: 12 }, { date: 2026-02-01, value: 15 }')}\
${result('Desks that settle', '{ date: 2026-02-01, value: 9 }')}`),
    );
    const rows = markdown.split('\n').filter(row => row.startsWith('| ↳'));
    expect(rows.map(row => row.split(' | ').slice(5))).toEqual([
      ['50% (56% expected)', 'Forecast 20 May, 19 days after the goal date', ' |'],
      ['−10% (56% expected)', 'No forecast: the trend does not lead to the goal', ' |'],
    ]);
  });

  it('calls nothing late that may be done, whatever its status is called', () => {
    const plan = (status: string) =>
      planMarkdown(
        paperOf(
          `outcomes:\n  - id: O1\n    milestones: [{ name: Roll-out, target_date: 2026-01-10, status: ${status} }]\n`,
        ),
      );
    expect(plan('pending')).toContain('late');
    expect(plan('completed')).not.toContain('late');
  });

  it('calls nothing late in an outcome that is deferred', () => {
    const plan = (status: string) =>
      planMarkdown(
        paperOf(
          `outcomes:\n  - id: O1\n    status: ${status}\n    milestones: [{ name: Roll-out, target_date: 2026-01-10, status: pending }]\n`,
        ),
      );
    expect(plan('in_progress')).toContain('late');
    expect(plan('deferred')).not.toContain('late');
  });

  it('says how it is decided, by when and by whom, and what comes after', () => {
    const kestrel = readFileSync('test/corpus/plans/kestrel-presale.success-plan.yaml', 'utf8').replace(
      '    target_date: 2026-02-27\n',
      '$&    contingency: Felix Baum searches with her for a day\n',
    );
    const markdown = planMarkdown(paperOf(kestrel));
    const said = (title: string) => markdown.split(/^#+ /m).find(part => part.startsWith(`${title}\n`)) ?? '';
    expect(said('Phases')).toContain('| **EVAL** Evaluation | 26 Jan 2026 | 6 Mar 2026 |');
    const decision = said('Way to the decision');
    expect(decision).toContain(
      '- Decision: **17 Apr 2026**\n- Criterion: Fifty records found in under a minute each\n',
    );
    expect(decision).toContain(
      '| Security questionnaire answered | security | 6 Mar 2026 | Priti Rao | in progress | https\\://kestrel.example/security |',
    );
    expect(said('Implementation')).toContain(
      'Hangar by hangar, beginning with the smallest.\n\n- Go-live: **1 Jul 2026**',
    );
    expect(markdown).toMatch(/fifty records .*validation .* Felix Baum searches with her for a day \|/);
    expect(said('From today to tomorrow')).toContain('- **P1** Ready for the authority (sponsor: Henrik Dahl)');
    expect(said('Agreement')).toContain('- Written together: yes\n- Shared: 16 Jan 2026');
    const order = ['Agreement', 'Outcomes', 'Phases', 'Way to the decision', 'Implementation', 'Risks', 'People'];
    expect(order.map(title => markdown.indexOf(`# ${title}\n`))).toEqual(
      order.map(title => markdown.indexOf(`# ${title}\n`)).sort((a, b) => a - b),
    );
  });

  it('says what is to be done for a milestone, by whom and by when', () => {
    const plan = `outcomes:
  - id: O1
    milestones:
      - id: M3
        name: Southern depots trained
        target_date: 2026-03-31
        actions:
          - { description: Book rooms in four depots, owner: Ken Abe, due_date: 2026-02-20, status: open }
          - { description: Print the short guide, owner: Luis Ortega, done_on: 2026-02-03 }
`;
    expect(planMarkdown(paperOf(plan))).toContain(`Actions of M3:

- Book rooms in four depots (Ken Abe, due 20 Feb 2026, open)
- Print the short guide (Luis Ortega, done on 3 Feb 2026)
`);
  });

  it('says the days of the decision and of go-live where no step leads to them', () => {
    const markdown = planMarkdown(
      paperOf('decision: { decision_date: 2026-04-10 }\nimplementation: { go_live_date: 2026-06-15 }\n'),
    );
    expect(markdown).toContain('### Way to the decision\n\n- Decision: **10 Apr 2026**\n');
    expect(markdown).toContain('### Implementation\n\n- Go-live: **15 Jun 2026**\n');
  });

  it('says how both sides work together', () => {
    const castellan = readFileSync('test/corpus/plans/castellan-joint.success-plan.yaml', 'utf8')
      .replace('    plan_tier: Enterprise\n', '$&    seats: 120\n')
      .replace('    impact: high\n', '$&    opened_on: 2025-09-15\n')
      .concat('agreement:\n  sign_offs: [{ person: 山田 花子, scope: plan, status: signed, signed_on: 2025-06-09 }]\n');
    const markdown = planMarkdown(paperOf(castellan));
    for (const said of [
      '**Context:** Moved to one warehouse system in 2024. Owned by a family',
      '| 山田 花子 | plan | signed | 9 Jun 2025 |',
      '| Twelve consulting days | people | vendor | Until the end of June |',
      '- \\#castellan-stock',
      '| Fortnightly working session | every two weeks | José-María Álvarez, Łukasz Żak, Zoë Müller, Ahmed Siddiqui | Differences of the last two weeks |',
      '- Contract: 1 May 2025 to 30 Apr 2028, Enterprise, 120 seats',
      '| The old gates stay open for eight weeks | 15 Sep 2025 |',
    ])
      expect(markdown).toContain(said);
  });

  it('says the numbers and days of the example', () => {
    const tree = read(planMarkdown(paperOf(readFileSync('examples/acme.success-plan.yaml', 'utf8'))));
    expect(all(tree, 'table').length).toBeGreaterThan(4);
    expect(words(tree)).toContain('54% (78% expected)');
    expect(words(tree)).toContain('26 days late so far');
  });

  it.each(HOSTILE)('is built the same whatever the plan says: %j', text => {
    const tree = read(planMarkdown(paperOf(planSaying(text))));
    // What stands for nothing is left out by the panel, too.
    const harmless = isPlaceholder(text) ? 'TBD' : text.replaceAll(/[^\n\r]+/gu, 'Words');
    expect(shape(tree)).toBe(shape(read(planMarkdown(paperOf(planSaying(harmless))))));
    expect(all(tree, 'html')).toEqual([]);
  });
});

describe('md', () => {
  /** One paragraph with one text in it, one row with one cell: nothing else began. */
  function isText(text: string): void {
    const said = md(text);
    const expected = line(text);
    const plain = (one: Node) => words(one).replaceAll('\u200b', '');
    const withoutApart = expected.replaceAll('\u200b', '');
    for (const around of [(x: string) => `${x}\n`, (x: string) => `- ${x}\n`, (x: string) => `## ${x}\n`]) {
      const tree = read(around(said));
      const shapes = ['root(paragraph(text))', 'root(list(listItem(paragraph(text))))', 'root(heading2(text))'];
      expect(shapes, around(said)).toContain(shape(tree));
      expect(plain(tree)).toBe(withoutApart);
    }
    const row = read(`| ${said} | b |\n| --- | --- |\n| ${said} | **${said}** |\n`);
    expect(shape(row), said).toBe(
      'root(table(tableRow(tableCell(text),tableCell(text)),tableRow(tableCell(text),tableCell(strong(text)))))',
    );
    expect(plain(row)).toBe(`${withoutApart}b${withoutApart}${withoutApart}`);
  }

  it.each(HOSTILE.filter(text => line(text) !== ''))('is text: %j', isText);

  it('is text, whatever is said', { timeout: 60_000 }, () => {
    const sign = fc.constantFrom(
      ...'\\`*_{}[]()<>#+-.!|~&@:^$=;/"\' \t\n0123456789abwhtpGHsm'.split(''),
      'www.',
      'http://',
      '&lt;',
      '@a',
      '#1',
      '\u202e',
      '訴',
      'é',
    );
    fc.assert(
      fc.property(
        fc.array(sign, { minLength: 1, maxLength: 14 }).map(signs => signs.join('')),
        text => {
          if (line(text) !== '') isText(text);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps mentions and issue numbers from being ones', () => {
    expect(md('ask @sarah, see #12')).toBe('ask @&#8203;sarah, see \\#&#8203;12');
  });

  it('leaves ordinary words as they are', () => {
    for (const text of ['From 12.5 minutes to 4 (30%)', 'Dana & Ken – “done”, 50:50', '8.5 min', 'on-time, 10/12'])
      expect(md(text)).toBe(text);
  });

  it('makes a link of an address that a browser may go to, and of nothing else', () => {
    expect(address('https://plans.northwind.example/a?b=1&c=2')).toBe('<https://plans.northwind.example/a?b=1&c=2>');
    for (const other of ['javascript:alert(1)', 'data:text/html,x', 'https://a b', 'https://x>y', 'file:///etc', ''])
      expect(all(read(`${address(other)} x`), 'link')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Format, layOut } from '../../../../plan/authoring/layout/layout.ts';
import { applyEdits } from '../../../../plan/check.ts';
import { commentsOf } from '../../../../plan/syntax/comments.ts';
import { parse } from '../../../../plan/syntax/parse.ts';
import type { Span } from '../../../../plan/syntax/tree.ts';
import { formatYaml } from '../../../../server/format/formatter.ts';
import { findingsOf } from '../../../support/findings.ts';
import { ALL_PLANS, laidOutPlans } from '../../../support/plans.ts';

const byTwo: Format = text => formatYaml(text, 2);

/** The text laid out, or why it is not. */
async function laidOut(text: string, format = byTwo, within?: Span): Promise<string> {
  const layout = await layOut(parse(text), format, within);
  return 'edits' in layout ? applyEdits(text, layout.edits) : layout.refusal;
}

function comments(text: string): string[] {
  return commentsOf(parse(text)).map(({ start, end }) => text.slice(start, end).trimEnd());
}

/** Findings without their places, in an order of their own. */
function found(text: string): string[] {
  return findingsOf(text, '2026-02-10')
    .map(({ rule, message }) => `${rule}: ${message}`)
    .sort();
}

describe('laying out', () => {
  it('puts indents and blanks in order, and leaves words, quotes and comments alone', async () => {
    const text = `plan:
    version:   '1.2'
    created: "2025-10-20"   # in the kickoff
customer:
    contract: {arr: "$84,000",seats: 40}
    context: >
        Eleven depots
        and a yard.


stakeholders:
    customer:
    # the sponsor
    -   name: 'Dana Ruiz'
        priorities: [ Fewer wrong deliveries,
                      "Less, please" ]
        role: VP
          Operations
`;
    expect(await laidOut(text)).toBe(`plan:
  version: '1.2'
  created: "2025-10-20" # in the kickoff
customer:
  contract: {arr: "$84,000", seats: 40}
  context: >
    Eleven depots
    and a yard.

stakeholders:
  customer:
    # the sponsor
    - name: 'Dana Ruiz'
      priorities: [ Fewer wrong deliveries,
                    "Less, please" ]
      role: VP
        Operations
`);
  });

  it('takes the editor’s width of a level', async () => {
    expect(await laidOut('plan:\n  version: "1"\n', text => formatYaml(text, 4))).toBe('plan:\n    version: "1"\n');
  });

  it('keeps CRLF and the byte order mark, and ends with a line break', async () => {
    expect(await laidOut('\uFEFFplan:\r\n    version: "1"\r\n    status:  active')).toBe(
      '\uFEFFplan:\r\n  version: "1"\r\n  status: active\r\n',
    );
  });

  it('knows a quoted key whose colon has no blank behind it', async () => {
    expect(await laidOut('plan: { "version":"1", \'status\':active }\n')).toBe(
      'plan: { "version": "1", \'status\': active }\n',
    );
  });

  it('leaves an amount in braces in one piece', async () => {
    expect(await laidOut('customer:\n  contract: {  arr: $84,000  }\n')).toBe(
      'customer:\n  contract: { arr: $84,000 }\n',
    );
  });

  it.each([
    ['customer:\n  company: "Northwind\n', 'YAML cannot read all of it'],
    ['plan:\n\tversion: "1"\n', 'YAML cannot read all of it'],
    ['plan: [a, b]\nplan:  !!x *y\n', 'YAML cannot read all of it'],
    ['plan: \uE0A0\n', 'it holds characters that the formatter needs for itself'],
    ['a'.repeat(500_001), 'it is longer than 500,000 characters'],
  ])('refuses %.40j', async (text, reason) => {
    expect(await laidOut(text)).toBe(reason);
  });

  it('leaves a key alone that stands twice', async () => {
    expect(await laidOut('plan:\n  status: active\n  status:  draft\n')).toBe(
      'plan:\n  status: active\n  status: draft\n',
    );
  });

  it('refuses what the formatter cannot read', async () => {
    expect(await laidOut('plan: {}\n', () => Promise.reject(new Error('no such thing\nat all')))).toBe(
      'the formatter cannot read it: no such thing',
    );
  });

  it.each<[string, Format]>([
    ['a value', async text => text.replace('active', 'draft')],
    ['a comment', async text => text.replace('# so far', '')],
    ['the place of a comment', async text => text.replace(' # so far', '').replace('  status', '  # so far\n  status')],
    ['the nesting', async text => text.replace('  status', 'status')],
    ['what a comment silences', async text => text.replace(': old\n', ': old\n\n')],
  ])('refuses a formatter that changes %s', async (_, format) => {
    const text = 'plan:\n  created: 1 # so far\n  # success-plan-ignore yaml-schema: old\n  status: active\n';
    expect(await laidOut(text, format)).toBe('the formatter would change what it says');
  });

  it('edits blanks alone, and no more of them than it must', async () => {
    const text = 'plan:\n    version:  "1"\n    status: active\n';
    expect(await layOut(parse(text), byTwo)).toEqual({
      edits: [
        { start: 8, end: 10, newText: '' },
        { start: 19, end: 20, newText: '' },
        { start: 26, end: 28, newText: '' },
      ],
    });
  });

  it('moves no comment into a document that has ended', async () => {
    const text = 'plan:\n  status: active\n...\n# kept apart on purpose\n';
    expect(await laidOut(text)).toBe('the formatter would change what it says');
    const two = 'plan:\n  status:   active\n---\n# the second one\nplan:\n  status: draft\n';
    expect(await laidOut(two)).toBe(two.replace('   active', ' active'));
  });

  it('stays on the lines that were asked for', async () => {
    const text =
      'plan:\n  version:  "1"\n  status:   active\ncustomer:\n    company:  Northwind\n    industry:  Logistics\n';
    const at = (from: string, to: string) => ({ start: text.indexOf(from), end: text.indexOf(to) });
    expect(await laidOut(text, byTwo, at('version', '\n  status'))).toBe(text.replace('version:  ', 'version: '));
    expect(await laidOut(text, byTwo, at('company', '\n    industry'))).toBe(text.replace('company:  ', 'company: '));
    expect(await laidOut(text, byTwo, at('customer', 'Logistics'))).toBe(
      'plan:\n  version:  "1"\n  status:   active\ncustomer:\n  company: Northwind\n  industry: Logistics\n',
    );
  });

  it.each([...ALL_PLANS, ...laidOutPlans()])(
    'keeps what %s says, and has nothing to do a second time',
    async (_, text) => {
      const layout = await layOut(parse(text), byTwo);
      if ('refusal' in layout) {
        expect(text === ALL_PLANS.find(([name]) => name.startsWith('fabrikam'))?.[1], layout.refusal).toBe(true);
        return;
      }
      const after = applyEdits(text, layout.edits);
      expect(comments(after)).toEqual(comments(text));
      expect(found(after)).toEqual(found(text));
      expect(after.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
      expect(await layOut(parse(after), byTwo)).toEqual({ edits: [] });
    },
  );
});

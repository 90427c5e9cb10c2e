import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineConfig } from '../../../plan/authoring/config/outline.ts';
import { folds } from '../../../plan/authoring/folding/folding.ts';
import { layOut } from '../../../plan/authoring/layout/layout.ts';
import { type OutlineEntry, outline } from '../../../plan/authoring/outline/outline.ts';
import { selections } from '../../../plan/authoring/selection/selection.ts';
import { tokens } from '../../../plan/authoring/tokens/tokens.ts';
import { whileTyping } from '../../../plan/authoring/typing/typing.ts';
import { applyEdits, readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import { commentsOf } from '../../../plan/syntax/comments.ts';
import { parse } from '../../../plan/syntax/parse.ts';
import { formatYaml } from '../../../server/format/formatter.ts';
import { soundSections } from '../../support/examples.ts';
import { ALL_PLANS } from '../../support/plans.ts';

const TODAY = day('2026-02-10');

/** Everything that is said of a text's shape holds together, whatever the text. */
function expectSound(text: string): void {
  const file = readPlanFile(text);
  const lines = text.split('\n').length;
  for (const { start, end } of folds(file.source)) expect(0 <= start && start < end && end < lines).toBe(true);
  for (const at of [0, text.length >> 1, text.length]) {
    let last = { start: at, end: at };
    for (const span of selections(file.source, at)) {
      expect(span.start <= last.start && last.end <= span.end).toBe(true);
      last = span;
    }
  }
  let last = 0;
  for (const { start, end } of tokens(file, TODAY)) {
    expect(last <= start && start < end && end <= text.length).toBe(true);
    last = end;
  }
  for (const one of [...outline(file, TODAY), ...outlineConfig(file.source)])
    expectNested(one, { start: 0, end: text.length });
  for (const typed of ['\n', '-']) whileTyping(text, text.length, typed, 2);
}

function expectNested({ label, whole, name, children }: OutlineEntry, around: { start: number; end: number }): void {
  expect(label).not.toBe('');
  expect(around.start <= whole.start && whole.start <= name.start).toBe(true);
  expect(name.end <= whole.end && whole.end <= around.end).toBe(true);
  for (const child of children) expectNested(child, whole);
}

describe('the shape of any text', () => {
  it.each(ALL_PLANS)('holds together in every beginning of %s', (_, text) => {
    for (let end = 0; end < text.length; end += 401) expectSound(text.slice(0, end));
  });

  it('holds together without any one line of the sound plan', () => {
    const lines = soundSections().split('\n');
    for (let left = 0; left < lines.length; left += 7) expectSound(lines.toSpliced(left, 1).join('\n'));
  });

  const hostile = fc.array(
    fc.constantFrom(
      'plan:',
      'outcomes:',
      '  - ',
      'id: O1',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '# x',
      '|',
      '>-',
      '&a ',
      '*a',
      '---',
      '\r\n',
      '\t',
      '? ',
      ': ',
      '\uFEFF',
      '😀',
      '<<: *a',
      'status: complete',
      'target_date: 2026-01-01',
    ),
    { maxLength: 40 },
  );

  it('holds together in any jumble of YAML', () => {
    fc.assert(
      fc.property(hostile, pieces => expectSound(pieces.join(''))),
      { numRuns: 600 },
    );
  });

  it('is laid out without a word or comment lost, or not at all, in any jumble of YAML', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async pieces => {
        const text = pieces.join('');
        const layout = await layOut(parse(text), one => formatYaml(one, 2));
        if ('refusal' in layout) return;
        const after = applyEdits(text, layout.edits);
        const comments = (of: string) => commentsOf(parse(of)).map(({ start, end }) => of.slice(start, end).trimEnd());
        expect(comments(after)).toEqual(comments(text));
        expect(readable(after)).toEqual(readable(text));
        const again = await layOut(parse(after), one => formatYaml(one, 2));
        expect('edits' in again && applyEdits(after, again.edits)).toBe(after);
      }),
      { numRuns: 300 },
    );
  });
});

/** What a plan's model says, without places. */
function readable(text: string): string {
  const places = new Set([
    'start',
    'end',
    'part',
    'syntax',
    'key',
    'mark',
    'place',
    'mapping',
    'node',
    'holder',
    'team',
    'length',
  ]);
  return JSON.stringify(
    readPlanFile(text).documents.map(({ model }) => model),
    (key, value: unknown) => (places.has(key) ? undefined : value),
  );
}

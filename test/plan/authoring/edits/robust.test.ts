import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movables } from '../../../../plan/authoring/edits/movable.ts';
import { planEdit } from '../../../../plan/authoring/edits/plan-edit.ts';
import { applyEdits, readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { absolute } from '../../../../plan/syntax/tree.ts';
import { ALL_PLANS } from '../../../support/plans.ts';
import { RARE_PLANS } from '../../../support/rare-plans.ts';

const TEXTS = [...ALL_PLANS.map(([, text]) => text), ...RARE_PLANS];

/** A text that somebody is in the midst of writing: a stretch is gone or something odd stands in its place. */
const halfWritten = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    instead: fc.oneof(
      fc.constant(''),
      fc.constantFrom(
        '\t',
        '"',
        '[',
        '{',
        ': ',
        '- ',
        '&a ',
        '*a',
        '<<: *a',
        '|\n',
        '\r\n',
        '---\n',
        '# ',
        '\u{1F600}',
        '\u202E',
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
    ),
  })
  .map(({ text, from, length, instead }) => {
    const at = Math.floor(from * text.length);
    return text.slice(0, at) + instead + text.slice(at + length);
  });

it('whatever a text says and whatever is asked, edits leave a text that can be read, or there is a reason', () => {
  let edited = 0;
  fc.assert(
    fc.property(
      halfWritten,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('2026-07-01', '0000-01-01', '9999-12-31', '2026-7-1', ''),
      fc.boolean(),
      fc.constantFrom('outcome' as const, 'stakeholder' as const, 'review' as const),
      (text, where, to, log, what) => {
        const file = readPlanFile(text);
        const marks = file.documents.flatMap(({ model }) =>
          model.kind === 'plan' ? [...movables(model)].map(({ place }) => absolute(model.syntax, place).start) : [],
        );
        const at = marks[Math.floor(where * marks.length)] ?? Math.floor(where * text.length);
        for (const change of [
          { kind: 'move', at, to, log } as const,
          { kind: 'move', at: Math.floor(where * text.length), to, log } as const,
          { kind: 'add', what } as const,
        ]) {
          const changed = planEdit(file, change, day('2026-02-10'));
          if ('refused' in changed) {
            expect(changed.refused.message).not.toBe('');
            continue;
          }
          const sorted = changed.edits.toSorted((a, b) => a.start - b.start);
          for (const [index, { start, end }] of sorted.entries()) {
            expect(start).toBeGreaterThanOrEqual(sorted[index - 1]?.end ?? 0);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          const after = readPlanFile(applyEdits(text, changed.edits));
          expect(after.documents.some(({ model }) => model.syntax.broken)).toBe(false);
          if (changed.edits.length > 0) edited++;
        }
      },
    ),
    { numRuns: 200 },
  );
  // Of six hundred that were asked for: most texts are too broken for any. A few suffice to show that some are made.
  expect(edited).toBeGreaterThan(20);
}, 60_000);

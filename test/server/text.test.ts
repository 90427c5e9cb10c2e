import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LinedText } from '../../server/text.ts';

const BELOW = '\na\nb\n'.repeat(3);
const letters = fc.string({ unit: fc.constantFrom('a', 'ä', '\n', '\r', '\r\n', ' ', '😀'), maxLength: 6 });
/** Of lines that are not there, the library loses count. */
const position = fc.record({ line: fc.integer({ min: -1, max: 1 }), character: fc.integer({ min: -1, max: 9 }) });
const change = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: letters }) },
  { weight: 1, arbitrary: fc.record({ text: letters.map(text => `${text}${BELOW}`) }) },
);

it('can be kept as it is while the open one changes', () => {
  const open = new LinedText('file:///plan.yaml', 'success-plan', 1, 'a\nb\n');
  open.positionAt(0);
  const still = open.still();
  open.change([{ range: { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } }, text: 'bc' }], 2);
  expect([still.getText(), still.version, still.offsetAt({ line: 1, character: 0 })]).toEqual(['a\nb\n', 1, 2]);
  expect([open.getText(), open.version, open.offsetAt({ line: 1, character: 0 })]).toEqual(['abc\nb\n', 2, 4]);
});

it('is what the protocol’s own library makes of the same changes, settled or not', () => {
  const property = fc.property(
    letters,
    fc.array(fc.tuple(fc.array(change, { maxLength: 3 }), fc.boolean())),
    (text, all) => {
      const own = new LinedText('file:///plan.yaml', 'success-plan', 0, `${text}${BELOW}`);
      const theirs = TextDocument.create('file:///plan.yaml', 'success-plan', 0, `${text}${BELOW}`);
      for (const [n, [changes, settles]] of all.entries()) {
        const before = own.getText();
        own.change(changes, n + 1);
        TextDocument.update(theirs, changes, n + 1);
        const edited = own.editedSince(n);
        if (edited) {
          const { start, end, text: put } = edited.edit;
          expect(before.slice(0, start) + put + before.slice(end)).toBe(theirs.getText());
        }
        const codes = Array.from({ length: theirs.getText().length + 2 }, (_, at) => own.letters.charCodeAt(at - 1));
        expect(codes).toEqual(Array.from(codes, (_, at) => theirs.getText().charCodeAt(at - 1)));
        for (let from = 0; from < 9; from++)
          expect(own.letters.slice(from, from * 2)).toBe(theirs.getText().slice(from, from * 2));
        if (settles) own.settle();
        expect(own.getText()).toBe(theirs.getText());
        expect([own.version, own.lineCount]).toEqual([theirs.version, theirs.lineCount]);
        for (let at = -1; at <= theirs.getText().length + 1; at++)
          expect(own.positionAt(at)).toEqual(theirs.positionAt(at));
        for (let line = -1; line <= theirs.lineCount; line++)
          for (let character = -1; character < 5; character++)
            expect(own.offsetAt({ line, character })).toBe(theirs.offsetAt({ line, character }));
      }
    },
  );
  fc.assert(property, { numRuns: 500, seed: 3 });
});

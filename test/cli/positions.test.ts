import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Positions } from '../../cli/positions.ts';

it('counts lines and characters exactly as the language server does', () => {
  const text = fc
    .array(fc.constantFrom('a', 'é', '😀', '株', '\t', ' ', '\n', '\r\n', '\r', '\u2028'))
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(text, source => {
      const document = TextDocument.create('file:///plan', 'success-plan', 1, source);
      const positions = new Positions(source);
      for (let offset = -1; offset <= source.length + 1; offset++)
        expect(positions.at(offset)).toEqual(document.positionAt(offset));
    }),
    { numRuns: 200 },
  );
});

it('gives the text of a line without its end', () => {
  const positions = new Positions('plan:\r\n  status: active\n\rx');
  expect([0, 1, 2, 3, 4].map(line => positions.line(line))).toEqual(['plan:', '  status: active', '', 'x', '']);
});

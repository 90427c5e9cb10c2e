import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pack, unpack } from '../../../cli/checking/packed.ts';
import type { Reported } from '../../../cli/report.ts';
import { SEVERITIES } from '../../../plan/rules/rule.ts';

const text = fc.string({ unit: 'binary' });
const place = fc.record({ line: fc.nat(), character: fc.nat() });
const range = fc.record({ start: place, end: place });
const finding: fc.Arbitrary<Reported> = fc.record({
  rule: text,
  severity: fc.constantFrom(...SEVERITIES),
  message: text,
  range,
  excerpt: fc.record({ line: text, from: fc.nat(), to: fc.nat() }),
  related: fc.array(fc.record({ message: text, range })),
  fixes: fc.array(fc.record({ title: text, safe: fc.boolean(), edits: fc.array(fc.record({ range, newText: text })) })),
});

it('unpacks what was packed, to the letter, with keys in their order', () => {
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 5 }), findings => {
      const again = unpack(pack(findings));
      expect(again).toEqual(findings);
      expect(JSON.stringify(again.map(({ range, fixes }) => [range, fixes]))).toBe(
        JSON.stringify(findings.map(({ range, fixes }) => [range, fixes])),
      );
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'contract-date-order';

const contract = (fields: string, plan = '') => overlaid(`${plan}customer:\n  contract:\n${fields}`);
const found = (line: string, marks: string, message: string) =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (error): ${message}`;
const EARLY =
  'The contract renews on 1 Oct 2024, before it starts on 1 Oct 2025. Correct one of the two, such as the year.';

describe(rule, () => {
  it.each([
    [
      'a renewal before the start',
      contract('    start_date: "2025-10-01"\n    renewal_date: "2024-10-01"\n'),
      found('    renewal_date: "2024-10-01"', '"2024-10-01"', EARLY),
    ],
    [
      'in flow style, the other way round',
      overlaid('customer:\n  contract: { renewal_date: 2024-10-01, start_date: 2025-10-01 }\n'),
      found('  contract: { renewal_date: 2024-10-01, start_date: 2025-10-01 }', '2024-10-01', EARLY),
    ],
    [
      'an end before the start',
      contract('    start_date: 2025-10-01\n    end_date: 2025-09-30\n    renewal_date: 2026-10-01\n'),
      found(
        '    end_date: 2025-09-30',
        '2025-09-30',
        'The contract ends on 30 Sep 2025, before it starts on 1 Oct 2025. Correct one of the two, such as the year.',
      ),
    ],
    [
      'a renewal on the first day',
      contract("    start_date: '2025-10-01'\n    renewal_date: '2025-10-01'\n"),
      found(
        "    renewal_date: '2025-10-01'",
        "'2025-10-01'",
        'The contract renews on 1 Oct 2025, the very day it starts. Correct one of the two, such as the year.',
      ),
    ],
    [
      'a start behind both: the start, once',
      contract('    start_date: 2027-10-01\n    end_date: 2026-09-30\n    renewal_date: 2026-10-01\n'),
      found(
        '    start_date: 2027-10-01',
        '2027-10-01',
        'The contract starts on 1 Oct 2027, but it ends on 30 Sep 2026 and renews on 1 Oct 2026. Correct the start, or the days behind it.',
      ),
    ],
    [
      'also in an archived plan, which contradicts itself no less',
      contract('    start_date: "2025-10-01"\n    renewal_date: "2024-10-01"\n', 'plan:\n  status: archived\n'),
      found('    renewal_date: "2024-10-01"', '"2024-10-01"', EARLY),
    ],
    [
      'days in order',
      contract('    start_date: 2025-10-01\n    end_date: 2026-09-30\n    renewal_date: 2026-10-01\n'),
      '',
    ],
    [
      'a renewal before the end, as with a notice',
      contract('    start_date: 2025-10-01\n    renewal_date: 2026-07-01\n    end_date: 2026-09-30\n'),
      '',
    ],
    [
      'an end behind the renewal that is over',
      contract('    start_date: 2023-10-01\n    renewal_date: 2024-10-01\n'),
      '',
    ],
    ['no start', contract('    renewal_date: 2026-10-01\n'), ''],
    ['only a start', contract('    start_date: 2025-10-01\n'), ''],
    ['a start that is still to be known', contract('    start_date: TBD\n    renewal_date: 2026-10-01\n'), ''],
    ['an empty renewal', contract('    start_date: 2025-10-01\n    renewal_date:\n'), ''],
    ['a renewal that no calendar has', contract('    start_date: 2025-10-01\n    renewal_date: 2025-02-30\n'), ''],
    ['something else in place of a contract', overlaid('customer:\n  contract: signed in October 2025\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('says nothing else about the same days, and points to the other one', () => {
    const text = contract('    start_date: "2025-10-01"\n    renewal_date: "2024-10-01"\n');
    const [finding, ...others] = findingsOf(text);
    expect(others).toEqual([]);
    expect(finding?.related.map(one => [text.slice(one.start, one.end), one.message])).toEqual([
      ['"2025-10-01"', 'The contract starts on 1 Oct 2025'],
    ]);
  });
});

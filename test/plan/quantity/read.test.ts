import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Quantity, readQuantity } from '../../../plan/quantity/index.ts';
import { NOT_MEASURABLE, NOT_MEASURED, NOTATIONS } from './notations.ts';

function summary(quantity: Quantity): string {
  const { value, dimension, unitKey, per, of, statedPercent, range, comparator, approximate, sign } = quantity;
  const round = (number: number) => Number(number.toPrecision(12));
  return [
    round(value),
    dimension,
    unitKey === '' ? '-' : unitKey,
    ...(per === undefined ? [] : [`/${per}`]),
    ...(of ? [`of ${of.part}:${of.whole}`] : []),
    ...(statedPercent === undefined ? [] : [`stated ${statedPercent}`]),
    ...(range ? [`range ${round(range.low)}:${round(range.high)}`] : []),
    ...(comparator === undefined ? [] : [comparator]),
    ...(approximate ? ['~'] : []),
    ...(sign === undefined ? [] : [`sign ${sign}`]),
  ].join(' ');
}

function read(written: string): string {
  const reading = readQuantity(written);
  return reading.kind === 'quantity' ? summary(reading.quantity) : reading.kind;
}

describe('readQuantity', () => {
  it.each(NOTATIONS)('reads %j as %s', (written, reading) => {
    expect(read(written)).toBe(reading);
  });

  it.each(NOT_MEASURED)('takes %j for not measured', written => {
    expect(readQuantity(written)).toEqual({ kind: 'not-measured', written });
  });

  it.each(NOT_MEASURABLE)('finds no amount in %j', written => {
    expect(readQuantity(written)).toEqual({ kind: 'not-measurable', written });
  });

  it('takes null and undefined for not measured', () => {
    expect(readQuantity(null).kind).toBe('not-measured');
    expect(readQuantity(undefined).kind).toBe('not-measured');
  });

  it('takes plain numbers as they are', () => {
    expect(readQuantity(31)).toMatchObject({
      kind: 'quantity',
      quantity: { value: 31, dimension: 'number', written: '31' },
    });
    expect(readQuantity(-0.25)).toMatchObject({ kind: 'quantity', quantity: { value: -0.25, style: { decimals: 2 } } });
    expect(readQuantity(Number.NaN).kind).toBe('not-measurable');
    expect(readQuantity(Number.POSITIVE_INFINITY).kind).toBe('not-measurable');
  });

  it('keeps unit and text as written', () => {
    const reading = readQuantity('  12 Open Tickets per Week ');
    expect(reading).toMatchObject({
      quantity: { unit: 'Open Tickets', unitKey: 'open ticket', per: 'week', written: '  12 Open Tickets per Week ' },
    });
  });

  it('reads every surrounding of white space alike', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NOTATIONS),
        fc.constantFrom(' ', '\t', '\n', '\u00A0', '\u2009'),
        ([written, reading], blank) => {
          expect(read(`${blank}${written}${blank}`)).toBe(reading);
        },
      ),
    );
  });

  it('never throws and never gives a value that is not finite', () => {
    const alphabet = fc.constantFrom(
      ..."0123456789.,-+–−/%$€<>≤~()[]:=&_ \u00A0\u2009'’#×→…½".split(''),
      ...[
        'of',
        'per',
        'to',
        'k',
        'M',
        'h',
        'm',
        'min',
        'hours',
        'x',
        'USD',
        'NPS',
        'a',
        'half',
        'and',
        'or less',
        'from',
        'between',
        'e9',
        'Jan',
        '\uD800',
        'ﷺ',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(alphabet, { maxLength: 40 }).map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(texts, text => {
        const reading = readQuantity(text);
        if (reading.kind !== 'quantity') return;
        const { value, range, of } = reading.quantity;
        for (const number of [value, range?.low ?? 0, range?.high ?? 0, of?.part ?? 0, of?.whole ?? 1]) {
          expect(Number.isFinite(number)).toBe(true);
        }
        if (range) expect(range.low).toBeLessThanOrEqual(range.high);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['digits', '9'.repeat(2_000_000)],
    ['groups', '1,'.repeat(1_000_000)],
    ['dots', '1.'.repeat(1_000_000)],
    ['brackets', '('.repeat(2_000_000)],
    ['blanks', `4${' '.repeat(2_000_000)}hours`],
    ['pers', '4 per '.repeat(500_000)],
    ['ranges', '1-'.repeat(1_000_000)],
    ['words', 'of '.repeat(1_000_000)],
    ['slashes', '1/'.repeat(1_000_000)],
    ['half words', 'half a '.repeat(300_000)],
  ])('spends no more on two million characters of %s than on a page', (_, text) => {
    // With work that grows faster than the text this would not end within the test's limit.
    for (let turn = 0; turn < 10; turn += 1)
      expect(readQuantity(text).kind).toBe(readQuantity(text.slice(0, 2_000)).kind);
  });

  it('looks at the beginning of a long text only', () => {
    expect(read(`${'word '.repeat(100)} 4 hours`)).toBe('not-measurable');
    expect(read(`4 hours ${'word '.repeat(1000)}`)).toBe('14400 duration hour');
  });
});

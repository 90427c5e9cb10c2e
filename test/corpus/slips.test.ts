import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';
import { dayOf } from './layouts.ts';
import { SLIPS } from './slips.ts';

const folder = new URL('./plans/', import.meta.url);
const plans = readdirSync(folder).map(file => [file, readFileSync(new URL(file, folder), 'utf8')] as const);

describe.each(SLIPS)('$rule: $what', ({ rule, slip }) => {
  const slipped = plans.flatMap(([file, text]) => {
    const done = slip(text);
    return done ? [[file, text, ...done] as const] : [];
  });

  it('fits several plans of the corpus', () => {
    expect(slipped.length).toBeGreaterThan(rule === 'yaml-syntax' ? 0 : 3);
  });

  it.each(slipped)('is found in %s, alone', (_, text, broken, marked) => {
    for (const laidOut of [broken, broken.replaceAll('\n', '\r\n')]) {
      const loud = findingsOf(laidOut, dayOf(text)).filter(one => /error|warning/.test(one.severity));
      expect(loud.map(one => one.rule)).toEqual([rule]);
      expect(laidOut.slice((loud[0]?.start ?? 0) - 5, (loud[0]?.end ?? 0) + 8)).toContain(marked);
    }
  });
});

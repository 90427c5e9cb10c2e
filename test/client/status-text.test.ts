import { describe, expect, it } from 'vitest';
import { statusText } from '../../client/status-text.ts';
import { type FindingCounts, isPlanStatus } from '../../protocol/status.ts';

function counts(some: Partial<FindingCounts> = {}): FindingCounts {
  return { error: 0, warning: 0, info: 0, hint: 0, ...some };
}

describe('statusText', () => {
  it('says findings and attainment in short, with health in the sentence', () => {
    expect(
      statusText({ version: 3, findings: counts({ warning: 2, info: 1 }), attainment: 'mean 60%', health: 'at risk' }),
    ).toEqual({
      short: '2 warnings · mean 60%',
      long: 'Health: at risk. Attainment: mean 60%. Findings: 2 warnings, 1 note.',
    });
  });

  it('counts one as one, the worst first', () => {
    expect(statusText({ version: 1, findings: counts({ error: 1, warning: 1, hint: 4 }) })).toEqual({
      short: '1 error, 1 warning',
      long: 'Findings: 1 error, 1 warning.',
    });
  });

  it('counts notes where there is nothing graver, as the panel does', () => {
    expect(statusText({ version: 1, findings: counts({ info: 2, hint: 1 }), attainment: 'not measured' })).toEqual({
      short: '2 notes · not measured',
      long: 'Attainment: not measured. Findings: 2 notes.',
    });
  });

  it('says so when there is nothing to say', () => {
    expect(statusText({ version: 1, findings: counts() })).toEqual({ short: 'no findings', long: 'Findings: none.' });
  });
});

describe('isPlanStatus', () => {
  it('takes what the server sends', () => {
    expect(isPlanStatus({ version: 1, findings: counts(), attainment: 'mean 60%', health: 'on track' })).toBe(true);
    expect(isPlanStatus({ version: 1, findings: counts() })).toBe(true);
  });

  it('takes nothing else', () => {
    for (const x of [null, undefined, 1, {}, { version: 1 }, { version: 1, findings: { error: 1 } }]) {
      expect(isPlanStatus(x), JSON.stringify(x)).toBe(false);
    }
    expect(isPlanStatus({ version: 1, findings: counts(), attainment: 60 })).toBe(false);
  });
});

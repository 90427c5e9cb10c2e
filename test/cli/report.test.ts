import { describe, expect, it } from 'vitest';
import { Positions } from '../../cli/positions.ts';
import { exitCode, type FailOn, type Reported } from '../../cli/report.ts';
import { SEVERITIES, type Severity } from '../../plan/rules/rule.ts';

const NOWHERE = new Positions('');

function filesWith(...severities: Severity[]) {
  const findings = severities.map(
    (severity): Reported => ({ rule: 'schema', severity, message: '', start: 0, end: 1, related: [], fixes: [] }),
  );
  return { files: [{ name: 'a.yaml', path: undefined, positions: NOWHERE, findings, fixed: 0 }], failures: [] };
}

describe('the exit code', () => {
  const levels: FailOn[] = [...SEVERITIES, 'never'];
  it.each(levels)('is 1 from the level on that --fail-on %s names', failOn => {
    const failing = SEVERITIES.filter(severity => exitCode(filesWith(severity), failOn, undefined) === 1);
    expect(failing).toEqual(failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1));
  });

  it('is 0 without findings', () => expect(exitCode(filesWith(), 'hint', undefined)).toBe(0));

  it('lets --max-warnings pass that many warnings, and no error', () => {
    expect(exitCode(filesWith('warning', 'warning'), 'warning', 2)).toBe(0);
    expect(exitCode(filesWith('warning', 'warning'), 'warning', 1)).toBe(1);
    expect(exitCode(filesWith('warning', 'error'), 'warning', 2)).toBe(1);
    expect(exitCode(filesWith('warning', 'info'), 'info', 2)).toBe(1);
    expect(exitCode(filesWith('warning', 'warning'), 'error', 1)).toBe(1);
    expect(exitCode(filesWith('warning', 'warning'), 'never', 1)).toBe(0);
  });

  it('is 2 if anything could not be done, whatever was found', () => {
    for (const failOn of levels)
      expect(exitCode({ ...filesWith('error'), failures: ['a.yaml: permission denied'] }, failOn, 0)).toBe(2);
  });
});

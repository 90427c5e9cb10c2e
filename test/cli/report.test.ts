import { describe, expect, it } from 'vitest';
import { type CheckedFile, exitCode, type FailOn, type Reported, Tally } from '../../cli/report.ts';
import { SEVERITIES, type Severity } from '../../plan/rules/rule.ts';

const START = { line: 0, character: 0 };

function fileWith(severities: readonly Severity[], more: Partial<CheckedFile> = {}): CheckedFile {
  const findings = severities.map(
    (severity): Reported => ({
      rule: 'schema',
      severity,
      message: '',
      range: { start: START, end: START },
      excerpt: { line: '', from: 0, to: 0 },
      related: [],
      fixes: [],
    }),
  );
  return { name: 'a.yaml', path: undefined, findings, fixed: 0, ...more };
}

function tallyOf(...severities: Severity[]): Tally {
  const tally = new Tally();
  tally.add(fileWith(severities));
  return tally;
}

describe('the exit code', () => {
  const levels: FailOn[] = [...SEVERITIES, 'never'];
  it.each(levels)('is 1 from the level on that --fail-on %s names', failOn => {
    const failing = SEVERITIES.filter(severity => exitCode(tallyOf(severity), failOn, undefined) === 1);
    expect(failing).toEqual(failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1));
  });

  it('is 0 without findings', () => expect(exitCode(tallyOf(), 'hint', undefined)).toBe(0));

  it('lets --max-warnings pass that many warnings, and no error', () => {
    expect(exitCode(tallyOf('warning', 'warning'), 'warning', 2)).toBe(0);
    expect(exitCode(tallyOf('warning', 'warning'), 'warning', 1)).toBe(1);
    expect(exitCode(tallyOf('warning', 'error'), 'warning', 2)).toBe(1);
    expect(exitCode(tallyOf('warning', 'info'), 'info', 2)).toBe(1);
    expect(exitCode(tallyOf('warning', 'warning'), 'error', 1)).toBe(1);
    expect(exitCode(tallyOf('warning', 'warning'), 'never', 1)).toBe(0);
  });

  it('is 2 if anything could not be done, whatever was found', () => {
    const tally = tallyOf('error');
    tally.failures.push('a.yaml: permission denied');
    for (const failOn of levels) expect(exitCode(tally, failOn, 0)).toBe(2);
  });

  it('is 2 for a setting that cannot be followed, and not for one that is only shown', () => {
    const sound = new Tally();
    sound.add(fileWith([], { kind: 'config' }));
    const wrong = new Tally();
    wrong.add(fileWith(['error'], { kind: 'config' }));
    wrong.add(fileWith([]));
    expect([exitCode(sound, 'hint', undefined), exitCode(wrong, 'never', undefined)]).toEqual([0, 2]);
  });
});

it('adds up what files hold, one after the other', () => {
  const tally = new Tally();
  const [warning] = fileWith(['warning']).findings;
  const safe = { title: 'Remove it', safe: true, edits: [] };
  tally.add(fileWith(['error', 'hint'], { fixed: 2 }));
  tally.add({ ...fileWith([]), findings: warning ? [{ ...warning, fixes: [{ ...safe, safe: false }, safe] }] : [] });
  tally.add(fileWith([], { kind: 'config' }));
  expect({ ...tally, files: tally.files }).toMatchObject({
    plans: 2,
    configs: 1,
    files: 3,
    fixed: 2,
    safe: 1,
    counts: { error: 1, warning: 1, info: 0, hint: 1 },
  });
});

import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'phase-order';

const phase = (id: string, name: string, from: string, to: string) =>
  `  - { id: ${id}, name: ${name}${from && `, start_date: ${from}`}${to && `, end_date: ${to}`} }\n`;
const CONNECT = phase('P1', 'Connect', '2026-01-12', '2026-03-31');
const ROLL_OUT = phase('P2', 'Roll out', '2026-04-01', '2026-08-31');
const step = (fields: string, name = 'Fair') => `  - { name: ${name}, owner: Ken Abe, ${fields} }\n`;
const plan = (phases: string, milestones = '', above = '') =>
  overlaid(`${above}phases:\n${phases}${milestones && `milestones:\n${milestones}`}`);
const found = (line: string, marks: string, message: string, severity = 'warning') =>
  `${line.trimEnd()}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): ${message}`;
const MOVE = 'Move the milestone, name another phase, or correct the days of this one.';
const outside = (fields: string, day: string, message: string, severity = 'warning') =>
  found(
    step(fields),
    day,
    `Milestone “Fair” ${message}: “Connect” runs from 12 Jan 2026 to 31 Mar 2026. ${MOVE}`,
    severity,
  );
const LATE = 'phase: P1, target_date: 2026-04-01';

describe(rule, () => {
  it.each([
    [
      'a milestone after its phase',
      plan(CONNECT, step(LATE)),
      outside(LATE, '2026-04-01', 'is due on 1 Apr 2026, outside its phase'),
    ],
    [
      'a milestone before its phase, named by the name',
      plan(CONNECT, step('phase: Connect, target_date: "2026-01-11"')),
      outside('phase: Connect, target_date: "2026-01-11"', '"2026-01-11"', 'is due on 11 Jan 2026, outside its phase'),
    ],
    [
      'a milestone that starts before its phase',
      plan(CONNECT, step('phase: P1, start_date: 2025-12-01, target_date: 2026-03-02')),
      outside(
        'phase: P1, start_date: 2025-12-01, target_date: 2026-03-02',
        '2025-12-01',
        'starts on 1 Dec 2025, outside its phase',
      ),
    ],
    [
      'one that is done is a hint',
      plan(CONNECT, step(`${LATE}, status: complete, actual_date: 2026-02-02`)),
      outside(
        `${LATE}, status: complete, actual_date: 2026-02-02`,
        '2026-04-01',
        'is due on 1 Apr 2026, outside its phase',
        'hint',
      ),
    ],
    [
      'a phase with an end only',
      plan(phase('P1', 'Connect', '', '2026-03-31'), step(LATE)),
      found(
        step(LATE),
        '2026-04-01',
        `Milestone “Fair” is due on 1 Apr 2026, outside its phase: “Connect” ends on 31 Mar 2026. ${MOVE}`,
      ),
    ],
    [
      'due after its outcome too, which is said louder elsewhere',
      plan(CONNECT, step('outcome: O1, phase: P1, target_date: 2026-07-15')),
      found(
        step('outcome: O1, phase: P1, target_date: 2026-07-15'),
        '2026-07-15',
        `Milestone “Fair” of O1 is due on 15 Jul 2026, outside its phase: “Connect” runs from 12 Jan 2026 to 31 Mar 2026. ${MOVE}`,
        'info',
      ),
    ],
    [
      'none of several is inside',
      plan(CONNECT, step(LATE) + step('phase: P1, target_date: 2026-05-04', 'Talks')),
      found(
        CONNECT,
        'Connect',
        'Phase “Connect” runs from 12 Jan 2026 to 31 Mar 2026, but all 2 milestones in it lie outside these days. Correct the days of the phase, or those of its milestones.',
      ),
    ],
    [
      'a phase that ends before it starts, whose milestones are not judged',
      plan(phase('P1', 'Connect', '2026-03-31', '2026-01-12') + ROLL_OUT, step(LATE)),
      found(
        phase('P1', 'Connect', '2026-03-31', '2026-01-12'),
        '2026-01-12',
        'Phase “Connect” ends on 12 Jan 2026, before it starts on 31 Mar 2026. Correct one of the two days.',
      ),
    ],
    [
      'phases in reverse, whose milestones are not judged',
      plan(ROLL_OUT + CONNECT, step(LATE)),
      found(
        CONNECT,
        '2026-01-12',
        'Phase “Connect” starts on 12 Jan 2026, earlier than “Roll out”, which is listed in front of it and starts on 1 Apr 2026. Correct the days, or list the phases in the order in which they run.',
      ),
    ],
    [
      'a later phase that starts earlier and goes on longer',
      plan(CONNECT + phase('P2', 'Roll out', '2026-01-05', '2026-08-31')),
      found(
        phase('P2', 'Roll out', '2026-01-05', '2026-08-31'),
        '2026-01-05',
        'Phase “Roll out” starts on 5 Jan 2026, earlier than “Connect”, which is listed in front of it and starts on 12 Jan 2026. Correct the days, or list the phases in the order in which they run.',
        'info',
      ),
    ],
    [
      'phases with ends only',
      plan(phase('P1', 'Connect', '', '2026-03-31') + phase('P2', 'Roll out', '', '2026-02-27')),
      found(
        phase('P2', 'Roll out', '', '2026-02-27'),
        '2026-02-27',
        'Phase “Roll out” ends on 27 Feb 2026, earlier than “Connect”, which is listed in front of it and ends on 31 Mar 2026. Correct the days, or list the phases in the order in which they run.',
      ),
    ],
    ['the sound plan', soundPlan(), ''],
    [
      'phases one after the other, milestones on their edges',
      plan(CONNECT + ROLL_OUT, step('phase: P1, target_date: 2026-03-31') + step('phase: P2, target_date: 2026-04-01')),
      '',
    ],
    [
      'phases that overlap, or start together',
      plan(
        CONNECT +
          phase('P2', 'Roll out', '2026-03-01', '2026-08-31') +
          phase('P3', 'Talks', '2026-03-01', '2026-04-30'),
      ),
      '',
    ],
    ['phases without days', plan(phase('P1', 'Connect', '', '') + phase('P2', 'Roll out', '', ''), step(LATE)), ''],
    [
      'one phase with a start, one with an end',
      plan(phase('P1', 'Connect', '', '2026-03-31') + phase('P2', 'Roll out', '2026-02-01', '')),
      '',
    ],
    ['days that cannot be read', plan(phase('P1', 'Connect', 'January', 'March') + ROLL_OUT, step(LATE)), ''],
    ['a milestone’s day that cannot be read', plan(CONNECT, step('phase: P1, target_date: April')), ''],
    ['a milestone without a day', plan(CONNECT, step('phase: P1')), ''],
    ['a skipped milestone', plan(CONNECT, step(`${LATE}, status: skipped`)), ''],
    [
      'a milestone of no phase, or of an unknown one',
      plan(CONNECT, step('target_date: 2026-06-01') + step('phase: P9, target_date: 2026-06-01')),
      '',
    ],
    [
      'two phases of one id',
      plan(CONNECT + phase('P1', 'Roll out', '2026-04-01', '2026-08-31'), step('phase: P1, target_date: 2026-12-01')),
      '',
    ],
    ['a completed plan', plan(ROLL_OUT + CONNECT, '', 'plan:\n  status: completed\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to the day that it contradicts', () => {
    const related = (text: string) =>
      findingsOf(text)
        .filter(one => one.rule === rule)
        .flatMap(one => one.related.map(({ start, end, message }) => [text.slice(start, end), message]));
    expect(related(plan(CONNECT, step(LATE)))).toEqual([['2026-03-31', 'Phase “Connect” ends here']]);
    expect(related(plan(ROLL_OUT + CONNECT))).toEqual([['2026-04-01', 'Phase “Roll out” starts here']]);
  });
});

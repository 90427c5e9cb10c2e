import { describe, expect, it } from 'vitest';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'communication-missing';

const joint = (more = '', plan = '') => overlaid(`plan:\n  format: joint_accountability\n${plan}${more}`);
const found = (line: string, marks: string) =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (hint): This plan is shared work, but it does not say where you and Northwind Traders talk between the reviews. Write down the channel you use, or the regular meeting with those who come to it.`;
const section = (fields: string) => joint(`communication:\n${fields}`);
const title = 'Write down the quarterly review as the meeting you have';

describe(rule, () => {
  it.each([
    ['no section', joint(), found('plan:', 'plan')],
    ['an empty section', section(''), found('communication:', 'communication')],
    ['empty lists', section('  channels: []\n  meetings: []\n'), found('communication:', 'communication')],
    ['keys without values', section('  channels:\n  meetings:\n'), found('communication:', 'communication')],
    ['a placeholder for a channel', section('  channels: [TBD]\n'), found('communication:', 'communication')],
    ['in flow style', joint('communication: {}\n'), found('communication: {}', 'communication')],
    ['a channel', section('  channels: [Shared chat]\n'), ''],
    ['a channel that is no list', section('  channels: Shared chat\n'), ''],
    ['a meeting', section('  meetings:\n    - name: Check-in\n      cadence: weekly\n'), ''],
    ['a meeting that is no list', section('  meetings:\n    name: Check-in\n'), ''],
    ['a word in place of the section', joint('communication: by mail\n'), ''],
    ['a plan of another format', overlaid(''), ''],
    ['a goal card', overlaid('plan:\n  format: goal_card\n'), ''],
    ['a completed plan', joint('', '  status: completed\n'), ''],
    ['an archived plan', joint('', '  status: archived\n'), ''],
    ['a file that cannot be read whole', joint('risks:\n  - id: R1\n    description: "The data team\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  const MEETING = ['- name: Quarterly review', '  cadence: quarterly', '  attendees: [Dana Ruiz, Ken Abe, Priya Shah]'];
  const lines = (indent: string) => MEETING.map(line => `${indent}${line}`).join('\n');

  it.each([
    ['a missing section', joint(), `\ncommunication:\n  meetings:\n${lines('    ')}`],
    ['an empty section', section(''), `  meetings:\n${lines('    ')}`],
    ['a key without a value', section('  channels: []\n  meetings:   # which?\n'), lines('    ')],
    ['a section without the key', section('  channels: [TBD]   # Priya asks\n'), `  meetings:\n${lines('    ')}`],
    [
      'flow style',
      joint('communication: { channels: [] }\n'),
      'communication: { channels: [], meetings: [{ name: Quarterly review, cadence: quarterly, attendees: [Dana Ruiz, Ken Abe, Priya Shah] }] }',
    ],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text, title)).trim()).toBe(expected.trim());
  });

  it('offers only a meeting that is known to take place', () => {
    expect(titles(rule, joint())).toEqual([title]);
    expect(titles(rule, joint('', '  review_cadence: monthly\n'))).toEqual([
      'Write down the monthly review as the meeting you have',
    ]);
    expect(titles(rule, joint().replace(/review_history:[\s\S]*?\n\n/, ''))).toEqual([]);
    expect(
      titles(
        rule,
        joint().replace('attendees: [Dana Ruiz, Ken Abe, Priya Shah]', 'attendees: [Priya Shah, Olu Adeyemi]'),
      ),
    ).toEqual([]);
  });
});

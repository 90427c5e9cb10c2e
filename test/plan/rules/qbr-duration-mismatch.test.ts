import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf, marked } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'qbr-duration-mismatch';

const NAMES = ['Progress of the plan', 'Risks', 'Next steps'];
const agenda = (meeting: string, ...topics: readonly string[]) =>
  `qbr:\n  duration: ${meeting}\n  agenda:\n${topics.map((one, i) => `    - topic: ${NAMES[i]}\n${one && `      duration: ${one}\n`}`).join('')}`;
const found = (meeting: string, message: string, severity = 'warning') =>
  `  duration: ${meeting}\n            ${'^'.repeat(meeting.length)} ${rule} (${severity}): ${message}`;
const MANY = 'Shorten a topic or plan a longer meeting, or the next steps will be cut off.';
const FEW = 'Give them to a topic, or plan a shorter meeting.';
const template = readFileSync(new URL('../../fixtures/template.qbr.yaml', import.meta.url), 'utf8');

describe(rule, () => {
  it.each([
    [
      'too many minutes',
      agenda('60 minutes', '30 min', '20 min', '20 min'),
      found(
        '60 minutes',
        `The topics add up to 70 minutes, but the meeting has 60 minutes: 10 minutes too many. ${MANY}`,
      ),
    ],
    [
      'one minute too many',
      agenda('"1 hour"', '30 minutes', '20 minutes', '11 minutes'),
      found('"1 hour"', `The topics add up to 61 minutes, but the meeting has 60 minutes: 1 minute too many. ${MANY}`),
    ],
    [
      'too few minutes, in other units',
      agenda('1.5 hours', '30 min', '0.5 h', '15'),
      found(
        '1.5 hours',
        `The topics add up to 75 minutes, but the meeting has 90 minutes: 15 minutes are left over. ${FEW}`,
      ),
    ],
    [
      'a buffer is a hint',
      agenda('60', '30', '20', '5'),
      found(
        '60',
        `The topics add up to 55 minutes, but the meeting has 60 minutes: 5 minutes are left over. ${FEW}`,
        'hint',
      ),
    ],
    [
      'too many already without the one that has none',
      agenda('45 min', '30 min', '20 min', ''),
      found(
        '45 min',
        `The topics that have a duration already add up to 50 minutes, but the meeting has 45 minutes: 5 minutes too many. ${MANY}`,
      ),
    ],
    ['the template', template, ''],
    ['the same in other words', agenda('1h', '0:30', '20 minutes', '10m'), ''],
    ['a topic without a duration', agenda('60 min', '30 min', '20 min', ''), ''],
    ['a duration that cannot be read', agenda('60 min', '30 min', 'as needed', '5 min'), ''],
    ['a range', agenda('60 min', '30 min', '10-20 min', '5 min'), ''],
    ['the meeting has no duration', agenda('', '30 min', '20 min', '20 min'), ''],
    ['the meeting’s duration is to be told', agenda('TBD', '30 min', '20 min', '20 min'), ''],
    ['no topics', 'qbr:\n  duration: 60 minutes\n  agenda: []\n', ''],
    ['topics that are only words', 'qbr:\n  duration: 60 minutes\n  agenda: [Progress, Next steps]\n', ''],
    ['a file that cannot be read whole', agenda('60 min', '30 min', '20 min', '"5 min'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('leaves a team the minutes that it allows', () => {
    const settings = new Map([[rule, { options: { toleranceMinutes: 10 } }]]);
    const text = agenda('60 min', '30 min', '20 min', '20 min');
    expect(marked(text, findingsOf(text, '2026-02-10', settings))).toBe('');
  });

  it.each([
    [
      agenda('60 minutes   # as agreed', '30 min', '20 min', '20 min'),
      '  duration: 70 minutes   # as agreed',
      '70 minutes',
    ],
    [agenda('"1 hour"', '60 min', '20 min', '10 min'), '  duration: "1.5 hours"', '1.5 hours'],
    [agenda("'2 hours'", '30 min', '20 min', '10 min'), "  duration: '1 hour'", '1 hour'],
    [agenda('1h', '40 min', '20 min', '15 min'), '  duration: 75 minutes', '75 minutes'],
    [agenda('60', '40', '20', '15'), '  duration: 75', '75 minutes'],
    [agenda('1:00', '40', '20', '15'), '  duration: 75 minutes', '75 minutes'],
  ])('repairs in the unit that is there', (text, expected, spoken) => {
    expect(titles(rule, text)).toEqual([`Set the meeting to ${spoken}, the sum of its topics`]);
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('offers nothing while a duration is missing', () => {
    expect(titles(rule, agenda('45 min', '30 min', '20 min', ''))).toEqual([]);
  });
});

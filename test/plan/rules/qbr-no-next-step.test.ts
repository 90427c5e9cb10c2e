import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../plan/check.ts';
import { findingsOf, marked } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'qbr-no-next-step';

const SAID =
  'No topic of this review settles what happens next. End with one that names each action, who does it until when, and the day of the next review.';
const FOUND = `  agenda:\n  ^^^^^^ ${rule} (info): ${SAID}`;
const agenda = (...topics: readonly string[]) =>
  `qbr:\n  duration: 60 minutes\n  agenda:\n    - topic: Progress of the plan\n      duration: 40 min\n${topics.join('')}`;
const topic = (name: string, ...content: readonly string[]) =>
  `    - topic: ${name}\n      duration: 20 min\n${content.length > 0 ? `      content: [${content.join(', ')}]\n` : ''}`;
const template = readFileSync(new URL('../../fixtures/template.qbr.yaml', import.meta.url), 'utf8');
const cut = template.slice(0, template.indexOf('\n    - topic: "Action Items'));

describe(rule, () => {
  it.each<readonly [string, string, string]>([
    ['risks only', agenda(topic('Risks')), FOUND],
    ['the template without its last topic', cut, FOUND],
    ['a look back at earlier actions', agenda(topic('Actions from last review')), FOUND],
    ['a look back, in what stands there', agenda(topic('Risks', 'Follow-ups of the previous meeting')), FOUND],
    [
      'in brackets',
      'qbr:\n  agenda: [{ topic: Progress }, { topic: Risks and support }]\n',
      `  agenda: [{ topic: Progress }, { topic: Risks and support }]\n  ^^^^^^ ${rule} (info): ${SAID}`,
    ],
    ['the template', template, ''],
    ...[
      'Next steps',
      'ACTION ITEMS',
      'Actions and owners',
      'Follow-up',
      'Wrap-up',
      'Commitments',
      'Decisions',
      'Way forward',
      'Next review',
    ].map(name => [name, agenda(topic(name)), ''] as const),
    ['told by its content', agenda(topic('Discussion', 'Every action with an owner')), ''],
    ['the next review in its content', agenda(topic('Looking ahead', 'Confirm next review date')), ''],
    ['another language', 'qbr:\n  agenda:\n    - topic: Stand der Ziele\n    - topic: Risiken\n', ''],
    ['no topics', 'qbr:\n  agenda: []\n', ''],
    ['topics that are only words', 'qbr:\n  agenda: [Progress, Risks and support]\n', ''],
    ['a file that cannot be read whole', agenda(topic('"Risks')), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  const CONTENT = '      content:\n        - Each action with an owner and a date\n        - Day of the next review';

  it.each([
    ['without minutes where none are left', agenda(topic('Risks')), `    - topic: Next steps\n${CONTENT}`],
    [
      'braces',
      'qbr:\n  agenda:\n    - { topic: Progress of the plan }\n    - { topic: Risks } # R1\n',
      '    - { topic: Next steps, content: [Each action with an owner and a date, Day of the next review] }',
    ],
    [
      'brackets',
      "qbr:\n  agenda: [{ topic: 'Progress' }, { topic: 'Risks and support' }]\n",
      "  agenda: [{ topic: 'Progress' }, { topic: 'Risks and support' }, { topic: 'Next steps', content: ['Each action with an owner and a date', 'Day of the next review'] }]",
    ],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('gives the topic the minutes that are left, and then they add up', () => {
    expect(titles(rule, cut)).toEqual(['Add a topic for the next steps, with the 10 minutes that are left']);
    const [fix] = findingsOf(cut).flatMap(finding => (finding.rule === rule ? finding.fixes() : []));
    const fixed = applyEdits(cut, fix?.edits ?? []);
    expect(fixed.slice(cut.length)).toBe(
      '    - topic: "Next steps"\n      duration: 10 min\n      content:\n        - "Each action with an owner and a date"\n        - "Day of the next review"\n',
    );
    expect(marked(fixed, findingsOf(fixed))).toBe('');
  });
});

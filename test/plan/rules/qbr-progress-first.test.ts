import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { markedBy, repaired, titles } from '../../support/repairs.ts';

const rule = 'qbr-progress-first';

const topic = (name: string, minutes = 10, ...content: readonly string[]) =>
  `    - topic: ${name}\n      duration: ${minutes} min\n${content.length > 0 ? `      content: [${content.join(', ')}]\n` : ''}`;
const agenda = (...topics: readonly string[]) => `qbr:\n  agenda:\n${topics.join('')}${topic('Next steps')}`;
const found = (name: string, message: string) =>
  `    - topic: ${name}\n             ${'^'.repeat(name.length)} ${rule} (info): ${message}`;
const behind = (first: string, progress: string, where = 'after it') =>
  `This review begins with “${first}”, and the progress of the plan comes ${where}, as “${progress}”. Put it first: it is what the customer came for.`;
const NONE =
  'No topic of this review is about the progress of the plan. Begin with it: each outcome against its goal, what is done, and what is late.';
const PROGRESS = topic('Progress on the three outcomes', 30);
const ROADMAP = topic('Product roadmap', 20, 'Upcoming features that fit your goals');
const template = readFileSync(new URL('../../fixtures/template.qbr.yaml', import.meta.url), 'utf8');

describe(rule, () => {
  it.each([
    [
      'after the roadmap',
      agenda(ROADMAP, PROGRESS),
      found('Product roadmap', behind('Product roadmap', 'Progress on the three outcomes')),
    ],
    [
      'later',
      agenda(ROADMAP, topic('Risks'), PROGRESS),
      found('Product roadmap', behind('Product roadmap', 'Progress on the three outcomes', 'later')),
    ],
    [
      'behind a welcome and the roadmap',
      agenda(topic('Welcome', 5), ROADMAP, PROGRESS),
      found('Product roadmap', behind('Product roadmap', 'Progress on the three outcomes')),
    ],
    [
      'a welcome that takes half an hour',
      agenda(topic('Welcome', 30), PROGRESS),
      found('Welcome', behind('Welcome', 'Progress on the three outcomes')),
    ],
    ['no progress at all', agenda(ROADMAP, topic('"Support and usage"')), found('Product roadmap', NONE)],
    [
      'goals of the next quarter only',
      agenda(topic('Goals for next quarter'), ROADMAP),
      found('Goals for next quarter', NONE),
    ],
    [
      'told by what stands in it',
      agenda(topic('Health and engagement'), topic('Where are we', 20, 'Each outcome in figures')),
      found('Health and engagement', behind('Health and engagement', 'Where are we')),
    ],
    ['the template', template, ''],
    ['in other words', agenda(topic('Where we stand'), ROADMAP), ''],
    ['a scorecard', agenda(topic('Q1 scorecard'), ROADMAP), ''],
    ['value first', agenda(topic('Business value so far'), PROGRESS), ''],
    ['told by its content', agenda(topic('Review', 20, 'Milestones done and late'), ROADMAP), ''],
    ['behind a welcome', agenda(topic('Welcome and introductions', 5), PROGRESS, ROADMAP), ''],
    ['behind open actions and a welcome', agenda(topic('Hello', 5), topic('Actions from last review'), PROGRESS), ''],
    ['behind the customer’s own news', agenda(topic('Your business update'), PROGRESS, ROADMAP), ''],
    ['another language', 'qbr:\n  agenda:\n    - topic: Begrüßung\n    - topic: Stand der Ziele\n', ''],
    ['no topics', 'qbr:\n  agenda: []\n', ''],
    ['topics that are only words', 'qbr:\n  agenda: [Product roadmap, Progress]\n', ''],
    ['a file that cannot be read whole', agenda(ROADMAP, PROGRESS, '    - topic: "Risks\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to the topic that belongs in front', () => {
    const text = agenda(ROADMAP, PROGRESS);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Progress on the three outcomes',
    ]);
  });

  const [head, a, b, c] = [
    'qbr:\n  agenda:\n    # in this order\n',
    '    - topic: Product roadmap   # Jonas\n      content:\n        - What is new',
    '    # asked for by Dana\n    - topic: "Risks"',
    '    # with figures\n    - topic: Progress   # Priya\n      content:\n        - Each outcome   # and why',
  ];
  const end = '\n    - topic: Next steps\n';

  it.each([
    ['with its comments', `${head}${a}\n${b}\n${c}${end}`, `${head}${c}\n${a}\n${b}${end}`],
    ['over blank lines', `${head}${a}\n\n${b}\n\n${c}\n${end}`, `${head}${c}\n\n${a}\n\n${b}\n${end}`],
    [
      'from the end of the file',
      `qbr:\n  agenda:\n${topic('Next steps')}${topic('Progress', 30).trimEnd()}`,
      `qbr:\n  agenda:\n${topic('Progress', 30)}${topic('Next steps').trimEnd()}`,
    ],
    [
      'in braces',
      'qbr:\n  agenda: [{ topic: Product roadmap }, { topic: Risks }, { topic: "Progress, in figures" }, { topic: Next steps }] # 1 h\n',
      'qbr:\n  agenda: [{ topic: "Progress, in figures" }, { topic: Product roadmap }, { topic: Risks }, { topic: Next steps }] # 1 h\n',
    ],
  ])('moves it up %s', (_, text, expected) => {
    expect(
      repaired(
        rule,
        text,
        'Move “Progress” to the top'.replace(
          '“Progress”',
          text.includes('in figures"') ? '“Progress, in figures”' : '“Progress”',
        ),
      ),
    ).toBe(expected);
  });

  it('moves it up to behind the welcome', () => {
    const text = agenda(topic('Welcome', 5), ROADMAP, PROGRESS);
    expect(repaired(rule, text, 'Move “Progress on the three outcomes” up, behind the opening')).toBe(
      agenda(topic('Welcome', 5), PROGRESS, ROADMAP),
    );
  });

  it('moves nothing that borrows from another topic, and adds none', () => {
    const text = `qbr:\n  agenda:\n    - &short { topic: Product roadmap, duration: 10 min }\n    - { <<: *short, topic: Progress }\n`;
    expect(markedBy(rule, text)).not.toBe('');
    expect(titles(rule, text)).toEqual([]);
    expect(titles(rule, agenda(ROADMAP))).toEqual([]);
  });
});

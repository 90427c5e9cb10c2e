import { describe, expect, it } from 'vitest';
import { logReview } from '../../../plan/authoring/dialogues/log-review.ts';
import { refactorings } from '../../../plan/authoring/refactor/refactorings.ts';
import { applyEdits, readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import { editedBy } from '../../support/dialogue.ts';
import { EXAMPLE_DAY, soundPlan, soundSections } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';

/** Every text that a repair or a refactoring of the plan as a whole makes of a text. */
function outcomes(text: string): readonly string[] {
  const repairs = findingsOf(text).flatMap(finding => finding.fixes().map(fix => fix.edits));
  const offers = refactorings(readPlanFile(text), 0, day(EXAMPLE_DAY), true).map(one => one.edits() ?? []);
  return [...repairs, ...offers].map(edits => applyEdits(text, edits));
}

describe('a sentence in place of a list', () => {
  it.each([
    ['risks', 'risks: The sponsor may leave in May\n'],
    ['risks', 'risks: |\n  The sponsor may leave in May\n'],
    ['review_history', 'review_history: The sponsor may leave in May, we heard\n'],
  ])('stays, whatever is added: %s', (section, written) => {
    const text = `${soundPlan([section])}\n${written}x-region: north\n`;
    const made = outcomes(text);
    expect(made.length).toBeGreaterThan(1);
    for (const one of made) expect(one).toContain('The sponsor may leave in May');
  });

  it('stays where an outcome has it for milestones', () => {
    const text = soundSections().replace(
      / {4}milestones:\n[\s\S]*?(?= {2}- id: O2)/,
      '    milestones: We train them in May\n',
    );
    for (const one of outcomes(text)) expect(one).toContain('We train them in May');
  });
});

describe('a block text that says nothing', () => {
  it.each(['|', '>', '|\n  TBD', '>-\n\n  none\n', '|+\n\n'])('makes way without the line below: %j', block => {
    for (const eol of ['\n', '\r\n']) {
      const text = `${soundPlan(['risks'])}\nrisks: ${block}\nx-region: north\n`.replaceAll('\n', eol);
      const made = outcomes(text);
      expect(made.some(one => one.includes('- id: R1'))).toBe(true);
      for (const one of made) expect(one).toMatch(/^x-region: north\r?$/m);
    }
  });

  it('makes way inside an outcome, too', () => {
    const text = soundSections().replace(/ {4}measurements:\n[\s\S]*?(?= {4}status)/, '    measurements: |\n');
    const at = text.indexOf('measurements: |');
    const add = refactorings(readPlanFile(text), at, day(EXAMPLE_DAY)).find(one => one.id === 'add:measurement');
    expect(applyEdits(text, add?.edits() ?? [])).toContain(
      '    measurements:\n      - date: "2026-02-10"\n        value: TBD\n    status: in_progress\n',
    );
  });
});

describe.each(['risks', 'outcomes', 'review_history'])('%s with an anchor', section => {
  it.each([
    ['in the order of their days', (text: string) => text],
    ['flush', (text: string) => text.replaceAll(/^ {2}(?=[ -])/gm, '')],
  ])('get another one and keep those that they have, %s', (_, lay) => {
    const [before = '', own = ''] = soundSections().split(new RegExp(`^(?=${section}:\n)`, 'm'));
    const [list = '', ...rest] = own.split(/^(?=\w)/m).slice(0);
    const text = before + lay(list.replace(':\n', ': &all\n')) + rest.join('');
    const offers = refactorings(readPlanFile(text), before.length, day(EXAMPLE_DAY), true);
    const added = offers.find(
      one => one.id === `add:${section === 'review_history' ? 'review' : section.slice(0, -1)}`,
    );
    const after = applyEdits(text, added?.edits() ?? []);
    expect(after).not.toBe(text);
    expect(findingsOf(after).filter(one => one.severity === 'error')).toEqual([]);
    for (const line of list.split('\n').slice(1)) expect(after).toContain(line.trim());
  });
});

it.each(['? plan\n:\n  version: 1\n', '&a plan:\n  version: 1\n', '--- # x\nplan:\n  version: 1\n...\n'])(
  'a section is added at the margin behind %j',
  text => {
    const made = outcomes(text);
    expect(made.some(one => one.includes('\nrisks:\n  - id: R1\n'))).toBe(true);
    for (const one of made) expect(findingsOf(one).filter(({ rule }) => rule === 'yaml-syntax')).toEqual([]);
  },
);

it('a section is added in the column of the others', () => {
  const text = soundPlan(['risks']).replaceAll(/^(?=.)/gm, '  ');
  const made = outcomes(text);
  expect(made.some(one => one.includes('\n  risks:\n    - id: R1\n      description:'))).toBe(true);
  for (const one of made) expect(findingsOf(one).filter(({ rule }) => rule === 'yaml-syntax')).toEqual([]);
});

it('a review that is logged leaves the days of earlier ones that borrow the last', () => {
  const text = soundSections()
    .replace('last_reviewed: "2026-01-20"', 'last_reviewed: &last "2026-01-20"')
    .replace('- date: "2026-01-20"\n    type', '- date: *last\n    type');
  const after = editedBy(logReview, text, { summary: 'Fine', decisions: '' }).text;
  expect(after).toContain('last_reviewed: &last "2026-02-10"');
  expect(after).toContain('- date: "2026-01-20"\n    type');
});

it('a review that is logged leaves a next one that was agreed on in words', () => {
  const text = soundSections().replace('next_review: "2026-04-21"', 'next_review: end of Q2');
  const after = editedBy(logReview, text, { summary: 'Fine', decisions: '' }).text;
  expect(after).toContain('last_reviewed: "2026-02-10"\n  next_review: end of Q2\n');
});

it('the first review of a plan that says nothing else stands below its new days', () => {
  const text = 'plan:\n  version: "1.0"\n  created: "2025-11-10"\n';
  const after = editedBy(logReview, text, { summary: 'Fine', decisions: '' });
  expect(after.text).toMatch(
    /created: "2025-11-10"\n {2}last_reviewed: "2026-02-10"\n {2}next_review: "2026-.*"\n\nreview_history:\n {2}- date: "2026-02-10"\n/,
  );
  expect(after.selected).toBe('Fine');
});

it('a status that others borrow is not changed for one milestone', () => {
  const text = soundSections()
    .replace('status: in_progress\n        owner: Ken Abe', 'status: &open in_progress\n        owner: Ken Abe')
    .replace('status: pending', 'status: *open');
  const offers = refactorings(readPlanFile(text), text.indexOf('All depots trained'), day(EXAMPLE_DAY));
  expect(offers.map(one => one.id)).toContain('add:action');
  expect(offers.map(one => one.id)).not.toContain('complete');
});

describe('several keys in empty braces', () => {
  it('have commas between them when a review is logged', () => {
    const text = `plan: {}\n${soundPlan(['plan'])}`;
    expect(editedBy(logReview, text, { summary: 'Fine', decisions: '' }).text).toMatch(
      /^plan: \{ last_reviewed: 2026-02-10, next_review: 2026-\d\d-\d\d \}\n/,
    );
  });

  it('have commas between them when a description is turned into fields', () => {
    const text = soundSections().replace(/target:\n[\s\S]*?(?= {4}measurements)/, 'target: {}\n');
    const at = text.indexOf('Cut the time');
    const offers = refactorings(readPlanFile(text), at, day(EXAMPLE_DAY));
    const after = applyEdits(text, offers.find(one => one.id === 'fields')?.edits() ?? []);
    expect(after).toMatch(/target: \{ metric: [^,]+, goal: 4 minutes \}/);
  });
});

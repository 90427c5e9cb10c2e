import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'outcome-status-contradiction';

const plan = (status: string, fields = '', before = '') =>
  overlaid(`${before}outcomes:\n  - id: O1\n    status: ${status}\n${fields}`);
const value = (text: string, day = '2026-01-20') => `    measurements: [{ date: ${day}, value: ${text} }]\n`;
const steps = (...statuses: string[]) =>
  `    milestones:\n${statuses
    .map((status, index) => {
      const done = status === 'complete' ? ', actual_date: 2026-01-15' : '';
      const day = ['2026-01-16', '2026-05-29', '2026-06-30'][index];
      const name = ['Form connected', 'Depots trained', 'Four minutes confirmed'][index];
      return `      - { name: ${name}, target_date: ${day}${done}, status: ${status}, owner: Ken Abe }\n`;
    })
    .join('')}`;
const DONE = steps('complete', 'complete', 'complete');
const due = (day: string) => `    target: { metric: Order entry time, goal: 4 minutes, target_date: ${day} }\n`;
const WORD = '    acknowledged_by: Dana Ruiz\n    acknowledged_on: 2026-02-02\n';
const NO_EVIDENCE = '    renewal_evidence: TBD\n';
const BY_WORD = '    kind: qualitative\n    acceptance: [Clerks say so]\n';
const found = (status: string, rest: string, severity = 'warning') =>
  `    status: ${status}\n            ${'^'.repeat(status.length)} ${rule} (${severity}): Outcome O1 is marked ${status.replace('_', ' ')}, but ${rest}`;
const SHORT = 'the latest measurement of 20 Jan 2026 says “9 minutes” and the goal is “4 minutes”.';
const REACHED = 'its goal was reached on 20 Jan 2026 (“4 minutes”, the goal is “4 minutes”).';

describe(rule, () => {
  it.each([
    [
      'achieved, not reached',
      plan('achieved'),
      found('achieved', `${SHORT} Measure it once more, or say how it really stands.`),
    ],
    [
      'achieved, not reached, confirmed all the same',
      plan('achieved', WORD),
      found(
        'achieved',
        `${SHORT} The customer has confirmed it all the same: measure it once more, or agree on the goal that was meant.`,
        'info',
      ),
    ],
    [
      'achieved and reached, with an open milestone',
      plan('achieved', `${value('4 minutes')}${steps('complete', 'complete', 'pending')}`),
      found(
        'achieved',
        'its milestone “Four minutes confirmed” is still open. Close it, skip what is no longer needed, or take the status back.',
      ),
    ],
    [
      'achieved and confirmed, with open milestones',
      plan('achieved', `${value('4 minutes')}${steps('complete', 'blocked', 'pending')}${WORD}`),
      found(
        'achieved',
        '2 milestones, “Depots trained” first, are still open. Close them, skip what is no longer needed, or take the status back.',
        'info',
      ),
    ],
    [
      'achieved, never measured',
      plan('achieved', `    measurements: []\n${steps('complete', 'complete')}${NO_EVIDENCE}`),
      found(
        'achieved',
        'no measurement after the baseline shows it. Add the value that was reached, and the day.',
        'info',
      ),
    ],
    [
      'achieved by word, which nobody gave',
      plan('achieved', `${BY_WORD}${steps('complete', 'complete')}${NO_EVIDENCE}`),
      found(
        'achieved',
        'nobody at the customer has confirmed it. Ask for their word, and write down who gave it and when.',
        'info',
      ),
    ],
    [
      'not started, with work done',
      plan('not_started'),
      found('not_started', 'milestone “Order form connected” of O1 is complete and so is 1 more. Mark it in progress.'),
    ],
    [
      'not started, with one under way',
      plan('not_started', steps('in_progress', 'pending')),
      found('not_started', 'milestone “Form connected” of O1 is in progress. Mark it in progress.'),
    ],
    [
      'not started, with progress measured',
      plan('not_started', steps('pending', 'pending')),
      found('not_started', 'it was measured on 20 Jan 2026 (“9 minutes”). Mark it in progress.'),
    ],
    [
      'not started, with a control value',
      plan('not_started', `${steps('pending', 'pending')}${value('11.9 minutes')}`),
      found('not_started', 'it was measured on 20 Jan 2026 (“11.9 minutes”). Mark it in progress.', 'info'),
    ],
    [
      'not started, and reached',
      plan('not_started', `${value('4 minutes')}${DONE}`),
      found('not_started', `${REACHED} Mark it achieved, and tell the customer.`),
    ],
    [
      'in progress, and reached',
      plan('in_progress', `${value('4 minutes')}${DONE}`),
      found('in_progress', `${REACHED} Mark it achieved, and tell the customer.`),
    ],
    [
      'at risk, and reached',
      plan('at_risk', `${value('4 minutes')}${DONE}`),
      found('at_risk', `${REACHED} Mark it achieved, and tell the customer.`),
    ],
    [
      'reached, and the confirmation stands out',
      plan('in_progress', `${value('4 minutes')}${steps('complete', 'complete', 'pending')}`),
      found('in_progress', `${REACHED} Have it confirmed (“Four minutes confirmed”), and mark it achieved.`, 'info'),
    ],
    [
      'reached before the work is done',
      plan('in_progress', `${value('4 minutes')}${steps('complete', 'in_progress')}`),
      found('in_progress', `${REACHED} Mark it achieved, and say what becomes of 1 open milestone.`),
    ],
    [
      'confirmed by word',
      plan('in_progress', `${BY_WORD}${DONE}${WORD}`),
      found('in_progress', 'the customer confirmed it on 2 Feb 2026. Mark it achieved.'),
    ],
    [
      'confirmed by word, and the confirmation stands out',
      plan('in_progress', `${BY_WORD}${WORD}${steps('complete', 'complete', 'pending')}`),
      found(
        'in_progress',
        'the customer confirmed it on 2 Feb 2026. Mark it achieved, and say what becomes of 1 open milestone.',
      ),
    ],
    [
      'reached and confirmed, and the confirmation stands out',
      plan('in_progress', `${value('4 minutes')}${WORD}${steps('complete', 'complete', 'pending')}`),
      found('in_progress', `${REACHED} Mark it achieved, and say what becomes of 1 open milestone.`),
    ],
    [
      'missed, though reached in time',
      plan('missed', `${value('4 minutes')}${due('2026-01-31')}`),
      found('missed', `${REACHED} Mark it achieved, and say what becomes of 2 open milestones.`),
    ],
  ])('speaks: %s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it.each([
    ['in progress', plan('in_progress')],
    ['at risk', plan('at_risk', value('11.5 minutes'))],
    ['achieved, reached and done', plan('achieved', `${value('3.5 minutes')}${DONE}`)],
    [
      'achieved, with a skipped milestone',
      plan('achieved', `${value('4 minutes')}${steps('complete', 'skipped', 'complete')}`),
    ],
    ['achieved, never measured, but confirmed', plan('achieved', `    measurements: []\n${DONE}${WORD}${NO_EVIDENCE}`)],
    [
      'achieved, never measured, but a milestone confirmed it',
      plan('achieved', `    measurements: []\n${DONE}${NO_EVIDENCE}`),
    ],
    ['achieved by word', plan('achieved', `${BY_WORD}${DONE}${WORD}`)],
    ['achieved, with values that do not compare', plan('achieved', `${value('9 orders')}${DONE}`)],
    ['missed, and not reached', plan('missed', due('2026-01-31'))],
    ['missed, and reached later', plan('missed', `${value('4 minutes', '2026-02-05')}${due('2026-01-31')}${DONE}`)],
    ['deferred, and reached', plan('deferred', value('4 minutes'))],
    ['not started, with nothing done', plan('not_started', `    measurements: []\n${steps('pending', 'pending')}`)],
    [
      'not started, with only the baseline measured',
      plan(
        'not_started',
        `    measurements: []\n${steps('complete', 'pending').replace('Form connected', 'Baseline measured')}`,
      ),
    ],
    [
      'not started, with something in the way',
      plan('not_started', `    measurements: []\n${steps('blocked', 'pending')}`),
    ],
    [
      'in progress, what is held',
      plan(
        'in_progress',
        `    baseline: { metric: Uptime, current: 99.9%, measured_on: 2025-11-03 }\n    target: { metric: Uptime, goal: 99.9%, target_date: 2026-06-30 }\n${value('99.95%')}`,
      ),
    ],
    ['in progress, and a value of the future', plan('in_progress', value('4 minutes', '2026-03-20'))],
    ['a status that cannot be read', plan('acheived', value('9 minutes'))],
    ['before the sale', plan('achieved', '', 'plan:\n  stage: pre_sale\n')],
    ['a plan that is archived', plan('achieved', '', 'plan:\n  status: archived\n')],
  ])('keeps still: %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });

  it('takes seven tenths of a key result for success in an OKR plan, not elsewhere', () => {
    const results = `    key_results: [{ id: KR1, description: Faster, baseline: { current: 12 minutes, measured_on: 2025-11-03 }, target: { goal: 4 minutes, target_date: 2026-06-30 }, measurements: [{ date: 2026-01-20, value: 6 minutes }] }, { id: KR2, description: Fewer, baseline: { current: 10%, measured_on: 2025-11-03 }, target: { goal: 3%, target_date: 2026-06-30 }, measurements: [{ date: 2026-01-20, value: 3% }] }]\n${DONE}`;
    expect(markedBy(rule, plan('achieved', results))).toContain(
      'but 1 key result of 2 is not reached by the latest measurements.',
    );
    expect(markedBy(rule, plan('achieved', results, 'plan:\n  format: okr\n'))).toBe('');
  });

  it.each([
    [
      'what is under way',
      plan('achieved   # said Ken'),
      'Set status to in_progress',
      '    status: in_progress   # said Ken',
    ],
    ['what is far behind', plan('achieved', value('11.5 minutes')), 'Set status to at_risk', '    status: at_risk'],
    [
      'what was due',
      plan('"achieved"', `${due('2026-01-31')}${steps('complete')}`),
      'Set status to missed: it was due on 31 Jan 2026',
      '    status: "missed"',
    ],
    ['what has begun', plan('not_started'), 'Set status to in_progress', '    status: in_progress'],
    [
      'what is reached',
      plan('in_progress', `${value('4 minutes')}${DONE}`),
      'Set status to achieved',
      '    status: achieved',
    ],
    [
      'what is no longer needed',
      plan('achieved', `${value('4 minutes')}${steps('complete', 'pending', 'complete')}`),
      'Mark “Depots trained” skipped, since the goal is reached',
      '      - { name: Depots trained, target_date: 2026-05-29, status: skipped, owner: Ken Abe }',
    ],
  ])('repairs %s', (_, text, title, expected) => {
    expect(titles(rule, text)).toEqual([title]);
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('offers no status that the next look would take back', () => {
    expect(titles(rule, plan('in_progress', `${value('4 minutes')}${steps('complete', 'in_progress')}`))).toEqual([]);
    expect(titles(rule, plan('achieved', WORD))).toEqual([]);
  });

  it.each([
    ['the measurement', plan('achieved'), ['9 minutes', 'The latest measurement, of 20 Jan 2026']],
    ['the milestone', plan('not_started'), ['Order form connected', 'This milestone is complete']],
    ['the customer’s word', plan('in_progress', `${BY_WORD}${DONE}${WORD}`), ['2026-02-02', 'Confirmed on 2 Feb 2026']],
  ])('points to %s', (_, text, expected) => {
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([expected]);
  });
});

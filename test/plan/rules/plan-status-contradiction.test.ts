import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'plan-status-contradiction';

const found = (status: string, message: string, severity = 'warning') =>
  `  status: ${status}\n          ${'^'.repeat(status.length)} ${rule} (${severity}): ${message}`;

/** Three outcomes of the given statuses; each goal is reached if the values say so. */
const outcomes = (
  statuses: readonly string[],
  value = '2 minutes',
  milestone = 'status: complete, actual_date: 2026-01-16',
) =>
  `outcomes:\n${statuses
    .map(
      (status, index) =>
        `  - id: O${index + 1}
    description: Cut step ${index + 1} from 12 minutes to 4 minutes
    baseline: { metric: Time, current: 12 minutes, measured_on: 2025-11-03 }
    target: { metric: Time, goal: 4 minutes, target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-20, value: ${value} }]
    ${status && `status: ${status}`}
    milestones: [{ name: Time confirmed, target_date: 2026-06-30, ${milestone}, owner: Ken Abe }]
`,
    )
    .join('')}`;
/** The sound plan with another status; given outcomes and risks take the place of its own. */
const plan = (status: string, sections = '') =>
  overlaid(
    `plan:\n  status: ${status}\n${sections}`,
    ['outcomes', 'risks'].filter(name => sections.includes(`${name}:`)),
  );
const DONE = ['achieved', 'achieved', 'achieved'];
const CITED = 'renewal:\n  evidence: [{ outcome: O1 }, { outcome: O2 }, { outcome: O3 }]\n';
const OPEN = 'status: pending';
const risk = (fields: string) =>
  `risks:\n  - { id: R1, description: The data team is busy, owner: Dana Ruiz, ${fields} }\n`;
const WHY =
  'The plan is marked at risk, but nothing in it shows why: no outcome is behind, nothing is late or blocked, and no risk is open. Write down what endangers it, or mark it active again.';
const ALL = 'The plan is marked active, but all 3 outcomes are achieved. Close the plan, or agree on what comes next.';

describe(rule, () => {
  it.each([
    [
      'completed over open outcomes',
      plan('completed'),
      found(
        'completed',
        'The plan is marked completed, but O1, O2 and O3 are neither reached nor given up. Say what became of them, or take the plan up again.',
      ),
    ],
    [
      'completed over one that is open',
      plan('"completed"', outcomes(['achieved', 'at_risk', 'missed'], '9 minutes')),
      found(
        '"completed"',
        'The plan is marked completed, but O2 is neither reached nor given up. Say what became of it, or take the plan up again.',
      ),
    ],
    ['active over achieved outcomes', plan('active', outcomes(DONE)), found('active', ALL)],
    ['active where the measurements say so', plan('active', outcomes(['', '', ''])), found('active', ALL)],
    [
      'active where the statuses lag behind',
      plan('active', outcomes(['achieved', 'in_progress', 'achieved'])),
      found('active', ALL, 'info'),
    ],
    [
      'active where the measurements deny it',
      plan('active', outcomes(DONE, '9 minutes')),
      found('active', ALL, 'info'),
    ],
    [
      'active over one outcome, the other put off',
      plan('active', outcomes(['achieved', 'deferred'])),
      found(
        'active',
        'The plan is marked active, but O1 is achieved. Close the plan, or agree on what comes next.',
        'info',
      ),
    ],
    [
      'active over two, the others put off',
      plan('active', outcomes(['achieved', 'deferred', 'achieved'])),
      found('active', ALL.replace('all 3 outcomes', 'both outcomes that are not deferred'), 'info'),
    ],
    ['at risk without a reason', plan('at_risk', risk('status: closed')), found('at_risk', WHY)],
    ['at risk without risks', plan('at_risk', 'risks: []\n'), found('at_risk', WHY)],
    [
      'at risk for small risks',
      plan('at_risk', risk('impact: low, likelihood: medium, status: open')),
      found('at_risk', WHY.replace('no risk is open', 'the risks it lists are small or under control'), 'info'),
    ],
    [
      'at risk with everything achieved',
      plan('at_risk', `${outcomes(DONE)}${risk('status: closed')}`),
      found(
        'at_risk',
        'The plan is marked at risk, but all 3 outcomes are achieved. Close the plan, or agree on what comes next.',
      ),
    ],
    ['active over open outcomes', plan('active'), ''],
    [
      'active, goals reached, and a step to go',
      plan('active', outcomes(['in_progress', 'achieved'], '2 minutes', OPEN)),
      '',
    ],
    ['active over one that was missed', plan('active', outcomes(['achieved', 'missed'])), ''],
    ['active though off track', plan('active', outcomes(['in_progress'], '14 minutes', OPEN)), ''],
    [
      'completed with missed and deferred ones',
      plan('completed', outcomes(['achieved', 'missed', 'deferred'], '9 minutes')),
      '',
    ],
    ['completed, reached and not yet marked', plan('completed', outcomes(['in_progress', 'achieved'])), ''],
    ['completed by the signature, before the sale', overlaid('plan:\n  status: completed\n  stage: pre_sale\n'), ''],
    ['at risk for an open risk', plan('at_risk', risk('impact: high, likelihood: low, status: open')), ''],
    ['at risk for a risk that came true', plan('at_risk', risk('status: occurred')), ''],
    [
      'at risk for a late milestone',
      plan(
        'at_risk',
        `${outcomes(['in_progress'], '9 minutes', OPEN).replace('2026-06-30, status', '2026-02-01, status')}risks: []\n`,
      ),
      '',
    ],
    [
      'at risk for a blocked milestone',
      plan('at_risk', `${outcomes(['in_progress'], '9 minutes', 'status: blocked')}risks: []\n`),
      '',
    ],
    ['at risk for an outcome that is', plan('at_risk', `${outcomes(['at_risk'], '9 minutes', OPEN)}risks: []\n`), ''],
    [
      'at risk for an outcome behind',
      plan('at_risk', `${outcomes(['in_progress'], '11 minutes', OPEN)}risks: []\n`),
      '',
    ],
    ['at risk for an overdue review', overlaid('plan:\n  status: at_risk\n  next_review: 2026-02-01\nrisks: []\n'), ''],
    [
      'at risk for a sponsor who is gone',
      plan(
        'at_risk',
        'stakeholders:\n  customer:\n    - { name: Dana Ruiz, type: executive_sponsor, engagement: disengaged }\n    - { name: Ken Abe }\nrisks: []\n',
      ),
      '',
    ],
    ['at risk, and risks that are no list', plan('at_risk', 'risks: The board may stop all projects\n'), ''],
    ['archived', plan('archived'), ''],
    ['a draft', plan('draft', outcomes(DONE)), ''],
    ['a status that is none', plan('green', outcomes(DONE)), ''],
    ['an outcome whose status is none', plan('active', outcomes(['achieved', 'acheived'])), ''],
    ['nothing in it yet', 'plan:\n  status: at_risk\ncustomer:\n  company: Northwind Traders\n', ''],
    ['a file that cannot be read whole', plan('at_risk', 'risks:\n  - id: R1\n    description: "The data team\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to the outcomes that are open', () => {
    const text = plan('completed', outcomes(['achieved', 'at_risk'], '9 minutes'));
    const related = findingsOf(text).find(finding => finding.rule === rule)?.related;
    expect(related?.map(one => [text.slice(one.start, one.end), one.message])).toEqual([
      ['at_risk', 'Outcome O2 is still open'],
    ]);
  });

  it.each([
    [
      'an alarm',
      plan("'at_risk'   # since January", risk('status: closed')),
      undefined,
      "  status: 'active'   # since January",
    ],
    ['an end that was forgotten', plan('"active"', `${outcomes(DONE)}${CITED}`), undefined, '  status: "completed"'],
    ['an end that came too early', plan('completed'), 'Set status to active', '  status: active'],
    [
      'one that is put off',
      plan(
        'completed',
        outcomes(['achieved', 'in_progress'], '2 minutes', OPEN).replace(/2 minutes(?![\s\S]*2 minutes)/, '9 minutes'),
      ),
      'Set status of O2 to deferred',
      '    status: deferred',
    ],
    [
      'one that was not reached in time',
      plan(
        'completed',
        outcomes(['not_started'], '9 minutes').replace('target_date: 2026-06-30 }', 'target_date: 2026-01-31 }'),
      ),
      'Set status of O1 to missed',
      '    status: missed',
    ],
  ])('repairs %s', (_, text, title, expected) => {
    expect(newLines(text, repaired(rule, text, title))).toBe(expected);
  });

  it('does not take up a plan that nobody has looked after', () => {
    const text = overlaid('plan:\n  status: completed\n  next_review: 2026-01-31\n');
    expect(titles(rule, text)).toEqual(['Set status of O1, O2 and O3 to deferred']);
    expect(titles(rule, plan('active', outcomes(DONE, '9 minutes')))).toEqual([]);
  });
});

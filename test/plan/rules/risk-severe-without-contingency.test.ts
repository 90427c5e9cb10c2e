import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf, marked } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'risk-severe-without-contingency';

const risk = (fields: string, plan = '') =>
  overlaid(
    `${plan}risks:\n  - id: R7\n    description: The data team is busy with a migration until March\n    owner: Dana Ruiz\n${fields}`,
  );
const CARE = '    mitigation: Weekly slot agreed with the data lead\n    status: open\n';
const levels = (impact: string, likelihood: string) => `    impact: ${impact}\n    likelihood: ${likelihood}\n`;
const SEVERE = levels('high', 'medium');
const found = (line: string, marks: string, impact = 'high', likelihood = 'medium') =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (info): Risk R7 is severe (${impact} impact, ${likelihood} likelihood), and the plan does not say what you do if it happens all the same. Write a contingency: who steps in, and what gives way.`;

describe(rule, () => {
  it.each<readonly [string, string, string]>([
    ['high and medium', risk(CARE + SEVERE), found('  - id: R7', 'R7')],
    ['medium and high', risk(CARE + levels('medium', '"high"')), found('  - id: R7', 'R7', 'medium', 'high')],
    ['high and high', risk(CARE + levels('high', 'high')), found('  - id: R7', 'R7', 'high', 'high')],
    ['no status', risk(CARE.replace('    status: open\n', '') + SEVERE), found('  - id: R7', 'R7')],
    ['an empty key', risk(`${CARE}${SEVERE}    contingency:\n`), found('    contingency:', 'contingency')],
    ['a placeholder', risk(`${CARE}${SEVERE}    contingency: tbd\n`), found('    contingency: tbd', 'tbd')],
    ['the sound plan', soundPlan(), ''],
    ['a contingency', risk(`${CARE}${SEVERE}    contingency: An engineer of ours for two weeks\n`), ''],
    ['medium and medium', risk(CARE + levels('medium', 'medium')), ''],
    ['high and low', risk(CARE + levels('high', 'low')), ''],
    ['one of the two only', risk(`${CARE}    impact: high\n`), ''],
    ['a level that cannot be read', risk(CARE + levels('high', 'likely')), ''],
    ...['mitigated', 'accepted', 'occurred', 'closed', 'opne'].map(
      status => [status, risk(CARE.replace('open', status) + SEVERE), ''] as const,
    ),
    ['no mitigation either, which is said already', risk(`    status: open\n${SEVERE}`), ''],
    ['a goal card', risk(CARE + SEVERE, 'plan:\n  format: goal_card\n'), ''],
    ['a completed plan', risk(CARE + SEVERE, 'plan:\n  status: completed\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('takes the score from the team’s settings', () => {
    const text = risk(CARE + levels('medium', 'medium'));
    const found = findingsOf(text, '2026-02-10', new Map([[rule, { options: { score: 4 } }]]));
    expect(marked(text, found)).toContain('Risk R7 is severe (medium impact, medium likelihood)');
  });
});

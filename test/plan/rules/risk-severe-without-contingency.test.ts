import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf, marked } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

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

  const ACCEPT = 'Set status to accepted, as both sides live with it if it happens';
  const steps = (contingency: string) =>
    `outcomes:\n  - id: O1\n    milestones:\n      - { name: All depots trained, target_date: 2026-03-31, status: in_progress, owner: Ken Abe${contingency} }\n      - { name: Four minutes confirmed, target_date: 2026-06-30, status: pending, owner: Dana Ruiz, kind: validation }\n`;

  it('takes over what a milestone of the named outcome has planned', () => {
    const title = 'Take over the contingency of “All depots trained”';
    const text = risk(`${CARE}${SEVERE}    outcomes: [O1]\n`, steps(', contingency: Two trainers from the north'));
    expect(titles(rule, text)).toEqual([title, ACCEPT]);
    expect(newLines(text, repaired(rule, text, title))).toBe('    contingency: Two trainers from the north');
    const empty = risk(
      `${CARE}${SEVERE}    outcomes: [O1]\n    contingency: TBD\n`,
      steps(', contingency: "Two: a, b"'),
    );
    expect(newLines(empty, repaired(rule, empty, title))).toBe('    contingency: "Two: a, b"');
    expect(titles(rule, risk(`${CARE}${SEVERE}    outcomes: [O2]\n`, steps(', contingency: Two trainers')))).toEqual([
      ACCEPT,
    ]);
    expect(titles(rule, risk(`${CARE}${SEVERE}    outcomes: [O1]\n`, steps(', contingency: none yet')))).toEqual([
      ACCEPT,
    ]);
  });

  it('accepts the risk, in block and flow style', () => {
    const text = risk(CARE + SEVERE);
    expect(newLines(text, repaired(rule, text, ACCEPT))).toBe('    status: accepted');
    const flow = overlaid(
      'risks:\n  - { id: R7, description: Busy until March, impact: high, likelihood: high, mitigation: Weekly slot, owner: Dana Ruiz }\n',
    );
    expect(repaired(rule, flow, ACCEPT)).toContain('mitigation: Weekly slot, status: accepted, owner: Dana Ruiz }');
  });

  it('does not take the only open risk from a plan that is at risk', () => {
    const only = soundPlan()
      .replace('status: active', 'status: at_risk')
      .replace('impact: medium\n    likelihood: medium', 'impact: high\n    likelihood: medium');
    expect(markedBy(rule, only)).not.toBe('');
    expect(titles(rule, only)).toEqual([]);
  });
});

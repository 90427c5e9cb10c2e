import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'risk-unmitigated';

const HEAD = 'risks:\n  - id: R7\n    description: The data team is busy with a migration until March\n';
const OTHER = '  - { id: R8, description: Rain, mitigation: Tents, status: open, owner: Ken Abe }\n';
const risk = (fields: string, plan = '') => overlaid(`${plan}${HEAD}${fields}${OTHER}`);
const found = (line: string, marks: string, message: string) =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (warning): Risk R7 ${message}`;

const OPEN =
  'is open, and nothing is planned against it. Ask Dana Ruiz for one step that makes it less likely or less harmful, or accept it openly.';
const MITIGATED =
  'is called mitigated, but the plan does not say what was done about it. Write down what keeps it from coming back, or set its status to what it is.';
const atId = found('  - id: R7', 'R7', OPEN);
const OWNED = '    owner: Dana Ruiz\n';

describe(rule, () => {
  it.each<readonly [string, string, string]>([
    ['no mitigation', risk(`    status: open\n${OWNED}`), atId],
    ['no status either', risk(OWNED), atId],
    ['an empty status', risk(`    status:\n${OWNED}`), atId],
    ['an empty key', risk(`    mitigation:\n${OWNED}`), found('    mitigation:', 'mitigation', OPEN)],
    ['null', risk(`    mitigation: ~\n${OWNED}`), found('    mitigation: ~', 'mitigation', OPEN)],
    ['an empty text', risk(`    mitigation: ""\n${OWNED}`), found('    mitigation: ""', 'mitigation', OPEN)],
    ['a placeholder', risk(`    mitigation: "TBD"\n${OWNED}`), found('    mitigation: "TBD"', '"TBD"', OPEN)],
    [
      'words for nothing',
      risk(`    mitigation: No mitigation yet\n${OWNED}`),
      found('    mitigation: No mitigation yet', 'No mitigation yet', OPEN),
    ],
    ['a contingency is no mitigation', risk(`    contingency: We wait a month\n${OWNED}`), atId],
    ['mitigated', risk(`    status: mitigated\n${OWNED}`), found('  - id: R7', 'R7', MITIGATED)],
    [
      'in braces, of nobody',
      overlaid(`risks:\n  - { id: R7, description: Rain, status: open }\n${OTHER}`),
      found('  - { id: R7, description: Rain, status: open }', 'R7', OPEN.replace('Ask Dana Ruiz for', 'Write')),
    ],
    ['the sound plan', soundPlan(), ''],
    [
      'a mitigation in several lines',
      risk('    mitigation: >\n      Weekly slot agreed\n      with the data lead\n'),
      '',
    ],
    ['a mitigation that begins with no', risk('    mitigation: No new imports until March\n'), ''],
    ...['accepted', 'occurred', 'closed'].map(status => [status, risk(`    status: ${status}\n`), ''] as const),
    ['a status that the format does not know', risk('    status: opne\n'), ''],
    ['a list in its place', risk('    status: open\n    mitigation:\n      - Weekly slot\n'), ''],
    ['a goal card', risk('    status: open\n', 'plan:\n  format: goal_card\n'), ''],
    ['a draft', risk('    status: open\n', 'plan:\n  status: draft\n'), ''],
    ['a completed plan', risk('    status: open\n', 'plan:\n  status: completed\n'), ''],
    ['a file that cannot be read whole', risk('    status: open\n    owner: "Dana\n'), ''],
    [
      'what is merged in',
      `x-care: &care { mitigation: Weekly slot }\n${overlaid(`${HEAD}    <<: *care\n    status: open\n`)}`,
      '',
    ],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to the status that says mitigated', () => {
    const text = risk('    status: mitigated\n');
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['mitigated', 'Called mitigated here'],
    ]);
  });

  const accepted = 'Set status to accepted, as both sides live with it';
  const closed = 'Set status to closed, as it cannot happen any more';

  it('offers no status that hides what a plan at risk is at risk for', () => {
    expect(titles(rule, risk('    status: open\n'))).toEqual([accepted]);
    expect(titles(rule, risk('    status: mitigated\n'))).toEqual([accepted, closed]);
    const only = overlaid(`plan:\n  status: at_risk\n${HEAD}    status: open\n`, ['risks']);
    expect(titles(rule, only)).toEqual([]);
  });

  it.each([
    [
      'block style',
      risk('    status: "open"   # since May\n    owner: Dana Ruiz\n'),
      accepted,
      '    status: "accepted"   # since May',
    ],
    ['a missing status', risk('    impact: low\n    owner: Dana Ruiz\n'), accepted, '    status: accepted'],
    ['a mitigated one', risk('    status: mitigated\n    owner: Dana Ruiz\n'), closed, '    status: closed'],
    [
      'flow style',
      overlaid(`risks:\n  - { id: R7, description: Rain, status: open, owner: Ken Abe }\n${OTHER}`),
      accepted,
      '  - { id: R7, description: Rain, status: accepted, owner: Ken Abe }',
    ],
  ])('repairs %s', (_, text, title, expected) => {
    expect(newLines(text, repaired(rule, text, title))).toBe(expected);
  });
});

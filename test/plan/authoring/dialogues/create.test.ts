import { describe, expect, it } from 'vitest';
import { createConfig } from '../../../../plan/authoring/dialogues/create-config.ts';
import { prepareAgenda, writtenAgenda } from '../../../../plan/authoring/dialogues/prepare-agenda.ts';
import { readPlanFile } from '../../../../plan/check.ts';
import { readConfig } from '../../../../plan/config/config.ts';
import { day } from '../../../../plan/day.ts';
import { filledIn } from '../../../../plan/templates/snippet.ts';
import { type Answer, held } from '../../../support/dialogue.ts';
import { EXAMPLE_DAY, wholePlan } from '../../../support/examples.ts';
import { findingsOf } from '../../../support/findings.ts';
import { plansIn } from '../../../support/sample-plans.ts';

function agenda(
  text: string,
  answers: Readonly<Record<string, Answer>> = {},
  today = day(EXAMPLE_DAY),
  fileName = 'acme.success-plan.yaml',
) {
  const { result, questions } = held(prepareAgenda, answers, { file: readPlanFile(text), fileName, today });
  if (result.type !== 'create') throw new Error(`not created: ${JSON.stringify(result)}`);
  return { fileName: result.fileName, text: filledIn(result.snippet), questions };
}

/** An outcome that was due on 15 January, with what was measured of it. */
function outcome(status: string, date?: string, value?: string): string {
  return `outcomes:
  - id: O1
    description: Cut handling from 10 hours to 5 hours
    baseline: { metric: Hours per claim, current: 10 hours, measured_on: "2025-11-01" }
    target: { metric: Hours per claim, goal: 5 hours, target_date: "2026-01-15" }
    measurements: [${date === undefined ? '' : `{ date: "${date}", value: ${value} }`}]
    status: ${status}
`;
}

/** What the first topic says of outcomes. */
function progressOf(outcomes: string): readonly string[] {
  const [, progress = ''] = agenda(wholePlan(outcomes)).text.split('topic: "Success plan progress"');
  return [...progress.matchAll(/- "(O\d .*)"$/gm)].map(([, line]) => line ?? '');
}

describe('a review agenda', () => {
  for (const { name, text, today } of [...plansIn('examples'), ...plansIn('test/corpus/plans')]) {
    it(`has nothing to find in it: ${name}`, () => {
      for (const duration of ['30', '45', '60', '90']) {
        const made = agenda(text, { duration }, today, name);
        expect(
          findingsOf(made.text, today).map(({ rule, message }) => `${rule}: ${message}`),
          made.text,
        ).toEqual([]);
        const minutes = [...made.text.matchAll(/^ {6}duration: (\d+) min$/gm)].map(([, count]) => Number(count));
        expect(minutes.reduce((all, one) => all + one, 0)).toBe(Number(duration));
      }
    });
  }

  it('divides any number of minutes, and progress has the most of them', () => {
    const { documents } = readPlanFile(wholePlan(''));
    const plan = documents[0]?.model;
    if (plan?.kind !== 'plan') throw new Error('no plan');
    const [date, today] = [day('2026-04-21'), day(EXAMPLE_DAY)];
    const divided = (minutes: number) =>
      [
        ...writtenAgenda({ plan, fileName: undefined, date, minutes, attendees: [], today }).matchAll(/: (\d+) min$/gm),
      ].map(([, count]) => Number(count));
    expect(divided(15)).toEqual([5, 5, 5]);
    expect(divided(17)).toEqual([9, 4, 4]);
    expect(divided(47)).toEqual([19, 7, 7, 7, 7]);
  });

  it('says how each outcome stands, what is late, and who does what next', () => {
    const late = wholePlan('').replace('target_date: "2026-02-27"', 'target_date: "2026-02-03"');
    const { text, fileName, questions } = agenda(late);
    expect(questions.map(({ id }) => id)).toEqual(['date', 'duration', 'attendees']);
    expect(fileName).toBe('acme-2026-04-21.qbr.yaml');
    expect(text).toContain('date: "2026-04-21"\n  plan: "acme.success-plan.yaml"\n  duration: 60 minutes');
    expect(text).toContain('customer: ["Dana Ruiz", "Ken Abe"]\n    vendor: ["Priya Shah"]');
    expect(text).toContain(
      '"O1 Order entry time: 9 min on 20 Jan, from 12 min, goal 4 min by 30 Jun; 38% of the way, 41% expected by now"',
    );
    expect(text).toContain('"O2 Address check switched on: 7 days late, Ken Abe"');
    expect(text).toContain(
      '"R1: The data team is busy with a migration until March (impact medium, likelihood medium; Dana Ruiz). Weekly slot',
    );
    expect(text).toContain('"All depots trained, Ken Abe, 31 Mar 2026"');
    expect(text).toContain('"Next review: 21 Jul 2026"');
  });

  it.each([
    [
      'achieved, and measured so',
      outcome('achieved', '2026-01-12', '5 hours'),
      '5 hours on 12 Jan, from 10 hours, goal 5 hours by 15 Jan; 100% of the way; achieved',
    ],
    [
      'called achieved, but measured short of it',
      outcome('achieved', '2026-02-01', '7 hours'),
      '7 hours on 1 Feb, from 10 hours, goal 5 hours by 15 Jan; 60% of the way, 100% expected by now; off track (declared: achieved)',
    ],
    [
      'called achieved, and never measured',
      outcome('achieved'),
      'baseline 10 hours, goal 5 hours by 15 Jan; not started (declared: achieved)',
    ],
    [
      'missed',
      outcome('missed', '2026-01-10', '7 hours'),
      '7 hours on 10 Jan, from 10 hours, goal 5 hours by 15 Jan; 60% of the way, 100% expected by now; off track (declared: missed)',
    ],
    [
      'deferred',
      outcome('deferred', '2026-01-10', '7 hours'),
      '7 hours on 10 Jan, from 10 hours, goal 5 hours by 15 Jan; 60% of the way; deferred',
    ],
    [
      'reached, and not called so',
      outcome('in_progress', '2026-01-12', '5 hours'),
      '5 hours on 12 Jan, from 10 hours, goal 5 hours by 15 Jan; 100% of the way, 100% expected by now; achieved (declared: in progress)',
    ],
  ])('tells the numbers of an outcome that is %s', (_, text, line) => {
    expect(progressOf(text)).toEqual([`O1 Hours per claim: ${line}`]);
  });

  it('takes the customer’s word for what has no number', () => {
    expect(
      progressOf(`outcomes:
  - id: O1
    kind: qualitative
    description: Adjusters trust the suggested amounts
    acceptance: [They no longer work them out again]
    acknowledged_by: Dana Ruiz
    acknowledged_on: "2026-01-28"
    status: achieved
`),
    ).toEqual(['O1 Adjusters trust the suggested amounts: 100% of the way; achieved']);
  });

  it('has what is called over and is not reached before what is', () => {
    const reached = outcome('achieved', '2026-01-12', '5 hours').replace('outcomes:\n', '');
    const missed = outcome('missed', '2026-01-10', '7 hours').replace('outcomes:\n', '').replace('id: O1', 'id: O2');
    expect(progressOf(`outcomes:\n${reached}${missed}`).map(line => line.slice(0, 2))).toEqual(['O2', 'O1']);
  });

  it('has the gravest risk first and none that is over, and the work until the review after it in the order of its days', () => {
    const risk = (id: string, description: string, fields: string) =>
      `  - { id: ${id}, description: ${description}, owner: Dana Ruiz, mitigation: Agreed with the depots, ${fields} }\n`;
    const { text } = agenda(
      wholePlan(`risks:
${risk('R1', 'Two depots move in June', 'impact: low, likelihood: medium, status: open')}\
${risk('R2', 'The carrier changes its labels', 'impact: high, likelihood: high, status: closed')}\
${risk('R3', 'Nobody has said how likely a strike is', 'impact: high, status: open')}\
${risk('R4', 'The trainer leaves in spring', 'impact: high, likelihood: medium, status: open')}`),
    );
    expect([...text.matchAll(/"(R\d): /g)].map(([, id]) => id)).toEqual(['R4', 'R1', 'R3']);
    const [, steps = ''] = text.split('topic: "Decisions, actions and the next review date"');
    expect([...steps.matchAll(/- "(.*)"$/gm)].map(([, line]) => line)).toEqual([
      'Address check switched on, Ken Abe, 27 Feb 2026',
      'Tracking shown to the service desk, Priya Shah, 20 Mar 2026',
      'All depots trained, Ken Abe, 31 Mar 2026',
      'Four minutes confirmed by the depots, Dana Ruiz, 30 Jun 2026',
      'What was decided, and every new action with an owner and a date',
      'Next review: 21 Jul 2026',
    ]);
  });

  it('before the first review, invites the owners and sponsors', () => {
    const { text } = agenda(
      wholePlan(`stakeholders:
  customer:
    - { name: Ken Abe, role: Depot Manager, type: day_to_day_contact, engagement: active }
    - { name: Dana Ruiz, role: VP Operations, engagement: active }
    - { name: Ines Okafor, role: COO, type: executive_sponsor, engagement: active }
  vendor:
    - { name: Jonas Weber, role: Solutions Engineer, type: technical }
    - { name: Priya Shah, role: Customer Success Manager }
review_history: []
`),
    );
    expect(text).toContain('customer: ["Dana Ruiz", "Ines Okafor"]\n    vendor: ["Priya Shah"]');
  });

  it('keeps to itself what the customer does not read', () => {
    const plan = `${wholePlan('')}internal:\n  notes: Budget is shaky\n`;
    const { text } = agenda(plan);
    for (const secret of ['84,000', 'shaky', 'Show the saved hours', 'disengaged']) expect(text).not.toContain(secret);
  });

  it('is made of hardly anything, too', () => {
    const { text, fileName } = agenda('plan:\n  status: active\n', {}, day(EXAMPLE_DAY), 'success-plan.yaml');
    expect(findingsOf(text)).toEqual([]);
    expect(fileName).toMatch(/^customer-\d{4}-\d\d-\d\d\.qbr\.yaml$/);
    expect(held(prepareAgenda, {}, { file: readPlanFile('') }).result.type).toBe('refused');
  });
});

describe('a configuration', () => {
  it('is one that the tools can follow, whatever was chosen', () => {
    for (const preset of ['recommended', 'strict', 'pre-sale']) {
      const { result } = held(createConfig, { preset, fiscalYear: 'april' });
      if (result.type !== 'create') throw new Error('not created');
      expect(result.fileName).toBe('success-plan.config.yaml');
      const config = readConfig(filledIn(result.snippet));
      expect(config.problems).toEqual([]);
      expect(filledIn(result.snippet)).toContain(`extends: ${preset}\n`);
    }
  });
});

import { expect, it } from 'vitest';
import { Checker, readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import { Digest } from '../../../plan/rules/digest.ts';
import { Memory } from '../../../plan/rules/memory.ts';
import { defineRule } from '../../../plan/rules/rule.ts';
import { STANDARD_FORMAT } from '../../../plan/team-format.ts';
import { EditedPlan } from '../../edits/same.ts';
import { soundSections } from '../../support/examples.ts';

/** An outcome without an id, which must have one, beside another; and what a half-typed value in that one changes. */
const PLAN = `plan:
  version: "1.0"
  status: active
outcomes:
  - id: O1
    description: Cut the time to close a month from 9 days to 4
    milestones:
      - target_date: 2026-04-01
        status: pending
  - id: O2
    description: Raise weekly use from 30% to 80%
`;

it('what is missing is not told while another part cannot be read, and told again once it can', () => {
  const plan = new EditedPlan(PLAN, day('2026-02-10'));
  const missing = (text: string) =>
    plan
      .edit(text)
      .result.findings.filter(({ rule }) => rule === 'schema')
      .map(({ message }) => message);
  const told = missing(PLAN);
  expect(told).not.toEqual([]);
  expect(missing(PLAN.replace('Raise weekly', '"Raise weekly'))).toEqual([]);
  expect(missing(PLAN)).toEqual(told);
});

it('a memory that begins with another finds what is found anew, and leaves the other as it was', () => {
  const checker = new Checker();
  const today = day('2026-02-10');
  const text = soundSections();
  const file = readPlanFile(text);
  const memory = new Memory();
  const messages = (one: string, known: Memory | undefined) =>
    checker
      .check(readPlanFile(one, STANDARD_FORMAT, file), today, { memory: known })
      .findings.map(({ rule, start, message }) => `${start} ${rule} ${message}`);
  const found = checker.check(file, today, { memory }).findings;
  expect(found).toEqual([]);
  for (const to of ['2026-07-15', '2026-01-15', '2026-11-15', '2026-03-31']) {
    const tried = text.replace('"2026-03-31"', `"${to}"`);
    expect(messages(tried, new Memory(memory)), to).toEqual(messages(tried, undefined));
  }
  expect(messages(text, memory)).toEqual([]);
});

it('after an edit, a rule that found many things in a plan is asked once for the repairs of all', () => {
  let asked = 0;
  const rule = defineRule({
    id: 'risk-named',
    severity: 'info',
    summary: 'Every risk',
    why: 'To count.',
    looksAt: ['plan'],
    reads: ['risks'],
    fixable: true,
    examples: [],
    check(plan, { report }) {
      asked += 1;
      for (const { id } of plan.risks.items)
        if (id)
          report({
            at: id,
            message: id.text,
            fixes: edit => [{ title: id.text, edits: [edit.setValue(id, 'X')], safe: false }],
          });
    },
  });
  const checker = new Checker(new Map(), [rule]);
  const memory = new Memory();
  const text = `plan:\n  version: "1.0"\nrisks:\n${Array.from({ length: 50 }, (_, i) => `  - id: R${i}\n`).join('')}`;
  const file = readPlanFile(text);
  checker.check(file, day('2026-02-10'), { memory });
  const edited = readPlanFile(text.replace('1.0', '1.1'), STANDARD_FORMAT, file);
  const { findings } = checker.check(edited, day('2026-02-10'), { memory });
  asked = 0;
  expect(findings.flatMap(finding => finding.fixes().map(({ title }) => title))).toEqual(
    Array.from({ length: 50 }, (_, i) => `R${i}`),
  );
  expect(asked).toBe(1);
});

it('a rule that wants a digest of the outcomes is asked again when that is another, or once it has looked further', () => {
  const owners = new Digest(({ owner }) => [owner?.text]);
  let asked = 0;
  const rule = defineRule({
    id: 'outcome-owned',
    severity: 'info',
    summary: 'Outcomes without an owner',
    why: 'To count.',
    looksAt: ['plan'],
    reads: [owners],
    examples: [],
    check(plan, { report, looksFurther }) {
      asked += 1;
      if (owners.of(plan).every(([owner]) => owner !== undefined)) return;
      looksFurther('outcomes');
      for (const outcome of plan.outcomes.items)
        if (!outcome.owner) report({ at: outcome, message: `${outcome.label} is nobody’s` });
    },
  });
  const checker = new Checker(new Map(), [rule]);
  const memory = new Memory();
  let file = readPlanFile('');
  const findings = (text: string) => {
    asked = 0;
    file = readPlanFile(text, STANDARD_FORMAT, file);
    const found = checker.check(file, day('2026-02-10'), { memory }).findings;
    return [asked, ...found.map(({ start, message }) => `${text.slice(0, start).split('\n').length}: ${message}`)];
  };
  const outcome = (id: string, owner: string) => `  - id: ${id}\n    owner: ${owner}\n    description: Fewer returns\n`;
  const owned = `outcomes:\n${outcome('O1', 'Dana Ruiz')}${outcome('O2', 'Ken Abe')}`;
  expect(findings(owned)).toEqual([1]);
  expect(findings(owned.replace('Fewer', 'Far fewer'))).toEqual([0]);
  expect(findings(owned.replace('Ken', 'Kim'))).toEqual([1]);
  const lacking = owned.replace('    owner: Ken Abe\n', '');
  expect(findings(lacking)).toEqual([1, '5: O2 is nobody’s']);
  expect(findings(lacking.replace('Fewer', 'Far fewer'))).toEqual([1, '5: O2 is nobody’s']);
  expect(findings(`plan:\n  version: "1.0"\n${lacking.replace('Fewer', 'Far fewer')}`)[1]).toBe('7: O2 is nobody’s');
  expect(findings(`plan:\n  version:\n    "1.1"\n${lacking.replace('Fewer', 'Far fewer')}`)).toEqual([
    0,
    '8: O2 is nobody’s',
  ]);
  expect(findings(owned)).toEqual([1]);
});

import { expect, it } from 'vitest';
import { explain, type Showing } from '../../../../plan/authoring/hover/hover.ts';
import { PLAIN } from '../../../../plan/authoring/hover/pen.ts';
import { readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { STANDARD_FORMAT } from '../../../../plan/team-format.ts';
import { withCursor } from '../../../support/cursor.ts';
import { soundPlan } from '../../../support/examples.ts';
import { overlaid } from '../../../support/overlay.ts';

const TODAY = day('2026-02-10');

/** What is said at the cursor of a text, and of what. */
function at(marked: string, showing?: Showing, team = STANDARD_FORMAT): { about: string; markdown: string } {
  const { text, offset } = withCursor(marked);
  const said = explain(readPlanFile(text, team), offset, TODAY, showing);
  return { about: said ? text.slice(said.span.start, said.span.end) : '', markdown: said?.markdown ?? '' };
}

/** The sound plan with a cursor in one of its words. */
function inSound(before: string, after: string, fragment = ''): string {
  const text = fragment ? overlaid(fragment) : soundPlan();
  const found = text.indexOf(before + after);
  if (found < 0) throw new Error(`no “${before}${after}”`);
  const cut = found + before.length;
  return `${text.slice(0, cut)}<|>${text.slice(cut)}`;
}

it('gives a key its purpose, good, weak, a question, the choices and the page of its rule', () => {
  const { markdown } = at(inSound('next_re', 'view:'), {
    pageOf: rule => (rule ? `file:///docs/${rule}.md` : undefined),
  });
  expect(markdown).toMatch(/^\*\*next_review\*\* — The day of the next review/);
  for (const part of ['\n\n*Good:* ', '\n*Weak:* ', '\n*Ask:* ']) expect(markdown).toContain(part);
  expect(markdown).toContain('[Why it matters, with an example](file:///docs/plan-review-not-scheduled.md)');
  expect(at(inSound('  sta', 'tus: active')).markdown).toContain(
    'One of: active, completed, at_risk, archived, draft.',
  );
});

it('tells on the key of a section what it says today', () => {
  expect(at(inSound('out', 'comes:\n')).markdown).toMatch(/^0 of 3 outcomes achieved: O1 38%, on track; /);
  expect(at(inSound('mile', 'stones:\n')).markdown).toMatch(/^1 of 3 milestones done\.\n\n\*\*milestones\*\*/);
  expect(at(inSound('ri', 'sks:\n')).markdown).toMatch(/^1 of 1 open: R1 \(4 of 9\)\./);
});

it('finds people, ids and days in what reviews say, and tells of that word alone', () => {
  const fragment = `review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz]
    summary: >
      Training in O1 has begun; we asked Dana about it. Ken
      Abe takes R1 over until 2026-03-02, says dana ruiz.
    plan_changes: ["O2 goal lowered, by Priya Shah"]
`;
  expect(at(inSound('in O', '1 has', fragment))).toMatchObject({
    about: 'O1',
    markdown: expect.stringContaining('38%'),
  });
  expect(at(inSound('asked Da', 'na about', fragment))).toMatchObject({
    about: 'Dana',
    markdown: expect.stringContaining('VP Operations'),
  });
  expect(at(inSound(' K', 'en\n', fragment))).toMatchObject({
    about: 'Ken\n      Abe',
    markdown: expect.stringContaining('Depot Manager'),
  });
  expect(at(inSound('R', '1 over', fragment))).toMatchObject({
    about: 'R1',
    markdown: expect.stringContaining('4 of 9'),
  });
  expect(at(inSound('2026-', '03-02', fragment))).toMatchObject({
    about: '2026-03-02',
    markdown: expect.stringContaining('in 20 days'),
  });
  expect(at(inSound('"O', '2 goal', fragment)).about).toBe('O2');
  expect(at(inSound('by Pri', 'ya Shah', fragment)).about).toBe('Priya Shah');
  expect(at(inSound('goal low', 'ered', fragment)).markdown).toBe('');
});

it('tells of a risk by its place in the matrix, who watches it and when it was looked at', () => {
  const { markdown } = at(
    inSound('impact: hi', 'gh', 'risks:\n  - id: R1\n    impact: high\n    likelihood: high\n    outcomes: [O1]\n'),
  );
  expect(markdown).toContain('High impact, high likelihood: **9 of 9, severe**.');
  expect(markdown).toContain('Open, watched by Dana Ruiz; last reviewed 20 Jan 2026, 21 days ago.');
  expect(markdown).toContain('Threatens O1.');
  expect(markdown).toContain('It has no contingency.');
});

it('tells of a milestone how late it is, what it waits for, and what waits for it', () => {
  const fragment = `outcomes:
  - id: O1
    milestones:
      - { id: M1, name: Form connected, target_date: 2026-01-15, status: blocked, owner: Ken Abe, blockers: [No licence] }
      - { id: M2, name: Depots trained, target_date: 2026-03-31, status: pending, owner: Ken Abe, depends_on: [M1] }
`;
  expect(at(inSound('id: M', '1', fragment)).markdown).toBe(
    'Blocked, Ken Abe; due 15 Jan 2026, **26 days late**.  \nBlocked by: No licence.  \nM2 waits for it.',
  );
  expect(at(inSound('depends_on: [M', '1', fragment))).toMatchObject({
    about: 'M1',
    markdown: expect.stringMatching(/^\*\*M1\*\* — Form connected {2}\nBlocked, Ken Abe/),
  });
  expect(at(inSound('2026-', '03-31', fragment)).markdown).toContain('91 days before O1 is due.');
});

it('tells who somebody is, whether they left and who is meant by a name that nobody has', () => {
  const fragment = `stakeholders:
  customer:
    - { name: Dana Ruiz, role: VP Operations }
    - { name: Ken Abe, role: Depot Manager, until: 2025-12-31, successor: Dana Ruiz }
`;
  const { markdown } = at(inSound('owner: Ken A', 'be', fragment));
  expect(markdown).toContain('**Left on 31 Dec 2025**, 41 days ago; Dana Ruiz takes over.');
  expect(at('stakeholders:\n  customer:\n    - name: Dana Ruiz\noutcomes:\n  - owner: Dana R<|>uis\n').markdown).toBe(
    'Nobody of this name is among the stakeholders. Perhaps Dana Ruiz is meant.',
  );
});

it('compares quantities with their baseline, and says where they do not compare', () => {
  expect(at(inSound('goal: 4 ', 'minutes')).markdown).toBe(
    'Read as **4 minutes**.  \nThis is 8 min less than the baseline of 12 min (−67%).',
  );
  expect(at(inSound('goal: 3', '%')).markdown).toContain('This is 7 points less than the baseline of 10%.');
  const change =
    'outcomes:\n  - id: O1\n    target:\n      metric: Order entry time\n      goal: 5 minutes less\n      target_date: "2026-06-30"\n';
  expect(at(inSound('goal: 5 ', 'minutes less', change)).markdown).toContain(
    'This is a change, and not the value to be reached',
  );
  const odd =
    'outcomes:\n  - id: O1\n    target:\n      metric: Order entry time\n      goal: $40\n      target_date: "2026-06-30"\n';
  expect(at(inSound('goal: $', '40', odd)).markdown).toContain(
    'does not compare with the baseline of 12 min: they are of different kinds',
  );
  const named = (goal: string, now: string) => `outcomes:
  - id: O1
    baseline: { metric: Orders per week, current: 12 per week, measured_on: 2025-11-03 }
    target: { metric: Orders per week, goal: ${goal}, target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-20, value: ${now} }]
`;
  expect(at(named('2<|>4', '18')).markdown).toContain('This is 12 more than the baseline of 12 (+100%).');
  expect(at(named('24', '1<|>8')).markdown).toContain('**50%** of the way from 12 to 24');
  expect(at(named('24', '1<|>8 per month')).markdown).toContain('does not compare');
  const early = (value: string) => named('24', '18').replace('measurements: [{', `measurements: [${value}, {`);
  expect(at(early('{ date: 2025-11-03, value: 1<|>0 }')).markdown).toBe(
    'Read as **10**.  \nIt is not later than the baseline of 3 Nov, so progress does not count it.',
  );
  expect(at(early('{ date: 2026-03-01, value: 4<|>0 }')).markdown).toContain(
    'Its day is still to come: it does not count yet.',
  );
  const put = 'out<|>comes:\n  - { id: O1, status: deferred }\n  - { id: O2 }\n';
  expect(at(put).markdown).toContain('0 of 1 outcome achieved: O1 deferred; O2 not started.');
  const nps = `outcomes:
  - id: O1
    baseline: { metric: NPS, current: NPS -12, measured_on: 2025-11-03 }
    target: { metric: NPS, goal: NPS 2<|>0, target_date: 2026-06-30 }
`;
  expect(at(nps).markdown).toContain('This is 32 more than the baseline of NPS −12.');
  expect(at('customer:\n  contract:\n    arr: TB<|>D\n').markdown).toBe('Read as *not measured yet*.');
});

it('knows the team’s year', () => {
  const team = { ...STANDARD_FORMAT, fiscalYearStart: 2 };
  expect(at('plan:\n  next_review: 2026-<|>04-21\n', {}, team).markdown).toContain('(Q1 of fiscal 2026/27)');
  expect(at('plan:\n  next_review: 2026-<|>01-21\n', {}, team).markdown).toContain('(Q4 of fiscal 2025/26)');
});

it('reads through aliases, and says where the value stands', () => {
  const plan =
    'x-who: &sponsor Dana Ruiz\nstakeholders:\n  customer:\n    - name: *sponsor\nplan:\n  co_owner: *spon<|>sor\n';
  const { about, markdown } = at(plan, { addressOf: ({ start }) => `file:///plan#${start}` });
  expect(about).toBe('*sponsor');
  expect(markdown).toContain(`The same as at [&sponsor](file:///plan#7).`);
  expect(markdown).toContain('[Dana Ruiz]');
});

it('tells of an agenda who is meant by a part, beside its plan, and what the minutes add up to', () => {
  const agenda =
    'qbr:\n  duration: 60 minutes\n  attendees:\n    customer: [executive_spon<|>sor]\n    vendor: [csm]\n';
  expect(at(agenda).markdown).toMatch(/^\*\*executive_sponsor\*\* — /);
  expect(at(`${agenda}---\n${soundPlan()}`).markdown).toContain('In this plan: Dana Ruiz.');
  const topics =
    '  agenda:\n    - { topic: Progress, duration: 4<|>5 min }\n    - { topic: Next steps, duration: 20 min }\n';
  expect(at(`qbr:\n  duration: 60 minutes\n${topics}`).markdown).toContain(
    'The topics take 65 of 60 minutes: 5 too many.',
  );
});

it('writes plain text where the editor shows no Markdown', () => {
  const { markdown } = at(inSound('co_owner: Dana', ' Ruiz'), { pen: PLAIN, addressOf: () => 'file:///plan' });
  expect(markdown).toMatch(/^Dana Ruiz — VP Operations/);
  expect(at(inSound('next_re', 'view:'), { pen: PLAIN }).markdown).toMatch(/^next_review — The day .*\n\nGood: /s);
});

it('lets nothing of a plan become markup', () => {
  const evil = '[Win](command:workbench.action.quit) <b>`x`</b>';
  const plan = `stakeholders:\n  customer:\n    - { name: "${evil}", role: "${evil}" }\noutcomes:\n  - id: O1\n    owner: "${evil.slice(0, 5)}<|>${evil.slice(5)}"\n`;
  const { markdown } = at(plan, { addressOf: () => 'file:///plan' });
  expect(markdown).not.toMatch(/(?<!\\)<b>|(?<!\\)`|(?<!\\)\]\(command/);
  expect(markdown).toContain('\\[Win\\](command');
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Checker, readPlanFile } from '../../plan/check.ts';
import { parseDay } from '../../plan/day.ts';
import type { SaidFinding } from '../../plan/finding.ts';
import { Memory } from '../../plan/rules/memory.ts';
import { finish } from '../../plan/steps.ts';
import { DiagnosticList } from '../../server/diagnostic-list.ts';
import { LinedText } from '../../server/text.ts';
import { ToldBefore, tell } from '../../server/told.ts';
import { edited, hostileEdit } from '../edits/hostile-edits.ts';

const PLAN = `plan:
  name: Löwen AG – “rollout”
  last_reviewed: 2026-02-01
outcomes:
  - id: O1
    description: Deploy the portal
    milestones:
      - name: Portal live
        due: 2026-01-01
        status: pendin
  - id: O1
    description: Roll out the features to users
    milestones:
      - { name: Portal live, target_date: 2026-01-01, stats: done, depends_on: [M9] }
review_history:
  - date: 2026-01-10
    attendees: []
statis: x`;

const today = parseDay('2026-03-01');
const checker = new Checker();

/** An open plan: what is told of it after each of its edits, and what would be told if nothing had been told before. */
function opened(content: string) {
  const memory = new Memory();
  const text = new LinedText('file:///plan.yaml', '', 1, content);
  let file = readPlanFile(content);
  const helps = [undefined, 'file:///docs/'].map(help => (rule: string) => help && `${help}${rule}.md`);
  let help = 0;
  return {
    text,
    otherHelp: () => {
      help = 1 - help;
    },
    told: () => {
      if (!today) throw new Error('no day');
      file = readPlanFile(text.getText(), undefined, file);
      const { findings } = finish(checker.checkInSteps(file, today, { memory }));
      const helpOf = helps[help] ?? noHelp;
      const list = new DiagnosticList({ text, findings, helpOf }, { kind: 'full' }, 'items');
      const written = JSON.parse(list.inPieces().join(''));
      expect(written).toEqual(JSON.parse(JSON.stringify(list)));
      return written.items.length;
    },
  };
}

it.each([
  ['status: pendin', 'status: pending'],
  ['status: pending', 'status: pendin'],
  ['Portal live', 'Portal really live'],
  ['description: Deploy', 'description: \nDeploy'],
  ['stats', 'status'],
  ['statis: x', 'statis: xyz'],
  ['last_reviewed: 2026-02-01', 'last_reviewed: 2026-02'],
  ['2026-02-01\n', '2026-02-01'],
])('tells the same as of a text that was never told of, when %j becomes %j and goes back', (was, now) => {
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    const plan = opened(PLAN.replaceAll('\n', lineBreak));
    expect(plan.told()).toBeGreaterThan(0);
    for (const [from, to] of [
      [was, now],
      [now, was],
    ] as const) {
      change(plan.text, plan.text.getText().replace(from.replaceAll('\n', lineBreak), to.replaceAll('\n', lineBreak)));
      plan.told();
    }
  }
});

it('tells the same when the pages of rules stand elsewhere', () => {
  const plan = opened(PLAN);
  plan.told();
  change(plan.text, PLAN.replace('pendin', 'pending'));
  plan.otherHelp();
  plan.told();
});

it.each(['\n', '\r\n'])('tells the same whatever is done to the text (line breaks %j)', lineBreak => {
  const edits = fc.array(fc.record({ edit: hostileEdit, settled: fc.boolean(), told: fc.nat(4) }), {
    minLength: 30,
    maxLength: 30,
  });
  fc.assert(
    fc.property(edits, all => {
      const plan = opened(PLAN.replaceAll('\n', lineBreak));
      for (const { edit, settled, told } of all) {
        const before = plan.text.getText();
        change(plan.text, edit.kind === 'undo' ? before : edited(before, edit));
        if (settled) plan.text.settle();
        if (told > 0) plan.told();
      }
    }),
    { numRuns: 30, seed: 7 },
  );
});

/** Tells an open text of the one edit that makes another of it. */
function change(text: LinedText, wanted: string): void {
  const was = text.getText();
  let start = 0;
  while (start < Math.min(was.length, wanted.length) && was[start] === wanted[start]) start++;
  let same = 0;
  const most = Math.min(was.length, wanted.length) - start;
  while (same < most && was[was.length - 1 - same] === wanted[wanted.length - 1 - same]) same++;
  const range = { start: text.positionAt(start), end: text.positionAt(was.length - same) };
  const before = text.offsetAt(range.start);
  const behind = text.offsetAt(range.end);
  // Inside a line break there is no position: then all of it is replaced.
  if (before === start && behind === was.length - same)
    text.change([{ range, text: wanted.slice(start, wanted.length - same) }], text.version + 1);
  else text.change([{ text: wanted }], text.version + 1);
}

it.each([
  ['behind the edit, on its line', 'ab cd\nef\n', { line: 0, character: 1 }, [3, 4]],
  ['at the end of the last line, in which the edit is', 'ab\ncd ef', { line: 1, character: 1 }, [8, 8]],
  ['around the edit', 'ab cd\nef\n', { line: 0, character: 3 }, [0, 5]],
  ['up to where something was inserted', 'ab cd\nef\n', { line: 0, character: 2 }, [0, 2]],
])('tells anew what stands %s', (_, content, at, [start = 0, end = 0]) => {
  const text = new LinedText('file:///plan.yaml', '', 1, content);
  const said = {};
  const findings = (from: number, to: number): SaidFinding[] => [
    { said, rule: 'r', severity: 'error', message: 'm', related: [], start: from, end: to, fixes: () => [] },
  ];
  const told = (from: number, to: number) => ({ text, findings: findings(from, to), helpOf: noHelp });
  tell(told(start, end), ['{}']);
  text.change([{ range: { start: at, end: at }, text: 'x' }], 2);
  const from = text.offsetAt(at) > start ? start : start + 1;
  for (const to of [end, end + 1]) {
    const [finding] = findings(from, to);
    expect(finding && ToldBefore.of(told(from, to))?.again(finding, 0)).toBe(undefined);
  }
});

function noHelp(): undefined {}

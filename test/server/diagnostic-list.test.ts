import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker, readPlanFile } from '../../plan/check.ts';
import { parseDay } from '../../plan/day.ts';
import { Memory } from '../../plan/rules/memory.ts';
import { finish } from '../../plan/steps.ts';
import { DiagnosticList } from '../../server/diagnostic-list.ts';
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
  - id: O2
    description: Roll out the "range":0 feature to {"start":1} users
review_history:
  - date: 2026-01-10
    attendees: []
`;

it('writes the same as the objects say, behind each of many edits', () => {
  const today = parseDay('2026-03-01');
  if (!today) throw new Error('no day');
  const [checker, memory] = [new Checker(), new Memory()];
  let file = readPlanFile(PLAN);
  let moved = 0;
  const edits: [string, string][] = [
    ['pendin', 'pending'],
    ['Löwen', 'Alte Löwen'],
    ['  - id: O2', '\n\n  - id: O2'],
    ['\nreview_history', '  # “what follows”\nreview_history'],
    ['plan:', '# first\r\nplan:'],
    ['pending', 'pendin'],
  ];
  for (const [was, now] of [['', ''], ...edits] as const) {
    const text = file.text.replace(was, now);
    file = readPlanFile(text, undefined, file);
    const { findings } = finish(checker.checkInSteps(file, today, { memory }));
    const document = TextDocument.create('file:///plans/Löwen.yaml', '', moved, text);
    const helpOf = (rule: string) => (moved % 3 === 2 ? undefined : `file:///docs/${rule}.md`);
    const list = new DiagnosticList(
      { text: document, findings, helpOf },
      { uri: document.uri, version: moved },
      'diagnostics',
    );
    const json = list.inPieces().join('');
    expect(json).toMatch(/^[ -~]*$/);
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(list)));
    expect(findings.some(({ related }) => related.length > 0)).toBe(true);
    expect(JSON.parse(json).diagnostics.length).toBe(findings.length);
    moved++;
  }
  expect(moved).toBe(edits.length + 1);
});

it.each(['\n', '\r\n'])(
  'writes the same as the objects say, whatever is done to the text (line breaks %j)',
  lineBreak => {
    const today = parseDay('2026-03-01');
    if (!today) throw new Error('no day');
    const checker = new Checker();
    fc.assert(
      fc.property(fc.array(hostileEdit, { minLength: 30, maxLength: 30 }), edits => {
        const memory = new Memory();
        let file = readPlanFile(PLAN.replaceAll('\n', lineBreak));
        for (const edit of edits) {
          file = readPlanFile(edit.kind === 'undo' ? file.text : edited(file.text, edit), undefined, file);
          const { findings } = finish(checker.checkInSteps(file, today, { memory }));
          const text = TextDocument.create('file:///plan.yaml', '', 1, file.text);
          const list = new DiagnosticList({ text, findings, helpOf: () => undefined }, { kind: 'full' }, 'items');
          expect(JSON.parse(list.inPieces().join(''))).toEqual(JSON.parse(JSON.stringify(list)));
        }
      }),
      { numRuns: 15, seed: 7 },
    );
  },
);

it('writes an empty list', () => {
  const text = TextDocument.create('file:///plan.yaml', '', 1, '');
  const list = new DiagnosticList({ text, findings: [], helpOf: () => undefined }, { kind: 'full' }, 'items');
  expect(list.inPieces().join('')).toBe('{"kind":"full","items":[]}');
});

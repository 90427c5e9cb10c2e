import { describe, expect, it } from 'vitest';
import { type DialogueStep, isDialogueStep } from '../../protocol/dialogue.ts';

const place = { line: 1, character: 2 };
const range = { start: place, end: place };
const STEPS: readonly DialogueStep[] = [
  {
    type: 'question',
    step: 1,
    steps: 3,
    question: { kind: 'text', id: 'date', title: 'Log Review', prompt: 'When?', value: '', placeholder: '' },
  },
  {
    type: 'question',
    step: 2,
    steps: 3,
    question: { kind: 'pick', id: 'who', title: 'Log Review', prompt: 'Who?', many: true, choices: [] },
  },
  { type: 'edit', uri: 'file:///a.success-plan.yaml', version: 1, edits: [{ range, newText: 'x' }], select: range },
  { type: 'edit', uri: 'file:///a.success-plan.yaml', version: 1, edits: [] },
  { type: 'create', fileName: 'harbor-foods.qbr.yaml', snippet: 'qbr:\n' },
  { type: 'refused', reason: 'There is no milestone left to complete.' },
];

describe('isDialogueStep', () => {
  it.each(STEPS.map(step => [step]))('takes %j', step => {
    expect(isDialogueStep(step)).toBe(true);
    expect(isDialogueStep(JSON.parse(JSON.stringify(step)))).toBe(true);
  });

  it.each(STEPS.flatMap(step => Object.keys(step).map(key => [key, step] as const)))('misses %s in %j', (key, step) => {
    const without = Object.fromEntries(Object.entries(step).filter(([name]) => name !== key));
    expect(isDialogueStep(without)).toBe(key === 'select');
  });

  it.each([
    undefined,
    null,
    'refused',
    [],
    { type: 'other' },
    { type: 'create', fileName: '../secrets.yaml', snippet: '' },
    { type: 'create', fileName: 'a\\b.yaml', snippet: '' },
    { type: 'edit', uri: 'file:///a', version: 1, edits: [{ range: { start: place }, newText: '' }] },
    { type: 'edit', uri: 'file:///a', version: 1, edits: [{ range, newText: 3 }] },
    { type: 'question', step: 1, steps: 1, question: { kind: 'pick', id: 'a', title: '', prompt: '', choices: [{}] } },
  ])('refuses %j', x => {
    expect(isDialogueStep(x)).toBe(false);
  });
});

import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { filledIn } from '../../plan/templates/snippet.ts';
import { DIALOGUE_METHOD, type DialogueParams, type DialogueStep, VALIDATE_METHOD } from '../../protocol/dialogue.ts';
import { wholePlan } from '../support/examples.ts';
import { LspClient } from '../support/lsp.ts';
import { TestRepository } from '../support/repository.ts';

/** Commands that ask, code actions: through the built server, as a client has them. */

const URI = 'file:///plans/northwind.success-plan.yaml';
const PLAN = wholePlan('');

type Options = NonNullable<Parameters<typeof LspClient.start>[0]>;

async function server(options: Options = {}): Promise<LspClient> {
  const { client } = await LspClient.start(options);
  onTestFinished(() => client.stop());
  return client;
}

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Holds a dialogue to its end; what is not answered is answered by pressing Enter. */
async function hold(client: LspClient, about: Omit<DialogueParams, 'answers'>, answers: Answers = {}) {
  const given: Record<string, string | readonly string[]> = {};
  const titles: string[] = [];
  for (;;) {
    const step = await client.request<DialogueStep>(DIALOGUE_METHOD, { ...about, answers: given });
    if (step.type !== 'question') return { step, titles };
    const { question } = step;
    expect(given).not.toHaveProperty(question.id);
    expect(step.step).toBeLessThanOrEqual(step.steps);
    titles.push(`${question.title}: ${question.prompt}`);
    const picked =
      question.kind === 'pick' ? question.choices.filter(choice => choice.picked).map(({ value }) => value) : [];
    const usual =
      question.kind === 'text'
        ? question.value || question.placeholder
        : question.many
          ? picked
          : (picked[0] ?? question.choices[0]?.value ?? '');
    given[question.id] = answers[question.id] ?? usual;
  }
}

function edited(text: string, edits: readonly { range: TextEdit['range']; newText: string }[]): string {
  return TextDocument.applyEdits(TextDocument.create(URI, 'success-plan', 1, text), [...edits]);
}

describe('dialogues', { timeout: 60_000 }, () => {
  it('write a new plan without a document, which the server then finds little in', async () => {
    const client = await server();
    const { step, titles } = await hold(client, { dialogue: 'newPlan' }, { renewal: 'end of Q4 2026' });
    expect(titles[0]).toBe('New Success Plan: Which kind of plan?');
    if (step.type !== 'create') throw new Error(JSON.stringify(step));
    expect(step.fileName).toBe('acme-retail.success-plan.yaml');
    const uri = `file:///plans/${step.fileName}`;
    await client.open(uri, filledIn(step.snippet));
    const found = await client.diagnostics(uri, 1);
    expect(found.filter(({ severity }) => severity === 1)).toEqual([]);
    expect(found.length).toBeLessThan(6);
  });

  it('edit the plan at its version, and select what was written', async () => {
    const client = await server();
    const text = PLAN.replaceAll('\n', '\r\n');
    await client.open(URI, text);
    const about = { dialogue: 'logReview', textDocument: { uri: URI } } as const;
    const { step } = await hold(client, about, { summary: 'All depots train.', decisions: 'Train on Mondays' });
    if (step.type !== 'edit') throw new Error(JSON.stringify(step));
    expect(step).toMatchObject({ uri: URI, version: 1 });
    const logged = edited(text, step.edits);
    const document = TextDocument.create(URI, 'success-plan', 2, logged);
    expect(step.select && document.getText(step.select)).toBe('All depots train.');
    await client.change(URI, 2, [{ text: logged }]);
    expect(await client.diagnostics(URI, 2)).toEqual([]);
    const line = logged.split('\r\n').findIndex(one => one.includes('All depots trained'));
    const position = { line, character: 14 };
    const done = await hold(client, { dialogue: 'completeMilestone', textDocument: { uri: URI }, position });
    expect(done.titles).toEqual(['Mark Milestone Complete: On which day was “All depots trained” complete?']);
    expect(done.step).toMatchObject({ type: 'edit', version: 2 });
    const measured = await hold(
      client,
      { dialogue: 'recordMeasurement', textDocument: { uri: URI }, position },
      { value: '7' },
    );
    expect(measured.step.type === 'edit' && measured.step.edits[0]?.newText).toContain('value: 7 minutes');
  });

  it('prepare an agenda that has no finding, and a configuration', async () => {
    const client = await server();
    await client.open(URI, PLAN);
    const { step } = await hold(client, { dialogue: 'prepareAgenda', textDocument: { uri: URI } });
    if (step.type !== 'create') throw new Error(JSON.stringify(step));
    const uri = `file:///plans/${step.fileName}`;
    expect(step.fileName).toBe('northwind-2026-04-21.qbr.yaml');
    await client.open(uri, filledIn(step.snippet));
    expect(await client.diagnostics(uri, 1)).toEqual([]);
    const config = await hold(client, { dialogue: 'createConfig' }, { preset: 'strict' });
    expect(config.step).toMatchObject({ type: 'create', fileName: 'success-plan.config.yaml' });
  });

  it('propose what git holds of the time since the last review', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-20', { 'northwind.success-plan.yaml': PLAN.replace('goal: 1 hour', 'goal: 2 hours') });
    repository.write('northwind.success-plan.yaml', PLAN);
    const uri = pathToFileURL(repository.path('northwind.success-plan.yaml')).href;
    const client = await server();
    await client.open(uri, PLAN);
    const isThere = (found: readonly Diagnostic[]) => found.some(({ code }) => code === 'plan-change-unlogged');
    await client.diagnosticsOnce(uri, isThere);
    const { step, titles } = await hold(client, { dialogue: 'logReview', textDocument: { uri } });
    expect(titles).toHaveLength(5);
    expect(step.type === 'edit' && step.edits[0]?.newText).toContain('- O3 goal changed from 2 hours to 1 hour');
  });

  it('say what is wrong while an answer is typed', async () => {
    const client = await server();
    await client.open(URI, PLAN);
    const wrong = (value: unknown, question = 'renewal') =>
      client.request<string | null>(VALIDATE_METHOD, {
        dialogue: 'newPlan',
        answers: { format: 'okr', stage: 'onboarding', customer: 'Acme', owner: 'Jane Smith', coOwner: 'Sarah Chen' },
        question,
        value,
      });
    expect(await wrong('1 Dec 2026')).toBeNull();
    expect(await wrong('whenever')).toBe('“whenever” is no day. Write it as 2026-02-10.');
    expect(await wrong(12)).toBeNull();
    expect(await wrong('x', 'no such question')).toBeNull();
  });

  it('answer to anything that a client sends', async () => {
    const client = await server();
    await client.open(URI, PLAN);
    await client.open('file:///plans/broken.success-plan.yaml', 'plan: [\n  "x\n\t- :');
    await client.open('file:///plans/success-plan.config.yaml', 'extends: strict\n');
    const uris = [
      URI,
      'file:///plans/broken.success-plan.yaml',
      'file:///plans/success-plan.config.yaml',
      'file:///none',
      '',
      7,
    ];
    const dialogues = [
      'newPlan',
      'logReview',
      'recordMeasurement',
      'completeMilestone',
      'prepareAgenda',
      'createConfig',
      'toString',
      null,
    ];
    const answers: unknown[] = [
      undefined,
      null,
      [],
      { date: 7 },
      { date: ['x', 3] },
      { __proto__: 'x', constructor: 'y' },
      { format: 'x'.repeat(1e5) },
    ];
    for (const uri of uris)
      for (const dialogue of dialogues)
        for (const given of answers) {
          const position = { line: -1, character: 1e9 };
          const step = await client.request<DialogueStep>(DIALOGUE_METHOD, {
            dialogue,
            textDocument: { uri },
            position,
            answers: given,
          });
          expect(['question', 'refused']).toContain(step.type);
        }
    for (const params of [null, [], {}, { dialogue: 'newPlan' }])
      expect(await client.request<string | null>(VALIDATE_METHOD, { ...params })).toBeNull();
  });

  it('are held in the editor’s language as far as it is there', async () => {
    const client = await server();
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { successPlan: { translations: { 'Which kind of plan?': 'Welche Art von Plan?' } } },
    });
    const { titles } = await hold(client, { dialogue: 'newPlan' });
    expect(titles[0]).toContain('Welche Art von Plan?');
  });
});

const at = (text: string, mark: string) => {
  const line = text.split('\n').findIndex(one => one.includes(mark));
  return { start: { line, character: 10 }, end: { line, character: 30 } };
};

const actions = (client: LspClient, range: object, only?: readonly string[]) =>
  client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range,
    context: { diagnostics: [], ...(only && { only }) },
  });

describe('code actions', { timeout: 60_000 }, () => {
  it('are declared, with what they resolve', async () => {
    const { client, initialized } = await LspClient.start();
    onTestFinished(() => client.stop());
    expect(initialized.capabilities.codeActionProvider).toEqual({
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.successPlan'],
      resolveProvider: true,
    });
  });

  it('come with their edits for clients that cannot ask for them later', async () => {
    const client = await server();
    await client.open(URI, PLAN);
    const found = await actions(client, at(PLAN, 'All depots trained'));
    expect(found.map(({ title }) => title)).toContain('Mark as complete today');
    expect(found.every(({ edit }) => edit?.changes?.[URI]?.length)).toBe(true);
    const move = found.find(({ kind }) => kind === 'refactor.rewrite.move');
    const moved = edited(PLAN, move?.edit?.changes?.[URI] ?? []);
    expect(moved).toContain('- O1 milestone “All depots trained” target date moved from 31 Mar 2026 to 7 Apr 2026');
  });

  it('are resolved when they are chosen', async () => {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    const client = await server({ textDocument: { codeAction } });
    await client.open(URI, PLAN);
    const found = await actions(client, at(PLAN, 'All depots trained'));
    const lazy = found.filter(({ kind }) => kind?.startsWith('refactor'));
    expect(lazy.length).toBeGreaterThan(4);
    for (const action of lazy) {
      expect(action.edit).toBeUndefined();
      const full = await client.request<CodeAction>('codeAction/resolve', action);
      expect(full.edit?.changes?.[URI]?.length, action.title).toBeGreaterThan(0);
    }
    for (const data of [
      undefined,
      null,
      7,
      { uri: 'file:///none', version: 1, offset: 0, id: 'x' },
      { uri: URI, version: 1, offset: 1e9, id: 'x' },
    ])
      expect(await client.request('codeAction/resolve', { title: 'x', data })).toMatchObject({ title: 'x' });
    await client.change(URI, 2, [{ text: `${PLAN}\n` }]);
    await expect(client.request('codeAction/resolve', lazy[0] ?? {})).rejects.toThrow('changed meanwhile');
  });

  it('are of the kinds that are asked for alone', async () => {
    const client = await server();
    const text = PLAN.replace('target_date: "2026-02-27"', 'target_date: 27.02.2026');
    await client.open(URI, text);
    const range = at(text, '27.02.2026');
    const kinds = async (...only: string[]) => new Set((await actions(client, range, only)).map(({ kind }) => kind));
    expect(await kinds('quickfix')).toEqual(new Set(['quickfix']));
    expect(await kinds('source.fixAll')).toEqual(new Set(['source.fixAll.successPlan']));
    expect(await kinds('source.fixAll.successPlan')).toEqual(new Set(['source.fixAll.successPlan']));
    expect(await kinds('source')).toEqual(new Set(['source.fixAll.successPlan']));
    expect(await kinds('source.organizeImports')).toEqual(new Set());
    expect(await kinds('refactor.rewrite.add')).toEqual(new Set(['refactor.rewrite.add']));
    expect([...(await kinds('refactor'))].every(kind => kind?.startsWith('refactor'))).toBe(true);
    const [all] = await actions(client, range, ['source.fixAll']);
    expect(edited(text, all?.edit?.changes?.[URI] ?? [])).toContain('2026-02-27');
  });
});

it('begins a new plan at a text, and says nothing of the empty document that it is put into', async () => {
  const client = await server({ pull: true });
  const { step } = await hold(client, { dialogue: 'newPlan' }, { renewal: 'end of Q4 2026' });
  if (step.type !== 'create') throw new Error(JSON.stringify(step));
  expect(step.snippet).toMatch(/industry: "\$\{1:TBD\}"/);
  const uri = 'untitled:acme-retail.success-plan.yaml';
  await client.open(uri, '');
  const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
  expect(report.items).toEqual([]);
});

it('offers to complete a late milestone once', async () => {
  const client = await server({ pull: true, today: '2026-04-10' });
  await client.open(URI, PLAN);
  const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri: URI },
  });
  const found = report.items.find(({ code }) => code === 'milestone-overdue');
  if (!found) throw new Error(report.items.map(({ message }) => message).join('\n'));
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: found.range,
    context: { diagnostics: [found] },
  });
  expect(actions.filter(({ title }) => /complete.* today/i.test(title))).toHaveLength(1);
});

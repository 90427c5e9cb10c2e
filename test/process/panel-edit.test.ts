import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readPlanFile } from '../../plan/check.ts';
import { isOpen } from '../../plan/model/milestones.ts';
import { absolute } from '../../plan/syntax/tree.ts';
import { DIALOGUE_METHOD, type DialogueStep } from '../../protocol/dialogue.ts';
import { EDIT_METHOD, type EditAnswer, type PlanEdit, TRY_METHOD, type TryAnswer } from '../../protocol/edit.ts';
import { PLAN_VIEW_METHOD, type PlanViewResult } from '../../protocol/panel.ts';
import { folderWith } from '../support/cli.ts';
import { soundSections } from '../support/examples.ts';
import { LspClient } from '../support/lsp.ts';

/** What the panel asks the built server for, as its client does. */

const URI = 'file:///plans/northwind.success-plan.yaml';
const PLAN = soundSections().replace(
  '- name: Four minutes confirmed by the depots\n',
  '- name: Four minutes confirmed by the depots\n        depends_on: [All depots trained]\n',
);
const CHANGED = { type: 'refused', reason: 'The plan has changed meanwhile. Please try again.' };
const FAILED = { type: 'refused', reason: 'This could not be worked out.' };

async function server(text = PLAN, uri = URI): Promise<LspClient> {
  const { client } = await LspClient.start();
  onTestFinished(async () => {
    const { faults } = client;
    await client.stop();
    expect(faults).toEqual([]);
  });
  await client.open(uri, text);
  return client;
}

function params(edit: unknown, version: unknown = 1, uri: unknown = URI): object {
  return { textDocument: { uri }, version, edit };
}

function move(text: string, words: string, to: string, log = false): PlanEdit {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`no ${words}`);
  return { kind: 'move', at, to, log };
}

const ask = (client: LspClient, edit: unknown, version?: unknown, uri?: unknown) =>
  client.request<EditAnswer | null>(EDIT_METHOD, params(edit, version, uri));

const trial = async (client: LspClient, edit: PlanEdit) =>
  (await client.request<TryAnswer>(TRY_METHOD, params(edit))).warnings;

/** The text after the edits of an answer, and what is selected in it. */
function done(text: string, answer: EditAnswer | null): { text: string; selected: string | undefined } {
  if (answer?.type !== 'edit') throw new Error(JSON.stringify(answer));
  const after = TextDocument.applyEdits(TextDocument.create(URI, '', 1, text), [...answer.edits]);
  return { text: after, selected: answer.select && TextDocument.create(URI, '', 2, after).getText(answer.select) };
}

describe('an edit on the drawing', { timeout: 60_000 }, () => {
  it('is the edit of one line, and of one more in the log', async () => {
    const client = await server(PLAN.replaceAll('\n', '\r\n'));
    const text = PLAN.replaceAll('\n', '\r\n');
    const plain = await ask(client, move(text, 'name: All depots', '2026-04-15'));
    expect(plain).toMatchObject({ type: 'edit', uri: URI, version: 1 });
    expect(done(text, plain).text).toBe(text.replace('"2026-03-31"', '"2026-04-15"'));
    const logged = await ask(client, move(text, 'name: All depots', '2026-04-15', true));
    expect(done(text, logged).text).toBe(
      text
        .replace('"2026-03-31"', '"2026-04-15"')
        .replace(
          'plan_changes: none',
          'plan_changes: [O1 milestone “All depots trained” target date moved from 31 Mar 2026 to 15 Apr 2026]',
        ),
    );
    expect(await ask(client, move(text, 'name: All depots', '2026-03-31'))).toMatchObject({ type: 'edit', edits: [] });
  });

  it('is never worked out on another version than the one it is meant for', async () => {
    const client = await server();
    const edit = move(PLAN, 'name: All depots', '2026-04-15');
    await client.change(URI, 2, [{ text: `# Ours\n${PLAN}` }]);
    expect(await ask(client, edit)).toEqual(CHANGED);
    expect(await ask(client, edit, 3)).toEqual(CHANGED);
    expect(await client.request(TRY_METHOD, params(edit))).toEqual({ warnings: [] });
    // Asked in one breath, the text changes before the answer is there.
    const asked = ask(client, { ...edit, at: edit.kind === 'move' ? edit.at + 7 : 0 }, 2);
    await client.change(URI, 3, [{ text: `# Ours and yours\n${PLAN}` }]);
    const answer = await asked;
    expect(answer?.type === 'refused' || (answer?.type === 'edit' && answer.version === 2)).toBe(true);
  });

  it('is refused with a reason while the plan is broken, and for what cannot be moved', async () => {
    const client = await server();
    expect(await ask(client, move(PLAN, 'id: R1', '2026-04-15'))).toEqual({
      type: 'refused',
      reason: 'Only open milestones, goals and the next review can be moved.',
    });
    await client.change(URI, 2, [{ text: `${PLAN}\nphases: [\n` }]);
    const reason = 'The plan cannot be read as it stands. Put that right first.';
    for (const edit of [
      move(PLAN, 'name: All depots', '2026-04-15'),
      { kind: 'add', what: 'outcome' },
      { kind: 'fix', rule: 'yaml-syntax', at: PLAN.length + 9, fix: 0 },
    ])
      expect(await ask(client, edit, 2)).toEqual({ type: 'refused', reason });
  });

  it('is null for what is not open or no plan, and refused calmly for an agenda', async () => {
    const client = await server('qbr:\n  date: "2026-03-03"\n', 'file:///plans/northwind.qbr.yaml');
    await client.open('file:///plans/success-plan.config.yaml', 'rules: {}\n');
    const edit = { kind: 'move', at: 0, to: '2026-04-01', log: false };
    expect(await ask(client, edit, 1, 'file:///plans/elsewhere.success-plan.yaml')).toBeNull();
    expect(await ask(client, edit, 1, 'file:///plans/success-plan.config.yaml')).toBeNull();
    const refused = { type: 'refused', reason: 'Open a success plan first: this file holds none.' };
    for (const one of [edit, { kind: 'add', what: 'stakeholder' }])
      expect(await ask(client, one, 1, 'file:///plans/northwind.qbr.yaml')).toEqual(refused);
  });

  it('is not believed of a client that sends something else', async () => {
    const client = await server();
    const edit = move(PLAN, 'name: All depots', '2026-04-15');
    for (const sent of [
      {},
      { textDocument: null, version: 1, edit },
      { textDocument: { uri: 7 }, version: 1, edit },
      params(edit, '1'),
      params(null),
      params([]),
      params({ ...edit, at: -1 }),
      params({ ...edit, at: 1.5 }),
      params({ ...edit, at: '0' }),
      params({ ...edit, to: { toString: 1 } }),
      params({ ...edit, log: 'yes' }),
      params({ kind: 'fix', rule: 'milestone-overdue', at: 0, fix: -1 }),
      params({ kind: 'add', what: 'constructor' }),
      params({ kind: 'run', command: 'rm' }),
    ]) {
      expect(await client.request(EDIT_METHOD, sent)).toEqual(FAILED);
      expect(await client.request(TRY_METHOD, sent)).toEqual({ warnings: [] });
    }
    for (const to of ['2026-02-30', '', '"\nplan: {}', '9'.repeat(100_000)])
      expect(await ask(client, { ...edit, to })).toMatchObject({
        type: 'refused',
        reason: expect.stringContaining('is not a day'),
      });
    expect(await ask(client, { ...edit, at: 1e9 })).toMatchObject({ type: 'refused' });
    expect(await ask(client, { kind: 'fix', rule: '__proto__', at: 0, fix: 0 })).toMatchObject({ type: 'refused' });
    // All that was harmless.
    expect(done(PLAN, await ask(client, edit)).text).toContain('"2026-04-15"');
  });

  it('makes the fix of a finding that is shown, and no other', async () => {
    const text = PLAN.replace('"2026-03-31"', '"2026-07-15"');
    const client = await server(text);
    const at = text.indexOf('"2026-07-15"');
    const [first, second] = await Promise.all(
      [0, 1].map(fix => ask(client, { kind: 'fix', rule: 'milestone-after-outcome', at, fix })),
    );
    expect(done(text, first ?? null).text).toBe(text.replace('"2026-07-15"', '"2026-06-30"'));
    expect(second).toEqual({ type: 'refused', reason: 'This repair is not offered any more.' });
    for (const edit of [
      { kind: 'fix', rule: 'milestone-after-outcome', at: at + 1, fix: 0 },
      { kind: 'fix', rule: 'milestone-overdue', at, fix: 0 },
      { kind: 'fix', rule: 'milestone-after-outcome', at, fix: 99 },
    ])
      expect(await ask(client, edit)).toEqual({ type: 'refused', reason: 'This repair is not offered any more.' });
  });

  it('begins what an empty plan lacks, and selects what is to be filled in', async () => {
    const text = 'plan:\n  version: "1.0"\n  created: "2026-02-10"\n';
    const client = await server(text);
    let now = text;
    let version = 1;
    for (const [what, selected] of [
      ['review', '2026-05-08'],
      ['stakeholder', 'TBD'],
      ['outcome', 'TBD'],
    ]) {
      const added = done(now, await ask(client, { kind: 'add', what }, version));
      expect(added.selected).toBe(selected);
      now = added.text;
      version++;
      await client.change(URI, version, [{ text: now }]);
    }
    expect(now).toMatch(
      /next_review: "2026-05-08"[\s\S]*\nstakeholders:\n[\s\S]*\noutcomes:\n {2}- id: "O1"\n {4}description: "TBD"\n/,
    );
    const found = await client.diagnostics(URI, version);
    expect(found.filter(({ severity }) => severity === 1)).toEqual([]);
  });
});

describe('an edit that is only tried', { timeout: 60_000 }, () => {
  it('tells what the checks would newly say, the worst first', async () => {
    const client = await server();
    const warnings = (words: string, to: string, log = false) => trial(client, move(PLAN, words, to, log));
    expect(await warnings('name: All depots', '2026-04-15')).toEqual([]);
    expect(await warnings('name: All depots', '2026-07-15', true)).toEqual([
      'Milestone “All depots trained” of O1 is due on 15 Jul 2026, 15 days after the outcome itself, which is due on 30 Jun 2026. Bring it forward, or agree on a later day for the outcome.',
      'Milestone “Four minutes confirmed by the depots” of O1 is due on 30 Jun 2026, before what it depends on: “All depots trained”, due on 15 Jul 2026. Bring the dates into order, or take the dependency out if it is not needed.',
    ]);
    expect(await warnings('name: Four minutes', '2026-03-01')).toEqual([
      'Milestone “Four minutes confirmed by the depots” of O1 is due on 1 Mar 2026, before what it depends on: “All depots trained”, due on 31 Mar 2026. Bring the dates into order, or take the dependency out if it is not needed.',
    ]);
    expect(await warnings('metric: Order entry time\n      goal', '2026-12-01')).toEqual([
      'Outcome O1 is due on 1 Dec 2026, 61 days after the contract renews, so it has no result to show when the customer decides. Bring it forward, or agree on a part that can be shown before 1 Oct 2026.',
    ]);
    expect(await warnings('"2026-04-21"', '2026-11-20')).toEqual([
      'The next review, on 20 Nov 2026, is 50 days after the renewal on 1 Oct 2026. Plan it before, so that the results are known when the customer decides.',
      'The next review, on 20 Nov 2026, comes 10 months after the last one on 20 Jan 2026, while the plan is to be reviewed quarterly. Bring it forward, or agree on another rhythm.',
    ]);
    // Why it cannot be done is told too; that it is where it was, is not.
    expect(await warnings('id: R1', '2026-03-01')).toEqual([
      'Only open milestones, goals and the next review can be moved.',
    ]);
    expect(await warnings('name: All depots', '2026-03-31')).toEqual([]);
    // Nothing was done to the plan.
    await client.change(URI, 2, [{ text: `${PLAN}\n` }]);
    expect(await client.diagnostics(URI, 2)).toEqual([]);
  });

  it('tells nothing of what the checks say already, and at most three of much', async () => {
    const late = PLAN.replace('"2026-03-31"', '"2026-07-15"');
    const client = await server(late);
    expect(await trial(client, move(late, 'name: All depots', '2026-07-22'))).toEqual([]);
    const waiting = ['North', 'South', 'East', 'West'].map(
      where => `  - { name: ${where} trained, target_date: "2026-04-10", depends_on: [All depots trained] }\n`,
    );
    const many = `${PLAN}\nmilestones:\n${waiting.join('')}`;
    await client.change(URI, 2, [{ text: many }]);
    const edit = move(many, 'name: All depots', '2026-05-01');
    const { warnings } = await client.request<TryAnswer>(TRY_METHOD, params(edit, 2));
    expect(warnings.map(warning => /“(\w+ trained)”/.exec(warning)?.[1])).toEqual([
      'North trained',
      'South trained',
      'East trained',
    ]);
  });

  it('is given up for a newer question, and when nobody waits for it', async () => {
    // Work for longer than a busy machine needs to send what comes next.
    const depots = Array.from(
      { length: 2000 },
      (_, depot) =>
        `  - id: D${depot}\n    description: Bring wrong deliveries of depot ${depot} down from 10% to 3%\n`,
    );
    const text = PLAN.replace('outcomes:\n', `outcomes:\n${depots.join('')}`);
    const client = await server(text);
    const days = Array.from({ length: 20 }, (_, index) => `2026-07-${String(index + 1).padStart(2, '0')}`);
    const answers = await Promise.allSettled(days.map(to => trial(client, move(text, 'name: All depots', to))));
    expect(answers.at(-1)).toMatchObject({
      status: 'fulfilled',
      value: [expect.stringContaining('20 Jul 2026'), expect.any(String)],
    });
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: -32800 });
    expect(answers.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      TRY_METHOD,
      params(move(text, 'name: All depots', '2026-07-15')),
      source.token,
    );
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
  });
});

describe('what stands where a command of the panel begins', { timeout: 60_000 }, () => {
  const plans = readdirSync('examples').filter(name => name.endsWith('.success-plan.yaml'));

  it.each(plans)('is not asked for: %s', async name => {
    const text = readFileSync(`examples/${name}`, 'utf8');
    const file = readPlanFile(text);
    const client = await server(text);
    const lines = TextDocument.create(URI, '', 1, text);
    const first = async (dialogue: string, offset: number) => {
      const position = lines.positionAt(offset);
      const about = { dialogue, textDocument: { uri: URI }, position, answers: {} };
      const step = await client.request<DialogueStep>(DIALOGUE_METHOD, about);
      return step.type === 'question' ? step.question.id : step.type;
    };
    for (const { model } of file.documents) {
      if (model.kind !== 'plan' || model.syntax.broken) continue;
      const at = (place: Parameters<typeof absolute>[1]) => absolute(model.syntax, place).start;
      for (const outcome of model.outcomes.items) {
        const results = outcome.key_results.items;
        expect(await first('recordMeasurement', at(outcome))).toBe(results.length > 1 ? 'metric' : 'value');
        for (const result of results) expect(await first('recordMeasurement', at(result))).toBe('value');
        for (const place of [outcome.target, outcome.baseline, ...outcome.measurements.items])
          if (place && results.length === 0) expect(await first('recordMeasurement', at(place))).toBe('value');
        for (const milestone of outcome.milestones.items.filter(isOpen))
          expect(await first('completeMilestone', at(milestone))).toBe('date');
      }
      const others = [...model.milestones.items, ...(model.implementation?.steps.items ?? [])];
      for (const milestone of others.filter(isOpen))
        expect(await first('completeMilestone', at(milestone))).toBe('date');
    }
  });
});

describe('a drawing for the customer', { timeout: 60_000 }, () => {
  const view = (client: LspClient, audience?: unknown) =>
    client.request<PlanViewResult | null>(PLAN_VIEW_METHOD, { textDocument: { uri: URI }, audience });

  it('holds nothing that a customer must not see, and leads to the same places', async () => {
    const client = await server(`${PLAN}  # do not tell\ninternal:\n  notes: They may leave us\n`);
    const [own, theirs] = [await view(client), await view(client, 'customer')];
    expect(JSON.stringify(own)).toContain('84,000');
    expect(JSON.stringify(theirs)).not.toMatch(/84,?000|leave us|do not tell|Show the saved hours/);
    expect(theirs?.view).toMatchObject({
      leftOut: {
        gone: expect.arrayContaining(['The section “internal”', 'The value of the contract', 'One comment']),
        stays: [],
      },
    });
    expect(own?.view).not.toHaveProperty('leftOut');
    const marks = (one: PlanViewResult | null) =>
      one?.view?.kind === 'plan' ? one.view.timeline?.lanes.flatMap(lane => lane.milestones.map(({ at }) => at)) : [];
    expect(marks(theirs)).toEqual(marks(own));
    expect(marks(theirs)?.length).toBeGreaterThan(5);
  });

  it('is the last good one for the customer while the plan is broken, never the one of the house', async () => {
    const client = await server();
    await view(client);
    await client.change(URI, 2, [{ text: `${PLAN}\nphases: [\n` }]);
    expect(await view(client, 'customer')).toMatchObject({ view: null, broken: { line: expect.any(Number) } });
    await client.change(URI, 3, [{ text: PLAN }]);
    const theirs = await view(client, 'customer');
    await client.change(URI, 4, [{ text: `${PLAN}\nphases: [\n` }]);
    const stale = await view(client, 'customer');
    expect(stale?.view).toEqual(theirs?.view);
    expect(stale?.broken).toBeDefined();
    expect((await view(client))?.view).not.toEqual(theirs?.view);
  });

  it('lacks what the configuration withholds, from the moment it does', async () => {
    const folder = folderWith({ 'success-plan.config.yaml': 'rules: {}\n', 'northwind.success-plan.yaml': PLAN });
    const config = path.join(folder, 'success-plan.config.yaml');
    const uri = pathToFileURL(path.join(folder, 'northwind.success-plan.yaml')).href;
    const client = await server(PLAN, uri);
    const shown = async () =>
      JSON.stringify(await client.request(PLAN_VIEW_METHOD, { textDocument: { uri }, audience: 'customer' }));
    expect(await shown()).toContain('Logistics');
    const redacted = 'redact: [customer.industry]\n';
    writeFileSync(config, redacted);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(config).href, type: 2 }],
    });
    expect(await shown()).not.toContain('Logistics');
    // Neither is the last good drawing of before shown while the plan is broken.
    await client.change(uri, 2, [{ text: `${PLAN}\nphases: [\n` }]);
    expect(await shown()).not.toContain('Logistics');
  });

  it('is not made under a configuration that cannot be followed: what it would withhold is not certain', async () => {
    const folder = folderWith({
      'success-plan.config.yaml': 'redact: [customer.industrie]\n',
      'northwind.success-plan.yaml': PLAN,
    });
    const uri = pathToFileURL(path.join(folder, 'northwind.success-plan.yaml')).href;
    const client = await server(PLAN, uri);
    const shown = (audience: string) =>
      client.request<PlanViewResult | null>(PLAN_VIEW_METHOD, { textDocument: { uri }, audience });
    expect(await shown('customer')).toEqual({
      uri,
      version: 1,
      view: null,
      unsure: expect.stringContaining('success-plan.config.yaml cannot be followed as a whole'),
    });
    expect((await shown('internal'))?.view).toMatchObject({ kind: 'plan' });
  });

  it('is for nobody that is unknown', async () => {
    const client = await server();
    for (const audience of ['everybody', null, 1, {}]) expect(await view(client, audience)).toBeNull();
  });
});

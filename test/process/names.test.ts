import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type {
  DocumentHighlight,
  DocumentLink,
  Location,
  LocationLink,
  Range,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderWith } from '../support/cli.ts';
import { soundPlan } from '../support/examples.ts';
import { LspClient } from '../support/lsp.ts';

const PLAN = 'northwind.success-plan.yaml';
const AGENDA = 'northwind-april.qbr.yaml';
const QBR = `qbr:
  date: 2026-04-21
  duration: 60 minutes
  attendees:
    customer: [executive_sponsor, Ken Abe]
    vendor: [csm]
  agenda:
    - topic: What Dana Ruiz saw in the depots
      duration: 30 min
      content: ["O1 and R1, by Ken's figures"]
    - topic: Next steps
      duration: 30 min
`;
const REVIEWED = soundPlan().replace(
  'Order form is live, training has begun.',
  '>-\n      Order form is live; Dana\n      Ruiz confirmed O1.',
);

const uriOf = (folder: string, name: string) => pathToFileURL(path.join(folder, name)).href;

interface Setup {
  readonly folder: string;
  readonly client: LspClient;
}

async function setup(
  files: Readonly<Record<string, string>> = {},
  workspace: object = {},
  textDocument?: object,
): Promise<Setup> {
  const folder = folderWith({ [PLAN]: REVIEWED, [AGENDA]: QBR, ...files });
  const { client } = await LspClient.start({ folders: [folder], workspace, ...(textDocument && { textDocument }) });
  onTestFinished(() => client.stop());
  return { folder, client };
}

/** Opens a file and asks at a piece of its text. */
async function ask<R>(
  { folder, client }: Setup,
  method: string,
  name: string,
  piece: string,
  further: object = {},
): Promise<R> {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const uri = uriOf(folder, name);
  await client.open(uri, text);
  const at = text.indexOf(piece);
  if (at < 0) throw new Error(`no ${piece}`);
  const position = TextDocument.create('', '', 0, text).positionAt(at);
  return client.request<R>(`textDocument/${method}`, { textDocument: { uri }, position, ...further });
}

/** A place as `file: its line`. */
function told(folder: string, { uri, range }: { uri: string; range: Range }): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const document = TextDocument.create('', '', 0, readFileSync(path.join(folder, name), 'utf8'));
  return `${name}:${range.start.line + 1} ${document.getText(range)}`;
}

describe('definition', () => {
  it('leads from a review, over a folded line, to the person and to the outcome', async () => {
    const all = await setup();
    const found = await ask<Location[]>(all, 'definition', PLAN, 'Dana\n      Ruiz');
    expect(found.map(one => told(all.folder, one))).toEqual([`${PLAN}:32 Dana Ruiz`]);
  });

  it('leads from an agenda into the plan beside it, by name, by id and by part', async () => {
    const all = await setup({}, {}, { definition: { linkSupport: true } });
    const named = await ask<LocationLink[]>(all, 'definition', AGENDA, "Ken's figures");
    expect(named[0]?.targetUri).toBe(uriOf(all.folder, PLAN));
    expect(named[0]?.originSelectionRange).toEqual({
      start: { line: 9, character: 31 },
      end: { line: 9, character: 34 },
    });
    const whole = named[0]?.targetRange;
    expect((whole?.end.line ?? 0) - (whole?.start.line ?? 0)).toBeGreaterThan(1);
    for (const [piece, wanted] of [
      ['R1', 'R1'],
      ['csm', 'Priya Shah'],
      ['executive_sponsor', 'Dana Ruiz'],
    ] as const) {
      const [link] = await ask<LocationLink[]>(all, 'definition', AGENDA, piece);
      if (!link) throw new Error(piece);
      expect(told(all.folder, { uri: link.targetUri, range: link.targetSelectionRange })).toContain(wanted);
    }
  });

  it('is empty between names, in a configuration, and in an agenda without a plan', async () => {
    const all = await setup({ 'lost/some.qbr.yaml': QBR, 'success-plan.config.yaml': 'rules: {}\n' });
    expect(await ask(all, 'definition', PLAN, 'Regional')).toEqual([]);
    expect(await ask(all, 'definition', 'lost/some.qbr.yaml', 'Ken Abe')).toEqual([]);
    expect(await ask(all, 'definition', 'success-plan.config.yaml', 'rules')).toEqual([]);
  });
});

it('lists and highlights what says a name, in the plan and in its agendas', async () => {
  const all = await setup();
  const found = await ask<Location[]>(all, 'references', PLAN, 'name: Dana', { context: { includeDeclaration: true } });
  expect(found).toEqual([]);
  const places = await ask<Location[]>(all, 'references', PLAN, 'Dana Ruiz\n      role', {
    context: { includeDeclaration: false },
  });
  expect(places.map(one => told(all.folder, one))).toEqual(
    expect.arrayContaining([`${PLAN}:9 Dana Ruiz`, `${AGENDA}:8 Dana Ruiz`, `${AGENDA}:5 executive_sponsor`]),
  );
  expect(places.map(one => told(all.folder, one))).not.toContain(`${PLAN}:32 Dana Ruiz`);
  const lit = await ask<DocumentHighlight[]>(all, 'documentHighlight', PLAN, 'O1\n      statement');
  expect(lit.map(one => one.kind)).toEqual([3, 1, 2]);
});

describe('rename', () => {
  const MODERN = { workspaceEdit: { documentChanges: true } };

  it('says where the name is, and in full', async () => {
    const all = await setup();
    expect(await ask(all, 'prepareRename', AGENDA, "en's figures")).toEqual({
      range: { start: { line: 9, character: 31 }, end: { line: 9, character: 34 } },
      placeholder: 'Ken Abe',
    });
  });

  it('changes plan, review log and agendas together, with the versions of those that are open', async () => {
    const all = await setup({}, MODERN);
    const edit = await ask<WorkspaceEdit>(all, 'rename', AGENDA, 'Dana', { newName: 'Sarah: "Chen"' });
    const changes = edit.documentChanges?.flatMap(change => ('textDocument' in change ? [change] : [])) ?? [];
    expect(changes.map(({ textDocument }) => [textDocument.uri, textDocument.version])).toEqual([
      [uriOf(all.folder, AGENDA), 1],
      [uriOf(all.folder, PLAN), null],
    ]);
    const after = changes.map(({ textDocument, edits }) => {
      const name = textDocument.uri.slice(textDocument.uri.lastIndexOf('/') + 1);
      const text = readFileSync(path.join(all.folder, name), 'utf8');
      return TextDocument.applyEdits(
        TextDocument.create('', '', 0, text),
        edits.flatMap(one => ('newText' in one ? [one] : [])),
      );
    });
    expect(after[0]).toBe(
      QBR.replace('What Dana Ruiz saw', '"What Sarah: \\"Chen\\" saw').replace('in the depots', 'in the depots"'),
    );
    expect(after[1]).not.toContain('Dana');
    expect(after[1]).toContain('      Order form is live; Sarah:\n      "Chen" confirmed O1.');
    expect(after[1]).toContain('owner: "Sarah: \\"Chen\\""');
    expect(after[1]).toContain('attendees: ["Sarah: \\"Chen\\"", Ken Abe, Priya Shah]');
  });

  it('gives plain changes to clients that know no others', async () => {
    const all = await setup();
    const { changes } = await ask<WorkspaceEdit>(all, 'rename', PLAN, 'O1\n', { newName: 'O9' });
    expect(Object.keys(changes ?? {}).length).toBe(2);
  });

  it.each([
    ['Regional', 'Sarah', /no name here/],
    ['Dana Ruiz', ' ', /cannot be empty/],
    ['Dana Ruiz', 'Sarah\nChen', /one line/],
    ['Dana Ruiz', 'ken  abe', /“Ken Abe” is the name of another person/],
    ['O1\n', 'R1', /“R1” is what something else/],
    ['O1\n', 'O 1', /one word/],
    ['Dana Ruiz', 'Ken Ruiz', /said elsewhere/],
  ])('is refused with a reason: %j as %j', async (piece, newName, reason) => {
    const all = await setup();
    await expect(ask(all, 'rename', PLAN, piece, { newName })).rejects.toMatchObject({
      code: -32803,
      message: expect.stringMatching(reason),
    });
  });

  it('is refused where a name is borrowed through an alias', async () => {
    const plan = soundPlan()
      .replace('owner: Priya Shah', 'owner: &csm Priya Shah')
      .replace('renewal:\n  owner: Priya Shah', 'renewal:\n  owner: *csm');
    const all = await setup({ [PLAN]: plan });
    await expect(ask(all, 'prepareRename', PLAN, '*csm')).rejects.toMatchObject({
      message: expect.stringContaining('borrowed'),
    });
    const found = await ask<Location[]>(all, 'definition', PLAN, '*csm');
    expect(found.map(one => told(all.folder, one))).toEqual([expect.stringContaining('Priya Shah')]);
  });
});

describe('symbols of the workspace', () => {
  const named = (found: readonly SymbolInformation[]) =>
    found.map(({ name, containerName }) => `${name} | ${containerName ?? ''}`);
  const search = ({ client }: Setup, query: string) =>
    client.request<SymbolInformation[]>('workspace/symbol', { query });

  it('finds people, risks, outcomes, milestones and customers of all plans, by letters in their order', async () => {
    const all = await setup({ 'more/acme.success-plan.yaml': soundPlan().replace('Northwind Traders', 'Acme Ltd') });
    expect(named(await search(all, 'dnrz')).sort()).toEqual(
      ['Dana Ruiz | Northwind Traders · customer', 'Dana Ruiz | Acme Ltd · customer'].sort(),
    );
    const [first, ...others] = named(await search(all, 'ken acme'));
    expect(first).toBe('Ken Abe | Acme Ltd · customer');
    expect(others.join()).not.toContain('Ken Abe');
    expect(named(await search(all, 'R1'))[0]).toMatch(/^R1 The data team is busy with a migration until March \| /);
    expect(named(await search(all, 'all depots'))[0]).toMatch(/^All depots trained \| .+ · O1$/);
    expect(named(await search(all, 'ltd'))[0]).toBe('Acme Ltd | ');
    expect((await search(all, '')).length).toBeGreaterThan(20);
  });

  it('follows what is open, and what the client says of the disk', async () => {
    const all = await setup({}, { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } });
    const { client, folder } = all;
    expect((await search(all, 'Dana Ruiz')).length).toBe(1);
    expect(client.registered.some(one => one.includes('*.success-plan.{yaml,yml}'))).toBe(true);
    const write = (name: string, text: string, type: number) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
      return client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(folder, name), type }],
      });
    };
    await write('new/acme.success-plan.yaml', soundPlan(), 1);
    expect((await search(all, 'Dana Ruiz')).length).toBe(2);
    await write(PLAN, REVIEWED.replaceAll('Dana Ruiz', 'Dana Rowe'), 2);
    expect((await search(all, 'Dana Ruiz')).length).toBe(1);
    await client.open(uriOf(folder, PLAN), REVIEWED);
    expect((await search(all, 'Dana Ruiz')).length).toBe(2);
    rmSync(path.join(folder, 'new'), { recursive: true });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(folder, 'new/acme.success-plan.yaml'), type: 3 }],
    });
    expect((await search(all, 'Dana Ruiz')).length).toBe(1);
  });

  it('takes the plans that a configuration names, and follows folders that come and go', async () => {
    const all = await setup({
      'success-plan.config.yaml': 'plans: [accounts/**/*.yaml]\n',
      'accounts/acme.yaml': soundPlan().replace('Northwind', 'Acme'),
      'standards/plans.yaml': 'plans: ["../crm/**"]\n',
      'crm/success-plan.config.yaml': 'extends: ../standards/plans.yaml\n',
      'crm/juniper.yaml': soundPlan().replace('Northwind', 'Juniper'),
      'crm/README.md': soundPlan().replace('Northwind', 'Juniper'),
    });
    expect(named(await search(all, 'juniper')).filter(name => name === 'Juniper Traders | ')).toHaveLength(1);
    expect(
      named(await search(all, 'traders'))
        .map(one => one.slice(0, 4))
        .sort(),
    ).toContain('Acme');
    const other = folderWith({ 'success-plan.yaml': soundPlan().replace('Northwind Traders', 'Contoso') });
    const event = {
      added: [{ uri: pathToFileURL(other).href, name: 'other' }],
      removed: [{ uri: pathToFileURL(all.folder).href, name: '' }],
    };
    await all.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    expect(named(await search(all, 'contoso'))[0]).toBe('Contoso | ');
    expect(named(await search(all, 'acme')).join()).not.toContain('Acme');
  });
});

it('links addresses, the plan of an agenda, extended configurations and rules, and nothing else', async () => {
  const all = await setup({
    'named.qbr.yaml': QBR.replace('  date:', `  plan: "./${PLAN}"\n  date:`).replace(
      'Next steps',
      'Next steps (see https://acme.example/a_(b)?c=d). # success-plan-ignore no-such-rule',
    ),
    [PLAN]: `# success-plan-ignore-file plan-review-gap: fine\n${soundPlan().replace('https://plans', 'javascript:alert(1) file:///etc/passwd https://plans')}`,
    'success-plan.config.yaml': 'extends: [recommended, ./base/team.yaml, /etc/passwd]\n',
  });
  const links = async (name: string) =>
    (await ask<DocumentLink[]>(all, 'documentLink', name, ':')).map(({ range, target }) => [
      told(all.folder, { uri: name, range }),
      target,
    ]);
  expect(await links('named.qbr.yaml')).toEqual([
    ['named.qbr.yaml:12 https://acme.example/a_(b)?c=d', 'https://acme.example/a_(b)?c=d'],
    [`named.qbr.yaml:2 ./${PLAN}`, uriOf(all.folder, PLAN)],
  ]);
  expect(await links(PLAN)).toEqual([
    [`${PLAN}:29 https://plans.northwind.example/success`, 'https://plans.northwind.example/success'],
    [`${PLAN}:1 plan-review-gap`, expect.stringMatching(/^file:.*\/docs\/rules\/plan-review-gap\.md$/)],
  ]);
  expect(await links('success-plan.config.yaml')).toEqual([
    ['success-plan.config.yaml:1 ./base/team.yaml', uriOf(all.folder, 'base/team.yaml')],
  ]);
});

it('answers anything in broken, empty and doubled documents', async () => {
  const texts = [
    '',
    '---\n---\n',
    'plan: [\n  owner: "Dana',
    `${soundPlan()}\nrisks:\n  - id: [O1\n`,
    `${soundPlan()}---\n${QBR}`,
    'qbr: {plan: 7}\n',
  ];
  const all = await setup(
    Object.fromEntries(texts.map((text, index) => [`${index}.success-plan.yaml`, text.replaceAll('\n', '\r\n')])),
  );
  for (const [index, text] of texts.entries()) {
    const uri = uriOf(all.folder, `${index}.success-plan.yaml`);
    await all.client.open(uri, text.replaceAll('\n', '\r\n'));
    for (const method of ['definition', 'references', 'documentHighlight', 'documentLink']) {
      const position = { line: 1, character: 3 };
      const answer = await all.client.request(`textDocument/${method}`, {
        textDocument: { uri },
        position,
        context: { includeDeclaration: true },
      });
      expect(Array.isArray(answer)).toBe(true);
    }
  }
});

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  closeAll,
  EXTENSION_ID,
  eventually,
  findings,
  onDisk,
  open,
  PLAN,
  ruleOf,
  TODAY,
  workspaceFile,
} from '../support.ts';

/** What editor and command line say of one finding, in the same words. */
interface Said {
  readonly path?: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly character: number;
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

suite('editor and command line say the same', () => {
  teardown(closeAll);

  suiteTeardown(async () => {
    for (const folder of ['agreed', 'history'])
      await vscode.workspace.fs.delete(workspaceFile(folder), { recursive: true }).then(undefined, () => undefined);
  });

  async function write(name: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
  }

  /** What `success-plan check` prints as JSON. Findings make it exit with 1, which is no failure here. */
  function commandLine(file: string): Promise<readonly Said[]> {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension, `${EXTENSION_ID} is installed`);
    const cli = path.join(extension.extensionPath, 'dist/cli.js');
    // On the desktop the process that runs this is Electron, which has to be told to be Node.
    const options = { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 1 << 26 };
    const args = [cli, 'check', '--format', 'json', '--today', TODAY, file];
    return new Promise((resolve, reject) => {
      execFile(process.execPath, args, options, (_error, stdout, stderr) => {
        if (stdout === '') reject(new Error(`no output: ${stderr}`));
        else resolve(ofFile(JSON.parse(stdout), file));
      });
    });
  }

  /** A plan's configuration is told of with it, under its own path. */
  const ofFile = (all: readonly Said[], file: string): readonly Said[] =>
    all.filter(each => path.basename(each.path ?? '') === path.basename(file));

  const place = ({ line, character }: Place): Place => ({ line, character });

  function inOrder(all: readonly Said[]): readonly Said[] {
    return all
      .map(({ rule, severity, message, range }) => ({
        rule,
        severity,
        message,
        range: { start: place(range.start), end: place(range.end) },
      }))
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  }

  function editor(uri: vscode.Uri): readonly Said[] {
    return inOrder(
      findings(uri).map(diagnostic => ({
        rule: ruleOf(diagnostic),
        severity: SEVERITIES[diagnostic.severity] ?? 'unknown',
        message: diagnostic.message,
        range: diagnostic.range,
      })),
    );
  }

  const dir = path.join(process.env.SUITES_WORKSPACE ?? '.', 'examples');
  const examples = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter(name => /success-plan\.ya?ml$|\.qbr\.ya?ml$/.test(name))
    .map(name => `examples/${name.replaceAll('\\', '/')}`);

  test('there are examples to compare', () => assert.ok(examples.length > 0));

  /** Opens the file and compares; what both say of it. */
  async function compare(name: string): Promise<readonly Said[]> {
    const expected = inOrder(await commandLine(workspaceFile(name).fsPath));
    const { document } = await open(name);
    // An answer that comes after the server has seen the document; what is not there then comes with the next pull.
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
    await new Promise(resolve => setTimeout(resolve, 300));
    await eventually('findings', () => editor(document.uri).length === expected.length).catch(() => undefined);
    assert.deepEqual(editor(document.uri), expected);
    return expected;
  }

  for (const name of [...examples, PLAN, 'spring.qbr.yaml', 'examples/success-plan.config.yaml'])
    test(name, () => compare(name).then(() => undefined));

  test('a configuration with mistakes, and the plan that it counts for', async () => {
    await write(`agreed/${PLAN}`, await onDisk(PLAN));
    await write(
      'agreed/success-plan.config.yaml',
      'extends: strct\nrules:\n  person-unknown: error\n  risk-missing: off\nfiscal_year_start: 13\n',
    );
    const config = await compare('agreed/success-plan.config.yaml');
    assert.deepEqual(config.map(({ rule, range }) => `${rule} in line ${range.start.line + 1}`).sort(), [
      'config in line 1',
      'config in line 4',
      'config in line 5',
    ]);
    const plan = await compare(`agreed/${PLAN}`);
    assert.ok(plan.some(({ rule, severity }) => rule === 'person-unknown' && severity === 'error'));
  });

  test('a plan whose older version stands in git, and comments that silence nothing', async () => {
    const name = 'history/northwind.success-plan.yaml';
    const before = await onDisk('examples/northwind.success-plan.yaml');
    await write(name, before);
    const folder = workspaceFile('history').fsPath;
    const git = (...args: string[]) => {
      const when = '2026-01-05T10:00:00Z';
      const who = { GIT_AUTHOR_NAME: 'Priya Shah', GIT_AUTHOR_EMAIL: 'priya@northwind.example' };
      const same = { GIT_COMMITTER_NAME: 'Priya Shah', GIT_COMMITTER_EMAIL: 'priya@northwind.example' };
      const env = { ...process.env, ...who, ...same, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when };
      execFileSync('git', args, { cwd: folder, env });
    };
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'The plan');
    const after = before
      .replace('target_date: 2026-03-31', 'target_date: 2026-04-30')
      .replace('  expansion:', '  # success-plan-ignore milestone-overdu: moved by phone\n  expansion:');
    assert.notEqual(after, before);
    await write(name, after);
    const said = await compare(name);
    assert.deepEqual(said.map(({ rule }) => rule).sort(), ['plan-change-unlogged', 'unused-ignore']);
  });
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, EXTENSION_ID, eventually, findings, open, PLAN, ruleOf, TODAY, workspaceFile } from '../support.ts';

/** What editor and command line say of one finding, in the same words. */
interface Said {
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
        else resolve(JSON.parse(stdout));
      });
    });
  }

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

  for (const name of [...examples, PLAN, 'spring.qbr.yaml']) {
    test(name, async () => {
      const expected = inOrder(await commandLine(workspaceFile(name).fsPath));
      const { document } = await open(name);
      // An answer that comes after the server has seen the document; what is not there then comes with the next pull.
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
      await new Promise(resolve => setTimeout(resolve, 300));
      await eventually('findings', () => editor(document.uri).length === expected.length).catch(() => undefined);
      assert.deepEqual(editor(document.uri), expected);
    });
  }
});

// What the suites share: the workspace's files, waiting for what VS Code does in its own time, comparing places.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const EXTENSION_ID = 'success-plan.success-plan';
/** The day that the workspace's settings judge plans by. */
export const TODAY = '2026-02-10';
/** A plan with exactly one finding that a test may count on: an owner whose name is misspelt. */
export const PLAN = 'harbor-foods.success-plan.yaml';

/** The file `name` of the workspace that the suites run in. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the suites run in a workspace');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens the file in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(name));
  return vscode.window.showTextDocument(document);
}

/** Opens a new file of the workspace with exactly these characters, line ends included. */
export async function openNew(name: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
  return open(name);
}

/** The characters of a workspace file as it is on disk. */
export async function onDisk(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile(name)));
}

/** Asks again and again until there is an answer; throws an error that names `what` when none comes in 8 seconds. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 8_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`${what}: not seen`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** The extension's findings in a document, without those of others. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(diagnostic => diagnostic.source === 'success-plan');
}

/** A finding's rule, whether its code is plain or a link. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for the finding of one rule. */
export function findingOf(rule: string, uri: vscode.Uri): Promise<vscode.Diagnostic> {
  return eventually(`a finding of ${rule}`, () => findings(uri).find(diagnostic => ruleOf(diagnostic) === rule));
}

/** The place where `marked` begins (or ends), found by its text, so that fixtures can change without counting lines. */
export function placeOf(
  document: vscode.TextDocument,
  marked: string,
  side: 'start' | 'end' = 'start',
): vscode.Position {
  const at = document.getText().indexOf(marked);
  assert.ok(at >= 0, `“${marked}” is in ${document.uri.path}`);
  return document.positionAt(side === 'start' ? at : at + marked.length);
}

/** Closes every editor, unsaved changes included. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

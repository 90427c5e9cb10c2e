import * as vscode from 'vscode';
import { CONFIG_FILE } from '../language.ts';
import { showPlan } from '../reveal.ts';
import type { Decision } from './conversation.ts';
import { freeName } from './free-name.ts';
import { folderFor, type Target } from './target.ts';

type Edit = Extract<Decision, { readonly type: 'edit' }>;
type Create = Extract<Decision, { readonly type: 'create' }>;
type Range = NonNullable<Edit['select']>;

/** A place in a snippet at which something is to be filled in. */
const TAB_STOP = /\$\{?[1-9]/;

/** Does what a dialogue came to. False when the text has changed since: then nothing was done. */
export async function carryOut(decision: Decision, target: Target): Promise<boolean> {
  switch (decision.type) {
    case 'refused':
      void vscode.window.showInformationMessage(decision.reason);
      return true;
    case 'edit':
      return edit(decision, target);
    case 'create':
      await create(decision, target);
      return true;
  }
}

/** The edits, where they are to be seen: in the editor that has the text; a panel that asked for them keeps the keyboard. */
async function edit(decision: Edit, target: Target): Promise<boolean> {
  if (!(await applyEdits(decision))) return false;
  if (target.stays) return true;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(decision.uri));
  await select(document, decision.select, undefined);
  return true;
}

/**
 * All edits as one step of undo, whether an editor shows the text or not. False when the text is no longer at that version: then nothing
 * was done. VS Code refuses by itself when the text changes between our look at its version and theirs.
 */
export async function applyEdits({ uri, version, edits }: Omit<Edit, 'type'>): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (document.version !== version) return false;
  const all = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) all.replace(document.uri, rangeOf(range), newText);
  return edits.length === 0 || vscode.workspace.applyEdit(all);
}

/** Shows a text in an editor that does not cover the column `panel`, with the range selected, if there is one. */
export async function select(
  document: vscode.TextDocument,
  selected: Range | undefined,
  panel: vscode.ViewColumn | undefined,
): Promise<void> {
  const editor = await showPlan(document, panel);
  if (selected === undefined) return;
  const range = rangeOf(selected);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A new text under a name that no file has, not saved yet, with the first tab stop under the cursor. */
async function create({ fileName, snippet }: Create, target: Target): Promise<void> {
  const folder = await folderFor(target, fileName);
  const inFolder = (name: string) => (folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(name));
  // Under another name it would set nothing.
  if (fileName === CONFIG_FILE && folder && (await showConfigOf(folder))) return;
  const name = await freeName(fileName, async tried => isOpen(inFolder(tried)) || exists(inFolder(tried)));
  const uri = folder && name !== undefined ? inFolder(name) : vscode.Uri.file(name ?? fileName);
  const document = await vscode.workspace.openTextDocument(
    uri.with({ scheme: 'untitled', path: folder ? uri.path : uri.path.slice(1) }),
  );
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0), {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  // Behind the last line there is nothing to do: what has no open places is read from its beginning.
  if (!TAB_STOP.test(snippet)) {
    const start = new vscode.Range(0, 0, 0, 0);
    editor.selection = new vscode.Selection(start.start, start.end);
    editor.revealRange(start);
  }
}

/** Shows the configuration that a folder has; false when it has none. */
export async function showConfigOf(folder: vscode.Uri): Promise<boolean> {
  const uri = vscode.Uri.joinPath(folder, CONFIG_FILE);
  if (!(await exists(uri))) return false;
  await vscode.window.showTextDocument(uri);
  void vscode.window.showInformationMessage(vscode.l10n.t('This folder has a configuration already: here it is.'));
  return true;
}

/** An editor has this file open, saved or not. */
function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    document => !document.isClosed && document.uri.path.replace(/^\//, '') === uri.path.replace(/^\//, ''),
  );
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

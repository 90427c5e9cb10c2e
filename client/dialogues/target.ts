import * as vscode from 'vscode';
import { isCount } from '../../protocol/unknown.ts';
import { CONFIG_FILE, isPlan } from '../language.ts';

/** What a command was called for. */
export interface Target {
  /** The plan or agenda that it is about. */
  readonly document: vscode.TextDocument | undefined;
  /** The place in it: of the lens, or of the cursor. */
  readonly position: vscode.Position | undefined;
  /** The folder in which a new file is wanted. */
  readonly folder: vscode.Uri | undefined;
  /** Asked for in a panel, which keeps the keyboard when its plan has changed. */
  readonly stays?: boolean;
}

/**
 * What a command is about, from what it was called with: nothing in the palette; a file or folder in menus; `[uri, position]` by a lens.
 * `shown`: the plan whose panel is the active tab.
 */
export async function targetOf(args: readonly unknown[], shown: vscode.Uri | undefined): Promise<Target> {
  const named = uriOf(args[0]);
  if (named && (await isFolder(named))) return { document: undefined, position: undefined, folder: named };
  const active = vscode.window.activeTextEditor?.document;
  const uri = named ?? (isPlan(active) ? active.uri : shown);
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  if (!isPlan(document)) return { document: undefined, position: undefined, folder: undefined };
  const editor = vscode.window.visibleTextEditors.find(each => each.document === document);
  return { document, position: placeOf(args[1]) ?? editor?.selection.active, folder: undefined };
}

/**
 * Where a new file belongs: where it was asked for, beside the plan, else in the workspace; a configuration at its top, where it counts for
 * all plans. Undefined without any folder.
 */
export async function folderFor(target: Target, fileName: string): Promise<vscode.Uri | undefined> {
  if (target.folder) return target.folder;
  const active = target.document?.uri ?? vscode.window.activeTextEditor?.document.uri;
  const file = active?.scheme === 'file' ? active : undefined;
  const workspace = file && vscode.workspace.getWorkspaceFolder(file)?.uri;
  const beside = target.document && file && vscode.Uri.joinPath(file, '..');
  const best = fileName === CONFIG_FILE ? (workspace ?? beside) : (beside ?? workspace);
  if (best) return best;
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? (await vscode.window.showWorkspaceFolderPick())?.uri : folders[0]?.uri;
}

function uriOf(x: unknown): vscode.Uri | undefined {
  if (x instanceof vscode.Uri) return x;
  return typeof x === 'string' && x.includes(':') ? vscode.Uri.parse(x) : undefined;
}

function placeOf(x: unknown): vscode.Position | undefined {
  if (typeof x !== 'object' || x === null || !('line' in x) || !('character' in x)) return undefined;
  const { line, character } = x;
  return isCount(line) && isCount(character) ? new vscode.Position(line, character) : undefined;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme !== 'file') return false;
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

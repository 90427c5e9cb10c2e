import * as vscode from 'vscode';
import type { LeftOut } from '../../protocol/export.ts';
import { leftOutLine } from './left-out.ts';

/** What a file is, as far as a person is asked where it belongs. */
export interface FileKind {
  readonly format: string;
  readonly label: string;
  /** How its files end. */
  readonly extension: string;
}

/** Asks for a place, in this folder unless the person says otherwise, and writes the file there. Undefined when the person leaves. Throws what writing throws. */
export async function saveIn(
  folder: vscode.Uri | undefined,
  fileName: string,
  { title, kind }: { readonly title: string; readonly kind: FileKind },
  content: Uint8Array,
): Promise<vscode.Uri | undefined> {
  const place = await vscode.window.showSaveDialog({
    title,
    saveLabel: vscode.l10n.t('Export'),
    filters: { [kind.label]: [kind.extension] },
    defaultUri: folder ? vscode.Uri.joinPath(folder, fileName) : vscode.Uri.file(fileName),
  });
  if (place === undefined) return undefined;
  await vscode.workspace.fs.writeFile(place, content);
  return place;
}

/** Says that it is there, and opens it if wished: pages in the browser, everything else in the editor. */
export async function tellOfFile(place: vscode.Uri, { format }: FileKind, leftOut?: LeftOut): Promise<void> {
  const name = place.path.slice(place.path.lastIndexOf('/') + 1);
  const open = vscode.l10n.t('Open');
  const line = leftOut === undefined ? '' : leftOutLine(leftOut);
  const text =
    line === '' ? vscode.l10n.t('{0} is written.', name) : vscode.l10n.t('{0} is written. Left out: {1}.', name, line);
  if ((await vscode.window.showInformationMessage(text, open)) !== open) return;
  // Where the editor runs in a browser, no other page can show a file of the server.
  if (format === 'html' && vscode.env.remoteName === undefined && (await vscode.env.openExternal(place))) return;
  await vscode.commands.executeCommand('vscode.open', place);
}

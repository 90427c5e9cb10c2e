import * as vscode from 'vscode';

const LIT_MS = 1_500;

/** Takes the person to places in documents, and lights the line there for a moment, so that the eye finds it. */
export class Revealer implements vscode.Disposable {
  readonly #light = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    outline: '1px solid transparent',
    outlineColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
  });
  #timer: NodeJS.Timeout | undefined;

  /**
   * Puts the cursor at an offset of a document and shows it in the middle of its editor: the one that shows the document
   * already, else a new one that does not cover `panel`, the column from where the wish came.
   */
  async reveal(document: vscode.TextDocument, offset: number, panel: vscode.ViewColumn | undefined): Promise<void> {
    const place = document.positionAt(offset);
    const editor = await showPlan(document, panel);
    // Only the cursor goes there: a selected line would be gone with the next key pressed.
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.#light, [new vscode.Range(place, place)]);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => editor.setDecorations(this.#light, []), LIT_MS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#light.dispose();
  }
}

/** Shows a document where it is on show already, else in a column that does not cover `panel`, and gives it the keyboard. */
export function showPlan(
  document: vscode.TextDocument,
  panel: vscode.ViewColumn | undefined,
): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(document, {
    viewColumn: columnOf(document.uri) ?? besides(panel),
    preserveFocus: false,
  });
}

/** The column in which a document is on show, or lies behind another tab. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const name = uri.toString();
  const shown = vscode.window.visibleTextEditors.find(
    editor => editor.document.uri.toString() === name && editor.viewColumn,
  );
  if (shown) return shown.viewColumn;
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === name),
  )?.viewColumn;
}

function besides(panel: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return panel === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}

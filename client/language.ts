import type * as vscode from 'vscode';

/** The language of plans and review agendas, as package.json names it. */
export const LANGUAGE = 'success-plan';

/** The file with a team's settings. It stays YAML to the editor; the server answers for it too. */
export const CONFIG_FILE = 'success-plan.config.yaml';

/** Where plans may come from: files, and editors that were never saved. */
export const SCHEMES = ['file', 'untitled'] as const;

/** Whether the extension has anything to say of a document. */
export function isPlan(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return document?.languageId === LANGUAGE && SCHEMES.some(scheme => scheme === document.uri.scheme);
}

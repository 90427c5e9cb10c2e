import * as vscode from 'vscode';
import type { EditorSettings } from '../protocol/settings.ts';

/** The prefix of all settings in package.json, and the client's id, under which `trace.server` is looked up. */
export const SETTINGS = 'successPlan';

/** The settings as they are now. */
export function editorSettings(): EditorSettings {
  const settings = vscode.workspace.getConfiguration(SETTINGS);
  return {
    today: settings.get<string>('today', ''),
    hiddenRules: settings.get<string[]>('hiddenRules', []),
    suggestCommand: 'editor.action.triggerSuggest',
    // Nothing to hand over while the editor speaks English.
    translations: vscode.l10n.bundle ?? {},
    commands: true,
    codeLens: {
      numbers: settings.get<boolean>('codeLens.numbers', true),
      actions: settings.get<boolean>('codeLens.actions', true),
    },
    inlayHints: {
      distance: settings.get<boolean>('inlayHints.distance', true),
      slip: settings.get<boolean>('inlayHints.slip', true),
    },
  };
}

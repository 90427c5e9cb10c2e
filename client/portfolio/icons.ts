import * as vscode from 'vscode';

/** A state of health as the editor draws it: the shape says it, the colour says it once more. */
const ICONS: Readonly<Record<string, readonly [icon: string, colour?: string]>> = {
  achieved: ['pass-filled', 'charts.green'],
  on_track: ['circle-filled', 'charts.green'],
  at_risk: ['warning', 'charts.yellow'],
  off_track: ['error', 'charts.red'],
  not_started: ['circle-outline'],
  unknown: ['question'],
  unreadable: ['bracket-error', 'charts.red'],
};

/** The picture of a state of health; that of the unknown for one that this build does not know. */
export function healthIcon(health: string): vscode.ThemeIcon {
  const [icon, colour] = ICONS[health] ?? ['question'];
  return new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}

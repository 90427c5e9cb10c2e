import * as vscode from 'vscode';
import type { LeftOut } from '../../protocol/export.ts';

/** What an audience does not get, and then what stays all the same, on one line. Empty where there is neither. */
export function leftOutLine({ gone, stays }: LeftOut): string {
  const parts = [gone.join(' · '), ...stays.map(one => vscode.l10n.t('Stays: {0}', one))];
  return parts.filter(part => part !== '').join('. ');
}

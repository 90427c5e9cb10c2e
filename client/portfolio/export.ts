import * as vscode from 'vscode';
import type { PortfolioFileFormat } from '../../protocol/portfolio.ts';
import { saveIn, tellOfFile } from '../export/save.ts';
import type { PlanServer } from '../server.ts';

interface FormatItem extends vscode.QuickPickItem {
  readonly format: PortfolioFileFormat;
  readonly extension: string;
}

/** Asks as what and where, and writes all plans of the workspace there. */
export async function exportPortfolio(server: PlanServer): Promise<void> {
  const title = vscode.l10n.t('Export Portfolio');
  const wish = await vscode.window.showQuickPick(formats(), { title, placeHolder: vscode.l10n.t('As what?') });
  if (wish === undefined) return;
  try {
    const file = await server.exportPortfolio(wish.format);
    if (file === undefined) {
      const text = vscode.l10n.t('The portfolio could not be written as a file. Nothing was written.');
      void vscode.window.showErrorMessage(text);
      return;
    }
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const place = await saveIn(folder, file.fileName, { title, kind: wish }, new TextEncoder().encode(file.content));
    if (place) void tellOfFile(place, wish);
  } catch (error) {
    server.output.error(String(error));
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The portfolio could not be written: {0}', why));
  }
}

function formats(): FormatItem[] {
  return [
    {
      format: 'html',
      label: vscode.l10n.t('Page (HTML)'),
      detail: vscode.l10n.t('What the portfolio shows, as one file that any browser opens and that prints well'),
      extension: 'html',
    },
    {
      format: 'csv',
      label: vscode.l10n.t('Table (CSV)'),
      detail: vscode.l10n.t('A row a plan, for spreadsheets'),
      extension: 'csv',
    },
    {
      format: 'markdown',
      label: vscode.l10n.t('Markdown'),
      detail: vscode.l10n.t('Tables for GitHub, GitLab or Confluence'),
      extension: 'md',
    },
    {
      format: 'json',
      label: vscode.l10n.t('Data (JSON)'),
      detail: vscode.l10n.t('Everything that is known of each plan, for other programs'),
      extension: 'json',
    },
  ];
}

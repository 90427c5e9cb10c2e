import * as vscode from 'vscode';
import type { ExportFormat } from '../../protocol/export.ts';

/** What a plan can be saved as. */
export type FileFormat = ExportFormat | 'png';

/** A format as it is offered, and what is asked of the server for it. */
export interface FormatChoice {
  readonly format: FileFormat;
  readonly label: string;
  readonly detail: string;
  /** Pixels are drawn from lines. */
  readonly from: ExportFormat;
  /** How its files end. */
  readonly extension: string;
}

/** All formats, those first that people hand to others. */
export function formatChoices(): readonly FormatChoice[] {
  return [
    {
      format: 'html',
      label: vscode.l10n.t('Page (HTML)'),
      detail: vscode.l10n.t('The panel as one file that any browser shows and prints; it loads nothing'),
      from: 'html',
      extension: 'html',
    },
    {
      format: 'markdown',
      label: vscode.l10n.t('Markdown'),
      detail: vscode.l10n.t('The whole plan as text and tables, for GitHub, GitLab or Confluence'),
      from: 'markdown',
      extension: 'md',
    },
    {
      format: 'png',
      label: vscode.l10n.t('Picture (PNG)'),
      detail: vscode.l10n.t('The drawing in pixels, for slides and mails'),
      from: 'svg',
      extension: 'png',
    },
    {
      format: 'svg',
      label: vscode.l10n.t('Drawing (SVG)'),
      detail: vscode.l10n.t('The drawing in lines, sharp at every size'),
      from: 'svg',
      extension: 'svg',
    },
    {
      format: 'csv',
      label: vscode.l10n.t('Table (CSV)'),
      detail: vscode.l10n.t('Everything that has a day or a number, a row each, for spreadsheets'),
      from: 'csv',
      extension: 'csv',
    },
    {
      format: 'ics',
      label: vscode.l10n.t('Calendar (.ics)'),
      detail: vscode.l10n.t('Reviews, milestones, goals and the renewal that are still to come'),
      from: 'ics',
      extension: 'ics',
    },
  ];
}

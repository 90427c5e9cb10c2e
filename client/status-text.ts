import { l10n } from 'vscode';
import type { FindingCounts, PlanStatus } from '../protocol/status.ts';

/** What the status bar item says: in short, and in sentences for its tooltip and for screen readers. */
export interface StatusText {
  readonly short: string;
  readonly long: string;
}

/** Words for a plan's state. Hints are left out: they are ideas, and the editor counts them nowhere either. */
export function statusText({ findings, attainment, health }: PlanStatus): StatusText {
  const counts = countsText(findings);
  const grave = countsText({ ...findings, info: 0 });
  const short = [grave ?? counts ?? l10n.t('no findings'), attainment].filter(part => part !== undefined);
  const long = [
    health === undefined ? undefined : l10n.t('Health: {0}.', health),
    attainment === undefined ? undefined : l10n.t('Attainment: {0}.', attainment),
    counts === undefined ? l10n.t('Findings: none.') : l10n.t('Findings: {0}.', counts),
  ].filter(part => part !== undefined);
  return { short: short.join(' · '), long: long.join(' ') };
}

function countsText({ error, warning, info }: FindingCounts): string | undefined {
  const parts = [
    error === 1 ? l10n.t('1 error') : error > 1 ? l10n.t('{0} errors', error) : undefined,
    warning === 1 ? l10n.t('1 warning') : warning > 1 ? l10n.t('{0} warnings', warning) : undefined,
    info === 1 ? l10n.t('1 note') : info > 1 ? l10n.t('{0} notes', info) : undefined,
  ].filter(part => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

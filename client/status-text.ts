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
  const short = [grave ?? 'no findings', attainment].filter(part => part !== undefined);
  const long = [
    health === undefined ? undefined : `Health: ${health}.`,
    attainment === undefined ? undefined : `Attainment: ${attainment}.`,
    `Findings: ${counts ?? 'none'}.`,
  ].filter(part => part !== undefined);
  return { short: short.join(' · '), long: long.join(' ') };
}

function countsText({ error, warning, info }: FindingCounts): string | undefined {
  const parts = [count(error, 'error'), count(warning, 'warning'), count(info, 'note')].filter(
    part => part !== undefined,
  );
  return parts.length === 0 ? undefined : parts.join(', ');
}

function count(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

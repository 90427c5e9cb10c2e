import type { Audience } from '../plan/audience/audience.ts';
import type { ExportFormat } from '../protocol/export.ts';

/** What files of each format end with. */
const EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  html: 'html',
  svg: 'svg',
  markdown: 'md',
  csv: 'csv',
  ics: 'ics',
};

/** `acme.success-plan.yaml` becomes `acme.html`, for the customer `acme-customer.html`: the two are not to be mistaken for each other. */
export function exportName(planFile: string, format: ExportFormat, audience: Audience): string {
  const own = planFile.replace(/\.ya?ml$/i, '').replace(/\.success-plan$/i, '');
  // A name that was no file's (an unsaved text) may hold anything.
  const name = own.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '-').trim() || 'success-plan';
  return `${name}${audience === 'customer' ? '-customer' : ''}.${EXTENSIONS[format]}`;
}

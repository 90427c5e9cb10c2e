import { type Phrase, phrase } from '../plan/phrase.ts';
import type { PlanOnPaper } from '../plan/view/paper.ts';
import type { ExportFormat } from '../protocol/export.ts';
import { planIcs } from './calendar/ics.ts';
import { planCsv } from './csv.ts';
import { planHtml } from './html.ts';
import { planMarkdown } from './markdown/markdown.ts';
import { planSvg } from './svg/svg.tsx';

export { exportName } from './file-name.ts';
export { portfolioIn } from './portfolio/portfolio.ts';

/** One output, or why there is none. */
export type Written =
  | { readonly type: 'written'; readonly content: string }
  | { readonly type: 'refused'; readonly reason: Phrase };

const WRITERS: Readonly<Record<ExportFormat, (paper: PlanOnPaper) => string | undefined>> = {
  html: planHtml,
  svg: planSvg,
  markdown: planMarkdown,
  csv: planCsv,
  ics: planIcs,
};

/**
 * A plan as a file of what its reader may see (`planOnPaper`). What a plan is and what is to be seen of it was decided before: these writers are loaded
 * for a file and hold no rule, no reader and no YAML. Never throws.
 */
export function planIn(format: ExportFormat, paper: PlanOnPaper): Written {
  const content = WRITERS[format](paper);
  return content === undefined
    ? { type: 'refused', reason: phrase('No day of this plan is still to come, so a calendar would be empty.') }
    : { type: 'written', content };
}

import type { Audience } from '../plan/audience/audience.ts';
import { forAudience } from '../plan/audience/for-audience.ts';
import { type Finding, type PlanFile, readPlanFile } from '../plan/check.ts';
import type { Settings } from '../plan/config/settings.ts';
import type { Day } from '../plan/day.ts';
import { firstTorn, type Torn } from '../plan/syntax/torn.ts';
import { documentView } from '../plan/view/index.ts';
import type { ExportAnswer, ExportFormat } from '../protocol/export.ts';
import { planIcs } from './calendar/ics.ts';
import { planCsv } from './csv.ts';
import { exportName } from './file-name.ts';
import { planHtml } from './html.ts';
import { planMarkdown } from './markdown/markdown.ts';
import type { PlanOnPaper } from './on-paper.ts';
import { planSvg } from './svg/svg.tsx';

export { portfolioIn } from './portfolio/portfolio.ts';

/** What is written of a plan, for whom, as what. */
export interface ExportOptions {
  readonly format: ExportFormat;
  readonly audience: Audience;
  readonly today: Day;
  /** Name of the plan's file, without folders: what the output is named after. */
  readonly fileName: string;
}

/** What every output is made from: the plan as its owners see it. */
export interface ExportSource {
  readonly file: PlanFile;
  /** What was found in it that day; a customer is told nothing of it. */
  readonly findings: readonly Finding[];
  readonly settings: Pick<Settings, 'team' | 'redact'>;
}

/** One output, or why there is none. */
type Writer = (paper: PlanOnPaper) => string | undefined;

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  html: planHtml,
  svg: planSvg,
  markdown: planMarkdown,
  csv: planCsv,
  ics: planIcs,
};

/**
 * A plan as a file for somebody: the one door to everything that leaves the house. What the audience must not see is taken out of the text first,
 * and the writers get what is read of the rest. A text that cannot be read is refused. Never throws.
 */
export function exportPlan(source: ExportSource, options: ExportOptions): ExportAnswer {
  const { format, audience, today, fileName } = options;
  const { file, leftOut, refused } = fileFor(source, audience);
  if (file === undefined) return { type: 'refused', reason: refused };
  const plans = file.documents.map(read => read.model).filter(model => model.kind === 'plan');
  const [plan, ...others] = plans.filter(({ syntax }) => syntax.sections.length > 0);
  if (!plan) return { type: 'refused', reason: 'There is no success plan in it.' };
  const view = documentView(file.documents, audience === 'internal' ? source.findings : [], today, audience);
  if (view?.kind !== 'plan') return { type: 'refused', reason: 'There is no success plan in it.' };
  const content = WRITERS[format]({ plan, view, today });
  if (content === undefined)
    return { type: 'refused', reason: 'No day of this plan is still to come, so a calendar would be empty.' };
  const further =
    others.length === 1 ? ['The other plan of the file'] : [`The ${others.length} other plans of the file`];
  return {
    type: 'file',
    fileName: exportName(fileName, format, audience),
    content,
    leftOut: others.length === 0 ? leftOut : [...leftOut, ...further],
  };
}

type FileFor =
  | { readonly file: PlanFile; readonly leftOut: readonly string[]; readonly refused?: undefined }
  | { readonly file?: undefined; readonly leftOut?: undefined; readonly refused: string };

/** The plan as the audience may see it. */
function fileFor({ file, settings }: ExportSource, audience: Audience): FileFor {
  if (audience === 'internal') {
    const torn = file.documents.some(({ model }) => model.syntax.broken) ? firstTorn(file.source) : undefined;
    return torn ? { refused: cannotRead(file.text, torn) } : { file, leftOut: [] };
  }
  const made = forAudience(file.text, audience, settings.redact);
  if (made.type === 'unreadable') return { refused: cannotRead(file.text, made) };
  return { file: readPlanFile(made.text, settings.team), leftOut: made.leftOut };
}

function cannotRead(text: string, { at, cause }: Torn): string {
  const line = text.slice(0, at).split('\n').length;
  return `Line ${line} cannot be read: ${cause}`;
}

import colors from 'picocolors';
import { visible } from '../../plan/visible.ts';
import { oneLine } from '../../plan/words.ts';
import type { Look } from '../formats/format.ts';
import type { InWords } from './formats.ts';
import type { ChangedPlan, Compared, ReportedChange } from './result.ts';

/** For people at a terminal: each plan with its changes, the line of each in front, and a summary. */
export function asText(compared: Compared, { summary, countsOf }: InWords, { colour }: Look): string {
  if (compared.files === 0 && compared.changed.length === 0) return '';
  const paint = colors.createColors(colour);
  const blocks = compared.changed.map(plan => [
    paint.bold(header(plan, countsOf(plan))),
    ...plan.changes.map(one => line(one, paint)),
  ]);
  return `${[...blocks.map(lines => `${lines.join('\n')}\n`), visible(summary)].join('\n')}\n`;
}

function header({ name, customer, since }: ChangedPlan, counts: string): string {
  const who = customer === '' ? '' : ` – ${oneLine(customer)}`;
  return visible(`${name}${who}: ${counts}${since ? ` ${since}` : ''}`);
}

function line(
  { topic, kind, sentence, range, field }: ReportedChange,
  paint: ReturnType<typeof colors.createColors>,
): string {
  const number = range && field !== '' ? String(range.start.line + 1) : '';
  const said = visible(oneLine(sentence));
  const isLoss =
    topic === 'findings' ? kind !== 'removed' : kind === 'removed' || kind === 'lowered' || kind === 'later';
  return `${paint.dim(number.padStart(5))}  ${isLoss ? paint.yellow(said) : said}`;
}

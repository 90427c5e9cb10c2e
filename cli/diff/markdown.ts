import { md } from '../../export/markdown/text.ts';
import { count } from '../../plan/words.ts';
import { COMMENT_ROOM } from '../formats/comment.ts';
import type { InWords } from './formats.ts';
import type { ChangedPlan, Compared } from './result.ts';

/** For a comment on a pull request: a heading and a short list for each plan. Nothing in a plan becomes anything but text. */
export function asMarkdown(compared: Compared, { summary, countsOf }: InWords): string {
  if (compared.files === 0 && compared.changed.length === 0) return '';
  const blocks = ['## Success plans: what changed', md(summary)];
  if (compared.failures.length > 0)
    blocks.push(
      ['Not everything could be compared:', '', ...compared.failures.map(line => `- ${md(line)}`)].join('\n'),
    );
  let length = blocks.join('\n\n').length;
  const left: ChangedPlan[] = [];
  for (const plan of compared.changed) {
    const whole = blockOf(plan);
    const block = length + whole.length > COMMENT_ROOM ? withoutFindings(plan, countsOf) : whole;
    if (length + block.length > COMMENT_ROOM) left.push(plan);
    else {
      blocks.push(block);
      length += block.length + 2;
    }
  }
  if (left.length > 0) blocks.push(leftOut(left, countsOf));
  return `${blocks.join('\n\n')}\n`;
}

function blockOf(plan: ChangedPlan): string {
  const { name, customer, since, changes } = plan;
  const heading = customer === '' ? md(name) : `${md(customer)} (${md(name)})`;
  return [
    `### ${heading}`,
    '',
    ...(since ? [`${md(since.charAt(0).toUpperCase() + since.slice(1))}:`, ''] : []),
    ...changes.map(({ sentence }) => `- ${md(sentence)}`),
  ].join('\n');
}

/** What has changed comes before what is found: many findings shall not hide it. */
function withoutFindings(plan: ChangedPlan, countsOf: InWords['countsOf']): string {
  const found = { ...plan, changes: plan.changes.filter(({ topic }) => topic === 'findings') };
  const others = { ...plan, changes: plan.changes.filter(({ topic }) => topic !== 'findings') };
  if (found.changes.length === 0 || others.changes.length === 0) return blockOf(plan);
  return `${blockOf(others)}\n- Left out because this would be too long for a comment: ${countsOf(found)}`;
}

function leftOut(plans: readonly ChangedPlan[], countsOf: InWords['countsOf']): string {
  const shown = plans.slice(0, 20).map(plan => `${md(plan.name)} (${countsOf(plan)})`);
  const more = plans.length > shown.length ? ` and ${plans.length - shown.length} more` : '';
  return `Left out because this would be too long for a comment: ${count(plans.length, 'plan')}: ${shown.join(', ')}${more}.`;
}

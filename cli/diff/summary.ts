import { count } from '../../plan/words.ts';
import type { ChangedPlan, Compared, ReportedChange } from './result.ts';

/** `2 of 14 plans changed since main. 1 differs in layout, comments or order alone. 3 new findings, 1 gone.` */
export function summary({ span, changed, files, sameMeaning, failures }: Compared, withFindings: boolean): string {
  const names = new Set(changed.map(({ name }) => name));
  const plans = count(files, 'plan');
  const sentences = [
    names.size > 0 ? `${names.size} of ${plans} changed ${span}.` : `${plans} compared: nothing changed ${span}.`,
    sameMeaning > 0 && `${sameMeaning} ${sameMeaning === 1 ? 'differs' : 'differ'} in layout, comments or order alone.`,
    withFindings && findingsIn(changed),
    failures.length > 0 && 'Not everything could be compared.',
  ];
  return sentences.filter(sentence => sentence !== false).join(' ');
}

function findingsIn(changed: readonly ChangedPlan[]): string {
  const { come, gone } = tally(changed.flatMap(({ changes }) => changes));
  return `${come === 0 ? 'No new findings' : count(come, 'new finding')}${gone === 0 ? '' : `, ${gone} gone`}.`;
}

/** `2 changes, 1 new finding, 3 findings gone`. */
export function countsOf({ changes }: ChangedPlan): string {
  const { come, gone, others } = tally(changes);
  const counts = [
    others > 0 && count(others, 'change'),
    come > 0 && count(come, 'new finding'),
    gone > 0 && `${count(gone, 'finding')} gone`,
  ];
  return counts.filter(one => one !== false).join(', ');
}

function tally(changes: readonly ReportedChange[]): Readonly<Record<'come' | 'gone' | 'others', number>> {
  const found = changes.filter(({ topic }) => topic === 'findings');
  const gone = found.filter(({ kind }) => kind === 'removed').length;
  return { come: found.length - gone, gone, others: changes.length - found.length };
}

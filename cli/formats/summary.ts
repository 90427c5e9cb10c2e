import type { Severity } from '../../plan/rules/rule.ts';
import { visible } from '../../plan/visible.ts';
import { count, enumerate } from '../../plan/words.ts';
import type { KnownBefore, Tally } from '../report.ts';

/** `2 plans checked: 1 error, 2 warnings, 1 note. 1 can be fixed with success-plan fix.` A finding of level info is a note. */
export function summary({ plans, configs, fixed, safe, counts, baseline, failures, couldBeDone }: Tally): string {
  const checked = [
    ...(plans > 0 || configs === 0 ? [count(plans, 'plan')] : []),
    ...(configs > 0 ? [count(configs, 'configuration')] : []),
  ];
  const sentences = [
    `${enumerate(checked)} checked: ${countWords(counts) || 'nothing found'}.`,
    fixed > 0 && `${fixed} ${fixed === 1 ? 'was' : 'were'} fixed.`,
    baseline !== undefined && knownWords(baseline),
    safe > 0 && `${safe} can be fixed with success-plan fix.`,
    failures.length === 0 &&
      !couldBeDone &&
      'Settings that cannot be followed were left out: see the configuration above.',
    failures.length > 0 && 'Not everything could be checked: see above.',
  ];
  return sentences.filter(sentence => sentence !== false && sentence !== '').join(' ');
}

/** `3 known findings are not told.` `2 known findings are gone: --update-baseline forgets them.` */
function knownWords(baseline: KnownBefore): string {
  const { known, gone } = baseline;
  const are = (n: number) => `${count(n, 'known finding')} ${n === 1 ? 'is' : 'are'}`;
  if (baseline.written !== undefined) {
    const changes = enumerate([
      ...(baseline.fresh > 0 ? [`${baseline.fresh} new`] : []),
      ...(gone > 0 ? [`${gone} forgotten`] : []),
    ]);
    return `${visible(baseline.written)} knows ${count(known, 'finding')} now${changes && ` (${changes})`}.`;
  }
  const sentences = [
    known > 0 && `${are(known)} not told.`,
    gone > 0 && `${are(gone)} gone: --update-baseline forgets ${gone === 1 ? 'it' : 'them'}.`,
  ];
  return sentences.filter(sentence => sentence !== false).join(' ');
}

/** `1 error, 2 warnings, 1 note, 1 hint`, in the panel's words; '' where nothing was found. */
export function countWords({ error, warning, info, hint }: Readonly<Record<Severity, number>>): string {
  const parts = [count(error, 'error'), count(warning, 'warning'), count(info, 'note'), count(hint, 'hint')];
  return parts.filter(part => !part.startsWith('0 ')).join(', ');
}

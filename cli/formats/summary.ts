import type { Severity } from '../../plan/rules/rule.ts';
import { count, enumerate } from '../../plan/words.ts';
import type { Tally } from '../report.ts';

/** `2 plans checked: 1 error, 2 warnings, 1 note. 1 can be fixed with success-plan fix.` A finding of level info is a note. */
export function summary({ plans, configs, fixed, safe, counts, failures, couldBeDone }: Tally): string {
  const checked = [
    ...(plans > 0 || configs === 0 ? [count(plans, 'plan')] : []),
    ...(configs > 0 ? [count(configs, 'configuration')] : []),
  ];
  const sentences = [
    `${enumerate(checked)} checked: ${countWords(counts) || 'nothing found'}.`,
    fixed > 0 && `${fixed} ${fixed === 1 ? 'was' : 'were'} fixed.`,
    safe > 0 && `${safe} can be fixed with success-plan fix.`,
    failures.length === 0 &&
      !couldBeDone &&
      'Settings that cannot be followed were left out: see the configuration above.',
    failures.length > 0 && 'Not everything could be checked: see above.',
  ];
  return sentences.filter(sentence => sentence !== false).join(' ');
}

/** `1 error, 2 warnings, 1 note, 1 hint`, in the panel's words; '' where nothing was found. */
export function countWords({ error, warning, info, hint }: Readonly<Record<Severity, number>>): string {
  const parts = [count(error, 'error'), count(warning, 'warning'), count(info, 'note'), count(hint, 'hint')];
  return parts.filter(part => !part.startsWith('0 ')).join(', ');
}

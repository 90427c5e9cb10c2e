import { count, enumerate } from '../../plan/words.ts';
import { couldBeDone, countSeverities, type Report } from '../report.ts';

/** `2 plans checked: 1 error, 2 warnings, 1 note. 1 can be fixed with success-plan fix.` A finding of level info is a note. */
export function summary({ files, failures }: Pick<Report, 'files' | 'failures'>): string {
  const configs = files.filter(file => file.kind === 'config').length;
  const plans = files.length - configs;
  const checked = [
    ...(plans > 0 || configs === 0 ? [count(plans, 'plan')] : []),
    ...(configs > 0 ? [count(configs, 'configuration')] : []),
  ];
  const fixed = files.reduce((sum, file) => sum + file.fixed, 0);
  const safe = files.reduce(
    (sum, file) => sum + file.findings.filter(finding => finding.fixes.some(fix => fix.safe)).length,
    0,
  );
  const sentences = [
    `${enumerate(checked)} checked: ${countWords(files) || 'nothing found'}.`,
    fixed > 0 && `${fixed} ${fixed === 1 ? 'was' : 'were'} fixed.`,
    safe > 0 && `${safe} can be fixed with success-plan fix.`,
    failures.length === 0 &&
      !couldBeDone({ files, failures }) &&
      'Settings that cannot be followed were left out: see the configuration above.',
    failures.length > 0 && 'Not everything could be checked: see above.',
  ];
  return sentences.filter(sentence => sentence !== false).join(' ');
}

/** `1 error, 2 warnings, 1 note, 1 hint`, in the panel's words; '' where nothing was found. */
export function countWords(files: Report['files']): string {
  const { error, warning, info, hint } = countSeverities(files);
  const parts = [count(error, 'error'), count(warning, 'warning'), count(info, 'note'), count(hint, 'hint')];
  return parts.filter(part => !part.startsWith('0 ')).join(', ');
}

import { count } from '../../plan/words.ts';
import type { Compared } from './result.ts';

/** `2 of 14 plans changed since main. 1 differs in layout, comments or order alone.` */
export function summary({ span, changed, files, sameMeaning, failures }: Compared): string {
  const names = new Set(changed.map(({ name }) => name));
  const plans = count(files, 'plan');
  const sentences = [
    names.size > 0 ? `${names.size} of ${plans} changed ${span}.` : `${plans} compared: nothing changed ${span}.`,
    sameMeaning > 0 && `${sameMeaning} ${sameMeaning === 1 ? 'differs' : 'differ'} in layout, comments or order alone.`,
    failures.length > 0 && 'Not everything could be compared.',
  ];
  return sentences.filter(sentence => sentence !== false).join(' ');
}

import { visible } from '../plan/visible.ts';
import { oneLine } from '../plan/words.ts';

/** A text of the plan on one line, without anything that nobody sees. */
export function line(text: string | undefined): string {
  return visible(oneLine(text ?? ''));
}

/** Several texts of the plan, each on one line, the empty ones left out. */
export function lines(fields: readonly { readonly text: string }[]): string[] {
  return fields.map(field => line(field.text)).filter(text => text !== '');
}

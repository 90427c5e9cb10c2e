/**
 * Words for people that the editor can say in their language: an English sentence with `{0}`, `{1}` … where something of the plan stands.
 * The sentence itself is the key under which translations are found (`l10n/`).
 */
export interface Phrase {
  readonly message: string;
  readonly args: readonly (string | number)[];
}

/** A phrase; what stands for `{0}` and so on is given behind it. */
export function phrase(message: string, ...args: (string | number)[]): Phrase {
  return { message, args };
}

/** A phrase in English. */
export function english({ message, args }: Phrase): string {
  return message.replace(/\{(\d+)\}/g, (mark, index) => String(args[Number(index)] ?? mark));
}

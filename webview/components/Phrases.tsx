import type { Phrase } from '../../plan/view/types.ts';

/** Runs of text, the strong ones in bold. */
export function Phrases({ phrases }: { readonly phrases: readonly Phrase[] }) {
  return <>{phrases.map(phrase => (phrase.strong === true ? <b key={phrase.text}>{phrase.text}</b> : phrase.text))}</>;
}

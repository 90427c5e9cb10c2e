import type { ComponentChild } from 'preact';

/** Letters that run from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const QUOTED = /(“[^”]*”)/u;

/**
 * A sentence of ours with texts of the plan in quotation marks. One that runs the other way is kept to itself, so that the words and numbers after it
 * stay after it.
 */
export function Said({ text }: { readonly text: string }) {
  if (!RIGHT_TO_LEFT.test(text)) return <>{text}</>;
  const parts = text.split(QUOTED);
  return <>{parts.map((part, i): ComponentChild => (i % 2 === 1 ? <bdi key={part}>{part}</bdi> : part))}</>;
}

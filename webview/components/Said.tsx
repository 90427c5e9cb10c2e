import type { ComponentChild } from 'preact';

/** Letters that run from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const QUOTED = /(“[^”]*”)/u;
/** A minus before a currency: browsers end a line between the two. */
const MINUS = /−(?=\p{Sc})/gu;

/**
 * A sentence of ours with texts of the plan in quotation marks. One that runs the other way is kept to itself, so that the words and numbers after it
 * stay after it. An amount below zero stays on one line.
 */
export function Said({ text: sentence }: { readonly text: string }) {
  const text = sentence.replace(MINUS, '−\u2060');
  if (!RIGHT_TO_LEFT.test(text)) return <>{text}</>;
  const parts = text.split(QUOTED);
  return <>{parts.map((part, i): ComponentChild => (i % 2 === 1 ? <bdi key={part}>{part}</bdi> : part))}</>;
}

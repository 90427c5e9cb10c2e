import type { Agenda, Outcome, Plan } from '../model/index.ts';
import { quoteShort, stopped } from '../words.ts';
import { type ChangeKind, type PlanChange, TOPICS } from './change.ts';
import { type Difference, differences } from './differences.ts';
import { isElement, isField } from './parts-of.ts';
import { said } from './sentences.ts';
import { topicOf } from './topics.ts';

/**
 * What a plan or an agenda says otherwise than an older version of it, in sentences: what a reviewer must not miss first, what belongs together in the
 * order of the newer text. Empty where they mean the same. Never throws.
 */
export function planChanges(old: Plan | Agenda, now: Plan | Agenda): readonly PlanChange[] {
  const told = differences(old, now).map(difference => {
    const { kind, words } = said(difference);
    return { difference, kind, words, topic: topicOf(difference) };
  });
  const ranked = told
    .map((one, index) => ({ ...one, index }))
    .sort((a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) || weight(a) - weight(b) || a.index - b.index);
  const introduced = new Set<string>();
  return ranked.map(({ difference, kind, words, topic }) => ({
    topic,
    kind,
    field: difference.path,
    ...valuesOf(difference),
    sentence: stopped(introducing(words, now, introduced)),
    at: difference.at,
  }));
}

/** Within a topic: what was given up or put off, then how things stand, then what is otherwise, then what came, then names. */
function weight({ kind, difference }: { readonly kind: ChangeKind; readonly difference: Difference }): number {
  if (difference.type === 'gone' && isElement(difference.item)) return 0;
  if (kind === 'lowered') return 1;
  if (kind === 'later' || kind === 'removed' || /\bbaseline\./.test(difference.path)) return 2;
  if (difference.path.endsWith('.status')) return 3;
  return kind === 'renamed' ? 6 : kind === 'added' ? 5 : 4;
}

function valuesOf(difference: Difference): Pick<PlanChange, 'from' | 'to'> {
  switch (difference.type) {
    case 'field':
      return { from: difference.from?.text || undefined, to: difference.to?.text || undefined };
    case 'come':
      return { from: undefined, to: textOf(difference.item) };
    case 'gone':
      return { from: textOf(difference.item), to: undefined };
    case 'moved':
      return { from: difference.from?.label || undefined, to: difference.to?.label || undefined };
    case 'other':
      return { from: difference.from || undefined, to: difference.to || undefined };
  }
}

function textOf(item: unknown): string | undefined {
  return (isField(item) ? item.text : isElement(item) ? item.label : '') || undefined;
}

/** An outcome that is called by its id is described where it is named first. */
function introducing(words: string, now: Plan | Agenda, introduced: Set<string>): string {
  const [, name = '', id = ''] = /^(Outcome ([^\s:]+)): /.exec(words) ?? [];
  if (name === '' || introduced.has(id) || now.kind !== 'plan') return words;
  introduced.add(id);
  const text = now.outcomes.items.find((outcome: Outcome) => outcome.label === id)?.description?.text;
  return text ? `${name} (${quoteShort(text, 50)})${words.slice(name.length)}` : words;
}

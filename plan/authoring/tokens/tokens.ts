import { planStanding } from '../../attainment/index.ts';
import type { PlanFile } from '../../check.ts';
import type { Day } from '../../day.ts';
import type { ReadDocument, Visit } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { hasLeft, type People, peopleOf } from '../../model/people.ts';
import { absolute, isBlockText, partsOf, type Scalar, type Span } from '../../syntax/tree.ts';
import type { TOKEN_TYPES } from './legend.ts';
import { type Lateness, type Mark, marks, type TokenModifier } from './marks.ts';
import { meant } from './meant.ts';

/** A stretch of one line that means something to a plan. Spans count from the start of the text. */
export interface Token extends Span {
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly TokenModifier[];
}

/**
 * People, ids, dates, quantities and statuses of a text in text order, without overlaps, each on one line; with `within`, those of the parts that this span
 * touches. What is late on the day, what is done and who has left is marked as such. What can be read of no value is no token. Never throws.
 */
export function tokens(file: PlanFile, today: Day, within: Span = { start: 0, end: file.text.length }): Token[] {
  const all: Token[] = [];
  for (const read of file.documents) {
    const { model } = read;
    const people = model.kind === 'plan' ? peopleOf(model) : undefined;
    for (const part of partsOf(model.syntax)) {
      const visits = read.visits.get(part);
      const whole = absolute(model.syntax, { part, start: 0, end: part.length });
      if (!visits || whole.end < within.start || whole.start > within.end) continue;
      const ofPart = tokensOf(visits, file.text, whole.start, {
        today,
        people,
        isReviewDue: reviewIsDue(read, visits, today),
        isPlanOver: model.kind === 'plan' && isOver(model),
      });
      for (const token of ofPart) {
        const start = whole.start + token.start;
        if (start >= (all.at(-1)?.end ?? 0)) all.push({ ...token, start, end: whole.start + token.end });
      }
    }
  }
  return all;
}

/** What the tokens of a part depend on beside the part. */
interface Circumstances extends Lateness {
  readonly people: People | undefined;
}

/** What the tokens of a part were, from its start; a part's visits stay the same object for as long as the part does. */
const kept = new WeakMap<readonly Visit[], Circumstances & { readonly tokens: readonly Token[] }>();

function tokensOf(visits: readonly Visit[], text: string, base: number, now: Circumstances): readonly Token[] {
  const known = kept.get(visits);
  if (
    known?.today === now.today &&
    known.people === now.people &&
    known.isReviewDue === now.isReviewDue &&
    known.isPlanOver === now.isPlanOver
  )
    return known.tokens;
  const departed = (name: string) => {
    const found = now.people?.find(name);
    return found !== undefined && hasLeft(found.person, now.today);
  };
  const marked = marks(visits, now);
  const found: Token[] = [];
  for (const { field, type, isDefinition } of meant(visits)) {
    const mark: Mark | undefined =
      marked.get(field) ?? (type === 'person' && departed(field.text) ? 'departed' : undefined);
    const modifiers = [...(isDefinition ? (['definition'] as const) : []), ...(mark ? [mark] : [])];
    for (const line of linesOf(text, base, field)) found.push({ ...line, type, modifiers });
  }
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  kept.set(visits, { ...now, tokens: found });
  return found;
}

/** The stretches of a value on each of its lines. */
function linesOf(text: string, base: number, { start, end, node }: Span & { readonly node: Scalar }): Span[] {
  const written = text.slice(base + start, base + end);
  if (!written.includes('\n')) return [{ start, end }];
  // The first line of a text block holds its mark alone.
  const from = isBlockText(node) ? written.indexOf('\n') : 0;
  return [...written.slice(from).matchAll(/\S(?:[^\r\n]*\S)?/g)].map(({ 0: line, index }) => ({
    start: start + from + index,
    end: start + from + index + line.length,
  }));
}

/** True for the part of a plan whose next review has passed without one. */
function reviewIsDue({ model }: ReadDocument, visits: readonly Visit[], today: Day): boolean {
  if (model.kind !== 'plan' || !visits.some(({ kind }) => kind === 'planSection')) return false;
  return planStanding(model, today).reviewOverdueSince !== undefined;
}

import type { Field, Plan, Review } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import type { Place } from '../../syntax/tree.ts';
import { placeInText } from '../text/place-in-text.ts';
import { knownIds } from './known-ids.ts';

type StrayKind = 'outcome' | 'risk' | 'milestone';

/** An id in the words of a review that looks like those of the plan's outcomes and risks, and that nothing has. */
export interface StrayId {
  readonly id: string;
  readonly kind: StrayKind;
  readonly at: Place | Field<string>;
  readonly review: Review;
}

/** Longer texts are minutes, not a log. */
const LONGEST = 5000;

/**
 * The ids that reviews name and the plan has not, each where it stands first. Read as ids are only the letters that this
 * plan's own outcomes or risks have before their numbers, with as many figures at most; what else begins so (a quarter, a
 * release, a fiscal year) is left out, and so is an id that any review speaks of as dropped, merged or renamed. Never throws.
 */
export function strayIds(plan: Plan): readonly StrayId[] {
  const schemes = schemesOf(plan);
  const known = knownIds(plan);
  const found = new Map<string, StrayId>();
  const gone = new Set<string>();
  for (const review of plan.review_history.items) {
    for (const field of textsOf(review)) {
      const text = field.text.slice(0, LONGEST);
      for (const match of text.matchAll(ID)) {
        const [id] = match;
        const scheme = schemes.get(shapeOf(id));
        if (!scheme || id.length > scheme.longest || known.kindsOf(id).length > 0 || known.has('milestone', id))
          continue;
        if (BEFORE.test(text.slice(Math.max(0, match.index - 20), match.index))) continue;
        if (GONE.test(sentenceAround(text, match.index))) gone.add(id);
        else if (!found.has(id)) found.set(id, { id, kind: scheme.kind, at: placeIn(field, match.index, id), review });
      }
    }
  }
  return [...found.values()].filter(({ id }) => !gone.has(id));
}

const ID = /(?<![\p{L}\p{N}_./#$€£&-])[A-Z]{1,4}-?\d{1,3}(?:-[A-Z]{1,3}\d{1,3})?(?![\p{L}\p{N}_%°-]|[./:]\d)/gu;
/** Letters that mean something else far too often: quarters, halves, years, versions, standards. */
const NEVER: ReadonlySet<string> = new Set([
  'Q',
  'H',
  'FY',
  'CY',
  'Y',
  'V',
  'S',
  'W',
  'KW',
  'CW',
  'ISO',
  'SOC',
  'SAP',
  'A',
  'T',
]);
/** What goes before a number that is no id: `release R4`, `sprint S3`. */
const BEFORE =
  /\b(?:release|version|sprint|build|room|gate|model|type|class|level|grade|tier|series|office|microsoft|old|former|formerly)\s+$/i;
const GONE =
  /\b(?:dropp?\w*|remov\w*|delet\w*|retir\w*|clos(?:e|ed|ing)|cancel\w*|withdr[ae]wn?|defer\w*|park(?:ed)?|merg\w*|fold(?:ed)?|replac\w*|split|renam\w*|renumber\w*|supersed\w*|combin\w*|discard\w*|abandon\w*|archiv\w*|obsolete|no longer|taken (?:off|out)|instead of|next (?:plan|year)|last (?:plan|year)|previous plan|resolved|achieved|completed|done)\b/i;

interface Scheme {
  readonly kind: StrayKind;
  readonly longest: number;
}

/** How the plan builds its ids, figures aside: `O#`, `R#`, and `O#-M#` for milestones. */
function schemesOf(plan: Plan): ReadonlyMap<string, Scheme> {
  const schemes = new Map<string, Scheme>();
  const kinds = [
    ['risk', plan.risks.items, SINGLE],
    ['outcome', plan.outcomes.items, SINGLE],
    ['milestone', allMilestones(plan), COMPOSED],
  ] as const;
  for (const [kind, items, form] of kinds) {
    for (const { id } of items) {
      const text = id?.text ?? '';
      const letters = form.exec(text)?.[1];
      if (letters === undefined || NEVER.has(letters)) continue;
      const shape = shapeOf(text);
      schemes.set(shape, { kind, longest: Math.max(text.length, schemes.get(shape)?.longest ?? 0) });
    }
  }
  return schemes;
}

const SINGLE = /^([A-Z]{1,4})-?\d{1,3}$/;
const COMPOSED = /^([A-Z]{1,4})-?\d{1,3}-[A-Z]{1,3}\d{1,3}$/;

function shapeOf(id: string): string {
  return id.replaceAll(/\d+/g, '#');
}

function textsOf(review: Review): readonly Field<string>[] {
  const { summary, decisions, plan_changes, actions } = review;
  const all = [
    summary,
    decisions.word,
    ...decisions.items,
    plan_changes.word,
    ...plan_changes.items,
    ...actions.items.map(action => action.description),
  ];
  return all.filter(field => field !== undefined);
}

function sentenceAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf(';', at)) + 1;
  const end = /[.;](?:\s|$)/.exec(text.slice(at))?.index;
  return text.slice(start, end === undefined ? text.length : at + end);
}

/** The id itself, where that can be told. A field's text is that of its node without the blanks around it. */
function placeIn(field: Field<string>, index: number, id: string): Place | Field<string> {
  const start = field.node.text.length - field.node.text.trimStart().length + index;
  return placeInText(field, start, start + id.length);
}

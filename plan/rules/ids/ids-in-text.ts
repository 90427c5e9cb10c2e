import type { Field, Outcome, Plan, Review } from '../../model/index.ts';
import { inEach } from '../../model/outcomes.ts';
import { oncePer } from '../../once.ts';
import type { Place } from '../../syntax/tree.ts';
import { placeInText } from '../text/place-in-text.ts';
import { isPlaceholder } from '../text/placeholder.ts';
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
  const known = knownIds(plan);
  const { outcomes, risks } = plan;
  // With two of one id, or one that has none, it was most likely this: the rules about ids speak of it.
  const spokenFor = (kind: StrayKind) =>
    known.twice(kind) ||
    (kind !== 'milestone' &&
      (kind === 'risk' ? risks : outcomes).items.some(({ id }) => isPlaceholder(id?.text ?? '')));
  return namedInLog(plan).filter(({ kind }) => !spokenFor(kind));
}

/** True where the log names anything that may be an id. Looks at the log alone; never throws. */
export function mentionsIds({ review_history }: Plan): boolean {
  return review_history.items.some(review => mentionsIn(review).length > 0);
}

/** The same, also where an outcome or a risk without an id may be the one that is meant. Never throws. */
export function namedInLog(plan: Plan): readonly StrayId[] {
  if (!mentionsIds(plan)) return [];
  const reviews = plan.review_history.items.map(review => ({ review, mentions: mentionsIn(review) }));
  const schemes = schemesOf(plan);
  const known = knownIds(plan);
  const found = new Map<string, StrayId>();
  const gone = new Set<string>();
  for (const { review, mentions } of reviews) {
    for (const { id, shape, field, index, isGone } of mentions) {
      const scheme = schemes.get(shape);
      if (!scheme || id.length > scheme.longest || known.isId(id) || known.has('milestone', id)) continue;
      if (isGone) gone.add(id);
      else if (!found.has(id)) found.set(id, { id, kind: scheme.kind, at: placeIn(field, index, id), review });
    }
  }
  return [...found.values()].filter(({ id }) => !gone.has(id));
}

/** What may be an id in the words of a review. */
interface Mention {
  readonly id: string;
  readonly shape: string;
  readonly field: Field<string>;
  readonly index: number;
  /** True where it is spoken of as dropped, merged or renamed. */
  readonly isGone: boolean;
}

/** Read once a review: a log may hold thousands, which do not change while outcomes are written. */
const mentionsIn = oncePer((review: Review): readonly Mention[] =>
  textsOf(review).flatMap(field => {
    const text = field.text.slice(0, LONGEST);
    if (!MAY_HAVE_IDS.test(text)) return [];
    return [...text.matchAll(ID)].flatMap(({ 0: id, index }) =>
      isOtherNumber(text, index)
        ? []
        : [{ id, shape: shapeOf(id), field, index, isGone: GONE.test(sentenceAround(text, index)) }],
    );
  }),
);

const MAY_HAVE_IDS = /[A-Z]-?\d/;
const ID = /(?<![\p{L}\p{N}_./#$€£&-])[A-Z]{1,4}-?\d{1,3}(?:-[A-Z]{1,3}\d{1,3})?(?![\p{L}\p{N}_%°-]|[./:]\d)/gu;
/** True for what is written like an id and means something else far too often. */
export function isEverydayId(id: string): boolean {
  return NEVER.has(/^[A-Z]*/.exec(id)?.[0] ?? '');
}

/** True where the words before an offset say that what follows is no id of the plan: “release R4”, “formerly O2”. */
export function isOtherNumber(text: string, index: number): boolean {
  return BEFORE.test(text.slice(Math.max(0, index - 20), index));
}

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
  const add = (kind: StrayKind, written: readonly Written[]) => {
    for (const { shape, length } of written)
      schemes.set(shape, { kind, longest: Math.max(length, schemes.get(shape)?.longest ?? 0) });
  };
  add(
    'risk',
    plan.risks.items.flatMap(({ id }) => writtenAs(id, SINGLE)),
  );
  add('outcome', inEach(plan.outcomes.items, ownScheme));
  const steps = plan.milestones.items.concat(plan.implementation?.steps.items ?? []);
  add('milestone', [
    ...inEach(plan.outcomes.items, milestoneSchemes),
    ...steps.flatMap(({ id }) => writtenAs(id, COMPOSED)),
  ]);
  return schemes;
}

/** How one id is built. */
interface Written {
  readonly shape: string;
  readonly length: number;
}

const ownScheme = oncePer((outcome: Outcome) => writtenAs(outcome.id, SINGLE));
const milestoneSchemes = oncePer((outcome: Outcome) =>
  outcome.milestones.items.flatMap(({ id }) => writtenAs(id, COMPOSED)),
);

function writtenAs(id: Field<string> | undefined, form: RegExp): readonly Written[] {
  const text = id?.text ?? '';
  const letters = form.exec(text)?.[1];
  return letters === undefined || NEVER.has(letters) ? [] : [{ shape: shapeOf(text), length: text.length }];
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

import type { Day } from '../../day.ts';
import type { Field, Milestone, Outcome, Plan } from '../../model/index.ts';
import { hasLeft, type People } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { sectionNamed } from '../../syntax/tree.ts';
import { oneLine, quoteShort } from '../../words.ts';
import { idsBeside } from '../ids/free-id.ts';
import { styleIn } from '../repair/set-field.ts';
import type { Fix } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { idsAndWordsOf, stemsOf } from '../text/word-stems.ts';

/** What the risks of a plan speak of, worked out once for as long as none changes: a plan may have thousands of blocked milestones. */
interface Spoken {
  /** The stems of each risk's words. */
  readonly own: readonly ReadonlySet<string>[];
  /** The risks, by number, that have a stem among their words. */
  readonly stems: ReadonlyMap<string, readonly number[]>;
  /** The ids of risks in small letters. */
  readonly ids: ReadonlySet<string>;
  /** True for a word of any risk, in small letters. */
  readonly isSaid: (word: string) => boolean;
  /** True for a word of a risk that is still watched, or an outcome that it is tied to. */
  readonly isWatched: (word: string) => boolean;
}

/**
 * True if a risk speaks of a milestone or of one of its blockers: in words that they share, by an id, or by being tied to the milestone's
 * outcome while it is still watched. Never throws.
 */
export function mentions(
  milestone: Milestone,
  blockers: readonly Field<string>[],
  outcome: Outcome | undefined,
  plan: Plan,
): boolean {
  const known = spoken(plan.risks);
  const { ids, isSaid, isWatched } = known;
  if (isSaid(lower(milestone.id)) || isWatched(lower(outcome?.id))) return true;
  if (blockers.some(({ text }) => [...idsAndWordsOf(text)].some(word => ids.has(word)))) return true;
  const name = stemsOf(milestone.name?.text ?? '');
  if (isShared(name, Math.min(2, name.size), known)) return true;
  // Two words in common, or one of the only two that there are.
  return blockers.some(({ text }) => {
    const own = stemsOf(text);
    return isShared(own, Math.min(2, Math.ceil(own.size / 2)), known);
  });
}

/** True if one risk has so many of the stems. */
function isShared(wanted: ReadonlySet<string>, least: number, { stems, own }: Spoken): boolean {
  const rows: { readonly stem: string; readonly risks: readonly number[] }[] = [];
  for (const stem of wanted) {
    const risks = stems.get(stem);
    if (risks) rows.push({ stem, risks });
  }
  if (rows.length < least) return false;
  if (least <= 1) return rows.length > 0;
  // A risk with two of them is found in the rarer one: what every risk speaks of is never gone through.
  rows.sort((a, b) => a.risks.length - b.risks.length);
  return rows.some(({ risks }, at) => {
    const others = rows.slice(at + 1);
    if (others.length < least - 1) return false;
    return risks.some(risk => others.filter(({ stem }) => own[risk]?.has(stem)).length >= least - 1);
  });
}

const spoken = oncePer(({ items }: Plan['risks']): Spoken => {
  const own: ReadonlySet<string>[] = [];
  const stems = new Map<string, number[]>();
  const [ids, tied] = [new Set<string>(), new Set<string>()];
  const [texts, watched]: [string[], string[]] = [[], []];
  for (const [number, risk] of items.entries()) {
    const text = [risk.description, risk.mitigation, risk.contingency].map(field => field?.text ?? '').join(' ');
    const stemsHere = stemsOf(text);
    own.push(stemsHere);
    for (const stem of stemsHere) {
      const risks = stems.get(stem);
      if (risks) risks.push(number);
      else stems.set(stem, [number]);
    }
    texts.push(text);
    if (risk.id?.text) ids.add(lower(risk.id));
    if (risk.status?.value === 'closed' || risk.status?.value === 'mitigated') continue;
    watched.push(text);
    for (const outcome of risk.outcomes.items) if (outcome.text) tied.add(lower(outcome));
  }
  const isInWatched = isWordIn(watched);
  return { own, stems, ids, isSaid: isWordIn(texts), isWatched: word => tied.has(word) || isInWatched(word) };
});

/** Asked for ids, which texts hardly ever name: they are cut into words once one may stand there. */
function isWordIn(texts: readonly string[]): (word: string) => boolean {
  const text = texts.join('\n').toLowerCase();
  let words: ReadonlySet<string> | undefined;
  return word => {
    if (word === '' || !text.includes(word)) return false;
    words ??= idsAndWordsOf(text);
    return words.has(word);
  };
}

function lower(field: Field<string> | undefined): string {
  return (field?.text ?? '').toLowerCase();
}

/**
 * A blocker as a risk that has come true: that is what is known of it. It belongs to the milestone's owner; where that is nobody who is still
 * there, or the risks do not stand one below the other, there is no such repair.
 */
export function riskFor(
  milestone: Milestone,
  blocker: Field<string>,
  outcome: Outcome | undefined,
  {
    plan,
    people,
    today,
    edit,
  }: { readonly plan: Plan; readonly people: People; readonly today: Day; readonly edit: Editor },
): Fix | undefined {
  const owner = milestone.owner.items.find(({ text }) => {
    const somebody = people.find(text);
    return !isPlaceholder(text) && somebody && !hasLeft(somebody.person, today);
  })?.text;
  const section = sectionNamed(plan.syntax, 'risks');
  const last = plan.risks.items.at(-1);
  const id = nextId(plan);
  if (!owner || !section?.items || !last?.mapping) return undefined;
  const quotes = styleIn(last.mapping, ['description', 'owner']);
  const ids = plan.outcomes.items.filter(one => outcome?.id?.text && one.id?.text === outcome.id.text);
  const lines = [
    `id: ${id}`,
    `description: ${quoteLike(quotes, oneLine(blocker.text))}`,
    'status: occurred',
    `owner: ${quoteLike(quotes, owner)}`,
    ...(ids.length === 1 && outcome?.id ? [`outcomes: [${quoteLike('plain', outcome.id.text)}]`] : []),
  ];
  if (ids.length !== 1 && stemsOf(blocker.text).size === 0) return undefined;
  const item = last.mapping.flow ? `{ ${lines.join(', ')} }` : lines.join('\n');
  const change = edit.appendPart(section.part, section.items, item);
  return (
    change && {
      title: `Add ${quoteShort(blocker.text, 40)} as risk ${id} that has come true, for ${owner} to clear`,
      edits: [change],
      safe: false,
    }
  );
}

/** The next free id in the way the last one is written, `R7` after `R6` or `RISK-08` after `RISK-07`; `R1` where risks have none. */
function nextId(plan: Plan): string {
  const all = [plan.risks, plan.outcomes, plan.milestones, plan.phases];
  const taken = new Set(all.flatMap(list => list.items.map(one => one.id?.text ?? '')));
  const last = plan.risks.items.findLast(risk => /^[A-Za-z_-]{1,12}\d{1,6}$/.test(risk.id?.text ?? ''));
  return idsBeside(taken)(last?.id?.text ?? 'R0');
}

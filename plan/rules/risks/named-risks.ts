import type { Day } from '../../day.ts';
import type { Field, Milestone, Outcome, Plan } from '../../model/index.ts';
import { hasLeft, type People } from '../../model/people.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { oneLine, quoteShort } from '../../words.ts';
import { styleIn } from '../repair/set-field.ts';
import type { Fix } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { stemsOf } from '../text/word-stems.ts';

/** What the risks of a plan speak of, worked out once: a plan may have thousands of blocked milestones. */
interface Spoken {
  /** The risks, by number, that have a stem among their words. */
  readonly stems: ReadonlyMap<string, readonly number[]>;
  /** Room to count in, a place a risk. */
  readonly counts: Uint8Array;
  /** Ids of risks, every word of theirs, and the words and outcomes of those still watched; all in small letters. */
  readonly ids: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly watched: ReadonlySet<string>;
}

const known = new WeakMap<Plan, Spoken>();

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
  const known = spoken(plan);
  const { ids, words, watched } = known;
  if (words.has(lower(milestone.id)) || watched.has(lower(outcome?.id))) return true;
  if (blockers.some(({ text }) => [...wordsOf(text)].some(word => ids.has(word)))) return true;
  const name = stemsOf(milestone.name?.text ?? '');
  if (isShared(name, Math.min(2, name.size), known)) return true;
  // Two words in common, or one of the only two that there are.
  return blockers.some(({ text }) => {
    const own = stemsOf(text);
    return isShared(own, Math.min(2, Math.ceil(own.size / 2)), known);
  });
}

/** True if one risk has so many of the stems. */
function isShared(wanted: ReadonlySet<string>, least: number, { stems, counts }: Spoken): boolean {
  const rows = [...wanted].map(stem => stems.get(stem) ?? []).filter(row => row.length > 0);
  if (rows.length < least) return false;
  counts.fill(0);
  return rows.some(row =>
    row.some(risk => {
      const count = (counts[risk] ?? 0) + 1;
      counts[risk] = count;
      return count >= least;
    }),
  );
}

function spoken(plan: Plan): Spoken {
  const before = known.get(plan);
  if (before) return before;
  const stems = new Map<string, number[]>();
  const [ids, words, watched] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [number, risk] of plan.risks.items.entries()) {
    const text = [risk.description, risk.mitigation, risk.contingency].map(field => field?.text ?? '').join(' ');
    for (const stem of stemsOf(text)) {
      const risks = stems.get(stem) ?? [];
      risks.push(number);
      stems.set(stem, risks);
    }
    const own = wordsOf(text);
    for (const word of own) words.add(word);
    if (risk.id?.text) ids.add(lower(risk.id));
    if (risk.status?.value === 'closed' || risk.status?.value === 'mitigated') continue;
    for (const word of [...own, ...risk.outcomes.items.map(lower)]) if (word) watched.add(word);
  }
  const all = { stems, counts: new Uint8Array(plan.risks.items.length), ids, words, watched };
  known.set(plan, all);
  return all;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu) ?? []);
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
  const section = plan.syntax.sections.find(one => one.part.section === 'risks');
  const last = plan.risks.items.at(-1);
  const id = nextId(plan);
  if (!owner || !section?.items || !last?.mapping || !id) return undefined;
  const style = styleIn(last.mapping, ['description', 'owner']);
  const quotes = style === 'single' || style === 'double' ? style : 'plain';
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
function nextId(plan: Plan): string | undefined {
  const taken = new Set(
    [plan.risks, plan.outcomes, plan.milestones, plan.phases].flatMap(list => list.items.map(one => lower(one.id))),
  );
  const ids = plan.risks.items.map(risk => /^([A-Za-z_-]{1,12})(\d{1,6})$/.exec(risk.id?.text ?? ''));
  const [, prefix = 'R', digits = '0'] = ids.findLast(match => match !== null) ?? [];
  let next = Math.max(0, ...ids.map(match => (match?.[1] === prefix ? Number(match[2]) : 0)));
  for (let tries = 0; tries < 100; tries++) {
    const id = `${prefix}${String(++next).padStart(digits === '0' ? 1 : digits.length, '0')}`;
    if (!taken.has(id.toLowerCase())) return id;
  }
  return undefined;
}

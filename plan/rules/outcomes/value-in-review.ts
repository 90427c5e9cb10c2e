import { formatFullDay } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import type { HeldReview } from '../../model/reviews.ts';
import { oncePer } from '../../once.ts';
import { comparable, type FoundQuantity, findQuantities, type Quantity } from '../../quantity/index.ts';
import { stemsOf } from '../text/word-stems.ts';

/**
 * The one value that a review's summary, or else its decisions, gives for an outcome: said of it in a clause that shares a word with it, comparable
 * with its baseline, and neither baseline nor goal. Undefined where there is none, or more than one, or where it may as well be another outcome's,
 * a wish, a change or a value of the past. Never throws.
 */
export function valueInReview(outcome: Outcome, plan: Plan, { review }: HeldReview): Quantity | undefined {
  const from = baselineOf(outcome);
  if (!from || outcome.key_results.items.length > 0) return undefined;
  const summary = clausesOf(review.summary?.text ?? '');
  const decisions = review.decisions.items.flatMap(({ text }) => clausesOf(text));
  // Most reviews give no figure, and then it does not matter what the outcome speaks of.
  if (summary.length === 0 && decisions.length === 0) return undefined;
  const rivals = plan.outcomes.items.filter(other => {
    const quantity = other === outcome ? undefined : baselineOf(other);
    return quantity !== undefined && comparable(quantity, from) === true;
  });
  const about = { outcome, from, own: wordsFor(outcome), rivals };
  for (const clauses of [summary, decisions.filter(({ clause }) => STATES.test(clause))]) {
    const said = clauses.map(one => valueIn(one, about));
    if (said.includes('several')) return undefined;
    const values = said.filter(one => one !== undefined && one !== 'several');
    const [value] = values;
    if (value) return values.every(one => isSame(one, value)) ? value : undefined;
  }
  return undefined;
}

/** How the title of a repair calls the place of the value. */
export function saidThere({ on }: HeldReview): string {
  return `as the review of ${formatFullDay(on)} says`;
}

interface About {
  readonly outcome: Outcome;
  readonly from: Quantity;
  readonly own: ReadonlySet<string>;
  /** The outcomes whose value it may be as well. */
  readonly rivals: readonly Outcome[];
}

function valueIn({ clause, found }: Clause, { outcome, from, own, rivals }: About): Quantity | 'several' | undefined {
  const stems = stemsOf(withoutFigures(clause, found));
  const shared = (words: ReadonlySet<string>) => [...words].filter(word => stems.has(word)).length;
  if (shared(own) === 0 || PARTIAL.test(clause)) return undefined;
  if (rivals.some(rival => shared(wordsFor(rival)) >= shared(own))) return undefined;
  const goal = outcome.target?.goal?.value?.kind === 'quantity' ? outcome.target.goal.value.quantity : undefined;
  const candidates = found.filter(
    ({ quantity, start, end }) =>
      comparable(quantity, from) === true &&
      !isSame(quantity, from) &&
      !(goal && isSame(quantity, goal)) &&
      !NOT_IT.test(clause.slice(0, start)) &&
      !WANTED.test(clause.slice(end)),
  );
  const [first] = candidates;
  if (!first) return undefined;
  if (!candidates.every(one => isSame(one.quantity, first.quantity))) return 'several';
  return isStated(clause, first, own) ? first.quantity : undefined;
}

/** Said to be so now, exactly: `at 64%`, `reached 64%`, `adoption 64%`. */
function isStated(clause: string, { quantity, start, end }: FoundQuantity, own: ReadonlySet<string>): boolean {
  const before = clause.slice(0, start);
  if (quantity.range || quantity.comparator || quantity.approximate || quantity.sign) return false;
  if (INTENT.test(before) || PAST.test(clause)) return false;
  const [, word = '', of] = /([\p{L}\p{N}]+)( of)?\W*$/u.exec(before.replace(FILLER, ' ')) ?? [];
  const isOwn = (text: string) => [...stemsOf(text)].some(stem => own.has(stem));
  if ((!of && LINK.test(word)) || isOwn(word)) return true;
  return quantity.dimension !== 'duration' && isOwn(/^\W*[\p{L}\p{N}]+/u.exec(clause.slice(end))?.[0] ?? '');
}

function baselineOf({ baseline }: Outcome): Quantity | undefined {
  const value = baseline?.current?.value;
  return value?.kind === 'quantity' ? value.quantity : undefined;
}

const wordsFor = oncePer(({ description, baseline, target }: Outcome): ReadonlySet<string> => {
  const text = [description, baseline?.metric, target?.metric].map(field => field?.text ?? '').join(' ');
  return stemsOf(withoutFigures(text, findQuantities(text)));
});

/** Units and figures are shared by much that has nothing to do with each other. */
function withoutFigures(text: string, found: readonly FoundQuantity[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of found) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return rest + text.slice(at);
}

/** A clause with figures. */
interface Clause {
  readonly clause: string;
  readonly found: readonly FoundQuantity[];
}

function clausesOf(text: string): readonly Clause[] {
  const clauses = text.slice(0, LONGEST).split(/[.!?;](?:\s+|$)|\n|,\s+|\s[—–-]\s|\s(?:but|while|whereas)\s/);
  return clauses.map(clause => ({ clause, found: findQuantities(clause) })).filter(({ found }) => found.length > 0);
}

/** A summary is a few sentences; what lies beyond is not looked at. */
const LONGEST = 4000;

function isSame(a: Quantity, b: Quantity): boolean {
  return Math.abs(a.value - b.value) <= 1e-6 * Math.max(Math.abs(a.value), Math.abs(b.value));
}

const STATES = /\b(?:is|are|was|were|stands?|stood|now|at|measured|reached|recorded|confirmed)\b/i;
const LINK =
  /^(?:at|to|is|are|was|were|now|currently|reached|reaches|hits?|had|has|measured|recorded|shows?|showed|averages?|averaged|averaging|takes?|took|stands?|stood)$/i;
const FILLER = /(?:\s+(?:an average of|on average|only|just|still|already|exactly|now|currently))+\s*$/i;
/** What stands right before a figure that is not the value, and right behind one that is wished for. */
const NOT_IT = /\b(?:from|against|versus|vs\.?|than|instead of|towards?|target of|goal of|for|by)\s*$/i;
const WANTED = /^\W*(?:target|goal|planned|expected|forecast|is the (?:new )?(?:target|goal))/i;
const INTENT =
  /\b(?:should|will|would|could|can|may|might|must|shall|want|wish|aim|goal|target|plan(?:s|ned|ning)?|expect\w*|forecast\w*|project(?:s|ed|ion)\b|propos\w*|agree[ds]?|commit\w*|hope|if|until|once|next|raise|lift|increase|bring|push|drive|reduce|lower|move|extend|keep|set|get|go)\b/i;
const PAST =
  /\b(?:last|previous(?:ly)?|earlier|before|initial(?:ly)?|originally|baseline|since|ago|compared)\b|\b(?:in|of|back in) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const PARTIAL = /\b(?:pilot|north\w*|south\w*|east\w*|west\w*|some|one of|two of|except|only in|per team)\b/i;

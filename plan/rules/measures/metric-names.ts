import { isPlaceholder } from '../text/placeholder.ts';

/** Whether the metrics of a baseline and of a target are one, as people name them. */

/** Words that say nothing about what is measured. */
const IDLE = new Set(
  'a an the of in on at to for per by with from and or our their its your all each every total overall avg average mean median number count no share percentage percent pct proportion rate ratio level score value amount current target kpi metric measure today baseline goal time duration'.split(
    ' ',
  ),
);

/** Words that mean the same here; each stands for the first of its row. */
const SYNONYMS = new Map(
  [
    'answer response respond reply',
    'ticket case request incident issue inquiry enquiry question query call contact',
    'user person people employee seat staff agent member colleague team adopter head headcount fte clerk rep analyst',
    'use uses used using usage adoption adopt active login utilization utilisation engagement',
    'error mistake defect fault wrong bug incorrect failure fail faulty',
    'cost spend expense expenditure spending price',
    'revenue sales sale turnover income',
    'churn attrition loss lost leave',
    'retention renewal retain renew',
    'customer client account shipper shopper',
    'report reporting',
    'generation generate create creation produce production prepare preparation build make compile',
    'resolution resolve solve fix close closing closure',
    'process processing handle handling work',
    'entry enter input capture',
    'satisfaction satisfied happiness csat',
    'deliver delivery shipment shipping ship dispatch',
    'hire hiring recruit recruitment recruiting',
    'save saving saved',
    'tool system platform application app software',
    'location site store shop depot branch plant',
    'fast speed quick',
    'automate automation automated automatic',
  ].flatMap(row => {
    const words = row.split(' ').map(stem);
    return words.map(word => [word, words[0] ?? word] as const);
  }),
);

/** Words that name a span; two metrics that differ in them are two. */
const SPANS = new Map(
  ['daily day', 'weekly week', 'monthly month', 'quarterly quarter', 'yearly year annual annually'].flatMap(row =>
    row.split(' ').map(word => [word, row.split(' ')[0] ?? word] as const),
  ),
);

/**
 * True for two metrics that are clearly not one: no word that matters is common to them, not even in another form or by a word of like meaning,
 * and neither is the other's abbreviation; or the one counts by the week and the other by the month. Never throws.
 */
export function metricsDiffer(a: string, b: string): boolean {
  if (a === b) return false;
  if (isPlaceholder(a) || isPlaceholder(b)) return false;
  const one = wordsOf(a);
  const other = wordsOf(b);
  if (one.join(' ') === other.join(' ')) return false;
  const [mine, theirs] = [contentOf(one), contentOf(other)];
  // “Share”, “Hours per day”: no name that could contradict another.
  if (mine.size === 0 || theirs.size === 0) return false;
  if (abbreviates(one, other) || abbreviates(other, one)) return false;
  const [span, otherSpan] = [spanOf(one), spanOf(other)];
  if ([...mine].some(word => theirs.has(word)))
    return span !== undefined && otherSpan !== undefined && span !== otherSpan && sameBut(mine, theirs);
  return true;
}

/** True where a text has a word that matters of a metric's name, in whatever form. */
export function namesMetric(text: string, metric: string): boolean {
  const words = contentOf(wordsOf(text));
  return [...contentOf(wordsOf(metric))].some(word => words.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}%]+/u)
    .filter(word => word !== '')
    .slice(0, 40);
}

/** The words that matter, each as the one that stands for its like. */
function contentOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(
    words
      .filter(word => !IDLE.has(word) && !SPANS.has(word) && !UNITS.test(word))
      .map(word => SYNONYMS.get(stem(word)) ?? stem(word)),
  );
}

const UNITS = /^(?:\d+|%|h|hrs?|hours?|min|mins|minutes?|sec|secs|seconds?|days?|weeks?|months?|usd|eur|gbp|k)$/;

function spanOf(words: readonly string[]): string | undefined {
  const spans = new Set(words.flatMap(word => SPANS.get(word) ?? []));
  return spans.size === 1 ? [...spans][0] : undefined;
}

function sameBut(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every(word => b.has(word));
}

/** NPS for Net Promoter Score, TTV for time to value: the first letters of all words, or of those that matter. */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  const initials = [long, long.filter(word => !ARTICLES.has(word))].map(words =>
    words.map(word => word.charAt(0)).join(''),
  );
  return short.some(word => word.length > 1 && initials.some(letters => letters.includes(word)));
}

const ARTICLES = new Set('a an the of in on at to for per by with from and or'.split(' '));

/** The beginning that the forms of a word share: `reporting` and `reports`, `deliveries` and `delivery`. */
function stem(word: string): string {
  const bare = word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ations?|ing|ed|ers?|es|s|y)$/, '');
  return bare.length >= 3 ? bare.replace(/e$/, '').slice(0, 7) : word;
}

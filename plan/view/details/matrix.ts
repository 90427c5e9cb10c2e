import { isSevere, riskScore } from '../../attainment/index.ts';
import type { Plan } from '../../model/index.ts';
import { placed } from '../places.ts';
import { LEVELS as LEVEL_KEYS, type RiskFacts, riskSentence } from './risk-facts.ts';
import type { MatrixCell, RiskLevel, RiskMark } from './types.ts';

const LEVELS: readonly RiskLevel[] = ['low', 'medium', 'high'];

/** Marks that a cell has room for; of more, one place goes to their number. */
const MOST = 4;

/** More letters than this do not fit on a mark; and on one that has a neighbour. */
const LONGEST = 3;
const LONGEST_BESIDE = 2;

/** The nine cells with the risks in them, in the order of the list; undefined where no risk has both impact and likelihood. */
export function matrixOf(
  plan: Plan,
  facts: readonly RiskFacts[],
  signs: readonly string[],
): readonly (readonly MatrixCell[])[] | undefined {
  if (facts.every(({ score }) => score === undefined)) return undefined;
  return LEVELS.toReversed().map(impact =>
    LEVELS.map((likelihood): MatrixCell => {
      const score = riskScore(impact, likelihood) ?? 0;
      const here = facts.flatMap((one, i) =>
        one.risk.impact?.value === impact && one.risk.likelihood?.value === likelihood
          ? [markOf(plan, one, signs[i] ?? one.name)]
          : [],
      );
      const marks = here.length > MOST ? here.slice(0, MOST - 1) : here;
      const rest = here.slice(marks.length);
      const more = rest.length === 0 ? {} : { more: { count: rest.length, names: namesOf(facts, rest) } };
      return { impact, likelihood, score, severe: isSevere(score), marks, ...more };
    }),
  );
}

function markOf(plan: Plan, facts: RiskFacts, text: string): RiskMark {
  const { key, state } = facts;
  return { ...placed(plan.syntax, facts.risk), key, text, state, sentence: riskSentence(facts) };
}

function namesOf(facts: readonly RiskFacts[], marks: readonly RiskMark[]): string {
  const keys = new Set(marks.map(mark => mark.key));
  return facts
    .filter(({ key }) => keys.has(key))
    .map(({ name }) => name)
    .join(', ');
}

/** What stands on the marks, in the order of the list: the names where they are short, else the figures at their end, else their places. */
export function signsOf(facts: readonly RiskFacts[]): readonly string[] {
  const cells = facts
    .filter(({ score }) => score !== undefined)
    .map(({ risk }) => LEVEL_KEYS.map(key => risk[key]?.value));
  const beside = new Set(cells.map(String)).size < cells.length;
  const longest = beside ? LONGEST_BESIDE : LONGEST;
  const places = facts.map((_, index) => String(index + 1));
  const names = facts.map(({ name }) => name);
  const figures = names.map(name => (name.length <= longest ? name : (/\d+$/u.exec(name)?.[0] ?? name)));
  const fits = (signs: readonly string[]) =>
    new Set(signs).size === signs.length && signs.every(sign => [...sign].length <= longest);
  const bare = names.map(name => /\d+$/u.exec(name)?.[0] ?? name);
  // Beside each other all have letters, or none: `R9` beside `12` would be two kinds of names.
  return [names, ...(beside ? [] : [figures]), bare].find(fits) ?? places;
}

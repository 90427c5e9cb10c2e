import { isSevere, riskScore } from '../../attainment/index.ts';
import { LEVEL } from '../../generated/model.ts';
import type { Plan } from '../../model/index.ts';
import { placed } from '../places.ts';
import { type RiskFacts, riskSentence } from './risk-facts.ts';
import type { MatrixCell, RiskMark } from './types.ts';

/** Marks that a cell has room for; of more, one place goes to their number. */
const MOST = 4;

/** More letters than this do not fit on a mark. */
const LONGEST = 3;

/** The nine cells with the risks in them, in the order of the list; undefined where no risk has both impact and likelihood. */
export function matrixOf(
  plan: Plan,
  facts: readonly RiskFacts[],
  signs: readonly string[],
): readonly (readonly MatrixCell[])[] | undefined {
  if (facts.every(({ score }) => score === undefined)) return undefined;
  return LEVEL.toReversed().map(impact =>
    LEVEL.map((likelihood): MatrixCell => {
      const score = riskScore(impact, likelihood) ?? 0;
      const here = facts.flatMap((one, i) =>
        one.risk.impact?.value === impact && one.risk.likelihood?.value === likelihood
          ? [markOf(plan, one, signs[i] ?? one.name)]
          : [],
      );
      const marks = here.length > MOST ? here.slice(0, MOST - 1) : here;
      const rest = facts.length > 0 ? here.slice(marks.length) : [];
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

/** What stands on the marks: the names where they are short, else the figures at their end, else their places in the list. */
export function signsOf(names: readonly string[]): readonly string[] {
  const ways: readonly ((name: string, index: number) => string)[] = [
    name => name,
    name => (name.length <= LONGEST ? name : (/\d{1,3}$/u.exec(name)?.[0]?.replace(/^0+(?=\d)/u, '') ?? name)),
    (_, index) => String(index + 1),
  ];
  const all = ways.map(way => names.map(way));
  const fitting = all.find(
    signs => new Set(signs).size === signs.length && signs.every(sign => [...sign].length <= LONGEST),
  );
  return fitting ?? names.map((_, index) => String(index + 1));
}

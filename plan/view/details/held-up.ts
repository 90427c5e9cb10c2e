import type { Day } from '../../day.ts';
import type { Plan, Risk } from '../../model/index.ts';
import { daysLate, isBlocked } from '../../model/milestones.ts';
import { oncePer } from '../../once.ts';
import { idsAndWordsOf, stemsOf } from '../../rules/text/word-stems.ts';
import { allNamed, type NamedMilestone, outcomeName } from '../milestones.ts';
import { offsetOf } from '../places.ts';
import { lateness } from '../timeline/milestone-words.ts';
import { oneLine } from '../words.ts';
import type { RefView } from './types.ts';

/** A milestone that something stands in the way of, with the words of what does. */
interface Blocked {
  readonly named: NamedMilestone;
  readonly blockers: readonly { readonly stems: ReadonlySet<string>; readonly words: ReadonlySet<string> }[];
}

/** The blocked milestones whose blocker a risk speaks of, by its id or in two words (or all) that carry a meaning. */
export function heldUpBy(risk: Risk, plan: Plan, today: Day): readonly RefView[] {
  return blockedIn(plan)
    .filter(blocked => speaksOf(risk, blocked))
    .map(({ named }) => {
      const late = lateness(daysLate(named.milestone, today, plan));
      const title = late === undefined ? named.name : `${named.name}, ${late}`;
      return { at: offsetOf(plan.syntax, named.milestone), ref: named.ref, title };
    });
}

/** The outcomes that a risk says it threatens. */
export function threatenedBy(risk: Risk, plan: Plan): readonly RefView[] {
  const ids = new Set(risk.outcomes.items.map(({ text }) => text));
  return plan.outcomes.items.flatMap((outcome, i) => {
    const ref = outcomeName(outcome, i);
    const title = oneLine(outcome.description?.text ?? '') || ref;
    return ids.has(outcome.id?.text ?? '') ? [{ at: offsetOf(plan.syntax, outcome), ref, title }] : [];
  });
}

const blockedIn = oncePer((plan: Plan): readonly Blocked[] =>
  allNamed(plan)
    .filter(({ milestone }) => isBlocked(milestone))
    .map(named => ({
      named,
      blockers: named.milestone.blockers.items
        .filter(({ text }) => text !== '')
        .map(({ text }) => ({ stems: stemsOf(text), words: idsAndWordsOf(text) })),
    })),
);

const wordsOf = oncePer(({ description, mitigation, contingency }: Risk) => {
  const text = [description, mitigation, contingency].map(field => field?.text ?? '').join(' ');
  return { stems: stemsOf(text), words: idsAndWordsOf(text) };
});

function speaksOf(risk: Risk, { named, blockers }: Blocked): boolean {
  const { stems, words } = wordsOf(risk);
  const id = (named.milestone.id?.text ?? '').toLowerCase();
  if (id !== '' && words.has(id)) return true;
  const own = (risk.id?.text ?? '').toLowerCase();
  return blockers.some(blocker => {
    if (own !== '' && blocker.words.has(own)) return true;
    const least = Math.min(2, blocker.stems.size);
    return least > 0 && [...blocker.stems].filter(stem => stems.has(stem)).length >= least;
  });
}

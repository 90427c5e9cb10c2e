import type { Day } from '../../day.ts';
import { versionsSince } from '../../history/older.ts';
import { sameThingsOf } from '../../history/same-thing.ts';
import type { PlanHistory } from '../../history/versions.ts';
import type { Outcome, Plan, Risk } from '../../model/index.ts';
import { peopleOf } from '../../model/people.ts';
import { heldReviews } from '../../model/reviews.ts';
import { changeEntry, droppedEntry } from '../../rules/log/change-words.ts';
import { unlogged } from '../../rules/log/unlogged.ts';
import { isSaid } from '../../rules/text/placeholder.ts';
import { oneLine, quoteShort } from '../../words.ts';

/** What changed in a plan since its last review, as entries for the log of the next one; what the log says already is left out. Never throws. */
export function changesSinceReview(plan: Plan, history: PlanHistory, today: Day): readonly string[] {
  const found = unlogged(plan, history, today, peopleOf(plan));
  const changed = found?.deltas.map(({ delta }) => changeEntry(delta)) ?? [];
  const dropped = found?.dropped.map(droppedEntry) ?? [];
  return [...new Set([...changed, ...dropped, ...added(plan, history, today)])];
}

/** Outcomes and risks that the plan did not have yet when it was last reviewed. */
function added(plan: Plan, history: PlanHistory, today: Day): readonly string[] {
  const last = heldReviews(plan, today).at(-1);
  const then = last && versionsSince(history, last.on)?.at(-1)?.plan;
  if (!last || !then) return [];
  const same = sameThingsOf(then);
  const risks = new Set(then.risks.items.flatMap(one => [one.id?.text, textOf(one)]));
  const isNew = (risk: Risk) => !risks.has(risk.id?.text) && !risks.has(textOf(risk));
  const log = [...last.review.plan_changes.items, ...last.review.decisions.items].map(({ text }) => text).join('\n');
  return [...plan.outcomes.items.filter(one => !same.outcome(one)), ...plan.risks.items.filter(isNew)]
    .filter(one => isSaid(textOf(one)) && !(one.id?.text && log.includes(one.id.text)))
    .map(
      one =>
        `${one.id?.text || (one.definition === 'risk' ? 'Risk' : 'Outcome')} added: ${quoteShort(textOf(one), 90)}`,
    );
}

function textOf({ description }: Outcome | Risk): string {
  return oneLine(description?.text ?? '');
}

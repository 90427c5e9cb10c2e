import { HOLDING, type Milestone, type Outcome, type Review } from '../generated/model.ts';
import type { Element } from './field.ts';

/** The outcome that something stands in, at any depth; found without a look at the plan. */
export function outcomeAround(element: { readonly holder: Element | undefined }): Outcome | undefined {
  for (let { holder } = element; holder; holder = holder.holder) {
    const outcome = HOLDING.outcome.get(holder);
    if (outcome) return outcome;
  }
  return undefined;
}

/** The milestone that something is a field or an item of. */
export function milestoneAround({ holder }: Element): Milestone | undefined {
  return holder && HOLDING.milestone.get(holder);
}

/** The review that something is a field or an item of. */
export function reviewAround({ holder }: Element): Review | undefined {
  return holder && HOLDING.review.get(holder);
}

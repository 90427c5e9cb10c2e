import { formatFullDay } from '../../day.ts';
import type { Field, Plan, Reference } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { enumerate } from '../../words.ts';
import { mentionsIds, strayIds } from '../ids/ids-in-text.ts';
import { ANYWHERE, kindWanted, knownIds, NAMED_IN, type Named } from '../ids/known-ids.ts';
import { piecesOf } from '../ids/nearest-ids.ts';
import { referable } from '../ids/reference-repair.ts';
import { are, namesWhat, unknownWords } from '../ids/reference-words.ts';
import { milestoneIndex } from '../milestones/milestone-index.ts';
import { defineRule, type Options, type Report, type RuleContext } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'reference-unknown',
  severity: 'error',
  summary: 'An id that names an outcome, priority or phase which the plan does not have',
  why: `What is tied to an id that nothing has is tied to nothing: the risk threatens no outcome, the milestone counts for
none, the evidence proves none. Often an outcome was renamed or dropped and this place was forgotten. Where the plan lists
nothing at all of that kind this is a hint, given once. An id in the words of a review is a hint too, and only if it is built like
the plan's own outcome or risk ids and no review says that it was closed, merged or dropped. People and dependencies have
rules of their own.`,
  looksAt: ['reference', 'plan'],
  reads: { reference: [], plan: ['plan', 'review_history'] },
  appliesTo: { onlyWhole: true },
  fixable: true,
  examples: [
    { bad: example('O7'), good: example('O2') },
    { bad: log('O5'), good: log('O2') },
  ],
  check(element, { plan, report, looksFurther }) {
    if ('field' in element) {
      const found = ofReference(element, plan, looksFurther);
      if (found) report(found);
      return;
    }
    if (isOver(plan) || !mentionsIds(plan)) return;
    looksFurther(...ANYWHERE);
    for (const { id, kind, at, review } of strayIds(plan)) {
      const held = review.date?.value;
      report({
        at,
        severity: 'hint',
        message: `The review${held ? ` of ${formatFullDay(held)}` : ''} speaks of ${id}, and no ${kind} of this plan is called that; there ${are(knownIds(plan).of(kind))}. Correct the id, or note in the log what became of ${id}.`,
      });
    }
  },
});

function ofReference(
  reference: Reference,
  plan: Plan,
  looksFurther: RuleContext<Options>['looksFurther'],
): Report | undefined {
  const { field, property, to } = reference;
  const { text } = field;
  if (to === 'person' || property === 'depends_on' || isPlaceholder(text) || ALL.test(text)) return undefined;
  const ids = knownIds(plan);
  const kind = kindWanted(to);
  looksFurther(...(kind ? NAMED_IN[kind] : ANYWHERE));
  // What should be a list and is none cannot be looked into; the rule about shapes speaks of it.
  if ((kind === 'outcome' || kind === undefined) && plan.outcomes.word) return undefined;
  if (kind === 'risk' && plan.risks.word) return undefined;
  const kinds: readonly Named[] = kind ? [kind] : ['outcome', 'milestone', 'risk', 'priority', 'phase'];
  const isKnown = (one: string) => kinds.some(each => ids.has(each, one));
  if (isKnown(text)) return undefined;
  looksFurther(...ANYWHERE);
  const parts = piecesOf(text);
  const allKnown = parts.length > 1 && parts.every(isKnown);
  // A sign-off may be for a stretch of the plan that has no id, told in words.
  if (!kind && (allKnown || isStep(text, plan) || !/\d/.test(text))) return undefined;
  // Several in one text where a list should stand: its shape has a rule of its own.
  if (allKnown && property === 'outcomes' && field.key) return undefined;
  const listed = ids.some(kinds, MOST);
  // With two of one id, one of them was most likely this: the rule about ids speaks of it.
  if (kinds.some(each => ids.twice(each))) return undefined;
  if (listed.length === 0 && field !== firstOf(kind, plan)) return undefined;
  const [other] = ids.kindsOf(text);
  const severity = listed.length === 0 ? 'hint' : (other && kind) || allKnown ? 'warning' : 'error';
  return {
    at: field,
    severity,
    message: `${namesWhat(reference)}, ${allKnown ? `which names ${enumerate(parts)} in one. ${SINGLE}` : unknownWords(other, kind, listed)}`,
    fixes: edit =>
      field.borrowed || allKnown
        ? []
        : referable(text, kind, field, plan).map(id => ({
            title: `Change to ${id}`,
            edits: [edit.setValue(field, id)],
            safe: false,
          })),
  };
}

/** Words for everything there is, which need no id. */
const ALL =
  /^(?:all|any|every|everything|plan|general|overall|various|(?:the |our )?(?:whole|entire|full|overall|success)(?: success)? plan|the plan|all (?:of them|outcomes|milestones|phases|priorities)|\*)$/i;

/** More are not written into a message. */
const MOST = 10;

const SINGLE = 'Name one, or give each an entry of its own where a list may stand.';

/** Where a plan lists nothing of a kind that is said once, at the first place that names one. */
function firstOf(kind: Named | undefined, plan: Plan): Field<string> | undefined {
  const { inOrder } = milestoneIndex(plan);
  if (kind === 'phase') return inOrder.find(milestone => milestone.phase?.text)?.phase;
  if (kind === 'outcome') return inOrder.find(milestone => milestone.outcome?.text)?.outcome;
  return plan.outcomes.items.find(outcome => outcome.priority?.text)?.priority;
}

function isStep(text: string, plan: Plan): boolean {
  return (plan.decision?.steps.items ?? []).some(step => step.name?.text === text);
}

function example(outcome: string): string {
  return `risks:
  - id: R1
    description: Two depots change their address system in March
    impact: medium
    likelihood: medium
    mitigation: The check runs beside the old one until April
    status: open
    owner: Ken Abe
    outcomes: [${outcome}]
    reviewed_on: "2026-01-20"
`;
}

function log(outcome: string): string {
  return `review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training has begun.
    decisions:
      - Measure ${outcome} in the north first
    plan_changes: none
`;
}

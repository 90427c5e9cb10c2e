import type { Field, Milestone, Outcome } from '../../model/index.ts';
import { isBlocked, isOpen } from '../../model/milestones.ts';
import { isPursued } from '../../model/outcomes.ts';
import { quoteShort } from '../../words.ts';
import { outcomeLookedUp } from '../milestones/looked-up.ts';
import { isPreview, judgedBy } from '../milestones/work.ts';
import { mentions, riskFor } from '../risks/named-risks.ts';
import { defineRule } from '../rule.ts';
import { milestoneName } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'blocker-without-risk',
  severity: 'info',
  summary: 'A blocked milestone that no risk speaks of, or one that does not say what blocks it',
  why: `A blocker has an owner on one side of the table; a risk has one whom both sides know, and it comes up in the next
review. What stops a milestone belongs among the risks, even if it has happened already. Stays silent where any risk shares
the blocker's or the milestone's words, names one of them, or is tied to the same outcome and still watched, and where the
plan has no risks at all, which is said by \`risks-missing\`. The repair writes the blocker down as a risk that has come
true; how bad and how likely it is, only you can say.`,
  looksAt: ['milestone'],
  reads: [],
  appliesTo: { onlyWhole: true, exceptFormats: ['goal_card'], exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `milestones:
  - name: Address check live in the south
    outcome: O2
    target_date: 2026-05-29
    status: blocked
    owner: Ken Abe
    blockers:
      - The postcode file of the southern region is missing
`,
      good: `milestones:
  - name: Address check live in the south
    outcome: O2
    target_date: 2026-05-29
    status: blocked
    owner: Ken Abe
    blockers:
      - The postcode file of the southern region is missing
risks:
  - id: R2
    description: Without the postcode file the south goes on with wrong addresses
    impact: medium
    likelihood: medium
    mitigation: Dana Ruiz asks the post office again on 16 February
    status: open
    owner: Dana Ruiz
`,
    },
  ],
  check(milestone, context) {
    if (!isOpen(milestone)) return;
    const { plan, people, today, report } = context;
    const { blockers, status } = milestone;
    const written = blockers.items.filter(({ text }) => !isNoBlocker(text));
    const declared = status?.value === 'blocked' ? status : undefined;
    if (!declared && (written.length === 0 || !isBlocked(milestone))) return;
    context.looksFurther(...judgedBy(milestone));
    if (isPreview(milestone, plan)) return;
    const outcome = outcomeLookedUp(milestone, context);
    if (outcome && !isPursued(outcome)) return;
    const [blocker] = written;
    if (!blocker) {
      if (declared && isUnsaid(milestone))
        report({
          at: declared,
          message: `${milestoneName(milestone)} is blocked, and nobody can read by what. Write the blocker down, and who can clear it.`,
        });
      return;
    }
    context.looksFurther('risks');
    if (plan.risks.items.length === 0 || mentions(milestone, written, outcome, plan)) return;
    report({
      at: blocker,
      message: `${milestoneName(milestone)} is held up by ${quoteShort(blocker.text)}, but no risk of the plan speaks of it${threatened(outcome)}. Write it down as a risk, with somebody who clears it.`,
      fixes: edit => [riskFor(milestone, blocker, outcome, { plan, people, today, edit })],
    });
  },
});

/** Neither a list of blockers nor a text in its place. */
function isUnsaid({ blockers }: Milestone): boolean {
  return blockers.word === undefined || isNoBlocker(blockers.word.text);
}

function threatened(outcome: Outcome | undefined): string {
  return outcome?.label ? `, although ${outcome.label} depends on it` : '';
}

/** Words that say there is none, or that it is over. */
function isNoBlocker(text: Field<string>['text']): boolean {
  return isPlaceholder(text) || NONE.test(text.trim()) || (OVER.test(text) && !NOT_YET.test(text));
}

const NONE =
  /^(?:none|nothing|no (?:known |current |open |more )?blockers?)(?: (?:known|so far|yet|currently|any more|at (?:present|the moment|this time)|right now|today))?[.!]?$/i;
const OVER = /\b(?:resolved|cleared|solved|lifted|unblocked)\b/i;
const NOT_YET = /\b(?:not|until|once|be|unless|before)\b|n['’]t\b/i;

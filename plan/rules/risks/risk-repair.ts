import type { Plan, Risk } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import type { Editor } from '../../syntax/edit.ts';
import { oneLine, quoteShort } from '../../words.ts';
import { setField } from '../repair/set-field.ts';
import type { Fix } from '../rule.ts';
import { isNoAnswer, isOpenRisk } from './risk-state.ts';

/** So many contingencies are offered to choose from. */
const MOST = 3;

/** Calls a risk settled. `why` ends the title: it is the decision that is made by taking the repair. */
export function settled(risk: Risk, status: 'accepted' | 'closed', why: string, edit: Editor): Fix | undefined {
  const change = setField(edit, risk, 'status', status, { after: ['mitigation', 'likelihood', 'impact'], word: true });
  return change && { title: `Set status to ${status}, ${why}`, edits: [change], safe: false };
}

/** The same for a risk that both sides accept. A plan that is at risk needs an open risk to show for it, so its only one is not offered. */
export function accepted(risk: Risk, plan: Plan, why: string, edit: Editor): Fix | undefined {
  const isOnlyOpenOne =
    plan.plan?.status?.value === 'at_risk' && !plan.risks.items.some(one => one !== risk && isOpenRisk(one));
  return isOnlyOpenOne ? undefined : settled(risk, 'accepted', why, edit);
}

/** What the milestones of the outcomes that a risk names have planned for the case that something goes wrong, as the risk's own contingency. */
export function knownContingencies(risk: Risk, plan: Plan, edit: Editor): readonly Fix[] {
  const named = new Set(risk.outcomes.items.map(({ text }) => text));
  const milestones = plan.outcomes.items
    .filter(({ id }) => id !== undefined && id.text !== '' && named.has(id.text))
    .flatMap(outcome => milestonesOf(outcome, plan))
    .filter(({ status, contingency }) => status?.value !== 'skipped' && contingency && !isNoAnswer(contingency.text));
  const texts = new Map(milestones.map(one => [oneLine(one.contingency?.text ?? ''), one] as const).toReversed());
  return [...texts]
    .toReversed()
    .flatMap(([text, { name, label }]) => {
      const change = setField(edit, risk, 'contingency', text, { after: ['mitigation', 'likelihood', 'impact'] });
      const title = `Take over the contingency of ${quoteShort(name?.text || label || text, 50)}`;
      return change ? [{ title, edits: [change], safe: false }] : [];
    })
    .slice(0, MOST);
}

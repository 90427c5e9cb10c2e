import type { PlanFile } from '../../check.ts';
import type { Action, KeyResult, Measurement, Milestone, Outcome, Plan, Review, Risk } from '../../model/index.ts';
import { outcomeOf } from '../../model/outcomes.ts';
import { locate } from '../../syntax/locate.ts';

/** What of a plan an offset is in: the innermost of each kind. */
export interface ThingsAt {
  /** The top-level section. */
  readonly section?: string | undefined;
  /** The outcome around it, or that a milestone at the top level names. */
  readonly outcome?: Outcome | undefined;
  readonly keyResult?: KeyResult | undefined;
  readonly measurement?: Measurement | undefined;
  readonly milestone?: Milestone | undefined;
  readonly action?: Action | undefined;
  readonly risk?: Risk | undefined;
  readonly review?: Review | undefined;
  /** The key whose list it is in, the innermost one: `measurements`. */
  readonly list?: string | undefined;
}

/** What stands at an offset of a text that was read. Never throws. */
export function thingsAt(file: PlanFile, plan: Plan, offset: number): ThingsAt {
  const path = locate(file.source, offset)?.path ?? [];
  const [section, first] = path;
  if (typeof section !== 'string') return {};
  const list = path.findLast(
    (key, at) => typeof key === 'string' && (typeof path[at + 1] === 'number' || at === path.length - 1),
  );
  const base = { section, list: typeof list === 'string' ? list : undefined };
  const index = typeof first === 'number' ? first : -1;
  const item = (key: string) => {
    const at = path.indexOf(key, 1);
    const found = at < 0 ? undefined : path[at + 1];
    return typeof found === 'number' ? found : -1;
  };
  switch (section) {
    case 'outcomes': {
      const outcome = plan.outcomes.items[index];
      const keyResult = outcome?.key_results.items[item('key_results')];
      const milestone = outcome?.milestones.items[item('milestones')];
      const measurement = (keyResult ?? outcome)?.measurements.items[item('measurements')];
      return { ...base, outcome, keyResult, milestone, measurement, action: milestone?.actions.items[item('actions')] };
    }
    case 'milestones':
    case 'implementation': {
      const milestone =
        section === 'milestones' ? plan.milestones.items[index] : plan.implementation?.steps.items[item('steps')];
      return {
        ...base,
        milestone,
        outcome: milestone && outcomeOf(milestone, plan),
        action: milestone?.actions.items[item('actions')],
      };
    }
    case 'risks':
      return { ...base, risk: plan.risks.items[index] };
    case 'review_history': {
      const review = plan.review_history.items[index];
      return { ...base, review, action: review?.actions.items[item('actions')] };
    }
    default:
      return base;
  }
}

/** True for a document with sections of its own: not for an empty one, a text or a list. */
export function hasSections({ syntax }: Pick<Plan, 'syntax'>): boolean {
  return syntax.sections.some(({ part }) => part.section !== '');
}

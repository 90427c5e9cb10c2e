import type { PlanFormat, PlanStage } from '../generated/model.ts';
import { type Phrase, phrase } from '../phrase.ts';

/** A kind of plan or a stage to choose from. `use` says what it is for. */
export interface Kind<T> {
  readonly value: T;
  readonly name: Phrase;
  readonly use: Phrase;
}

/** The seven formats of a plan, the usual one first. */
export const FORMATS: readonly Kind<PlanFormat>[] = [
  {
    value: 'outcome_based',
    name: phrase('Outcome-based plan'),
    use: phrase('Goals, milestones and actions: right for most customers'),
  },
  {
    value: 'timeline_based',
    name: phrase('Timeline'),
    use: phrase('Phases and milestones along a calendar: onboarding and rollouts'),
  },
  { value: 'okr', name: phrase('Objectives and key results'), use: phrase('For companies that work with OKRs') },
  {
    value: 'joint_accountability',
    name: phrase('Joint accountability plan'),
    use: phrase('Commitments of both sides: strategic accounts that you work with closely'),
  },
  {
    value: 'value_realization',
    name: phrase('Value realization tracker'),
    use: phrase('Every outcome with its amount: customers who ask for the return'),
  },
  {
    value: 'mutual_action_plan',
    name: phrase('Mutual action plan'),
    use: phrase('The way to the decision and the first day of use: before the sale'),
  },
  { value: 'goal_card', name: phrase('Goal card'), use: phrase('One page for a small account') },
];

/** The stages in which a plan is begun. */
export const STAGES: readonly Kind<PlanStage>[] = [
  { value: 'onboarding', name: phrase('Onboarding'), use: phrase('The contract is signed, the work begins') },
  { value: 'steady_state', name: phrase('Steady state'), use: phrase('The product is in use') },
  { value: 'renewal', name: phrase('Renewal'), use: phrase('The next contract is being prepared') },
  { value: 'pre_sale', name: phrase('Before the sale'), use: phrase('The customer has not decided yet') },
];

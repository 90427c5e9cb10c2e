import type { Day } from '../day.ts';
import type { PlanFormat, PlanStage } from '../generated/model.ts';
import { quoted } from '../syntax/quote.ts';
import { type PlanDays, planDays } from './dates.ts';
import { outcomes } from './outcomes.ts';
import { buying, phases } from './schedule.ts';
import { inSnippet, Stops } from './snippet.ts';

/** Somebody who is named before the plan is written. */
export interface NamedPerson {
  readonly name: string;
  readonly role: string | undefined;
}

/** What is known of a plan before it is written. The renewal lies ahead. */
export interface PlanFacts {
  readonly format: PlanFormat;
  readonly stage: PlanStage;
  readonly company: string;
  readonly owner: NamedPerson;
  readonly coOwner: NamedPerson;
  readonly renewal: Day;
  readonly today: Day;
}

/** What the sections of a template are written with. */
export interface Draft {
  readonly facts: PlanFacts;
  readonly days: PlanDays;
  readonly stops: Stops;
  /** The names in quotes, ready for the snippet. */
  readonly owner: string;
  readonly coOwner: string;
  /** True for a plan that leads to a decision. */
  readonly isBuying: boolean;
}

/**
 * A new plan as a snippet: all that follows from the facts is written, what only people can tell is a place to fill in that says `TBD`,
 * so that the checks ask for it until it is told.
 */
export function newPlan(facts: PlanFacts): string {
  const { format, stage } = facts;
  const isBuying = format === 'mutual_action_plan' || stage === 'pre_sale';
  const draft: Draft = {
    facts,
    days: planDays(facts.today, facts.renewal, stage === 'pre_sale'),
    stops: new Stops(),
    owner: text(facts.owner.name),
    coOwner: text(facts.coOwner.name),
    isBuying,
  };
  const isCard = format === 'goal_card';
  const isJoint = format === 'joint_accountability';
  // In this order the places are numbered: those of the head come last, since whether the plan is active is decided when the rest is there.
  const body = [
    customer(draft),
    ...(isJoint || isBuying ? [agreement(draft)] : []),
    stakeholders(draft),
    ...(format === 'timeline_based' ? [phases(draft)] : []),
    outcomes(draft),
    ...(isBuying ? [buying(draft)] : []),
    ...(isJoint ? [together(draft)] : []),
    ...(isCard ? [] : [risks(draft), 'review_history: []\n']),
    ...(stage === 'pre_sale' || isCard ? [] : [renewal(draft)]),
  ];
  return [`# Success plan for ${inSnippet(facts.company.replaceAll(/\s+/g, ' '))}\n${head(draft)}`, ...body].join('\n');
}

/** A text in quotes, as it stands in a snippet. */
export function text(words: string): string {
  return inSnippet(quoted(words));
}

function head({ facts, days, stops, owner, coOwner }: Draft): string {
  return `plan:
  version: "1.0"
  created: "${facts.today}"
  next_review: "${days.nextReview}"
  status: ${stops.oneOf('draft', 'active')}  # active once both sides have agreed
  format: ${facts.format}
  stage: ${facts.stage}
  review_cadence: ${days.cadence}
${facts.format === 'value_realization' ? '  success_metric: value_realization_score\n' : ''}  owner: ${owner}
  co_owner: ${coOwner}
`;
}

function customer({ facts, days, stops, isBuying }: Draft): string {
  const isCard = facts.format === 'goal_card';
  const card = `customer:
  company: ${text(facts.company)}
  industry: "${stops.stop()}"
  segment: "${stops.stop()}"
${isCard ? '' : `  business_case: "${stops.stop()}"\n`}`;
  const contrast = isBuying
    ? `  current_situation: "${stops.stop()}"
  status_quo_consequences:
    - "${stops.stop()}"
  desired_future_state: "${stops.stop()}"
`
    : '';
  return `${card}${contrast}  contract:
    start_date: "${stops.stop(days.contractStart)}"
    renewal_date: "${facts.renewal}"
    arr: "${stops.stop()}"
    plan_tier: "${stops.stop()}"
`;
}

function agreement({ stops, owner, coOwner }: Draft): string {
  return `agreement:
  co_created: ${stops.oneOf('no', 'yes')}
  location: "${stops.stop()}"
  sign_offs:
    - person: ${coOwner}
      scope: plan
      status: pending
    - person: ${owner}
      scope: plan
      status: pending
`;
}

/** Titles of people who answer for a budget and a result. */
const SPONSOR =
  /\b(?:chief|c[efiot]o|cro|cmo|coo|vp|svp|evp|vice president|president|director|head|managing|partner|founder|owner)\b/i;

function stakeholders({ facts, stops, owner, coOwner }: Draft): string {
  const leads = SPONSOR.test(facts.coOwner.role ?? '');
  const types = leads ? ['executive_sponsor', 'day_to_day_contact'] : ['day_to_day_contact', 'executive_sponsor'];
  const role = ({ role: title }: NamedPerson, usual: string) => (title ? text(title) : `"${stops.stop(usual)}"`);
  const priorities = () => `      priorities: ["${stops.stop()}"]\n`;
  const customers = `    - name: ${coOwner}
      role: ${role(facts.coOwner, 'TBD')}
      type: ${types[0]}
      engagement: active
${leads ? priorities() : ''}    - name: "${stops.stop()}"
      role: "${stops.stop()}"
      type: ${types[1]}
      engagement: ${stops.oneOf('active', 'moderate', 'low')}
${leads ? '' : priorities()}`;
  return `stakeholders:
  customer:
${customers}  vendor:
    - name: ${owner}
      role: ${role(facts.owner, facts.stage === 'pre_sale' ? 'Account Executive' : 'Customer Success Manager')}
      type: primary_owner
`;
}

function together({ stops, owner, coOwner }: Draft): string {
  return `resources:
  - name: "${stops.stop()}"
    kind: ${stops.oneOf('people', 'budget', 'tool', 'content', 'training')}
    side: customer
  - name: "${stops.stop()}"
    kind: ${stops.oneOf('people', 'budget', 'tool', 'content', 'training')}
    side: vendor

communication:
  channels: ["${stops.stop()}"]
  meetings:
    - name: "Working group"
      cadence: ${stops.oneOf('weekly', 'every_two_weeks', 'monthly')}
      attendees: [${coOwner}, ${owner}]
      purpose: "Blockers and the next two weeks"
`;
}

function risks({ stops, owner }: Draft): string {
  return `risks:
  - id: R1
    description: "${stops.stop()}"
    impact: ${stops.oneOf('medium', 'low', 'high')}
    likelihood: ${stops.oneOf('medium', 'low', 'high')}
    mitigation: "${stops.stop()}"
    status: open
    owner: ${owner}
`;
}

function renewal({ stops, owner }: Draft): string {
  return `renewal:
  owner: ${owner}
  strategy: "${stops.stop()}"
`;
}

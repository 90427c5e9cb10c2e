/** A plan with nothing to find on 10 February 2026. Rule examples replace its sections. */
const SOUND: Readonly<Record<string, string>> = {
  plan: `plan:
  version: "1.2"
  created: "2025-10-20"
  last_reviewed: "2026-01-20"
  next_review: "2026-04-21"
  status: active
  review_cadence: quarterly
  owner: Priya Shah
  co_owner: Dana Ruiz
`,
  customer: `customer:
  company: Northwind Traders
  industry: Logistics
  segment: enterprise
  context: Regional freight forwarder with eleven depots.
  business_case: Orders are typed twice, and every tenth one is wrong.
  current_situation: Clerks copy orders from e-mail into two systems.
  desired_future_state: An order is entered once and is right the first time.
  contract:
    start_date: "2025-10-01"
    renewal_date: "2026-10-01"
    arr: "$84,000"
    plan_tier: Business
`,
  agreement: `agreement:
  co_created: yes
  shared_on: "2025-10-27"
  location: https://plans.northwind.example/success
`,
  stakeholders: `stakeholders:
  customer:
    - name: Dana Ruiz
      role: VP Operations
      type: executive_sponsor
      engagement: active
      priorities: [Fewer wrong deliveries]
    - name: Ken Abe
      role: Depot Manager
      type: day_to_day_contact
      engagement: active
  vendor:
    - name: Priya Shah
      role: Customer Success Manager
      type: primary_owner
`,
  outcomes: `outcomes:
  - id: O1
    description: Cut the time to enter an order from 12 minutes to 4 minutes
    so_that: clerks have the afternoon for customers who call
    business_value: Frees two people in each depot
    baseline:
      metric: Order entry time
      current: 12 minutes
      measured_on: "2025-11-03"
    target:
      metric: Order entry time
      goal: 4 minutes
      target_date: "2026-06-30"
    measurements:
      - date: "2026-01-20"
        value: 9 minutes
    status: in_progress
    renewal_evidence: Entry times before and after, depot by depot
    milestones:
      - name: Order form connected
        target_date: "2025-12-15"
        actual_date: "2025-12-12"
        status: complete
        owner: Priya Shah
      - name: All depots trained
        target_date: "2026-03-31"
        status: in_progress
        owner: Ken Abe
      - name: Four minutes confirmed by the depots
        target_date: "2026-06-30"
        status: pending
        owner: Dana Ruiz
        kind: validation
  - id: O2
    description: Bring wrong deliveries down from 10% to 3%
    so_that: depots stop paying for second trips
    business_value: About $40,000 a year in second trips
    baseline:
      metric: Share of wrong deliveries
      current: 10%
      measured_on: "2025-11-03"
    target:
      metric: Share of wrong deliveries
      goal: 3%
      target_date: "2026-08-31"
    measurements:
      - date: "2026-01-20"
        value: 8%
    status: in_progress
    milestones:
      - name: Address check switched on
        target_date: "2026-02-27"
        status: in_progress
        owner: Ken Abe
      - name: Three percent confirmed by the depots
        target_date: "2026-08-31"
        status: pending
        owner: Dana Ruiz
        kind: validation
  - id: O3
    description: Answer customers' delivery questions within 1 hour instead of 6 hours
    so_that: shippers stay with Northwind at peak season
    business_value: Two large shippers named this as their reason to look elsewhere
    baseline:
      metric: Median answer time
      current: 6 hours
      measured_on: "2025-11-03"
    target:
      metric: Median answer time
      goal: 1 hour
      target_date: "2026-07-31"
    measurements:
      - date: "2026-01-20"
        value: 4 hours
    status: in_progress
    milestones:
      - name: Tracking shown to the service desk
        target_date: "2026-03-20"
        status: pending
        owner: Priya Shah
      - name: One hour confirmed by the service desk
        target_date: "2026-07-31"
        status: pending
        owner: Ken Abe
        kind: validation
`,
  risks: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: medium
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Ruiz
    reviewed_on: "2026-01-20"
`,
  review_history: `review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training has begun.
    decisions:
      - Depots in the north are trained first
    plan_changes: none
`,
  renewal: `renewal:
  owner: Priya Shah
  strategy: Show the saved hours in the August review
  evidence:
    - outcome: O1
      statement: Entry times before and after
`,
};

/** The day that examples are judged by unless they say otherwise. */
export const EXAMPLE_DAY = '2026-02-10';

/** A plan or agenda as it stands, or a fragment set into a sound plan: its sections take the place of the sound ones. */
export function wholePlan(example: string): string {
  if (/^(plan|qbr):/m.test(example)) return example;
  const sections = sectionsOf(example);
  const all = Object.keys(SOUND).map(name => sections.get(name) ?? SOUND[name] ?? '');
  const further = [...sections].filter(([name]) => !(name in SOUND)).map(([, text]) => text);
  return [...all, ...further].join('\n');
}

/** The sound plan as one text. */
export function soundSections(): string {
  return Object.values(SOUND).join('\n');
}

/** The sound plan without the named sections. */
export function soundPlan(without: readonly string[] = []): string {
  return Object.entries(SOUND)
    .filter(([name]) => !without.includes(name))
    .map(([, text]) => text)
    .join('\n');
}

/** Top-level sections by name; what comes before the first key belongs to it. */
function sectionsOf(example: string): Map<string, string> {
  const starts = [...example.matchAll(/^([A-Za-z_][\w-]*):/gm)];
  return new Map(
    starts.map((match, index) => {
      const from = index === 0 ? 0 : match.index;
      return [match[1] ?? '', example.slice(from, starts[index + 1]?.index ?? example.length)];
    }),
  );
}

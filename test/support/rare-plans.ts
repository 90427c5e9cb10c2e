import { overlaid } from './overlay.ts';

/** Plans in which rules come where the plans of examples and corpus do not lead them. */
export const RARE_PLANS: readonly string[] = [
  // A sponsor who stays away from reviews, and has not signed either.
  overlaid(`agreement:
  sign_offs:
    - { person: Ken Abe, status: signed, signed_on: "2025-11-03" }
review_history:
  - { date: "2025-11-10", type: qbr, attendees: [Ken Abe, Priya Shah], summary: The form is connected. }
  - { date: "2026-01-20", type: qbr, attendees: [Ken Abe, Priya Shah], summary: Order form is live. }
`),
  // Somebody left whose only work is the renewal; owners changed in the log alone.
  overlaid(
    `stakeholders:
  vendor:
    - { name: Priya Shah, role: Customer Success Manager, type: primary_owner, until: "2025-12-31" }
    - { name: Per Holm, role: Solutions Engineer }
outcomes:
  - id: O1
    milestones:
      - { name: Order form connected, target_date: "2026-03-15", status: pending, owner: Ken Abe }
  - id: O3
    milestones:
      - { name: Tracking shown, target_date: "2026-03-20", status: pending, owner: Ken Abe }
decision:
  steps:
    - { name: Contract terms agreed, kind: legal, owner: Ken Abe, target_date: "2026-03-31", status: pending }
review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe]
    summary: Order form is live, training has begun.
    plan_changes: [O1 milestone 1 owner changed from Ken Abe to Dana Ruiz]
`,
    ['plan.owner'],
  ),
  // A plan at risk whose review is late.
  overlaid(`plan:
  status: at_risk
  next_review: "2026-02-02"
`),
  // Nothing but a steering section and milestones for which nobody has written an outcome.
  `plan:
  version: "1.0"
  created: "2025-06-20"
  status: active
customer:
  company: Northwind Traders
milestones: []
`,
  `plan:
  version: "1.0"
  created: "2025-06-20"
  status: active
outcomes:
  - id: O1
    description: Cut the time to enter an order from 12 minutes to 4 minutes
`,
  // An outcome with a milestone that lacks its name.
  overlaid(`outcomes:
  - id: O1
    milestones:
      - { target_date: "2026-03-20", status: pending, owner: Ken Abe }
`),
];

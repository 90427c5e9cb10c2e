// Generated from schemas/ by `npm run generate`. Do not edit.
import type { Entry } from '../rules/said.ts';
import type { VisitKind } from './model.ts';

/** The rules at work, by the kind of thing that they look at. */
export type Looks = { readonly [K in VisitKind]: Entry<K>[] };

export function emptyLooks(): Looks {
  return {
    document: [],
    plan: [],
    agenda: [],
    part: [],
    problem: [],
    day: [],
    quantity: [],
    reference: [],
    ignore: [],
    planSection: [],
    customer: [],
    contract: [],
    priority: [],
    agreement: [],
    signOff: [],
    stakeholders: [],
    customerPerson: [],
    vendorPerson: [],
    partnerPerson: [],
    outcome: [],
    businessValue: [],
    baseline: [],
    target: [],
    measurement: [],
    keyResult: [],
    milestone: [],
    action: [],
    phase: [],
    decision: [],
    decisionStep: [],
    implementation: [],
    resource: [],
    communication: [],
    meeting: [],
    risk: [],
    review: [],
    renewal: [],
    evidence: [],
    qbr: [],
    qbrAttendees: [],
    topic: [],
  };
}

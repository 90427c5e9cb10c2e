/**
 * The fields that a whole block has from the start, by definition: those it cannot be without and those of the templates, in their order. What is
 * not here begins as a value.
 */
export const BLOCK_FIELDS: Readonly<Record<string, readonly string[]>> = fieldsOf({
  planSection: 'version created last_reviewed next_review status',
  customer: 'company industry segment contract',
  contract: 'start_date renewal_date arr plan_tier',
  priority: 'id name sponsor',
  agreement: 'co_created shared_on location',
  signOff: 'person scope status',
  stakeholders: 'customer vendor',
  customerPerson: 'name role type engagement',
  vendorPerson: 'name role type',
  partnerPerson: 'name role type',
  outcome: 'id description so_that business_value baseline target status milestones',
  businessValue: 'summary amount per',
  baseline: 'metric current measured_on',
  target: 'metric goal target_date',
  measurement: 'date value',
  keyResult: 'id description baseline target',
  milestone: 'id name target_date status owner',
  action: 'description owner due_date status',
  phase: 'id name start_date end_date',
  decision: 'criteria decision_date steps',
  decisionStep: 'name kind owner target_date status',
  implementation: 'summary go_live_date steps',
  resource: 'name kind side notes',
  communication: 'channels meetings',
  meeting: 'name cadence attendees purpose',
  risk: 'id description impact likelihood mitigation status owner',
  review: 'date type attendees summary decisions plan_changes',
  renewal: 'owner strategy evidence',
  evidence: 'outcome statement',
  qbr: 'duration date plan attendees agenda',
  qbrAttendees: 'customer vendor',
  topic: 'topic duration content',
});

/** The value that a choice begins with, where it is not the first. */
export const FIRST_CHOICE: Readonly<Record<string, string>> = {
  level: 'medium',
  signOffStatus: 'pending',
  actionStatus: 'open',
  decisionStepKind: 'legal',
};

/** The topics of an agenda that nobody has written yet; the minutes add up to an hour. */
export const TOPICS: readonly (readonly [topic: string, minutes: number, content: readonly string[]])[] = [
  [
    'Progress on the success plan',
    25,
    ['Each outcome: the number today, the goal, what holds it back', 'Milestones that are late or blocked'],
  ],
  ['Risks', 10, ['What has changed since the last review', 'Who does what about the severe ones']],
  ['What comes next', 15, ['The customer’s plans for the next quarter', 'What both sides prepare for the renewal']],
  ['Who does what by when', 10, ['Every action with a name and a date', 'The date of the next review']],
];

/** How a thing is called when it is offered whole: `outcome`, `key result`. */
export const NOUNS: Readonly<Record<string, string>> = {
  customerPerson: 'person',
  vendorPerson: 'person',
  partnerPerson: 'person',
  keyResult: 'key result',
  signOff: 'sign-off',
  decisionStep: 'step',
};

function fieldsOf(table: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(table).map(([name, fields]) => [name, fields.split(' ')]));
}

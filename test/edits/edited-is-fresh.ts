import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makePlan, PLAN_TODAY } from '../../bench/plans.ts';
import { day } from '../../plan/day.ts';
import { dayOf } from '../corpus/layouts.ts';
import { edited, type HostileEdit, hostileEdit } from './hostile-edits.ts';
import { EditedPlan, seen, type Version } from './same.ts';

/** So many edits are made in all. */
const EDITS = Number(process.env.EDITS ?? 100_000);
/** They are shared out over so many tests, half of them in each file, so that two processors have work. */
export const SHARDS = 8;
const EDITS_A_RUN = 50;

const corpus = new URL('../corpus/plans/', import.meta.url);
const PLANS = [
  ...readdirSync(corpus).map(file => readFileSync(new URL(file, corpus), 'utf8')),
  ...[1, 2, 3].map(seed => `# Judged on ${PLAN_TODAY}\n${makePlan(seed, 150)}`),
];
/** Half of what must be there is missing, and people and names are there twice or nowhere: much depends on other parts. */
const WEAK = `# Judged on 2026-02-10
plan:
  version: "1.0"
  status: active
customer:
  company: Harbor Foods
stakeholders:
  customer:
    - name: Sarah Chen
      type: executive_sponsor
    - role: IT Director
  vendor:
    - name: Jane Smith
      until: 2026-01-01
outcomes:
  - id: O1
    description: Cut the time to close a month from 9 days to 4
    owner: Sara Chen
    milestones:
      - target_date: 2026-01-15
        status: pending
      - name: Ledgers closed by the tool
        id: M1
        depends_on: [M2, M9]
        target_date: 2026-13-01
        owner: Jane Smith
  - id: O1
    description: Raise weekly use from 30% to 80%
    target: { goal: 80% }
    milestones:
      - id: M2
        name: Half of the team active
        status: blocked
        blockers: [no licences]
risks:
  - id: R1
    description: Licences come late
    impact: high
    likelihood: high
    outcomes: [O3]
review_history:
  - date: 2026-01-20
    attendees: [Sarah Chen, Nobody Known]
    plan_changes: ["O1 milestone 2 moved to 2026-03-01"]
`;
PLANS.push(WEAK);

const isShort = (text: string) => text.length < 3_500;

/** Mostly short plans: an edit in a long one costs more, and finds no more. */
const plan = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...PLANS.filter(isShort)) },
  { weight: 1, arbitrary: fc.constantFrom(...PLANS.filter(text => !isShort(text))) },
);

const edits = fc.array(hostileEdit, { minLength: EDITS_A_RUN, maxLength: EDITS_A_RUN });

/** One share of the property: after each edit, what is kept and patched is what the same text gives when it is read anew. */
export function editedIsFresh(shard: number): void {
  it(`an edited plan is what it would be if it were read anew (${shard} of ${SHARDS})`, { timeout: 1_200_000 }, () => {
    // Errors of the YAML library are made by the thousand here, and nobody looks where they come from.
    Error.stackTraceLimit = 0;
    let made = 0;
    const property = fc.property(plan, edits, (text, all) => {
      made += compared(text, all);
    });
    const seed = Number(process.env.SEED ?? 0) + shard;
    fc.assert(property, { numRuns: Math.ceil(EDITS / SHARDS / EDITS_A_RUN), seed });
    expect(made).toBeGreaterThanOrEqual(EDITS / SHARDS);
  });
}

/** Makes the edits one after the other, and compares after each. Returns how many there were. */
function compared(opened: string, all: readonly HostileEdit[]): number {
  const texts = [opened];
  const plan = new EditedPlan(opened, day(dayOf(opened)));
  // A text that comes back, as by an undo, has been read anew already.
  const read = new Map<string, Version>();
  for (const [step, edit] of all.entries()) {
    const now = texts.at(-1) ?? '';
    if (edit.kind !== 'undo') texts.push(edited(now, edit));
    else if (texts.length > 1) texts.pop();
    const text = texts.at(-1) ?? '';
    const withFixes = step % 5 === 0;
    const anew = read.get(text) ?? plan.anew(text);
    read.set(text, anew);
    const [kept, fresh] = [seen(plan.edit(text), withFixes), seen(anew, withFixes)];
    // The comparison that explains itself is slow.
    if (!isDeepStrictEqual(kept, fresh)) expect(kept).toEqual(fresh);
  }
  return all.length;
}

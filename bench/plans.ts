import { addDays, type Day, day } from '../plan/day.ts';
import { Random } from './random.ts';
import {
  BLOCKERS,
  COMPANIES,
  DECISIONS,
  FIRST_NAMES,
  INDUSTRIES,
  LAST_NAMES,
  RISKS,
  STORIES,
  SUMMARIES,
} from './stories.ts';

/** The day that the made plans are to be judged by. */
export const PLAN_TODAY = day('2026-02-10');

/** The sizes that are measured, in lines. */
export const SIZES = { typical: 300, large: 5_000, huge: 100_000 } as const;
export type Size = keyof typeof SIZES;

/** How the lines below the head are shared out, as in plans that people keep: most of it is outcomes. */
const OUTCOME_SHARE = 0.82;
const RISK_SHARE = 0.07;

/**
 * A plan in the shape of the template that people start from, about as long as asked for (from 150 lines on it is off by less than
 * an outcome). Written as a person would; about one milestone in twenty-five is late, nothing else is weak but its size. The same seed and
 * length give the same text.
 */
export function makePlan(seed: number, lines: number): string {
  return new PlanWriter(new Random(seed)).write(lines);
}

class PlanWriter {
  private readonly random: Random;
  private readonly lines: string[] = [];
  private readonly customer: string[] = [];
  private readonly vendor: string[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  write(length: number): string {
    this.head(length);
    const body = length - this.lines.length;
    const outcomesEnd = this.lines.length + body * OUTCOME_SHARE;
    this.section('outcomes', outcomesEnd, number => this.outcome(number));
    this.section('risks', outcomesEnd + body * RISK_SHARE, number => this.risk(number));
    this.section('review_history', length, number => this.review(number));
    return `${this.lines.join('\n')}\n`;
  }

  /** Items until the next one would end further beyond the line `end` than the list now ends before it; one at least. */
  private section(key: string, end: number, item: (number: number) => void): void {
    this.add('', `${key}:`);
    let last = 0;
    for (let number = 1; number === 1 || this.lines.length + last / 2 < end; number++) {
      if (number > 1) this.add('');
      const before = this.lines.length;
      item(number);
      last = this.lines.length - before;
    }
  }

  private head(length: number): void {
    const { random } = this;
    this.name(this.customer, 3 + Math.min(20, Math.floor(length / 1500)));
    this.name(this.vendor, 2 + Math.min(10, Math.floor(length / 3000)));
    this.add(
      '# Customer success plan',
      'plan:',
      '  version: "1.0"',
      '  created: "2025-08-01"',
      '  last_reviewed: "2026-02-01"',
    );
    this.add(
      '  next_review: "2026-05-01"',
      '  status: active              # active | completed | at_risk | archived',
      '',
    );
    this.add(
      'customer:',
      `  company: "${random.pick(COMPANIES)}"`,
      `  industry: "${random.pick(INDUSTRIES)}"`,
      '  segment: enterprise',
    );
    this.add('  contract:', '    start_date: "2025-08-01"', '    renewal_date: "2026-08-01"');
    this.add(`    arr: "$${random.between(60, 400)},000"`, '    plan_tier: "Enterprise"', '');
    this.add('stakeholders:', '  customer:');
    for (const [index, name] of this.customer.entries())
      this.stakeholder(name, CUSTOMER_ROLES[index] ?? END_USER, 'active');
    this.add('  vendor:');
    for (const [index, name] of this.vendor.entries())
      this.stakeholder(name, VENDOR_ROLES[index] ?? SUPPORT, undefined);
  }

  private name(list: string[], count: number): void {
    while (list.length < count) {
      const name = `${this.random.pick(FIRST_NAMES)} ${this.random.pick(LAST_NAMES)}`;
      if (!this.customer.includes(name) && !this.vendor.includes(name)) list.push(name);
    }
  }

  private stakeholder(name: string, [role, type]: readonly [string, string], engagement: string | undefined): void {
    this.add(`    - name: "${name}"`, `      role: "${role}"`, `      type: ${type}`);
    if (engagement) this.add(`      engagement: ${engagement}`);
  }

  private outcome(number: number): void {
    const { random } = this;
    const story = random.pick(STORIES)(random);
    const measuredOn = addDays(day('2025-08-05'), random.between(0, 60));
    const targetDate = addDays(day('2026-04-01'), random.between(0, 90));
    this.add(
      `  - id: O${number}`,
      '    description: >',
      `      ${story.description[0]}`,
      `      ${story.description[1]}`,
    );
    this.add(`    business_value: "${story.value}"`);
    this.add(
      '    baseline:',
      `      metric: "${story.metric}"`,
      `      current: "${story.reading(0)}"`,
      `      measured_on: "${measuredOn}"`,
    );
    this.add(
      '    target:',
      `      metric: "${story.metric}"`,
      `      goal: "${story.reading(1)}"`,
      `      target_date: "${targetDate}"`,
    );
    this.add('    measurements:');
    for (let month = 1; month <= 3; month++) {
      const taken = addDays(measuredOn, 30 * month + random.between(0, 4));
      this.add(`      - date: "${taken}"`, `        value: "${story.reading(0.15 * month + random.fraction() * 0.1)}"`);
    }
    this.add('    status: in_progress', '    milestones:');
    this.milestones(story.milestones, addDays(measuredOn, 7), targetDate);
  }

  /** Milestones in the order of the story, spread evenly to the target date: past ones complete, the others ahead. */
  private milestones(names: readonly string[], from: Day, until: Day): void {
    const { random } = this;
    const count = random.between(3, 5);
    const skip = random.between(0, names.length - count);
    const step = Math.floor((Date.parse(until) - Date.parse(from)) / 86_400_000 / count);
    for (const [index, name] of names.slice(skip, skip + count).entries()) {
      const due = index === count - 1 ? until : addDays(from, step * (index + 1) - random.between(0, 5));
      const past = due < PLAN_TODAY;
      const late = past && random.oneIn(12);
      const done = past && !late;
      const before = addDays(due, -random.between(0, 5));
      this.add(
        `      - name: "${name}"`,
        `        target_date: "${due}"`,
        `        actual_date: ${done ? `"${before}"` : 'null'}`,
      );
      this.add(`        status: ${done ? 'complete' : late ? 'in_progress' : 'pending'}`);
      this.add(`        owner: "${random.pick(random.oneIn(3) ? this.vendor : this.customer)}"`);
      if (late || (!past && random.oneIn(8))) this.add('        blockers:', `          - "${random.pick(BLOCKERS)}"`);
    }
  }

  private risk(number: number): void {
    const { random } = this;
    const [description, mitigation] = random.pick(RISKS);
    this.add(`  - id: R${number}`, `    description: "${description}"`, `    impact: ${random.pick(LEVELS)}`);
    this.add(
      `    likelihood: ${random.pick(LEVELS)}`,
      `    mitigation: "${mitigation}"`,
      `    status: ${random.pick(['open', 'mitigated'])}`,
    );
    this.add(`    owner: "${random.pick(this.vendor)}"`);
  }

  private review(number: number): void {
    const { random } = this;
    const [first, second] = random.pick(SUMMARIES);
    const attendees = [...new Set([random.pick(this.customer), random.pick(this.customer), random.pick(this.vendor)])];
    this.add(`  - date: "${addDays(day('2025-09-01'), Math.min(150, number * 45 + random.between(0, 10)))}"`);
    this.add(
      `    attendees: [${attendees.map(name => `"${name}"`).join(', ')}]`,
      '    summary: >',
      `      ${first}`,
      `      ${second}`,
    );
    this.add('    decisions:', `      - "${random.pick(DECISIONS)}"`, '    plan_changes: none');
  }

  private add(...lines: string[]): void {
    this.lines.push(...lines);
  }
}

const LEVELS = ['low', 'medium', 'high'];
const END_USER = ['Team Lead', 'end_user_lead'] as const;
const SUPPORT = ['Support Engineer', 'support'] as const;
const CUSTOMER_ROLES = [
  ['VP Operations', 'executive_sponsor'],
  ['Operations Manager', 'day_to_day_contact'],
  ['IT Director', 'technical_contact'],
] as const;
const VENDOR_ROLES = [
  ['Customer Success Manager', 'primary_owner'],
  ['Solutions Engineer', 'technical_resource'],
] as const;

import type { Finding } from '../finding.ts';
import { ALL_RULES } from '../generated/rules.ts';
import type { Plan } from '../model/index.ts';
import { applies } from '../rules/walk.ts';
import type { SyntaxDocument } from '../syntax/tree.ts';
import { CHECKLIST, type ChecklistItem } from './checklist.ts';

/** An item of the checklist as a plan meets it. */
export interface QualityItem {
  readonly id: string;
  readonly title: string;
  /** `not_asked`: the plan's format or stage does not ask for it. */
  readonly verdict: 'passed' | 'failed' | 'not_asked';
  /** The findings that decide it. */
  readonly findings: readonly Finding[];
  /** What is lacking although no rule speaks of it. */
  readonly lacks: string | undefined;
}

/** How good a plan is, as a plan. */
export interface PlanQuality {
  readonly items: readonly QualityItem[];
  readonly passed: number;
  /** All items that the plan's format and stage ask for: ten, for most plans. */
  readonly asked: number;
}

/**
 * The ten items of the checklist, each passed unless a finding of info or louder decides against it or something is lacking that no rule speaks of.
 * `findings` are those of the whole file on the day, so what a team has switched off or a comment silences counts as passed. Source: the
 * plan format's "Plan quality". Nine passed, one failed for its single contact: 9 of 10. Never throws.
 */
export function planQuality(plan: Plan, findings: readonly Finding[]): PlanQuality {
  const own = findings.filter(
    one => one.severity !== 'hint' && plan.syntax.start <= one.start && one.start <= plan.syntax.end,
  );
  const items = CHECKLIST.map(item => judge(item, plan, own));
  const asked = items.filter(item => item.verdict !== 'not_asked');
  return { items, asked: asked.length, passed: asked.filter(item => item.verdict === 'passed').length };
}

function judge(item: ChecklistItem, plan: Plan, findings: readonly Finding[]): QualityItem {
  const { id, title } = item;
  if (!isAsked(item, plan)) return { id, title, verdict: 'not_asked', findings: [], lacks: undefined };
  const against = findings.filter(finding => decides(item, finding, plan.syntax));
  const lacks = against.length === 0 ? item.lacks?.(plan) : undefined;
  const failed = against.length > 0 || lacks !== undefined;
  return { id, title, verdict: failed ? 'failed' : 'passed', findings: against, lacks };
}

/** An item is asked of a plan if its first rule speaks to plans of that format and stage; whether the plan is over does not matter. */
function isAsked(item: ChecklistItem, plan: Plan): boolean {
  const [leading] = Object.keys(item.rules);
  const rule = ALL_RULES.find(({ id }) => id === leading);
  if (!rule) return true;
  const { exceptStatuses: _, onlyWhole: __, onlyWithHistory: ___, ...scope } = rule.appliesTo;
  return applies(scope, plan);
}

function decides(item: ChecklistItem, finding: Finding, document: SyntaxDocument): boolean {
  const where = Object.hasOwn(item.rules, finding.rule) ? item.rules[finding.rule] : undefined;
  if (where === undefined || where === 'anywhere') return where !== undefined;
  return where.includes(sectionAt(document, finding.start));
}

function sectionAt(document: SyntaxDocument, offset: number): string {
  const found = document.sections.findLast(({ part }) => (document.starts.get(part) ?? 0) <= offset);
  return found?.part.section ?? '';
}

import type { RuleSetting } from '../rules/engine.ts';
import type { PreparedRule, Severity } from '../rules/rule.ts';
import type { Layer } from './layer.ts';

/** A set of levels that a configuration can begin from. */
export interface Preset {
  readonly name: string;
  /** One line: for whom it is. */
  readonly summary: string;
  /** What it says of the rules that there are. */
  settings(rules: readonly PreparedRule[]): ReadonlyMap<string, Layer>;
}

/** One step louder, for a team that wants to hear everything. */
const LOUDER: Readonly<Partial<Record<Severity, Severity>>> = { info: 'warning', hint: 'info' };

/**
 * Before the signature nothing has been measured, reviewed or renewed yet; what is agreed on is the way to the decision.
 * Ids of the catalogue with their level.
 */
export const PRE_SALE: Readonly<Record<string, Severity | 'off'>> = {
  // Measured progress comes with the customer's own data.
  'outcome-baseline-missing': 'hint',
  'outcome-baseline-undated': 'off',
  'outcome-unmeasured': 'off',
  'outcome-off-track': 'off',
  'outcome-status-contradiction': 'info',
  // There is no review yet.
  'plan-review-not-scheduled': 'info',
  'plan-review-overdue': 'info',
  'plan-review-gap': 'off',
  'review-history-missing': 'off',
  'risk-not-reviewed': 'off',
  'plan-change-unlogged': 'off',
  // Nor a renewal.
  'renewal-not-linked': 'off',
  'renewal-evidence-missing': 'off',
  'outcome-after-renewal': 'off',
  'review-after-renewal': 'off',
  'plan-beyond-scope': 'off',
  'outcomes-too-few': 'off',
  // What the deal is lost by.
  'approval-process-missing': 'error',
  'implementation-preview-missing': 'warning',
  'customer-contrast-missing': 'warning',
  'executive-sponsor-missing': 'error',
  'stakeholder-single-threaded': 'error',
  'milestone-date-missing': 'error',
  'milestone-owner-missing': 'error',
};

/** The presets, by the names that `extends` takes. */
export const PRESETS: readonly Preset[] = [
  {
    name: 'recommended',
    summary: 'Every rule at its own level, as without a configuration.',
    settings: rules => new Map(rules.map(({ id }) => [id, { fresh: true }])),
  },
  {
    name: 'strict',
    summary: 'For plans that others sign: what is an info becomes a warning, and what is a hint becomes an info.',
    settings: rules => levels(rules, ({ severity }) => LOUDER[severity]),
  },
  {
    name: 'pre-sale',
    summary:
      'For plans before the signature: quiet about measured progress, reviews and renewal, loud about the way to the decision.',
    settings: rules => levels(rules, ({ id }) => (Object.hasOwn(PRE_SALE, id) ? PRE_SALE[id] : undefined)),
  },
];

function levels(
  rules: readonly PreparedRule[],
  levelOf: (rule: PreparedRule) => Severity | 'off' | undefined,
): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  for (const rule of rules) {
    const severity = levelOf(rule);
    if (severity) settings.set(rule.id, { severity });
  }
  return settings;
}

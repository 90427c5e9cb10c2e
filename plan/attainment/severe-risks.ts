import type { Outcome, Plan, Risk } from '../model/index.ts';
import { Beside } from '../once.ts';
import { isSevere, riskScore } from './totals.ts';

/** Open risks of score 6 and more that name the outcome; one that names none counts for a plan with a single outcome. */
export function severeRisks(outcome: Outcome, plan: Plan): string[] {
  const alone = plan.outcomes.items.length === 1;
  const severe = alone ? severeOf(plan).all : (severeOf(plan).byOutcome.get(outcome.id?.text ?? '') ?? []);
  return severe
    .filter(
      risk =>
        !alone || risk.outcomes.items.length === 0 || risk.outcomes.items.some(ref => ref.text === outcome.id?.text),
    )
    .map((risk, index) => risk.label || `risk ${index + 1}`);
}

interface SevereRisks {
  readonly all: readonly Risk[];
  /** Those that name an outcome, by its id. */
  readonly byOutcome: ReadonlyMap<string, readonly Risk[]>;
}

/** The severe open risks of a plan, gone through once: every outcome asks for its own. */
function severeOf(plan: Plan): SevereRisks {
  const known = severe.get(plan);
  if (known) return known;
  const all = plan.risks.items.filter(
    risk =>
      (risk.status?.value ?? 'open') === 'open' && isSevere(riskScore(risk.impact?.value, risk.likelihood?.value)),
  );
  const byOutcome = new Map<string, Risk[]>();
  for (const risk of all) {
    for (const id of new Set(risk.outcomes.items.map(ref => ref.text).filter(text => text !== ''))) {
      const named = byOutcome.get(id);
      if (named) named.push(risk);
      else byOutcome.set(id, [risk]);
    }
  }
  const found = { all, byOutcome };
  severe.set(plan, found);
  return found;
}

const severe = new Beside<Plan, SevereRisks>();

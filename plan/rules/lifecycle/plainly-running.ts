import type { Plan } from '../../model/index.ts';
import { isOpen } from '../../model/milestones.ts';
import { isPursued } from '../../model/outcomes.ts';
import { Digest } from '../digest.ts';
import type { Looked } from '../rule.ts';

/** Whether each outcome is pursued and says so, and whether it has a milestone that is open. */
const paces = new Digest(
  outcome => [isPursued(outcome) && Boolean(outcome.status?.text), outcome.milestones.items.some(isOpen)] as const,
);

/** Where `isPlainlyRunning` looks, and the plan's own status. */
export const RUNNING_READS: readonly Looked[] = ['plan', paces, 'milestones', 'implementation'];

/** True for the common case, an outcome that is pursued and work that is open, which is told without a look at any measurement. Never throws. */
export function isPlainlyRunning(plan: Plan): boolean {
  const rows = paces.of(plan);
  if (!rows.some(([runs]) => runs)) return false;
  return (
    rows.some(([, isOpenYet]) => isOpenYet) ||
    plan.milestones.items.concat(plan.implementation?.steps.items ?? []).some(isOpen)
  );
}

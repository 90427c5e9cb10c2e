import type { JsonChange } from '../../cli/diff/json.ts';
import { cli, planWith, type Ran } from './cli.ts';
import { soundPlan } from './examples.ts';
import { TestRepository } from './repository.ts';

export const PLAN = 'acme.success-plan.yaml';
export const EASED =
  'Outcome O1 (“Cut the time to enter an order from 12 minutes to…”): the goal asks for less: 5 minutes instead of 4 minutes.';

export function eased(more: Readonly<Record<string, string>> = {}): string {
  return planWith({ 'goal: 4 minutes': 'goal: 5 minutes', ...more });
}

export function planOf(customer: string): string {
  return soundPlan().replace('company: Northwind Traders', `company: ${customer}`);
}

/** A repository with one plan, and another goal in the working tree. */
export function editedRepository(): TestRepository {
  const made = new TestRepository();
  made.commit('2026-01-20', { [PLAN]: soundPlan() });
  made.write(PLAN, eased());
  return made;
}

export function diff({ folder }: { readonly folder: string }, ...args: string[]): Promise<Ran> {
  return cli(folder, ['diff', ...args]);
}

export async function told(made: { readonly folder: string }, ...args: string[]): Promise<string[]> {
  const { out } = await diff(made, ...args, '--format', 'json');
  const changes: JsonChange[] = JSON.parse(out);
  return changes.map(({ path: name, sentence }) => `${name} ${sentence}`);
}

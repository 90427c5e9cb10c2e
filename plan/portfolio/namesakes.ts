import type { PlanSummary } from './types.ts';

/**
 * What tells plans of one customer apart: their titles where each has another one, else where they lie, from the folder that they share. Nothing for
 * a plan that is the only one of its customer.
 */
export function namesakes(plans: readonly PlanSummary[]): ReadonlyMap<PlanSummary, string> {
  const byCustomer = new Map<string, PlanSummary[]>();
  for (const plan of plans) {
    const own = byCustomer.get(plan.customer);
    if (own) own.push(plan);
    else byCustomer.set(plan.customer, [plan]);
  }
  const told = new Map<PlanSummary, string>();
  for (const own of byCustomer.values()) {
    if (own.length < 2) continue;
    const titles = new Set(own.map(({ title = '' }) => title));
    const byTitle = titles.size === own.length && !titles.has('');
    const shared = sharedFolder(own.map(({ key }) => key));
    for (const plan of own) told.set(plan, byTitle ? (plan.title ?? '') : asWritten(plan.key, shared));
  }
  return told;
}

/** What follows in a path; editors give addresses, in which letters beyond ASCII are coded. */
function asWritten(key: string, shared: number): string {
  const rest = key.slice(shared);
  try {
    return /^[\w+.-]+:\/\//.test(key) ? decodeURIComponent(rest) : rest;
  } catch {
    return rest;
  }
}

/** The length of the folder that all paths begin with, its `/` included. */
function sharedFolder([first = '', ...others]: readonly string[]): number {
  let shared = first.lastIndexOf('/') + 1;
  while (shared > 0 && !others.every(other => other.startsWith(first.slice(0, shared))))
    shared = first.slice(0, shared - 1).lastIndexOf('/') + 1;
  return shared;
}

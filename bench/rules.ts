import { Checker, readPlanFile } from '../plan/check.ts';
import { ALL_RULES } from '../plan/generated/rules.ts';
import type { PreparedRule } from '../plan/rules/rule.ts';
import { PLAN_TODAY } from './plans.ts';
import { median } from './stats.ts';

/** What a rule costs in one check of a plan, as a part of what reading the plan costs. */
export interface RuleCost {
  readonly rule: string;
  readonly toReading: number;
}

/**
 * What each rule costs, the dearest first: medians over some rounds, in each of which the plan is read anew. What several rules share is
 * worked out by the first that asks, and counted for that one.
 */
export function ruleCosts(text: string, rounds: number): readonly RuleCost[] {
  const spent = new Map<string, number>();
  const checker = new Checker(
    new Map(),
    ALL_RULES.map(rule => timed(rule, ms => spent.set(rule.id, (spent.get(rule.id) ?? 0) + ms))),
  );
  const reading: number[] = [];
  const costs = new Map<string, number[]>(ALL_RULES.map(rule => [rule.id, []]));
  for (let round = -WARM_UP; round < rounds; round++) {
    const started = performance.now();
    const file = readPlanFile(text);
    const read = performance.now() - started;
    spent.clear();
    checker.check(file, PLAN_TODAY);
    if (round < 0) continue;
    reading.push(read);
    for (const [rule, list] of costs) list.push(spent.get(rule) ?? 0);
  }
  return [...costs]
    .map(([rule, list]) => ({ rule, toReading: median(list) / median(reading) }))
    .sort((a, b) => b.toReading - a.toReading);
}

/** Rounds that are not counted. */
const WARM_UP = 3;

function timed(rule: PreparedRule, spend: (ms: number) => void): PreparedRule {
  return {
    ...rule,
    install: (add, options) =>
      rule.install((kind, look) => {
        add(kind, (element, context) => {
          const started = performance.now();
          look(element, context);
          spend(performance.now() - started);
        });
      }, options),
  };
}

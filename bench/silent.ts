import { Checker } from '../plan/check.ts';
import { ALL_RULES } from '../plan/generated/rules.ts';

/** Looks at all that the rules look at, and says nothing: what is left of a check when its rules cost nothing. */
export function silentChecker(): Checker {
  return new Checker(
    new Map(),
    ALL_RULES.map(rule => ({ ...rule, install: add => rule.install(kind => add(kind, () => undefined), {}) })),
  );
}

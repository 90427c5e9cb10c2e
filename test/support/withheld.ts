import { expect } from 'vitest';
import { forAudience } from '../../plan/audience/for-audience.ts';
import { layOut } from '../corpus/layouts.ts';
import { CANARY, REDACT, saidIn, withCanaries, withoutWithheld } from './canaries.ts';

/** Hides canaries in a plan and expects that a customer's text has none of them, and everything else, where it was. */
export function expectWithheld(plan: string, isWanted: (layout: string) => boolean = () => true): void {
  for (const { name, text } of layOut(withCanaries(plan), isWanted)) {
    expect(text, name).toContain(CANARY);
    const made = forAudience(text, 'customer', REDACT);
    if (made.type === 'unreadable') throw new Error(`${name}: ${made.cause} at ${text.slice(made.at, made.at + 60)}`);
    expect(made.text, name).not.toContain(CANARY);
    expect(saidIn(made.text), name).toEqual(withoutBorrowed(withoutWithheld(text)));
    expect(made.text, name).toHaveLength(text.length);
  }
}

/** The one field that borrows from a withheld place. */
function withoutBorrowed(documents: unknown): unknown {
  return JSON.parse(
    JSON.stringify(documents, (key, value: unknown) =>
      key === 'business_case' && typeof value === 'string' && value.includes(CANARY) ? undefined : value,
    ),
  );
}

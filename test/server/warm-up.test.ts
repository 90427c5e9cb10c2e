import { readFileSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { Checker, readPlanFile } from '../../plan/check.ts';
import { day } from '../../plan/day.ts';
import { STANDARD_FORMAT } from '../../plan/team-format.ts';
import { WarmUp } from '../../server/warm-up.ts';

const TEMPLATE = readFileSync('test/fixtures/template.success-plan.yaml', 'utf8');
const today = day('2026-02-10');

/** A checker that notes which texts it is given; at the text of this number something else happens. */
class Noting extends Checker {
  readonly texts: string[] = [];
  at: { readonly number: number; readonly happens: () => void } | undefined;

  override checkInSteps(...asked: Parameters<Checker['checkInSteps']>): ReturnType<Checker['checkInSteps']> {
    this.texts.push(asked[0].text);
    if (this.texts.length === this.at?.number) this.at.happens();
    return super.checkInSteps(...asked);
  }
}

function failed(why: string): never {
  throw new Error(why);
}

function begun(): { readonly warmUp: WarmUp; readonly checker: Noting } {
  const checker = new Noting();
  const warmUp = new WarmUp();
  warmUp.begin({ file: readPlanFile(TEMPLATE), team: STANDARD_FORMAT, checker, today });
  return { warmUp, checker };
}

describe('the warm-up', () => {
  it('reads and checks a few versions in which one line lacks a letter, and ends', async () => {
    const { warmUp, checker } = begun();
    // How many fit into its time is up to the machine.
    await vi.waitFor(() => expect(checker.texts.length).toBeGreaterThanOrEqual(2), 5000);
    await rest(300);
    expect(checker.texts.length).toBeLessThanOrEqual(12);
    expect(new Set(checker.texts.map(text => TEMPLATE.length - text.length))).toEqual(new Set([0, 1]));
    expect(warmUp.isDue).toBe(false);
  });

  it('waits until the first diagnostics are dealt with, and does not begin when somebody types before', async () => {
    const { warmUp, checker } = begun();
    await rest(20);
    expect(checker.texts).toEqual([]);
    warmUp.stop();
    await rest(300);
    expect(checker.texts).toEqual([]);
  });

  it('ends at once when somebody types, and when something fails', async () => {
    for (const end of ['typed', 'failed']) {
      const { warmUp, checker } = begun();
      checker.at = { number: 2, happens: () => (end === 'typed' ? warmUp.stop() : failed('a broken checker')) };
      await vi.waitFor(() => expect(checker.texts).toHaveLength(2), 5000);
      await rest(100);
      expect(checker.texts).toHaveLength(2);
    }
  });

  it('takes the beginning of a long plan', async () => {
    const checker = new Noting();
    const long = readPlanFile(TEMPLATE + '# more\n'.repeat(10_000));
    new WarmUp().begin({ file: long, team: STANDARD_FORMAT, checker, today });
    await vi.waitFor(() => expect(checker.texts.length).toBeGreaterThan(1), 5000);
    for (const text of checker.texts) expect(text.length).toBeLessThanOrEqual(20_000);
  });

  it('begins once', async () => {
    const { warmUp, checker } = begun();
    const other = new Noting();
    warmUp.begin({ file: readPlanFile(TEMPLATE), team: STANDARD_FORMAT, checker: other, today });
    await vi.waitFor(() => expect(checker.texts.length).toBeGreaterThan(1), 5000);
    expect(other.texts).toEqual([]);
  });
});

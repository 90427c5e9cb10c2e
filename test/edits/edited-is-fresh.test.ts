import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makePlan, PLAN_TODAY } from '../../bench/plans.ts';
import { day } from '../../plan/day.ts';
import { dayOf } from '../corpus/layouts.ts';
import { edited, hostileEdit } from './hostile-edits.ts';
import { EditedPlan, seen } from './same.ts';

/** So many edits are made in all. They are shared out over several tests, so that every processor has some. */
const EDITS = Number(process.env.EDITS ?? 100_000);
const SHARDS = 8;
const EDITS_A_RUN = 50;

const corpus = new URL('../corpus/plans/', import.meta.url);
const PLANS = [
  ...readdirSync(corpus).map(file => readFileSync(new URL(file, corpus), 'utf8')),
  ...[1, 2, 3].map(seed => `# Judged on ${PLAN_TODAY}\n${makePlan(seed, 150)}`),
];

for (let shard = 0; shard < SHARDS; shard++) {
  it(`an edited plan is what it would be if it were read anew (${shard + 1} of ${SHARDS})`, {
    timeout: 1_200_000,
  }, () => {
    let made = 0;
    const run = fc.property(
      fc.integer({ min: 0, max: PLANS.length - 1 }),
      fc.array(hostileEdit, { minLength: EDITS_A_RUN, maxLength: EDITS_A_RUN }),
      (index, edits) => {
        const texts = [PLANS[index] ?? ''];
        const plan = new EditedPlan(texts[0] ?? '', day(dayOf(texts[0] ?? '')));
        for (const [step, edit] of edits.entries()) {
          const now = texts.at(-1) ?? '';
          if (edit.kind === 'undo' && texts.length > 1) texts.pop();
          const text = edit.kind === 'undo' ? (texts.at(-1) ?? '') : edited(now, edit, now);
          if (edit.kind !== 'undo') texts.push(text);
          const withFixes = step % 10 === 0;
          const [kept, fresh] = [seen(plan.edit(text), withFixes), seen(plan.anew(text), withFixes)];
          // The comparison that explains itself is slow.
          if (!isDeepStrictEqual(kept, fresh)) expect(kept).toEqual(fresh);
          made++;
        }
      },
    );
    fc.assert(run, { numRuns: Math.ceil(EDITS / SHARDS / EDITS_A_RUN), seed: Number(process.env.SEED ?? shard + 1) });
    expect(made).toBeGreaterThanOrEqual(EDITS / SHARDS);
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type PlanFile, readPlanFile } from '../../../../plan/check.ts';
import { soundPlan } from '../../../support/examples.ts';

/** Every plan that ships or that tests are made of, by its name. */
export function everyPlan(): readonly (readonly [string, PlanFile])[] {
  const files = ['examples', 'test/corpus/plans', 'test/fixtures'].flatMap(folder =>
    readdirSync(folder)
      .filter(name => /success-plan\.ya?ml$/.test(name))
      .map(name => path.join(folder, name)),
  );
  return [
    ...files.map(file => [file, readPlanFile(readFileSync(file, 'utf8'))] as const),
    ['the sound plan', readPlanFile(soundPlan())],
    ['the sound plan with CRLF', readPlanFile(soundPlan().replaceAll('\n', '\r\n'))],
  ];
}

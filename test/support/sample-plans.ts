import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type Day, day } from '../../plan/day.ts';
import { EXAMPLE_DAY } from './examples.ts';

/** A plan of the corpus or of the examples. */
export interface SamplePlan {
  readonly name: string;
  readonly text: string;
  /** The day that it is judged on. */
  readonly today: Day;
}

/** Every plan of a folder, by file name. */
export function plansIn(folder: string): readonly SamplePlan[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.success-plan.yaml'))
    .map(name => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return { name, text, today: day(/Judged on (\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? EXAMPLE_DAY) };
    });
}

import { Checker, type PlanFile, readPlanFile } from '../../plan/check.ts';
import { resolveConfig, type Settings } from '../../plan/config/resolve.ts';
import { day } from '../../plan/day.ts';
import type { Finding } from '../../plan/finding.ts';
import { EXAMPLE_DAY } from './examples.ts';

/** The settings of a configuration that extends no file. Fails if something in it cannot be followed. */
export async function settingsOf(config: string): Promise<Settings> {
  const { settings, files } = await resolveConfig('/plans/success-plan.config.yaml', config, async () => ({}));
  const [problem] = files.flatMap(file => file.problems);
  if (problem) throw new Error(problem.message);
  return settings;
}

/** A plan as a team with that configuration reads it. */
export async function readIn(text: string, config: string): Promise<PlanFile> {
  return readPlanFile(text, (await settingsOf(config)).team);
}

/** The findings of a plan, as a team with that configuration has them. */
export async function findingsIn(text: string, config: string): Promise<readonly Finding[]> {
  const { rules, team } = await settingsOf(config);
  return new Checker(rules).check(readPlanFile(text, team), day(EXAMPLE_DAY)).findings;
}

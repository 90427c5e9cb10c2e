import * as path from 'node:path';
import { isShallow } from '../../git/hindrance.ts';
import { versionsOf } from '../../git/histories.ts';
import { inLastCommit } from '../../git/last-commit.ts';
import { Repositories } from '../../git/repository.ts';
import { planChanges } from '../../plan/changes/plan-changes.ts';
import { customerOf } from '../../plan/changes/whole.ts';
import { CONFIG_FILE } from '../../plan/config/names.ts';
import { type Day, formatFullDay } from '../../plan/day.ts';
import { versionsSince } from '../../plan/history/older.ts';
import type { PlanHistory, PlanVersion } from '../../plan/history/versions.ts';
import type { Plan } from '../../plan/model/index.ts';
import { heldReviews } from '../../plan/model/reviews.ts';
import { parseSound } from '../../plan/syntax/fast/parse-sound.ts';
import { type ConfigFiles, slashed } from '../../server/config-file.ts';
import { readTextFile } from '../../server/text-file.ts';
import { asArgument } from '../as-argument.ts';
import { UNKNOWN } from '../git-notes.ts';
import { type FoundFile, findPlans } from '../plan-paths.ts';
import { Positions } from '../positions.ts';
import { fetchFirst, realPath, whyUnanswered } from '../repository.ts';
import { readVersion } from './documents.ts';
import type { ChangedPlan, Compared } from './result.ts';
import { isSameButForLineEnds } from './texts.ts';

/** A plan that was reviewed, and the document of its file that it is. */
interface Reviewed {
  readonly file: FoundFile;
  readonly text: string;
  readonly plan: Plan;
  readonly index: number;
  readonly on: Day;
}

/** Compares plans with what their last reviews left, each with its own. What cannot be compared is named, and the others are. Never rejects. */
export async function compareWithReviews(
  given: readonly string[],
  cwd: string,
  configs: ConfigFiles,
  today: Day,
): Promise<Compared> {
  const found = await findPlans(given.length > 0 ? given : ['.'], cwd, configs);
  const failures = [...found.failures];
  const reviewed: Reviewed[] = [];
  for (const file of found.files) {
    const own = await reviewedIn(file, configs, today);
    if (typeof own === 'string') failures.push(`${file.name}: ${own}`);
    else reviewed.push(...own);
  }
  const repositories = new Repositories();
  const wanted = reviewed.map(({ file, on }) => ({ file: file.path, from: on }));
  const histories = await versionsOf(wanted, repositories);
  const changed: ChangedPlan[] = [];
  let sameMeaning = 0;
  let unknown = 0;
  for (const one of reviewed) {
    const outcome = await sinceReview(one, histories.get(one.file.path), repositories);
    if (typeof outcome === 'string') {
      failures.push(`${one.file.name}: ${outcome}`);
      unknown++;
    } else if (outcome.changes.length > 0) changed.push(outcome);
    else if (outcome.text !== one.text) sameMeaning++;
  }
  const span = 'since their last reviews';
  return { span, changed, files: reviewed.length - unknown, sameMeaning, failures: [...new Set(failures)] };
}

/** The plans in a file that were reviewed; a line where it was named and there is none. */
async function reviewedIn(file: FoundFile, configs: ConfigFiles, today: Day): Promise<readonly Reviewed[] | string> {
  if (path.basename(file.path) === CONFIG_FILE) return 'is a configuration, not a plan';
  const source = await readTextFile(file.path);
  if (source.text === undefined) return source.failure;
  const { team } = (await configs.nearest(file.path)).settings;
  const { text } = source;
  const read = readVersion(text, team);
  if (read.failure !== undefined) return read.failure;
  const reviewed = read.models.flatMap((model, index): Reviewed[] => {
    const on = model.kind === 'plan' ? heldReviews(model, today).at(-1)?.on : undefined;
    return model.kind === 'plan' && on ? [{ file, text, plan: model, index, on }] : [];
  });
  return reviewed.length === 0 && file.named ? `no review was held up to ${formatFullDay(today)}` : reviewed;
}

/** What changed in one plan, and the text that it was compared with; or a line on why that is not known. */
async function sinceReview(
  { file, text, plan, index, on }: Reviewed,
  versions: readonly PlanVersion[] | undefined,
  repositories: Repositories,
): Promise<(ChangedPlan & { readonly text: string }) | string> {
  if (!versions) return whyUnknown(file, on, repositories);
  const history: PlanHistory = { versions, text, index, readSound: parseSound };
  const day = formatFullDay(on);
  const reference = versions.find(version => version.committedOn <= on);
  const about = { name: file.name, customer: customerOf(plan), since: `since the review of ${day}` };
  if (reference && isSameButForLineEnds(reference.text, text)) return { ...about, changes: [], text };
  const older = versionsSince(history, on)?.at(-1);
  if (!older?.plan)
    return versions.some(version => version.text.includes(on))
      ? `what the review of ${day} left cannot be read whole`
      : `the review of ${day} is not committed yet. To compare with the last commit: success-plan diff HEAD ${asArgument(file.name)}`;
  const positions = new Positions(text);
  const changes = planChanges(older.plan, plan).map(({ at, ...change }) => ({ ...change, range: positions.range(at) }));
  return { ...about, changes, text: '' };
}

async function whyUnknown(file: FoundFile, on: Day, repositories: Repositories): Promise<string> {
  const real = await realPath(file.path);
  const root = await repositories.rootOf(path.dirname(real));
  if (root === undefined) return 'lies in no git repository, so nothing is known of what it said at its last review';
  if (await isShallow(root)) return `${UNKNOWN}${await fetchFirst(root)}`;
  const why = await whyUnanswered(root);
  if (why !== undefined) return why;
  const name = slashed(path.relative(root, real));
  if (!(await inLastCommit(root, [name])).has(name))
    return 'is not committed yet, and git knows of no other name that it had. If it was renamed, tell git of both names (git add --all)';
  return `git has no version of it from the day of its last review, ${formatFullDay(on)}, or before`;
}

import type { PlanChange } from '../../plan/changes/change.ts';
import { pairedDocuments } from '../../plan/changes/documents.ts';
import { planChanges } from '../../plan/changes/plan-changes.ts';
import { customerOf, goneInWords, newInWords } from '../../plan/changes/whole.ts';
import { type Agenda, type Plan, readDocuments } from '../../plan/model/index.ts';
import { english } from '../../plan/phrase.ts';
import { parseSound } from '../../plan/syntax/fast/parse-sound.ts';
import { parse } from '../../plan/syntax/parse.ts';
import type { TeamFormat } from '../../plan/team-format.ts';
import { whyUnreadable } from '../../plan/view/unreadable.ts';
import { Positions } from '../positions.ts';
import { type FoundInFile, findingChanges } from './found.ts';
import type { ChangedPlan, ReportedChange } from './result.ts';

/** One version of a file, read. */
export interface ReadPlans {
  readonly text: string;
  readonly models: readonly (Plan | Agenda)[];
  readonly failure?: undefined;
}

/** The same, or why it cannot be read whole. */
export type ReadVersion = ReadPlans | { readonly failure: string };

/** Reads a version of a file. Half of one would give changes that nobody made. */
export function readVersion(text: string, team: TeamFormat): ReadVersion {
  const source = parseSound(text) ?? parse(text);
  const documents = readDocuments(source, team);
  const why = whyUnreadable({ text, letters: text, source, documents });
  return why ? { failure: english(why) } : { text, models: documents.map(({ model }) => model) };
}

/** What is found in both versions of a file. */
export interface FoundInBoth {
  readonly old: FoundInFile | undefined;
  readonly now: FoundInFile;
}

/**
 * What differs between two versions of a file, plan by plan, with what is found in them; empty where both mean the same. `former`: what it was called, if
 * otherwise.
 */
export function changedPlans(
  name: string,
  { old, now, former }: { readonly old: ReadPlans; readonly now: ReadPlans; readonly former: string | undefined },
  found?: FoundInBoth,
): readonly ChangedPlan[] {
  const positions = new Positions(now.text);
  const renamed =
    former === undefined ? [] : [whole('renamed', `The file was called ${former} before.`, positions, former, name)];
  const changed = pairedDocuments(old.models, now.models).map(pair => {
    const changes = pair.old && pair.now ? planChanges(pair.old, pair.now).map(one => placed(one, positions)) : [];
    const model = pair.now ?? pair.old;
    const customer = model ? customerOf(model) : '';
    if (pair.now && !pair.old) changes.push(whole('added', newInWords(pair.now), positions));
    if (pair.old && !pair.now) changes.push(whole('removed', goneInWords(pair.old), positions));
    // What was weak in a plan that is gone is no news.
    if (pair.now)
      changes.push(...foundIn(found, pair.old && old.models.indexOf(pair.old), now.models.indexOf(pair.now)));
    return { name, customer, changes };
  });
  return changed
    .map((one, index) => (index === 0 ? { ...one, changes: [...renamed, ...one.changes] } : one))
    .filter(({ changes }) => changes.length > 0);
}

/** A file that is new, plan by plan, with all that is found in it. */
export function newPlans(name: string, now: ReadPlans, found?: FoundInBoth): readonly ChangedPlan[] {
  const positions = new Positions(now.text);
  return now.models.map((model, index) => ({
    name,
    customer: customerOf(model),
    changes: [whole('added', newInWords(model), positions, undefined, name), ...foundIn(found, undefined, index)],
  }));
}

/** What the findings of a document, by its number in both versions, have come to. */
function foundIn(found: FoundInBoth | undefined, old: number | undefined, now: number): readonly ReportedChange[] {
  if (!found) return [];
  const before = old === undefined ? undefined : found.old?.documents[old];
  return findingChanges(before ?? [], found.now.documents[now] ?? [], found.now.hidden?.[now]);
}

/** A file that is gone. */
export function gonePlan(name: string, old: ReadVersion): ChangedPlan {
  const models = old.failure === undefined ? old.models : [];
  const sentence = goneInWords(models[0]);
  return {
    name,
    customer: models[0] ? customerOf(models[0]) : '',
    changes: [whole('removed', sentence, undefined, name)],
  };
}

/** A change of the file as a whole. */
function whole(
  kind: 'added' | 'removed' | 'renamed',
  sentence: string,
  positions: Positions | undefined,
  from?: string,
  to?: string,
): ReportedChange {
  return { topic: 'plan', kind, field: '', from, to, sentence, range: positions?.range({ start: 0, end: 0 }) };
}

function placed({ at, ...change }: PlanChange, positions: Positions): ReportedChange {
  return { ...change, range: positions.range(at) };
}

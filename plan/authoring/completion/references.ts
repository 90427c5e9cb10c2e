import type { Milestone, Plan } from '../../model/index.ts';
import { allMilestones, milestonesOf } from '../../model/milestones.ts';
import { idsBeside } from '../../rules/ids/free-id.ts';
import { namedIds } from '../../rules/ids/named-ids.ts';
import { milestoneIndex } from '../../rules/milestones/milestone-index.ts';
import type { Shape } from '../../schema/shape.ts';
import { fieldBelow } from '../../syntax/levels.ts';
import { oneLine, short } from '../../words.ts';
import { type Around, near } from './around.ts';

type Described = readonly [id: string, description: string];

/** The things that a shape may name, with what they stand for; undefined for a shape that names none. */
export function referencesFor(shape: Shape, around: Around): readonly Described[] | undefined {
  const of = REFERENCES[shape.name];
  if (!of) return undefined;
  if (!around.plan) return [];
  const all = of(around.plan, near(around, 'outcome') ?? enclosingOutcome(around)).filter(([id]) => id !== '');
  const taken = shape.name === 'milestoneRef' ? neverWaitedFor(around, around.plan) : undefined;
  return all.filter(([id]) => !taken?.has(id)).map(([id, what]) => [id, short(oneLine(what), 120)]);
}

/**
 * What the milestone around the cursor cannot wait for: itself, and whatever waits for it, or none of them could ever begin. By what is written alone: to look
 * up what is meant, in a plan that was just edited, would take longer than all else behind a key.
 */
function neverWaitedFor(around: Around, plan: Plan): ReadonlySet<string> {
  const names = new Set([near(around, 'id'), near(around, 'name')].filter(name => name !== undefined));
  let { waiting } = milestoneIndex(plan);
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = waiting.filter(one => {
      if (!one.depends_on.items.some(({ text }) => names.has(text))) return true;
      for (const name of namesOf(one)) names.add(name);
      return false;
    });
  }
  return names;
}

function namesOf({ id, name }: Milestone): string[] {
  return [id?.text ?? '', name?.text ?? ''].filter(text => text !== '');
}

/** What other places call a milestone. */
function calledBy({ id, name }: Milestone): string {
  return id?.text || (name?.text ?? '');
}

/** The id of the outcome that the cursor is in. */
function enclosingOutcome({ cursor, text }: Around): string | undefined {
  const [first, second] = cursor.levels;
  return first?.step === 'outcomes' ? fieldBelow(text, second, ['id']) : undefined;
}

const outcomes = (plan: Plan): Described[] =>
  plan.outcomes.items.map(({ id, description }) => [id?.text ?? '', description?.text ?? '']);

/** Those of the outcome that is named, if any is, come first. */
const milestones = (plan: Plan, named?: string): Described[] => {
  const outcome = named && plan.outcomes.items.find(({ id }) => id?.text === named);
  const all = new Set([...(outcome ? milestonesOf(outcome, plan) : []), ...allMilestones(plan)]);
  return [...all].map(one => [calledBy(one), one.id?.text ? (one.name?.text ?? '') : '']);
};

const REFERENCES: Readonly<Record<string, (plan: Plan, outcome?: string) => Described[]>> = {
  outcomeRef: outcomes,
  milestoneRef: milestones,
  riskRef: plan => plan.risks.items.map(({ id, description }) => [id?.text ?? '', description?.text ?? '']),
  priorityRef: plan =>
    (plan.customer?.priorities.items ?? []).map(({ id, name }) => [id?.text ?? '', name?.text ?? '']),
  phaseRef: plan =>
    plan.phases.items.map(({ id, name }) => [id?.text || (name?.text ?? ''), id ? (name?.text ?? '') : '']),
  planOrRef: plan => [['plan', 'All of the plan.'], ...outcomes(plan), ...milestones(plan)],
};

/** The letters with which the ids of a definition begin, unless a plan has its own. */
const LETTERS: Readonly<Record<string, string>> = {
  outcome: 'O',
  risk: 'R',
  milestone: 'M',
  priority: 'P',
  phase: 'P',
  keyResult: 'KR',
};

/**
 * The next free id for a thing of a definition, numbered as the plan does; undefined for what has no ids. `given` is given out already.
 */
export function nextId(definition: string, { plan }: Around, given?: string): string | undefined {
  const letters = LETTERS[definition];
  if (letters === undefined) return undefined;
  const ids = [...(plan ? idsOf(definition, plan) : []), ...(given === undefined ? [] : [given])];
  const awaited = plan && definition !== 'risk' ? namedIds(plan) : [];
  const last = ids.findLast(id => /\d$/.test(id));
  return idsBeside(ids, awaited)(last ?? `${letters}0`);
}

/** The id that is typed at the cursor, where nothing else has it; undefined where none is. */
export function ownId(definition: string, { plan, text, cursor }: Around): string | undefined {
  const typed = text.slice(cursor.replace.start, cursor.replace.end).replaceAll(/^\s*["']|["']\s*$/g, '');
  if (!plan || LETTERS[definition] === undefined || !/^\p{L}+\d+$/u.test(typed)) return undefined;
  return idsOf(definition, plan).filter(id => id === typed).length < 2 ? typed : undefined;
}

/** True if the things of that kind have ids in this plan, so that a new one wants one too. */
export function usesIds(definition: string, { plan }: Around): boolean {
  if (definition !== 'milestone') return true;
  return plan !== undefined && allMilestones(plan).some(({ id }) => id?.text);
}

function idsOf(definition: string, plan: Plan): string[] {
  const rows: Readonly<Record<string, () => readonly { readonly id: { readonly text: string } | undefined }[]>> = {
    outcome: () => plan.outcomes.items,
    risk: () => plan.risks.items,
    milestone: () => allMilestones(plan),
    priority: () => plan.customer?.priorities.items ?? [],
    phase: () => plan.phases.items,
    keyResult: () => plan.outcomes.items.flatMap(outcome => outcome.key_results.items),
  };
  return (rows[definition]?.() ?? []).flatMap(({ id }) => (id?.text ? [id.text] : []));
}

import { describe, expect, it } from 'vitest';
import { movableAt, movables } from '../../plan/authoring/edits/movable.ts';
import { planEdit } from '../../plan/authoring/edits/plan-edit.ts';
import { applyEdits, type PlanFile, readPlanFile } from '../../plan/check.ts';
import { addDays, addMonths, type Day, day } from '../../plan/day.ts';
import type { Plan } from '../../plan/model/index.ts';
import { absolute } from '../../plan/syntax/tree.ts';
import { FORMATS } from '../../plan/templates/formats.ts';
import { newPlan } from '../../plan/templates/new-plan.ts';
import { filledIn } from '../../plan/templates/snippet.ts';
import { EXAMPLE_DAY, soundSections } from '../support/examples.ts';
import { plansIn, type SamplePlan } from '../support/sample-plans.ts';
import { layouts } from './layouts.ts';
import { differences, drag, linesTouched } from './moved.ts';

/**
 * What a drag in the panel promises, for every day that can be moved, of every plan that the project has lying about, in every layout: one line is
 * other than it was, two with the entry in the review log (the line of the entry is a new one, or that of a list in brackets). No other value changes, nor how any
 * is written, and dragging back gives the text there was.
 */
const TODAY = day(EXAMPLE_DAY);

/** One of the examples shows what happens to a plan that YAML cannot read: nothing in it can be moved. */
function isBroken(text: string): boolean {
  return readPlanFile(text).documents.some(({ model }) => model.syntax.broken);
}

const templates: readonly SamplePlan[] = FORMATS.map(({ value: format }) => {
  const stage = format === 'mutual_action_plan' ? ('pre_sale' as const) : ('onboarding' as const);
  const people = { owner: { name: 'Priya Shah', role: undefined }, coOwner: { name: 'Dana Ruiz', role: undefined } };
  const facts = { format, stage, company: 'Northwind Traders', ...people, renewal: day('2027-01-31'), today: TODAY };
  return { name: `a new ${format}`, text: filledIn(newPlan(facts)), today: TODAY };
});

const plans: readonly SamplePlan[] = [
  ...plansIn('test/corpus/plans'),
  ...plansIn('examples'),
  ...plansIn('test/fixtures'),
  { name: 'the sound plan', text: soundSections(), today: TODAY },
  ...templates,
].filter(({ text }) => !isBroken(text));

/** Notations that no layout has: each is the same plan. */
const RARE: readonly (readonly [name: string, lay: (text: string) => string])[] = [
  ['tabs around values', text => text.replaceAll(/^( *(?:- )?target_date:) +(.*)$/gm, '$1\t$2\t# agreed')],
  ['tags on days', text => text.replaceAll(/^( *(?:- )?target_date:) +(?=["'\d])/gm, '$1 !!str ')],
  ['days as block texts', text => text.replaceAll(/^( *)(target_date:) +["']?([\d-]+)["']?.*$/gm, '$1$2 >-\n$1  $3')],
  ['days below their keys', text => text.replaceAll(/^( *)(target_date:) +(["']?[\d-]+["']?)/gm, '$1$2\n$1    $3')],
  ['anchors on days', anchored],
  ['one of several documents', text => `---\nqbr:\n  date: "2026-01-01"\n---\n${text.replace(/^---\n/, '')}`],
  ['within its marks', text => `%YAML 1.2\n---\n${text.replace(/^---\n/, '').trimEnd()}\n...\n`],
  ['no line break at the end', text => text.trimEnd()],
];

function anchored(text: string): string {
  let count = 0;
  return text.replaceAll(/^( *(?:- )?target_date:) +(?=["'\d])/gm, (_, key) => `${key} &day${++count} `);
}

function laidOut(text: string): readonly (readonly [name: string, text: string])[] {
  const rare = text.includes('\n---\n') ? [] : RARE.map(([name, lay]) => [name, lay(text)] as const);
  return [...layouts(text), ...rare];
}

const planOf = ({ documents }: PlanFile): Plan[] =>
  documents.map(({ model }) => model).filter(model => model.kind === 'plan');

interface Drag {
  readonly at: number;
  readonly from: Day;
  readonly to: Day;
  readonly log: boolean;
}

/** Everything wrong with one drag; empty for a right one. */
function wrongWith(file: PlanFile, { at, from, to, log }: Drag, today: Day): string[] {
  const moved = drag(file, at, to, log, today);
  if (typeof moved === 'string') return [moved];
  const lines = linesTouched(file.text, moved.text);
  const other = differences(file, moved.file);
  const days = other.filter(one => one.from?.endsWith(` ${from}`) && one.to === one.from.replace(from, to));
  const rest = other.filter(one => !days.includes(one));
  const isEntry = ({ path, to: entry }: (typeof rest)[number]) =>
    /review_history\/\d+\/plan_changes(?:\/\d+)?$/.test(path) &&
    /moved from \d+ \w+ \d{4} to \d+ \w+ \d{4}/.test(entry);
  const wrong: string[] = [];
  if (lines === undefined || lines > (log ? 2 : 1) || lines < 1) wrong.push(`touches ${lines} lines`);
  if (days.length !== 1) wrong.push(`changes ${JSON.stringify(days)}`);
  if (log ? rest.length !== 1 || !rest.every(isEntry) : rest.length > 0) wrong.push(`also ${JSON.stringify(rest)}`);
  const movedThing = planOf(moved.file)
    .map(plan => movableAt(plan, at))
    .find(thing => thing !== undefined);
  if (!log && movedThing?.field?.value !== to) wrong.push(`reads as ${movedThing?.field?.text}`);
  // A goal that was reached before its new day is over.
  if (!log && to > from && movedThing?.isOpen(today)) {
    const back = planEdit(moved.file, { kind: 'move', at, to: from, log: false }, today);
    if ('refused' in back || applyEdits(moved.text, back.edits) !== file.text) wrong.push('does not go back');
  }
  return wrong;
}

let drags = 0;

describe('a drag changes one line, two with its entry in the log', () => {
  it.each(plans.map(plan => [plan.name, plan] as const))('of %s', (_, { text, today }) => {
    const wrong: string[] = [];
    const counts = new Map<string, number>();
    for (const [layout, written] of laidOut(text)) {
      const file = readPlanFile(written);
      let count = 0;
      for (const plan of planOf(file)) {
        for (const thing of movables(plan)) {
          const from = thing.field?.value;
          if (!from || thing.field?.borrowed || !thing.isOpen(today)) continue;
          count++;
          const at = absolute(plan.syntax, thing.place).start;
          const hasLog = plan.review_history.items.some(({ date }) => date?.value && date.value <= today);
          const [later, earlier] = [addDays(from, 1), addMonths(from, -14)];
          const asked = [
            { to: later, log: false },
            { to: earlier, log: false },
            ...(hasLog ? [{ to: later, log: true }] : []),
          ];
          for (const { to, log } of asked) {
            drags++;
            for (const one of wrongWith(file, { at, from, to, log }, today))
              wrong.push(`${layout}, ${thing.name}, ${from} to ${to}${log ? ', logged' : ''}: ${one}`);
          }
        }
      }
      counts.set(layout, count);
    }
    expect(wrong.slice(0, 5).join('\n')).toBe('');
    // In every layout the same days can be moved.
    expect(new Set(counts.values()).size, JSON.stringify([...counts])).toBe(1);
  });

  it('was tried often enough to mean something', () => expect(drags).toBeGreaterThan(5_000));
});

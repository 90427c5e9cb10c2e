import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { day } from '../../plan/day.ts';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import { repair } from '../../plan/repair.ts';
import { EXAMPLE_DAY } from '../support/examples.ts';
import { findingsOf } from '../support/findings.ts';
import { overlaid } from '../support/overlay.ts';
import { brokenPromises, type Tried, tried } from '../support/right-fix.ts';
import { OUTCOME_DEFECTS } from './defects-outcomes.ts';
import { PEOPLE_DEFECTS } from './defects-people.ts';
import { PLAN_DEFECTS } from './defects-plan.ts';
import { dayOf, documentsOf, layouts, written } from './layouts.ts';
import { SLIPS } from './slips.ts';

/**
 * What every fix promises, tried with every fix that is offered for a defect of the corpus or an example of a rule: its finding goes, no other
 * comes, YAML reads the text, comments, line ends and values stay. Besides: repairing all at once is done after one time and brings
 * up nothing either. A defect is laid out in every way in the first plan that it is put into; the other plans and the
 * examples take the layouts that edits trip over first, to save minutes.
 */
// Hundreds of readings of whole plans each.
vi.setConfig({ testTimeout: 60_000 });

const folder = new URL('./plans/', import.meta.url);
const plans = readdirSync(folder).map(file => [file, readFileSync(new URL(file, folder), 'utf8')] as const);

const FEW = ['BOM and CRLF', 'all in flow style', 'a comment on everything'];

/** The text in every layout that makes a difference to it, or in those that are the hardest. */
function laidOut(text: string, few: boolean): Map<string, string> {
  const names = new Map(layouts(text).map(([name, written]) => [written, name]));
  return new Map(
    [...names].flatMap(([written, name]) =>
      (few ? FEW.includes(name) : !/^(?:CRLF|BOM)$/.test(name)) ? [[name, written]] : [],
    ),
  );
}

function brokenRepair({ text, findings, check }: Tried): string[] {
  if (!findings.some(finding => finding.fixes().some(fix => fix.safe))) return [];
  const checked = (one: string) => check(one).map(finding => ({ ...finding, fixes: finding.fixes() }));
  const once = repair(text, checked);
  const left = findings.map(finding => `${finding.rule} ${finding.severity}`);
  const added = once.findings.filter(({ rule, severity }) => !left.includes(`${rule} ${severity}`));
  return [
    ...(once.fixed === 0 ? ['repairing all repairs nothing'] : []),
    ...(repair(once.text, checked).text === once.text ? [] : ['repairing all is not done after one time']),
    ...added.map(finding => `repairing all brings up ${finding.rule}`),
  ];
}

/** What goes wrong with the fixes of one rule (or of all), by layout. `sound`: the text before it was made unreadable. */
function wrongIn(texts: Iterable<readonly [string, string]>, today: string, rule?: string, sound = ''): string {
  const unread = sound === '' ? [] : findingsOf(sound, today);
  const wrong = [...texts].flatMap(([layout, text]) => {
    const before = tried(text, one => findingsOf(one, today), unread);
    const broken = [
      ...brokenPromises(before, finding => rule === undefined || finding.rule === rule),
      ...(layout === FEW[0] || rule === undefined ? brokenRepair(before) : []),
    ];
    return broken.map(one => `${layout}: ${one}`);
  });
  return wrong.slice(0, 5).join('\n');
}

const fixable = new Set(ALL_RULES.filter(rule => rule.fixable).map(rule => rule.id));
const defects = [...PLAN_DEFECTS, ...PEOPLE_DEFECTS, ...OUTCOME_DEFECTS].filter(defect => fixable.has(defect.rule));

describe.each(defects.map(defect => [`${defect.rule}: ${defect.what}`, defect] as const))('%s', (_, defect) => {
  it.each(defect.into)('in %s', name => {
    const text = plans.find(([file]) => file.startsWith(name))?.[1] ?? '';
    const documents = documentsOf(text);
    const [first] = documents;
    if (!first) throw new Error(`no plan ${name}`);
    defect.put(first);
    expect(
      wrongIn(laidOut(written(documents), name !== defect.into[0]), defect.today ?? dayOf(text), defect.rule),
    ).toBe('');
  });
});

it.each(SLIPS)('$rule: $what', ({ slip }) => {
  for (const [, text] of plans) {
    const slipped = slip(text)?.[0];
    if (slipped === undefined) continue;
    const texts = [['as it stands', slipped] as const, ['CRLF', slipped.replaceAll('\n', '\r\n')] as const];
    expect(wrongIn(texts, dayOf(text), undefined, text)).toBe('');
  }
});

describe.each(ALL_RULES.filter(rule => rule.fixable).map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.map((example, index) => [index + 1, example] as const))('example %i', (_, example) => {
    const { earlier, without, today = EXAMPLE_DAY } = example;
    const history = earlier?.map(({ text, committedOn }) => ({
      text: overlaid(text, without),
      committedOn: day(committedOn),
    }));
    const check = (text: string) => findingsOf(text, today, undefined, history);
    const texts = /yaml-syntax|duplicate-key|unknown-key/.test(id) ? [] : laidOut(overlaid(example.bad, without), true);
    const wrong = [...texts].flatMap(([layout, text]) =>
      brokenPromises(tried(text, check), finding => finding.rule === id).map(one => `${layout}: ${one}`),
    );
    expect(wrong.slice(0, 5).join('\n')).toBe('');
  });
});

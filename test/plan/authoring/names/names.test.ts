import { describe, expect, it } from 'vitest';
import { linkedPlan, pathFrom } from '../../../../plan/authoring/names/linked-plan.ts';
import { mentionsAt, namesIn, ownBook } from '../../../../plan/authoring/names/names.ts';
import { fitness } from '../../../../plan/authoring/names/plan-symbols.ts';
import { renameEverywhere, renamingAt } from '../../../../plan/authoring/names/rename.ts';
import { applyEdits, type PlanFile, readPlanFile } from '../../../../plan/check.ts';
import { partsOf } from '../../../../plan/syntax/tree.ts';
import { layouts } from '../../../corpus/layouts.ts';
import { soundPlan } from '../../../support/examples.ts';
import { findingsOf } from '../../../support/findings.ts';

/** What the words of a review are heard to name, as they stand there. */
function heard(summary: string, sections = soundPlan()): string[] {
  const file = readPlanFile(
    sections.replace('summary: Order form is live, training has begun.', `summary: ${JSON.stringify(summary)}`),
  );
  const from = file.text.indexOf('summary:');
  const to = file.text.indexOf('\n', from);
  return namesIn(file)
    .flatMap(({ mentions }) => mentions)
    .filter(one => from < one.start && one.end <= to)
    .map(one => `${file.text.slice(one.start, one.end)} = ${one.name.text}`);
}

describe('texts', () => {
  it.each([
    ['Dana Ruiz and KEN ABE agreed', ['Dana Ruiz = Dana Ruiz', 'KEN ABE = Ken Abe']],
    ["Dana's team, with Ken; Ms. Shah was ill", ['Dana = Dana Ruiz', 'Ken = Ken Abe', 'Shah = Priya Shah']],
    ['Dana Corp, Maria Dana, Dana-Lee, dana@acme.example, Bogdana', []],
    ['O1, O2/O3 and R1-R2', ['O1 = O1', 'O2 = O2', 'O3 = O3', 'R1 = R1']],
    ['O10, O1.5, xO1, release R1, formerly O2, /O1/, 3% of O1%', []],
    [
      '“All depots trained” slipped, all depots trained or not',
      ['All depots trained = All depots trained', 'all depots trained = All depots trained'],
    ],
    ['Forty-all depots trained', []],
    ['Ask Dana about O1-related work', ['Dana = Dana Ruiz', 'O1 = O1']],
  ])('in %j', (summary, wanted) => {
    expect(heard(summary)).toEqual(wanted);
  });

  it('knows no first name that two have, and no word that is one', () => {
    const plan = soundPlan().replace('name: Ken Abe', 'name: Dana Abe').replace('name: Priya Shah', 'name: Will Shah');
    expect(heard('Dana waits. Will Shah says: Will it be in March?', plan)).toEqual(['Will Shah = Will Shah']);
  });
});

const HOSTILE = [
  'a: b',
  '# one',
  '"quoted"',
  'O\'Brien "x" \\ y',
  '🚀 Launch',
  '- dash',
  '[abc, d]',
  '{a: 1}',
  '*star',
  '&amp',
  '!tag',
  '%dir',
  '@at',
  'null and void',
  'true',
  '12',
  '2026-01-01',
  'x #y',
  'a, b',
  'Dr. Who',
  'x'.repeat(250),
  '名前 太郎',
  'trailing:',
  '?',
  '|',
  "'",
  '`tick`',
];

describe.each(layouts(soundPlan()))('in the layout “%s”', (_, text) => {
  it('anybody can be called anything that can be written', () => {
    const file = readPlanFile(text);
    const [names] = namesIn(file);
    const name = names?.book.names.find(one => one.text === 'Dana Ruiz');
    if (!names || !name) throw new Error('nobody is called Dana Ruiz');
    for (const next of HOSTILE) {
      const edits = renameEverywhere([{ file, names: [names] }], names.book, name, next);
      if (next === '?') {
        expect('message' in edits).toBe(true);
        continue;
      }
      if ('message' in edits) throw new Error(`${next}: ${edits.message}`);
      const after = readPlanFile(applyEdits(file.text, edits[0] ?? []));
      const owners = (one: PlanFile) =>
        one.documents
          .flatMap(({ model, visits }) => partsOf(model.syntax).flatMap(part => visits.get(part) ?? []))
          .flatMap(visit =>
            visit.kind === 'reference' && visit.element.to === 'person' ? [visit.element.field.text] : [],
          );
      expect(owners(after)).toEqual(owners(file).map(one => (one === 'Dana Ruiz' ? next : one)));
      expect(linesBeside(after.text, next)).toEqual(linesBeside(file.text, 'Dana Ruiz'));
      expect(findingsOf(after.text).filter(({ rule }) => rule === 'schema')).toEqual([]);
    }
  });
});

it('leaves the lines of a text as they are where a longer name goes over the end of one', () => {
  const summary = 'summary: >\n      Form is live, says Dana\n      Ruiz, and clerks like it.';
  const text = soundPlan().replace(/summary: .*/, summary);
  const file = readPlanFile(text);
  const [names] = namesIn(file);
  const name = names?.book.names.find(one => one.text === 'Dana Ruiz');
  if (!names || !name) throw new Error('nobody is called Dana Ruiz');
  const edits = renameEverywhere([{ file, names: [names] }], names.book, name, 'Dana Maria Ruiz');
  if ('message' in edits) throw new Error(edits.message);
  expect(applyEdits(text, edits[0] ?? [])).toContain(
    'summary: >\n      Form is live, says Dana\n      Maria Ruiz, and clerks like it.',
  );
});

/** How many lines there are, and all comments. */
function linesBeside(text: string, _: string): unknown {
  return [text.split('\n').length, text.match(/#[^\n]*success[^\n]*/g)];
}

it('asks the plan of an agenda, whose book it is given', () => {
  const plan = readPlanFile(soundPlan());
  const agenda = readPlanFile(
    'qbr:\n  attendees: { customer: [Dana Ruiz, day_to_day_contact], vendor: [csm] }\n  agenda: [{ topic: O1 by Ken }]\n',
  );
  const all = namesIn(agenda, ownBook(plan));
  expect(all[0]?.mentions.map(({ name, form }) => `${name.text} ${form}`)).toEqual([
    'Dana Ruiz whole',
    'Ken Abe other',
    'Priya Shah other',
    'O1 whole',
    'Ken Abe first',
  ]);
  expect(namesIn(agenda)).toEqual([]);
  expect(renamingAt(all, agenda.text.indexOf('csm'))).toMatchObject({
    message: expect.stringContaining('other words'),
  });
});

it('follows edits like a fresh reading', () => {
  let file = readPlanFile(soundPlan());
  namesIn(file);
  for (const [from, to] of [
    ['Order form is live', 'Dana Ruiz and O2'],
    ['id: O2', 'id: O5'],
    ['name: Ken Abe', 'name: Kim Abe'],
    ['- id: R1', '- id: R9'],
    ['outcomes:', 'outcomes: ['],
  ] as const) {
    file = readPlanFile(file.text.replace(from, to), undefined, file);
    expect(brief(file)).toEqual(brief(readPlanFile(file.text)));
  }
});

it('says nothing wrong of half a plan', () => {
  const text = soundPlan().replaceAll('\n', '\r\n');
  for (let end = 0; end < text.length; end += 61) {
    const file = readPlanFile(text.slice(0, end));
    const all = namesIn(file);
    for (const { name, start, end: to, own, form } of all.flatMap(({ mentions }) => mentions))
      if (own && form === 'whole')
        expect(file.text.slice(start, to).replaceAll(/\s+/g, ' ').toLowerCase()).toBe(name.text.toLowerCase());
    mentionsAt(all, end);
  }
});

function brief(file: PlanFile): unknown {
  return namesIn(file).map(({ mentions }) =>
    mentions.map(({ start, end, name, role, form }) => [start, end, name.text, role, form]),
  );
}

it('knows which plan an agenda reviews', () => {
  const beside = ['/a/acme.success-plan.yaml', '/a/acme-emea.success-plan.yml', '/a/x.qbr.yaml'];
  expect(linkedPlan('/a/x.qbr.yaml', '../b/success-plan.yaml', beside)).toBe('/b/success-plan.yaml');
  expect(linkedPlan('/a/x.qbr.yaml', '/etc/passwd', beside)).toBeUndefined();
  expect(linkedPlan('/a/acme-april.qbr.yaml', undefined, beside)).toBe('/a/acme.success-plan.yaml');
  expect(linkedPlan('/a/acme-emea-april.qbr.yml', undefined, beside)).toBe('/a/acme-emea.success-plan.yml');
  expect(linkedPlan('/a/other.qbr.yaml', undefined, beside)).toBeUndefined();
  expect(linkedPlan('/a/other.qbr.yaml', undefined, beside.slice(1))).toBe('/a/acme-emea.success-plan.yml');
  expect(pathFrom('/a/x.qbr.yaml', 'https://acme.example/p.yaml')).toBeUndefined();
});

it('puts what begins so before what merely has the letters', () => {
  const of = (query: string, name: string) => fitness(query, { name, container: 'Acme Ltd' }) ?? -1;
  expect(of('dana', 'Dana Ruiz')).toBeGreaterThan(of('ruiz', 'Dana Ruiz'));
  expect(of('ruiz', 'Dana Ruiz')).toBeGreaterThan(of('uiz', 'Dana Ruiz'));
  expect(of('uiz', 'Dana Ruiz')).toBeGreaterThan(of('dnrz', 'Dana Ruiz'));
  expect(of('zd', 'Dana Ruiz')).toBe(-1);
  expect(of('dana acme', 'Dana Ruiz')).toBeGreaterThan(0);
});

it('of a thousand things of one name no text speaks, and that is soon said', () => {
  const outcome = (index: number) =>
    `  - id: O${index}\n    milestones:\n      - name: Kickoff with the whole team\n    x-note: After the kickoff with the whole team\n`;
  const text = `plan:\n  status: active\noutcomes:\n${Array.from({ length: 1000 }, (_, index) => outcome(index)).join('')}`;
  const [names] = namesIn(readPlanFile(text));
  expect(names?.mentions.filter(({ role }) => role === 'definition')).toHaveLength(2000);
  expect(names?.mentions.filter(({ role }) => role === 'text')).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, laneModes } from '../../../../plan/view/timeline/arrange.ts';
import { facetsOf, filterFor, isFiltered, shownBy } from '../../../../plan/view/timeline/filter.ts';
import { byDate, tabulateMilestones } from '../../../../plan/view/timeline/list.ts';
import type { LaneMode, MilestoneFilter } from '../../../../plan/view/timeline/options.ts';
import type { TimelineView } from '../../../../plan/view/timeline-types.ts';
import { MEASURED, planOf } from '../support/plans.ts';
import { dayAt, draft, laidOut, lane, milestone, people } from './support.ts';

/* Capitals are the customer's people, the rest the vendor's, those in quotes are on no side. */
const NAMES = ['ANN', 'BEA', 'cyd', 'dan', '"?"'];
const PHASES = ['phase/0', 'phase/1'];

const anyMilestone = fc.record({
  owners: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 3 }),
  phase: fc.option(fc.constantFrom(...PHASES), { nil: undefined }),
  glyph: fc.constantFrom('done', 'progress', 'open', 'blocked', 'skipped'),
  offset: fc.integer({ min: 0, max: 400 }),
});
const anyDraft = fc.array(fc.array(anyMilestone, { maxLength: 8 }), { minLength: 1, maxLength: 4 }).map(lanes =>
  draft(
    lanes.map((list, i) =>
      lane(
        `o${i}`,
        list.map(({ owners, phase, glyph, offset }, j) =>
          milestone(`${i}/${j}`, {
            planned: dayAt(offset),
            owners,
            glyph,
            ...(phase === undefined ? {} : { phase }),
            ...(glyph === 'done' ? { actual: dayAt(offset) } : {}),
          }),
        ),
      ),
    ),
    { ...people(NAMES), phases: PHASES.map((key, i) => ({ at: i, until: i, key, name: key })) },
  ),
);
const anyFilter: fc.Arbitrary<MilestoneFilter> = fc.record(
  {
    state: fc.constantFrom('open', 'late', 'blocked'),
    side: fc.constantFrom('customer', 'vendor'),
    owner: fc.constantFrom('', ...NAMES),
  },
  { requiredKeys: [] },
);
const anyMode = fc.constantFrom<LaneMode>('outcome', 'phase', 'owner', 'side');

/** The milestones that are drawn or counted, by lane. */
function drawn(timeline: TimelineView): [string, string[]][] {
  return timeline.lanes.map(({ title, milestones }) => [title, milestones.map(mark => mark.of ?? mark.key)]);
}

describe('lanes', () => {
  it('say of a lane what is open, and that all is done only where it is', () => {
    const note = (...glyphs: readonly ('done' | 'open' | 'skipped')[]) =>
      arrange(
        draft(
          [
            lane(
              'o',
              glyphs.map((glyph, i) => milestone(`o/${i}`, { planned: dayAt(900), owners: ['ANN'], glyph })),
            ),
          ],
          people(NAMES),
        ),
        'owner',
      )[0]?.note;
    expect([note('done', 'done'), note('done', 'skipped'), note('open', 'skipped')]).toEqual([
      '2 milestones, all done',
      '2 milestones, none open',
      '1 open',
    ]);
  });

  const ann = milestone('m1', { planned: '2026-03-01', owners: ['ANN', 'cyd'] });
  const bob = milestone('m2', { planned: '2026-04-01', owners: ['"?"'], phase: 'phase/0' });
  const nobody = milestone('m3', { planned: '2026-01-20' });
  const all = draft([lane('O1', [ann, bob]), lane('O2', [nobody])], {
    ...people(NAMES),
    phases: [
      { at: 5, until: 9, key: 'phase/0', name: 'Trial', from: dayAt(0), to: dayAt(60) },
      { at: 9, until: 12, key: 'phase/1', name: 'Roll-out' },
    ],
  });
  const titles = (mode: LaneMode) =>
    arrange(all, mode).map(({ title, note, milestones }) => [title, note, milestones.map(one => one.key)]);

  it('are the outcomes, whatever is in them', () => {
    expect(arrange(all, 'outcome')).toBe(all.lanes);
  });

  it('are the owners in the order of the stakeholders; a milestone is with each of its owners', () => {
    expect(titles('owner')).toEqual([
      ['ANN', '1 open', ['m1']],
      ['cyd', '1 open', ['m1']],
      ['"?"', '1 open', ['m2']],
      ['No owner', '1 open, 1 late', ['m3']],
    ]);
  });

  it('are the sides, with those last that nobody lists and nobody owns', () => {
    expect(titles('side').map(([title]) => title)).toEqual([
      'Acme Corp',
      'Vendor',
      'Not in the list of people',
      'No owner',
    ]);
  });

  it('are the phases with their days; the rest has none', () => {
    expect(titles('phase')).toEqual([
      ['Trial', '1 open', ['m2']],
      ['No phase', '2 open, 1 late', ['m1', 'm3']],
    ]);
    expect(arrange(all, 'phase')[0]?.span).toEqual({ from: dayAt(0), to: dayAt(60) });
    expect(laidOut(all, { lanes: 'phase' }).lanes[0]?.span).toBeDefined();
  });

  it('fall back on outcomes where the plan has nothing to order by', () => {
    const plain = draft(all.lanes);
    expect(laneModes(plain)).toEqual(['outcome']);
    expect(arrange(plain, 'owner')).toBe(plain.lanes);
  });

  it('have keys of their own for a milestone that is in several, and light all of it', () => {
    const marks = laidOut(all, { lanes: 'owner' }).lanes.flatMap(one => one.milestones);
    expect(marks.map(mark => [mark.key, mark.of])).toEqual([
      ['m1', undefined],
      ['m1 in person/2', 'm1'],
      ['m2', undefined],
      ['m3', undefined],
    ]);
  });

  it('show every milestone with exactly its owners, phase or sides', () => {
    fc.assert(
      fc.property(anyDraft, of => {
        for (const { key, owners, phase } of of.lanes.flatMap(one => one.milestones)) {
          const lanes = (mode: LaneMode) =>
            arrange(of, mode)
              .filter(one => one.milestones.some(each => each.key === key))
              .map(one => one.title);
          expect(new Set(lanes('owner'))).toEqual(new Set(owners.length > 0 ? owners : ['No owner']));
          expect(lanes('phase')).toEqual([phase ?? 'No phase']);
          const side = (name: string) =>
            name.startsWith('"') ? 'Not in the list of people' : name === name.toUpperCase() ? 'Acme Corp' : 'Vendor';
          expect(new Set(lanes('side'))).toEqual(new Set(owners.length > 0 ? owners.map(side) : ['No owner']));
        }
      }),
    );
  });
});

describe('a filter', () => {
  it('counts what each choice would show, and shows just that', () => {
    fc.assert(
      fc.property(anyDraft, anyFilter, anyMode, (of, show, mode) => {
        const facets = facetsOf(of, show);
        const count = (filter: MilestoneFilter) => byDate(of, filter).length;
        expect(facets.all).toBe(count({}));
        expect(facets.shown).toBe(count(show));
        expect(tabulateMilestones(of, show)).toHaveLength(facets.shown);
        for (const { state, count: would } of facets.states) expect(would).toBe(count({ ...show, state }));
        for (const { side, count: would } of facets.sides) expect(would).toBe(count({ ...show, side }));
        for (const { name, count: would } of facets.owners) expect(would).toBe(count({ ...show, owner: name }));

        const timeline = laidOut(draft(of.lanes, { ...of, contract: { start: { at: 0, until: 0, day: dayAt(0) } } }), {
          show,
          lanes: mode,
        });
        const kept = new Set(
          of.lanes
            .flatMap(one => one.milestones)
            .filter(shownBy(show, of))
            .map(one => one.key),
        );
        for (const [, keys] of drawn(timeline)) for (const key of keys) expect(kept).toContain(key);
        const left = timeline.lanes.flatMap(one => one.more).reduce((sum, more) => sum + Number(more.text.slice(1)), 0);
        if (left === 0) expect(new Set(drawn(timeline).flatMap(([, keys]) => keys))).toEqual(kept);
        if (isFiltered(show)) for (const [, keys] of drawn(timeline)) expect(keys).not.toEqual([]);
      }),
    );
  });

  it('offers only what the plan has', () => {
    const view = planOf(MEASURED);
    if (view.timeline === undefined) throw new Error('the plan has days');
    expect(facetsOf(view.timeline, {})).toEqual({
      all: 10,
      shown: 10,
      states: [
        { state: 'open', count: 5 },
        { state: 'late', count: 1 },
        { state: 'blocked', count: 1 },
      ],
      sides: [
        { side: 'customer', name: 'Acme Corp', count: 8 },
        { side: 'vendor', name: 'Vendor', count: 2 },
      ],
      owners: [
        { name: 'Sarah Chen', count: 1 },
        { name: 'Mike Torres', count: 5 },
        { name: 'Lisa Park', count: 2 },
        { name: 'Jane Smith', count: 2 },
      ],
    });
  });

  it('forgets owners and sides that the plan no longer has', () => {
    const of = draft([], people(['ANN']));
    expect(filterFor(of, { state: 'open', owner: 'Who left' })).toEqual({ state: 'open' });
    expect(filterFor(of, { side: 'partner', owner: 'ANN' })).toEqual({ owner: 'ANN' });
    expect(filterFor(of, { owner: '' })).toEqual({ owner: '' });
  });

  it('takes the curve of a dependency along with its milestone', () => {
    const first = milestone('a', { planned: '2026-03-01', owners: ['ANN'] });
    const second = milestone('b', { planned: '2026-04-01', owners: ['cyd'], dependsOn: ['a'] });
    const of = draft([lane('O1', [first, second])], people(NAMES));
    expect(laidOut(of).dependencies).toHaveLength(1);
    expect(laidOut(of, { lanes: 'owner' }).dependencies).toHaveLength(1);
    expect(laidOut(of, { show: { owner: 'cyd' } }).dependencies).toEqual([]);
  });
});

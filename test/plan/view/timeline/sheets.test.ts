import { describe, expect, it } from 'vitest';
import { day } from '../../../../plan/day.ts';
import { sheetsOf } from '../../../../plan/view/timeline/sheets.ts';
import { dayAt, draft, laidOut, lane, milestone } from './support.ts';

/** Twenty lanes; the last milestone waits for the first one. */
const MANY = laidOut(
  draft(
    Array.from({ length: 20 }, (_, i) =>
      lane(`O${i + 1}`, [
        milestone(`Depot ${i + 1}`, { planned: dayAt(i * 10), dependsOn: i === 19 ? ['Depot 1'] : [] }),
      ]),
    ),
    {
      contract: {
        start: { at: 0, until: 0, day: day('2025-08-01') },
        renewal: { at: 0, until: 0, day: day('2026-08-01') },
      },
    },
  ),
);

describe('a timeline on several sheets', () => {
  const sheets = sheetsOf(MANY, 500);

  it('is cut between lanes, and none is lost or twice', () => {
    expect(sheets.length).toBeGreaterThan(2);
    for (const sheet of sheets) expect(sheet.height).toBeLessThanOrEqual(500);
    expect(sheets.flatMap(sheet => sheet.lanes.map(one => one.key))).toEqual(MANY.lanes.map(one => one.key));
  });

  it('begins every sheet below its own ticks, and draws each lane as it was', () => {
    for (const sheet of sheets) {
      expect(sheet.ticks).toBe(MANY.ticks);
      expect(sheet.today).toBe(MANY.today);
      let top = MANY.lanes[0]?.top;
      for (const one of sheet.lanes) {
        expect(one.top).toBe(top);
        top = one.top + one.height;
      }
    }
  });

  it('has the contract on the last sheet alone, below a lane', () => {
    expect(sheets.map(sheet => sheet.contract !== undefined)).toEqual(sheets.map((_, i) => i === sheets.length - 1));
    const last = sheets.at(-1);
    const above = last?.lanes.at(-1);
    expect(above).toBeDefined();
    expect(last?.contract?.top).toBe((above?.top ?? 0) + (above?.height ?? 0));
    expect((last?.contract?.top ?? 0) + (last?.contract?.height ?? 0)).toBeLessThanOrEqual(500);
  });

  it('draws what waits for a milestone of another sheet on each that it crosses', () => {
    expect(sheets.map(sheet => sheet.dependencies.length)).toEqual(sheets.map(() => 1));
    expect(sheets[0]?.dependencies[0]?.from).toEqual(MANY.dependencies[0]?.from);
    const last = sheets.at(-1);
    const mark = last?.lanes.at(-1)?.milestones[0];
    expect(last?.dependencies[0]?.to.y).toBe((last?.lanes.at(-1)?.top ?? 0) + (mark?.y ?? 0));
  });

  it('has names of its own, since each is a drawing', () => {
    expect(sheets[0]?.title).toBe(`${MANY.title}, part 1 of ${sheets.length}`);
  });
});

it('a timeline that fits stays one, and a lane that is higher than a sheet stays whole', () => {
  expect(sheetsOf(MANY, MANY.height)).toEqual([MANY]);
  expect(sheetsOf(MANY, 10).map(sheet => sheet.lanes.length)).toEqual(MANY.lanes.map(() => 1));
});

import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../plan/check.ts';
import { soundPlan, wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';

/** Mistakes that were made once. */
function fixedBy(title: RegExp, text: string): string {
  const fix = findingsOf(text)
    .flatMap(finding => finding.fixes())
    .find(one => title.test(one.title));
  if (!fix) throw new Error(`no fix is called ${title}`);
  return applyEdits(text, fix.edits);
}

const rules = (text: string) => findingsOf(text).map(finding => finding.rule);

it('does not write over the anchor that a merged status stands in', () => {
  const text = soundPlan()
    .replace('outcomes:\n', 'x-started: &started { status: in_progress }\noutcomes:\n')
    .replace(
      '      - name: Address check switched on\n        target_date: "2026-02-27"\n        status: in_progress\n',
      '      - <<: *started\n        name: Address check switched on\n        target_date: "2026-01-30"\n',
    );
  expect(rules(text)).toEqual(['milestone-overdue']);
  const fixed = fixedBy(/^Mark complete today/, text);
  expect(rules(fixed)).toEqual([]);
  expect(fixed).toContain('x-started: &started { status: in_progress }\n');
});

describe('a risk as a question', () => {
  it('is added behind outcomes in flow style, not inside them', () => {
    const text = wholePlan(`outcomes: [
  { id: O1, description: Bring wrong deliveries down from 10% to 3%, business_value: Fewer second trips,
    baseline: { metric: Wrong deliveries, current: 10%, measured_on: 2025-11-03 },
    target: { metric: Wrong deliveries, goal: 3%, target_date: 2026-08-31 },
    milestones: [{ name: Confirmed by the depots, target_date: 2026-08-31, owner: Dana Ruiz }] },
]
`).replace(/^risks:[\s\S]*?(?=^review_history)/m, '');
    expect(rules(text)).toEqual(['risks-missing', 'outcomes-too-few']);
    expect(rules(fixedBy(/^Add a first risk/, text))).toEqual(['outcomes-too-few']);
  });

  it('is not offered where the whole plan is one pair of braces', () => {
    const text = '{ plan: { version: 1 }, outcomes: [{ id: O1, description: Cut it from 4 to 2 hours }] }\n';
    const missing = findingsOf(text).find(finding => finding.rule === 'risks-missing');
    expect(missing?.fixes()).toEqual([]);
  });
});

it('says that a milestone has no date yet where it says TBD', () => {
  const text = soundPlan().replace('target_date: "2026-02-27"', 'target_date: TBD');
  expect(rules(text)).toEqual(['milestone-date-missing']);
});

it.each([
  ['Dr. Dana Ruiz', []],
  ['D. Ruiz', ['Change to Dana Ruiz']],
  ['Dana R.', ['Change to Dana Ruiz']],
])('knows who %s is', (name, offered) => {
  const text = soundPlan().replace('status: open\n    owner: Dana Ruiz', `status: open\n    owner: ${name}`);
  const found = findingsOf(text);
  expect(found.flatMap(f => f.fixes().slice(0, 1)).map(fix => fix.title)).toEqual(offered);
});

it('makes a list of one text where a list is wanted', () => {
  const text = soundPlan().replace('attendees: [Dana Ruiz, Ken Abe, Priya Shah]', 'attendees: Dana Ruiz');
  expect(rules(text)).toEqual(['schema']);
  expect(fixedBy(/^Make it a list/, text)).toContain('attendees: [Dana Ruiz]\n');
});

it('tells of one unclosed quote once, not of every line behind it', () => {
  const text = soundPlan().replace('  contract:\n', '  x-crm: { id: "0015g, region: north }\n  contract:\n');
  expect(rules(text)).toEqual(['yaml-syntax']);
});

it('reads the last month there is', () => {
  expect(findingsOf(wholePlan('agreement:\n  shared_on: 9999-12\n')).map(one => one.rule)).toEqual(['invalid-date']);
});

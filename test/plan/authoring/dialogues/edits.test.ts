import { describe, expect, it } from 'vitest';
import { completeMilestone } from '../../../../plan/authoring/dialogues/complete-milestone.ts';
import { wrongWith } from '../../../../plan/authoring/dialogues/dialogue.ts';
import { logReview } from '../../../../plan/authoring/dialogues/log-review.ts';
import { recordMeasurement } from '../../../../plan/authoring/dialogues/record-measurement.ts';
import { readPlanFile } from '../../../../plan/check.ts';
import { type Day, day } from '../../../../plan/day.ts';
import { english, phrase } from '../../../../plan/phrase.ts';
import { layouts } from '../../../corpus/layouts.ts';
import { withCursor } from '../../../support/cursor.ts';
import { editedBy, held } from '../../../support/dialogue.ts';
import { EXAMPLE_DAY, wholePlan } from '../../../support/examples.ts';
import { findingsOf } from '../../../support/findings.ts';
import { plansIn } from '../../../support/sample-plans.ts';

const TODAY = day(EXAMPLE_DAY);
const SOUND = wholePlan('');

const loud = (text: string, today: Day) =>
  findingsOf(text, today)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule}: ${message}`);

/** The lines that are new or other than before. */
function fresh(after: string, before: string): string {
  const lines = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter(line => !lines.has(line))
    .join('\n');
}

/** What a dialogue with one answer or two does to a plan in each layout: no new warning, the same line ends, and the lines of before but for a few. */
describe('in every layout', { timeout: 30_000 }, () => {
  const log = { summary: 'First depots: live, others next', decisions: 'Train on Mondays; keep the old form' };
  for (const { name, text: source, today } of plansIn('test/corpus/plans')) {
    // One of them cannot be written anew by the library that lays the others out.
    const laidOut = name.startsWith('two-plans') ? ([['as it stands', source]] as const) : layouts(source);
    it(`reviews are logged, values recorded, milestones completed: ${name}`, () => {
      for (const [layout, text] of laidOut) {
        const before = new Set(loud(text, today));
        const done = (after: string, most: number) => {
          const where = `${layout}\n${fresh(after, text)}`;
          expect(
            loud(after, today).filter(one => !before.has(one) && !HONEST.test(one)),
            where,
          ).toEqual([]);
          if (text.includes('\r\n')) expect(after, where).not.toMatch(/[^\r]\n/);
          else expect(after, where).not.toContain('\r');
          const kept = new Set(after.split('\n'));
          expect(text.split('\n').filter(line => !kept.has(line)).length, where).toBeLessThanOrEqual(most);
        };
        const about = { today };
        const review = held(logReview, log, { file: readPlanFile(text), today }).result;
        if (review.type === 'edit') {
          const { text: after, selected } = editedBy(logReview, text, log, about);
          expect(selected).toBe(log.summary);
          done(after, layout.includes('flow') ? 4 : 3);
        }
        const complete = held(completeMilestone, {}, { file: readPlanFile(text), today }).result;
        if (complete.type === 'edit') done(editedBy(completeMilestone, text, {}, about).text, 2);
        else expect(complete.type).toBe('refused');
      }
    });
  }
});

/** What is right to say of a milestone that is done before others, or of an outcome whose milestones all are. */
const HONEST =
  /^(?:dependency-order|outcome-baseline-missing|outcome-status-contradiction|review-one-sided|plan-status-contradiction):/;

describe('a review', () => {
  it('becomes the first of an empty list on lines of its own', () => {
    const empty = SOUND.replace(/\nreview_history:\n(?: .*\n)+/, '\nreview_history: [] # none yet\n');
    const { text } = editedBy(logReview, empty, { summary: 'Kickoff', decisions: '' });
    expect(text).toMatch(/\nreview_history: # none yet\n {2}- date: .*\n {4}attendees: \[/);
  });

  it('is logged in the style of the others, and moves the days of reviews', () => {
    const { text, selected } = editedBy(logReview, SOUND, {
      date: '9 Feb',
      attendees: ['Dana Ruiz', 'Priya Shah'],
      summary: 'Half of the depots are trained.',
      decisions: 'Train on Mondays; Keep the old form until May',
    });
    expect(fresh(text, SOUND)).toBe(`  last_reviewed: "2026-02-09"
  - date: "2026-02-09"
    attendees: [Dana Ruiz, Priya Shah]
    summary: Half of the depots are trained.
      - Train on Mondays
      - Keep the old form until May`);
    expect(selected).toBe('Half of the depots are trained.');
    expect(findingsOf(text)).toEqual([]);
  });

  it('is logged where there is no log yet, and the next one follows the rhythm', () => {
    const none = SOUND.replace(/review_history:[\s\S]*?(?=\nrenewal)/, '').replace('2026-04-21', '2026-02-09');
    const { text } = editedBy(logReview, none, { summary: '', decisions: '' });
    expect(fresh(text, none)).toContain(`review_history:
  - date: "2026-02-10"
    attendees: [Dana Ruiz, Priya Shah]
    summary: TBD
    plan_changes: none`);
    expect(text).toContain('next_review: "2026-05-08"');
    expect(text).toContain('last_reviewed: "2026-02-10"');
  });

  it('stands first where the newest does, with a blank line where the others have one', () => {
    const newest = SOUND.replace(
      /review_history:[\s\S]*?(?=\nrenewal)/,
      `review_history:   # newest first
  # held in Oslo
  - date: 2026-01-20
    attendees: [Dana Ruiz, Priya Shah]
    summary: Second

  - date: 2025-11-20
    attendees: [Dana Ruiz, Priya Shah]
    summary: First
`,
    );
    for (const eol of ['\n', '\r\n']) {
      const { text } = editedBy(logReview, newest.replaceAll('\n', eol), { summary: 'Third', decisions: '' });
      expect(text.replaceAll('\r\n', '\n')).toContain(`review_history:   # newest first
  - date: 2026-02-10
    attendees: [Dana Ruiz, Priya Shah]
    summary: Third
    plan_changes: none

  # held in Oslo
  - date: 2026-01-20
`);
    }
  });

  it('of the past is put where it belongs and moves nothing else', () => {
    const { text } = editedBy(logReview, SOUND, { date: '2025-12-01', summary: 'Kickoff', decisions: '' });
    expect(text).toContain('last_reviewed: "2026-01-20"');
    expect(text.indexOf('2025-12-01')).toBeLessThan(text.indexOf('- date: "2026-01-20"\n    type'));
  });

  it('proposes what changed since the last one', () => {
    const history = [
      { committedOn: day('2026-02-05'), text: SOUND.replace('target_date: "2026-02-27"', 'target_date: "2026-02-20"') },
      {
        committedOn: day('2026-01-20'),
        text: SOUND.replace('target_date: "2026-02-27"', 'target_date: "2026-01-30"')
          .replace('goal: 1 hour', 'goal: 2 hours')
          .replace(/ {2}- id: R1[\s\S]*?(?=\nreview_history)/, ''),
      },
    ];
    const file = readPlanFile(SOUND);
    const { questions } = held(logReview, { summary: 'x', decisions: '' }, { file, history });
    const asked = questions.find(({ id }) => id === 'planChanges');
    expect(asked?.kind === 'pick' && asked.choices.map(({ value }) => value)).toEqual([
      'O2 milestone “Address check switched on” target date moved from 30 Jan 2026 to 27 Feb 2026',
      'O3 goal changed from 2 hours to 1 hour',
      'R1 added: “The data team is busy with a migration until March”',
    ]);
    const { text } = editedBy(logReview, SOUND, { summary: 'Agreed', decisions: '' }, { history });
    expect(findingsOf(text, EXAMPLE_DAY, undefined, history).map(({ rule }) => rule)).toEqual([]);
    expect(text).toContain('      - O3 goal changed from 2 hours to 1 hour\n');
    const alone = editedBy(logReview, SOUND, { summary: 'Agreed', decisions: '', planChanges: [] }, { history }).text;
    expect(alone).toContain('summary: Agreed\n    plan_changes: none');
  });

  it('is refused where there is no plan, and asks for a day that can be', () => {
    for (const text of ['', 'qbr:\n  duration: 60 minutes\n'])
      expect(held(logReview, {}, { file: readPlanFile(text) }).result.type).toBe('refused');
    expect(held(logReview, {}).result.type).toBe('refused');
    const wrong = (value: string) => {
      const found = wrongWith(logReview, { today: TODAY, answers: {}, file: readPlanFile(SOUND) }, 'date', value);
      return found && english(found);
    };
    expect(wrong('2026-03-01')).toContain('is still to come');
    expect(wrong('20 Jan')).toBe('The log has a review of 20 Jan 2026 already.');
    expect(wrong('yesterday')).toBeUndefined();
  });
});

const IN_O1 = withCursor(SOUND.replace('value: 9 minutes', 'value: 9 min<|>utes'));

describe('a measurement', () => {
  const file = readPlanFile(IN_O1.text);

  it('is recorded in the outcome at the cursor, in its unit', () => {
    const { questions } = held(recordMeasurement, { value: '7' }, { file, offset: IN_O1.offset });
    expect(questions.map(({ id }) => id)).toEqual(['value', 'date']);
    expect(questions[0] && english(questions[0].prompt)).toBe(
      'Order entry time: 12 minutes at first, 9 min last, 4 minutes wanted. What is it now?',
    );
    const { text, selected } = editedBy(recordMeasurement, IN_O1.text, { value: '7' }, { offset: IN_O1.offset });
    expect(fresh(text, SOUND)).toBe('      - date: "2026-02-10"\n        value: 7 minutes');
    expect(selected).toBe('7 minutes');
  });

  it('asks for the outcome elsewhere, and for the key result of one that has several', () => {
    const { questions } = held(recordMeasurement, { outcome: '1', value: '64 %' }, { file });
    expect(questions.map(({ id }) => id)).toEqual(['outcome', 'value', 'date']);
    const okr = wholePlan(`outcomes:
  - id: O1
    description: Grow
    key_results:
      - { id: K1, description: More, baseline: { metric: Users, current: 8 of 25 }, target: { metric: Users, goal: 20 of 25 } }
      - id: K2
        description: Faster
        baseline: { metric: Days, current: 9 days }
`);
    const asked = held(recordMeasurement, { metric: '0', value: '16 of 25' }, { file: readPlanFile(okr) }).questions;
    expect(asked.map(({ id }) => id)).toEqual(['metric', 'value', 'date']);
    const first = editedBy(recordMeasurement, okr, { metric: '0', value: '16 of 25' }).text;
    expect(first).toContain('goal: 20 of 25 }, measurements: [{ date: "2026-02-10", value: 16 of 25 }] }');
    const second = editedBy(recordMeasurement, okr, { metric: '1', value: '7', date: '2026-02-01' }).text;
    expect(second).toContain(`current: 9 days }
        measurements:
          - date: "2026-02-01"
            value: 7 days`);
  });

  it.each([
    ['62%', '90%', '84.25', '84.25%'],
    ['8 of 25', '20 of 25', '14', '14 of 25'],
    ['8 of 25 (32%)', '20 of 25 (80%)', '14', '14 of 25 (56%)'],
    ['8 of 25', '20 of 25', '56', '56%'],
    ['3.8 of 5', '4.6 of 5', '4.2', '4.2 of 5'],
    ['4 hours per report', '30 minutes per report', '1.333', '1.333 hours per report'],
    ['2 hours', '30 min', '45', '45 minutes'],
    ['2 hours', '30 min', '1', '1 hour'],
    ['$1.2M', '$2M', '1.4567', '$1.4567M'],
    ['$1.2M', '$2M', '1456700', '$1,456,700'],
    ['1,2 Mio. €', '2 Mio. €', '1,5', '1.5 Mio. €'],
    ['€180.000', '€280.000', '200.000', '€200,000'],
    ['2k users', '4k users', '3141', '3,141 users'],
    ['NPS -12', 'NPS 20', '-4', 'NPS -4'],
    ['6:45 min', '3:00 min', '5:10', '5:10 min'],
  ])('of a number alone is what it is beside %s and %s: %s is %s', (current, goal, value, recorded) => {
    const text = wholePlan(`outcomes:
  - id: O1
    description: Something gets better
    baseline: { metric: Progress, current: "${current}", measured_on: 2025-11-03 }
    target: { metric: Progress, goal: "${goal}", target_date: 2026-06-30 }
`);
    expect(editedBy(recordMeasurement, text, { value }).selected.replaceAll('"', '')).toBe(recorded);
  });

  it('needs its unit where a number alone could be hours or minutes', () => {
    const text = wholePlan(`outcomes:
  - id: O1
    description: Something gets faster
    baseline: { metric: Time, current: 1h 30m, measured_on: 2025-11-03 }
    target: { metric: Time, goal: 30 min, target_date: 2026-06-30 }
`);
    const wrong = (value: string) => {
      const found = wrongWith(
        recordMeasurement,
        { today: TODAY, answers: {}, file: readPlanFile(text) },
        'value',
        value,
      );
      return found && english(found);
    };
    expect(wrong('45')).toBe('A number is needed, with its unit.');
    expect(wrong('45 min')).toBeUndefined();
    expect(wrong('1h 5m')).toBeUndefined();
  });

  it('takes the place of another of that day, and stands where its day belongs', () => {
    const same = editedBy(recordMeasurement, SOUND, { outcome: '1', value: '7.5%', date: '2026-01-20' }).text;
    expect(fresh(same, SOUND)).toBe('        value: 7.5%');
    const early = editedBy(recordMeasurement, SOUND, { outcome: '1', value: '9%', date: '2025-12-20' }).text;
    expect(early.indexOf('value: 9%')).toBeLessThan(early.indexOf('value: 8%'));
    expect(findingsOf(early)).toEqual([]);
  });

  it('says what is wrong with a value while it is typed', () => {
    const wrong = (value: string) => {
      const about = { today: TODAY, answers: { outcome: '0' }, file };
      const found = wrongWith(recordMeasurement, about, 'value', value);
      return found && english(found);
    };
    expect(wrong('7.5 minutes')).toBeUndefined();
    expect(wrong('7')).toBeUndefined();
    expect(wrong('1h 5m')).toBeUndefined();
    expect(wrong('fast')).toBe('A number is needed, such as 12 minutes.');
    expect(wrong('')).toBe('A number is needed, such as 12 minutes.');
    expect(wrong('64 %')).toBe('“64 %” cannot be compared with 12 minutes: use the same unit.');
  });

  it('is refused where there is none to record it in', () => {
    const none = wholePlan('outcomes: []\n');
    expect(held(recordMeasurement, {}, { file: readPlanFile(none) }).result.type).toBe('refused');
    const borrowed = wholePlan(
      'outcomes:\n  - id: O1\n    description: x\n    measurements: none at all, we never measure\n',
    );
    expect(held(recordMeasurement, { value: '3' }, { file: readPlanFile(borrowed) }).result.type).toBe('refused');
  });
});

describe('a milestone', () => {
  it('is completed where it stands, or picked among those that are open, late ones first', () => {
    const at = withCursor(SOUND.replace('name: All depots trained', 'name: All depots tr<|>ained'));
    const { text, selected } = editedBy(completeMilestone, at.text, { date: 'yesterday' }, { offset: at.offset });
    expect(fresh(text, SOUND)).toBe('        actual_date: "2026-02-09"');
    expect(text).toContain('target_date: "2026-03-31"\n        actual_date: "2026-02-09"\n        status: complete\n');
    expect(selected).toBe('2026-02-09');
    const { questions } = held(completeMilestone, {}, { file: readPlanFile(SOUND), today: day('2026-03-10') });
    const [asked] = questions;
    const labels = asked?.kind === 'pick' ? asked.choices.map(({ label }) => label) : [];
    expect(labels[0]).toBe('Address check switched on');
    expect(labels).not.toContain('Order form connected');
    const next = held(completeMilestone, {}, { file: readPlanFile(SOUND), today: day('2026-04-01') }).questions[0];
    const told = next?.kind === 'pick' ? next.choices.map(({ description }) => description) : [];
    expect(told).toContainEqual(phrase('1 day late'));
  });

  it('is asked for where the one at the cursor is done already', () => {
    const at = withCursor(SOUND.replace('name: Order form connected', 'name: Order form con<|>nected'));
    const { questions } = held(completeMilestone, {}, { file: readPlanFile(at.text), offset: at.offset });
    expect(questions.map(({ id }) => id)).toEqual(['milestone', 'date']);
  });

  it('is refused where all are done', () => {
    const done = wholePlan('outcomes:\n  - id: O1\n    milestones: [{ name: x, status: complete }]\n');
    const { result } = held(completeMilestone, {}, { file: readPlanFile(done) });
    expect(result.type === 'refused' && english(result.reason)).toContain('Every milestone');
  });
});

import { describe, expect, it } from 'vitest';
import { day } from '../../../plan/day.ts';
import type { PersonView, RiskView } from '../../../plan/view/index.ts';
import { CROWD, SCRIPTS } from './support/crowds.ts';
import { MEASURED, planOf, TEMPLATE } from './support/plans.ts';

const view = planOf(MEASURED);

/** The text at an offset, to the end of its line. */
function lineAt(at: number | undefined, text = MEASURED): string | undefined {
  return at === undefined ? undefined : text.slice(at).split('\n')[0];
}

describe('the risks', () => {
  const [r1, r2] = view.risks?.list ?? [];

  it('are told in words, with what the plan does not say and what they hold up', () => {
    expect(view.risks?.note).toBe('1 open, 1 mitigated');
    expect(r1).toMatchObject({
      key: 'risk/0',
      name: 'R1',
      state: 'open',
      status: 'Open, severe.',
      severe: true,
      mitigation: 'CSM to schedule call with IT Director and security team by Feb 15',
      due: { text: 'Due 15 Feb, in 5 days.', late: false },
      owner: 'Jane Smith',
      lacks: 'No contingency written down.',
      threatens: [],
    });
    expect(r1?.holdsUp.map(one => [one.ref, one.title, lineAt(one.at)])).toEqual([
      ['O1·3', 'Automated scheduling enabled, 26 days late', 'name: "Automated scheduling enabled"'],
    ]);
    expect(r2).toMatchObject({ name: 'R2', state: 'settled', status: 'Mitigated.', severe: false, holdsUp: [] });
    expect(r2).not.toHaveProperty('lacks');
    expect(r1).not.toHaveProperty('sign');
    expect(lineAt(r1?.at)).toBe('id: R1');
  });

  it('stand in the cells of the matrix', () => {
    const { matrix } = view.risks ?? {};
    expect(matrix?.map(row => row.map(cell => `${cell.score}${cell.severe ? '!' : ''}`))).toEqual([
      ['3', '6!', '9!'],
      ['2', '4', '6!'],
      ['1', '2', '3'],
    ]);
    const marks = matrix
      ?.flat()
      .flatMap(cell => cell.marks.map(mark => `${cell.impact} ${cell.likelihood}: ${mark.text} ${mark.state}`));
    expect(marks).toEqual(['high medium: R1 open', 'medium high: R2 settled']);
    expect(matrix?.[1]?.[2]?.marks[0]?.sentence).toBe(
      'R2, mitigated: Two team members resistant to adopting new tool (impact medium, likelihood high, score 6 of 9)',
    );
  });

  it('name the day that a mitigation names, late ones as late, and none where there are two', () => {
    const due = (mitigation: string, rest = '') =>
      planOf(TEMPLATE.replace('CSM to schedule call with IT Director and security team by Feb 15', mitigation + rest))
        .risks?.list[0]?.due;
    expect(due('Call by 3 Feb')).toEqual({ text: 'Due 3 Feb, 7 days ago.', late: true });
    expect(due('Call before Jan 15, 2027')).toEqual({ text: 'Due 15 Jan 2027, in 339 days.', late: false });
    expect(due('Call by Feb 15, training by Mar 1')).toBeUndefined();
    expect(due('Call by 03/04/2026')).toBeUndefined();
    expect(due('Call by the end of the quarter')).toBeUndefined();
  });

  it('say what they threaten, what happens otherwise, and all that is missing', () => {
    const list = planOf(SCRIPTS).risks?.list ?? [];
    const told = (one: RiskView) => [one.name, one.sign, one.status, one.lacks, one.threatens.map(({ ref }) => ref)];
    expect(list.map(told)).toEqual([
      ['SECURITY-APPROVAL-2026-02', undefined, 'Occurred, severe.', 'No contingency written down.', []],
      ['R1', undefined, 'Open, severe.', 'No contingency written down.', ['O1']],
      ['Risk 4', undefined, 'Open.', 'No mitigation, owner, impact or likelihood written down.', []],
      ['R3', undefined, 'Mitigated.', undefined, []],
    ]);
    expect(
      planOf(SCRIPTS)
        .risks?.matrix?.flat()
        .flatMap(({ marks }) => marks.map(({ text }) => text)),
    ).toEqual(['R1', '02', 'R3']);
  });

  it('have their marks beside them where these are no names of theirs', () => {
    const risks = (...ids: string[]) =>
      `risks:\n${ids.map(id => `  - { id: ${id}, description: Access is late, impact: high, likelihood: high, status: open }\n`).join('')}`;
    const signs = (text: string) => planOf(text).risks?.list.map(({ name, sign }) => `${name} ${sign ?? ''}`.trim());
    expect(signs(risks('SEC-2026-011', 'SEC-2026-012', 'SEC-2026-013', 'SEC-2026-001'))).toEqual([
      'SEC-2026-011 1',
      'SEC-2026-012 2',
      'SEC-2026-013 3',
      'SEC-2026-001 4',
    ]);
    expect(signs(risks('R1', 'R12'))).toEqual(['R1', 'R12']);
  });

  it('are counted where a cell has no room for all', () => {
    const { list = [], matrix, note, shown } = planOf(CROWD).risks ?? {};
    expect(note).toBe('20 open, 5 occurred, 5 accepted, 5 mitigated, 5 closed');
    expect([list.length, shown]).toEqual([40, 6]);
    expect(list.slice(0, 6).every(risk => risk.severe)).toBe(true);
    for (const cell of matrix?.flat() ?? []) {
      expect(cell.marks.length).toBeLessThanOrEqual(4);
      expect(cell.marks.every(({ text }) => /^\d{1,2}$/u.test(text))).toBe(true);
    }
    const drawn = (matrix ?? []).flat().reduce((sum, { marks, more }) => sum + marks.length + (more?.count ?? 0), 0);
    expect(drawn).toBe(40);
    expect(matrix?.[0]?.[0]?.more).toEqual({ count: 2, names: 'R3, R30' });
  });

  it('are not there where the plan has none', () => {
    expect(planOf(TEMPLATE.replace(/\nrisks:[\s\S]*?\nreview_history/u, '\nreview_history')).risks).toBeUndefined();
  });
});

describe('the people', () => {
  const rows = (people: readonly PersonView[]) =>
    people.map(({ name, role, engagement, work }) => [
      name,
      role,
      engagement && `${engagement.level} ${engagement.word}`,
      `${work.count}: ${work.items.map(item => `${item.late ? '!' : ''}${item.ref} ${item.when}`.trim()).join('; ')}`,
    ]);

  it('stand on their sides, with what they still have to do, late work first', () => {
    expect(view.people?.note).toBe('3 at Acme Corp and 2 at the vendor');
    expect(view.people?.groups.map(group => group.name)).toEqual(['Acme Corp', 'Vendor']);
    expect(rows(view.people?.groups[0]?.people ?? [])).toEqual([
      ['Sarah Chen', 'VP Operations, executive sponsor', '3 active', '1: O3·3 30 Jun'],
      [
        'Mike Torres',
        'Operations Manager, day-to-day contact',
        '3 active',
        '2: !O1·3 26 days late, blocked; O2·3 1 Apr',
      ],
      ['Lisa Park', 'IT Director, technical contact', '2 moderate', '1: O3·2 16 Mar'],
    ]);
    expect(rows(view.people?.groups[1]?.people ?? [])).toEqual([
      ['Jane Smith', 'Customer Success Manager, primary owner', undefined, '2: O1·4 1 Apr; R1'],
      ['Tom Brown', 'Solutions Engineer, technical resource', undefined, '0: '],
    ]);
    const mike = view.people?.groups[0]?.people[1];
    expect(lineAt(mike?.at)).toBe('name: "Mike Torres"');
    expect(lineAt(mike?.work.items[0]?.at)).toBe('name: "Automated scheduling enabled"');
  });

  it('have actions, too, and are named with who takes over', () => {
    const [customers, vendors] = planOf(SCRIPTS).people?.groups ?? [];
    expect(customers?.people[2]?.work.items.map(item => [item.ref, item.title, item.when, item.late])).toEqual([
      ['action of 1 Feb', 'API のアクセス権を申請する', '5 days late', true],
      ['O1·2', '月次レポートの自動スケジュールを有効にする', '16 Mar', false],
      [
        'SECURITY-APPROVAL-2026-02',
        'セキュリティ審査が遅れると自動化のマイルストーンに影響する可能性がある',
        '',
        false,
      ],
    ]);
    expect(vendors?.people.map(person => person.gone)).toEqual([
      undefined,
      'leaves on 1 Mar; سارة عبد الرحمن takes over',
    ]);
    expect(vendors?.people[0]?.work.items[0]).toMatchObject({ ref: 'the plan', title: 'The plan' });
  });

  it('have work whose status is none as open, as its lane draws it, unless it is called done', () => {
    const text = (status: string) =>
      MEASURED.replace(/(name: "Automated scheduling enabled"[\s\S]*?status: )\w+/u, `$1"${status}"`);
    const mike = (status: string) => planOf(text(status)).people?.groups[0]?.people[1]?.work.items;
    expect(text('waiting for IT')).not.toBe(MEASURED);
    expect(mike('waiting for IT')?.map(item => item.ref)).toEqual(['O1·3', 'O2·3']);
    expect(mike('waiting for IT')?.[0]).toMatchObject({ late: true });
    expect(mike('done')?.map(item => item.ref)).toEqual(['O2·3']);
    const risk = (status: string) =>
      planOf(MEASURED.replace(/(id: "?R1[\s\S]*?status: )"?\w+"?/u, `$1"${status}"`)).people?.groups[1]?.people[0]?.work
        .count;
    expect([risk('open'), risk('watching'), risk('closed')]).toEqual([2, 2, 1]);
  });

  it('have no column of engagement where nobody’s is known', () => {
    expect(view.people?.engagement).toBe(true);
    expect(planOf(MEASURED.replace(/ +engagement: .*\n/gu, '')).people?.engagement).toBe(false);
  });

  it('are shown by what is late where they are many', () => {
    const [customers] = planOf(CROWD).people?.groups ?? [];
    expect([customers?.people.length, customers?.shown]).toEqual([42, 6]);
    expect(customers?.people.slice(0, 6).every(({ work }) => work.items[0]?.late)).toBe(true);
  });
});

describe('the reviews', () => {
  it('begin with the next one and what to bring', () => {
    const next = view.reviews?.next;
    expect(view.reviews?.note).toBe('Quarterly; 2 held, the last 9 days ago');
    expect(next).toMatchObject({
      day: '1 May',
      distance: 'in 80 days',
      overdue: false,
      text: 'Next review, scheduled.',
    });
    expect(next?.bring.map(({ words, things, more }) => [words, things.map(({ ref }) => ref), more])).toEqual([
      ['a new day for', ['O1·3'], 0],
      ['a first value for', ['O3'], 0],
      ['a contingency for', ['R1'], 0],
    ]);
    expect(next?.bring.map(({ things }) => lineAt(things[0]?.at))).toEqual(['"2026-01-15"', 'id: O3', 'id: R1']);
    expect(next?.actions.map(act => act.label)).toEqual(['Prepare agenda', 'Log review']);
    expect(lineAt(next?.at)).toBe('"2026-05-01"');
  });

  it('go on with those that were held, the newest first', () => {
    const [q2, q1] = view.reviews?.past ?? [];
    expect(q2).toMatchObject({
      key: 'review/1',
      day: '1 Feb',
      year: '2026',
      summary:
        'Q2 review. Adoption at 64%, on track for 80% target. API access blocker identified — added as R1. Report automation delayed.',
      decisions: [
        'CSM to facilitate meeting between vendor engineering and Acme IT security',
        'Extend automation milestone to April 1',
      ],
      changes: ['O1 milestone 3 target date moved from Jan 15 to Mar 1'],
      unchanged: false,
      attendees: ['Sarah Chen', 'Mike Torres', 'Lisa Park', 'Jane Smith'],
    });
    expect(q2?.findings.map(({ at, text }) => [text, lineAt(at)])).toEqual([
      ['Logged change of O1·3 to 1 Mar is not in the plan', '"2026-01-15"'],
    ]);
    expect(q1).toMatchObject({
      key: 'review/0',
      day: '1 Nov',
      year: '2025',
      unchanged: true,
      changes: [],
      findings: [],
    });
  });

  it('count the days since one was due', () => {
    const next = planOf(MEASURED.replace('next_review: "2026-05-01"', 'next_review: "2026-02-05"')).reviews?.next;
    expect(next).toMatchObject({
      day: '5 Feb',
      distance: '5 days overdue',
      overdue: true,
      text: 'Next review, not held yet.',
    });
    expect(next?.actions.map(act => act.label)).toEqual(['Log review', 'Prepare agenda']);
  });

  it('ask for a day where there is none', () => {
    const next = planOf(MEASURED.replace('  next_review: "2026-05-01"\n', '')).reviews?.next;
    expect(next).toMatchObject({ day: 'No day', distance: 'due by 1 May', text: 'The next review has no day yet.' });
    expect(next?.actions[0]).toEqual({ kind: 'add', label: 'Schedule the next review', what: 'review' });
  });

  it('ask for nothing in a plan that is over', () => {
    expect(planOf(MEASURED.replace('status: active', 'status: completed')).reviews?.next).toBeUndefined();
  });

  it('keep the rest behind a word where they are many', () => {
    const { note, past = [], shown } = planOf(CROWD).reviews ?? {};
    expect([note, past.length, shown]).toEqual(['Monthly; 100 held, the last 60 days ago', 100, 3]);
    expect(past.slice(0, 3).map(review => `${review.day} ${review.year} ${review.kind}`)).toEqual([
      '12 Dec 2025 QBR',
      '12 Nov 2025 Check-in',
      '12 Oct 2025 Check-in',
    ]);
    expect(planOf(CROWD).reviews?.next?.bring[0]).toMatchObject({ words: 'new days for', more: 17 });
  });

  it('can be read without a day', () => {
    const past = planOf(MEASURED.replace('date: "2025-11-01"\n    attendees', 'date: "last autumn"\n    attendees'))
      .reviews?.past;
    expect(past?.map(review => [review.day, review.year])).toEqual([
      ['1 Feb', '2026'],
      ['last autumn', ''],
    ]);
  });
});

describe('the checklist', () => {
  it('says what fails, why, and where', () => {
    expect(view.checklist?.note).toBe('7 of 10 pass');
    const failing = view.checklist?.items.filter(item => item.verdict === 'failed');
    expect(failing?.map(({ number, title, why }) => [number, title, why?.text, lineAt(why?.at)])).toEqual([
      [
        8,
        'Tied to the renewal',
        'The contract renews on 1 Aug 2026, in 172 days, and none of the outcomes says what it will show for it.',
        '"2026-08-01"',
      ],
      [
        9,
        'Reviews logged with decisions and changes',
        'The review of 1 Feb 2026 moved “Automated scheduling enabled” from 15 Jan to 1 Mar, but the plan still says 15 Jan.',
        '"2026-01-15"',
      ],
      [
        10,
        'Shared where both sides can read it',
        'Nothing says when or where the customer can read it.',
        'version: "1.0"',
      ],
    ]);
  });

  it('counts only what is asked of a plan', () => {
    const checklist = planOf(MEASURED.replace('status: active', 'status: active\n  format: goal_card')).checklist;
    expect(checklist?.note).toMatch(/^\d of \d pass, \d not asked of this plan$/u);
    const verdicts = checklist?.items.map(item => item.verdict);
    expect(verdicts).toContain('not_asked');
    expect(checklist?.items.filter(item => item.verdict === 'not_asked').every(item => item.why === undefined)).toBe(
      true,
    );
  });
});

describe('a plan drawn for its customer', () => {
  const customer = planOf(MEASURED, day('2026-02-10'), 'customer');

  it('has no finding, nothing that follows from one, and nothing to edit', () => {
    expect(customer.audience).toBe('customer');
    expect(customer.header.figures.map(figure => figure.name)).toEqual(['health', 'attainment', 'review', 'renewal']);
    expect(customer.callouts).toEqual([]);
    expect(customer.checklist).toBeUndefined();
    expect(customer.timeline?.lanes.flatMap(lane => lane.milestones.flatMap(one => one.logged))).toEqual([]);
    expect(customer.outcomes.flatMap(outcome => outcome.health.actions)).toEqual([]);
    expect(customer.risks?.list.flatMap(risk => risk.lacks ?? [])).toEqual([]);
    expect(customer.reviews?.next).toMatchObject({ day: '1 May', bring: [], actions: [] });
    expect(customer.reviews?.past.flatMap(review => review.findings)).toEqual([]);
    expect(JSON.stringify(view)).toContain('"movable"');
    expect(JSON.stringify(customer)).not.toMatch(/"kind":"(?:fix|dialogue|add)"|"movable"/u);
  });

  it('does not ask for a review that has no day', () => {
    const text = MEASURED.replace('  next_review: "2026-05-01"\n', '');
    expect(planOf(text, day('2026-02-10'), 'customer').reviews?.next).toBeUndefined();
  });
});

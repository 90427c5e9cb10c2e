import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { planIcs } from '../../export/calendar/ics.ts';
import { day } from '../../plan/day.ts';
import { HOSTILE, paperOf, planSaying, TODAY } from './paper.ts';

interface Read {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly day: string;
}

/** The calendar as a strict reader has it. */
function read(text: string, today = TODAY): Read[] {
  const ics = planIcs(paperOf(text, today));
  if (ics === undefined) return [];
  wellFormed(ics);
  const calendar = new ICAL.Component(ICAL.parse(ics));
  return calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    return { uid: event.uid, summary: event.summary, description: event.description, day: event.startDate.toString() };
  });
}

/** Source: RFC 5545, sections 3.1 and 3.3.11. */
function wellFormed(ics: string): void {
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const folded of ics.split('\r\n')) expect(Buffer.byteLength(folded)).toBeLessThanOrEqual(75);
  const unfolded = ics.replaceAll('\r\n ', '').split('\r\n');
  for (const one of unfolded) expect(one).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  const names = unfolded.filter(one => one !== '').map(one => /^[A-Z-]+/.exec(one)?.[0]);
  expect(new Set(names)).toEqual(
    new Set(
      'BEGIN VERSION PRODID NAME X-WR-CALNAME UID SEQUENCE DTSTAMP DTSTART X-MICROSOFT-CDO-ALLDAYEVENT X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT SUMMARY TRANSP DESCRIPTION CATEGORIES END'.split(
        ' ',
      ),
    ),
  );
  expect(unfolded.filter(one => one.startsWith('BEGIN:')).length).toBe(
    unfolded.filter(one => one.startsWith('END:')).length,
  );
}

const northwind = readFileSync('examples/northwind.success-plan.yaml', 'utf8');

describe('planIcs', () => {
  it('writes the example as it should read', async () => {
    await expect(planIcs(paperOf(northwind))).toMatchFileSnapshot('../fixtures/export/northwind.ics');
  });

  it('has what is still to come, by day', () => {
    const events = read(northwind);
    expect(events.map(({ day, summary }) => `${day} ${summary.replace('Northwind Traders: ', '')}`)).toEqual([
      '2026-02-13 Send the training calendar to all southern depots',
      '2026-02-20 Book training rooms in Porto and Faro',
      '2026-02-27 Address check switched on (M6)',
      '2026-03-20 Tracking shown to the service desk (M8)',
      '2026-03-31 Southern depots trained (M3)',
      '2026-04-21 quarterly review',
      '2026-05-29 Shippers look up their own deliveries (M9)',
      '2026-06-30 goal of O1, 4 min',
      '2026-06-30 Four minutes confirmed in all depots (M4)',
      '2026-07-31 goal of O3, 1 hour',
      '2026-07-31 One hour confirmed by the service desk (M10)',
      '2026-08-31 goal of O2, 3%',
      '2026-08-31 Three percent confirmed from the returns report (M7)',
      '2026-10-01 renewal',
    ]);
    expect(events.find(event => event.summary.includes('M6'))?.description).toBe(
      'Outcome: O2, Bring wrong deliveries down from 10% to 3%\nOwner: Ingrid Solheim\nStatus: in progress',
    );
  });

  it('is the same file for the same plan and day, and a later one replaces it', () => {
    expect(planIcs(paperOf(northwind))).toBe(planIcs(paperOf(northwind)));
    const later = planIcs(paperOf(northwind, day('2026-02-11'))) ?? '';
    const sequence = (ics: string) => Number(/SEQUENCE:(\d+)/.exec(ics)?.[1]);
    expect(sequence(later)).toBe(sequence(planIcs(paperOf(northwind)) ?? '') + 1);
    expect(later).toContain('DTSTAMP:20260211T000000Z');
  });

  it('knows a thing again although its day, owner and place in the file changed', () => {
    const before = new Map(read(northwind).map(({ summary, uid }) => [summary, uid]));
    const changed = northwind
      .replace('target_date: 2026-03-31', 'target_date: 2026-04-30')
      .replace('next_review: 2026-04-21', 'next_review: 2026-05-05')
      .replace('owner: Ken Abe\n        participants', 'owner: Luis Ortega\n        participants')
      .replace(/( {6}- id: M8[\s\S]*?)( {6}- id: M9[\s\S]*?)(?= {6}- id: M10)/, '$2$1');
    expect(changed.indexOf('id: M9')).toBeLessThan(changed.indexOf('id: M8'));
    const after = read(changed);
    expect(after.length).toBe(before.size);
    for (const { summary, uid } of after) expect(uid, summary).toBe(before.get(summary));
    expect(after.find(event => event.summary.includes('M3'))?.day).toBe('2026-04-30');
  });

  it('tells plans and things apart', () => {
    const other = northwind.replace('company: Northwind Traders', 'company: Southwind Traders');
    const twice = `${planSaying('Same')}`;
    const uids = [...read(northwind), ...read(other), ...read(twice)].map(event => event.uid);
    expect(new Set(uids).size).toBe(uids.length);
    for (const uid of uids)
      expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('says how late something is, and leaves out what is done', () => {
    const events = read(readFileSync('examples/acme.success-plan.yaml', 'utf8'));
    const late = events.find(event => event.summary.includes('Automated scheduling'));
    expect(late?.day).toBe('2026-01-15');
    expect(late?.description).toContain('Status: blocked, 26 days late');
    expect(events.some(event => event.summary.includes('Report templates'))).toBe(false);
  });

  it('says at the renewal how the plan stands, and describes nothing where there is nothing to say', () => {
    const plan = `plan: { created: 2025-10-20, status: active }
customer: { company: Northwind Traders, contract: { renewal_date: 2026-10-01 } }
decision: { decision_date: 2026-05-05 }
outcomes:
  - { id: O1, description: Fewer errors, target: { target_date: 2026-08-31 } }
`;
    const at = (kind: string) => read(plan).find(({ summary }) => summary.endsWith(kind));
    expect(at('renewal')?.description).toMatch(/^As of 10 Feb 2026: \S.* .*\.$/);
    expect(at('decision')?.description).toBeNull();
    expect(planIcs(paperOf(plan))).not.toMatch(/DESCRIPTION:\r/);
  });

  it('is none for a plan without a day to come', () => {
    expect(planIcs(paperOf('plan: { status: active }'))).toBeUndefined();
    expect(
      planIcs(paperOf(northwind.replace('status: active', 'status: archived'), day('2027-01-01'))),
    ).toBeUndefined();
  });

  it.each(HOSTILE)('holds what a plan says as text: %j', text => {
    const shape = (said: string) => read(planSaying(said)).map(event => event.day);
    expect(shape(text)).toEqual(shape('Words'));
  });

  it('is read back whatever the plan says', { timeout: 60_000 }, () => {
    const text = fc
      .string({
        unit: fc.constantFrom(
          ...[
            '\\',
            ';',
            ',',
            ':',
            '"',
            '\r',
            '\n',
            '\t',
            'a',
            ' ',
            '訴',
            '👩‍👩‍👧',
            'é',
            '\u0000',
            '\u2028',
            'BEGIN:VEVENT',
            '^n',
          ],
        ),
        minLength: 1,
        maxLength: 80,
      })
      .filter(said => said.trim() !== '');
    fc.assert(
      fc.property(text, said => {
        expect(read(planSaying(said)).length).toBe(read(planSaying('Words')).length);
      }),
      { numRuns: 15 },
    );
  });
});

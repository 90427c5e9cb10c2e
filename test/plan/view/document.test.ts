import { describe, expect, it } from 'vitest';
import { day } from '../../../plan/day.ts';
import { figure, planOf, QBR, TEMPLATE, timelineOf, viewOf } from './support/plans.ts';

describe('other documents', () => {
  it('says calmly that an agenda is one', () => {
    const view = viewOf(QBR);
    expect(view.kind).toBe('agenda');
    expect(view.kind === 'agenda' && view.sentence).toMatch(
      /^This file is a review agenda: five topics in 60 minutes\./u,
    );
    expect(view.kind === 'agenda' && view.topics.map(topic => topic.duration)).toEqual([
      '20 min',
      '10 min',
      '10 min',
      '10 min',
      '10 min',
    ]);
  });

  it('draws the plan of a file that holds an agenda first', () => {
    expect(viewOf(`${QBR}\n---\n${TEMPLATE}`).kind).toBe('plan');
  });

  it('leaves out findings of the other documents of a file', () => {
    const alone = planOf(TEMPLATE).header.figures.find(one => one.name === 'findings')?.value;
    const second = TEMPLATE.replace('Acme Corp', 'Nordwind');
    expect(planOf(`${TEMPLATE}---\n${second}`).header.figures.find(one => one.name === 'findings')?.value).toBe(alone);
  });

  it('asks for the first things to write where there is no outcome', () => {
    const view = planOf(
      'plan:\n  status: active\ncustomer:\n  company: Nordwind\n  contract:\n    start_date: 2025-08-01\n    renewal_date: 2026-08-01\n',
    );
    expect(view.outcomes).toEqual([]);
    expect(view.header.sentence.lead).toBe('No outcomes yet.');
    expect(view.empty?.actions).toEqual([
      { kind: 'add', label: 'Add the first outcome', what: 'outcome' },
      { kind: 'add', label: 'Add people', what: 'stakeholder' },
      { kind: 'add', label: 'Schedule the first review', what: 'review' },
    ]);
    expect(timelineOf(view)?.lanes).toEqual([]);
    expect(timelineOf(view)?.contract?.marks).toHaveLength(2);
  });

  it('draws no timeline without a single day', () => {
    expect(planOf('plan:\n  status: draft\n').timeline).toBeUndefined();
  });

  it('does without a contract', () => {
    const view = planOf(TEMPLATE.replace(/ {2}contract:\n( {4}.*\n)+/u, ''));
    expect(figure(view, 'renewal')).toBe('No date | no contract in the plan');
    expect(timelineOf(view)?.contract).toBeUndefined();
  });

  it('counts days past in words, without a minus', () => {
    const view = planOf(TEMPLATE, day('2026-08-13'));
    expect(figure(view, 'renewal')).toBe('12 days ago | 1 Aug 2026, $150,000 a year');
    expect(figure(view, 'review')).toBe('104 days overdue | 1 May 2026, quarterly');
  });
});

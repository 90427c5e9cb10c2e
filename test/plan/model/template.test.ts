import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../plan/check.ts';
import type { Agenda, Element, Field, List, Plan } from '../../../plan/model/index.ts';
import { absolute, type Place } from '../../../plan/syntax/tree.ts';

const TEMPLATE = readFileSync(path.resolve('test/fixtures/template.success-plan.yaml'), 'utf8');
const QBR = readFileSync(path.resolve('test/fixtures/template.qbr.yaml'), 'utf8');

function planOf(text: string): Plan {
  const model = readPlanFile(text).documents[0]?.model;
  if (model?.kind !== 'plan') throw new Error('not a plan');
  return model;
}

function agendaOf(text: string): Agenda {
  const model = readPlanFile(text).documents[0]?.model;
  if (model?.kind !== 'agenda') throw new Error('not an agenda');
  return model;
}

const texts = (list: List<Field<string>> | undefined) => list?.items.map(item => item.value);

describe('the plan template', () => {
  const plan = planOf(TEMPLATE);

  it('has its sections read', () => {
    expect(plan.plan).toMatchObject({
      version: { value: '1.0' },
      created: { value: '2026-02-01' },
      last_reviewed: { value: '2026-02-01' },
      next_review: { value: '2026-05-01' },
      status: { value: 'active' },
    });
    expect(plan.customer).toMatchObject({
      company: { value: 'Acme Corp' },
      industry: { value: 'Financial Services' },
      segment: { value: 'enterprise' },
    });
    expect(plan.customer?.contract).toMatchObject({
      start_date: { value: '2025-08-01' },
      renewal_date: { value: '2026-08-01' },
      plan_tier: { value: 'Enterprise' },
    });
    expect(plan.customer?.contract?.arr?.value).toMatchObject({
      kind: 'quantity',
      quantity: { value: 150_000, currency: 'USD' },
    });
  });

  it('has its people read', () => {
    const people = (list: List<{ name: unknown } & Element> | undefined) => list?.items.map(p => p.label);
    expect(people(plan.stakeholders?.customer)).toEqual(['Sarah Chen', 'Mike Torres', 'Lisa Park']);
    expect(people(plan.stakeholders?.vendor)).toEqual(['Jane Smith', 'Tom Brown']);
    expect(plan.stakeholders?.customer.items[2]).toMatchObject({
      role: { value: 'IT Director' },
      type: { value: 'technical_contact' },
      engagement: { value: 'moderate' },
    });
  });

  it('has its outcomes and milestones read', () => {
    expect(plan.outcomes.items.map(o => o.id?.value)).toEqual(['O1', 'O2']);
    const [first, second] = plan.outcomes.items;
    expect(first?.description?.value).toBe(
      'Reduce monthly report generation time from 4 hours to 30 minutes by automating the three core operational reports.\n',
    );
    expect(first?.business_value?.word?.value).toBe('Frees 42 hours/year of analyst time ($5,000+/year)');
    expect(first?.baseline).toMatchObject({
      metric: { value: 'Report generation time' },
      measured_on: { value: '2025-08-15' },
      current: { value: { quantity: { value: 14_400, per: 'report' } } },
    });
    expect(first?.target).toMatchObject({
      goal: { value: { quantity: { value: 1_800 } } },
      target_date: { value: '2026-04-01' },
    });
    expect(second?.baseline?.current?.value).toMatchObject({
      quantity: { of: { part: 8, whole: 25 }, statedPercent: 32 },
    });
    const late = first?.milestones.items[2];
    expect(late).toMatchObject({
      name: { value: 'Automated scheduling enabled' },
      target_date: { value: '2026-01-15' },
      status: { value: 'in_progress' },
    });
    expect(late?.actual_date).toMatchObject({ value: undefined, text: '' });
    expect(texts(late?.owner)).toEqual(['Mike Torres']);
    expect(texts(late?.blockers)).toEqual(['Requires API access approval from IT security']);
    expect(late?.holder?.label).toBe('O1');
  });

  it('has its risks and reviews read', () => {
    expect(plan.risks.items[1]).toMatchObject({
      id: { value: 'R2' },
      impact: { value: 'medium' },
      likelihood: { value: 'high' },
      status: { value: 'mitigated' },
    });
    const [first, second] = plan.review_history.items;
    expect(texts(first?.attendees)).toEqual(['Sarah Chen', 'Mike Torres', 'Jane Smith']);
    expect(first?.plan_changes.word?.value).toBe('none');
    expect(texts(second?.plan_changes)).toEqual(['O1 milestone 3 target date moved from Jan 15 to Mar 1']);
    expect(texts(second?.decisions)).toHaveLength(2);
  });

  it('keeps the place of everything, with LF and CRLF, moved or not', () => {
    for (const text of [TEMPLATE, TEMPLATE.replaceAll('\n', '\r\n'), `# moved\n\n${TEMPLATE}`]) {
      const moved = planOf(text);
      const written = (place: Place | undefined) => {
        if (!place) return undefined;
        const { start, end } = absolute(moved.syntax, place);
        return text.slice(start, end);
      };
      expect(written(moved.plan?.status)).toBe('active');
      expect(written(moved.customer?.contract?.arr)).toBe('"$150,000"');
      expect(written(moved.outcomes.items[1]?.target?.goal)).toBe('"20 of 25 (80%)"');
      expect(written(moved.review_history.items[1]?.plan_changes.items[0])).toBe(
        '"O1 milestone 3 target date moved from Jan 15 to Mar 1"',
      );
    }
  });
});

it('reads the agenda template', () => {
  const { qbr } = agendaOf(QBR);
  expect(qbr?.duration?.value).toMatchObject({ quantity: { value: 3600 } });
  expect(texts(qbr?.attendees?.vendor)).toEqual(['csm', 'account_executive']);
  expect(qbr?.agenda.items.map(t => [t.topic?.value, t.duration?.text, t.content.items.length])).toEqual([
    ['Success Plan Progress Review', '20 min', 3],
    ['Health and Engagement Summary', '10 min', 3],
    ['Risk Review and Mitigation', '10 min', 3],
    ['Product Roadmap and Opportunities', '10 min', 3],
    ['Action Items and Next Steps', '10 min', 3],
  ]);
});

describe('what stands elsewhere', () => {
  const text = `plan: &base
  version: 1
  status: active
outcomes:
  - &first
    id: O1
    target: &goal { metric: Time, goal: 4 hours, target_date: 2026-03-01 }
  - <<: *first
    id: O2
    target:
      <<: *goal
      goal: 5 hours
  - *first
`;
  const plan = planOf(text);

  it('is read through aliases and merge keys, own fields first', () => {
    expect(plan.outcomes.items.map(o => [o.id?.value, o.target?.goal?.text, o.target?.metric?.value])).toEqual([
      ['O1', '4 hours', 'Time'],
      ['O2', '5 hours', 'Time'],
      ['O1', '4 hours', 'Time'],
    ]);
  });

  it('is marked where it is borrowed, and says so', () => {
    const [, merged, alias] = plan.outcomes.items;
    expect(merged?.target?.metric?.borrowed).toBe(true);
    expect(merged?.target?.goal?.borrowed).toBe(false);
    const at = alias?.id && absolute(plan.syntax, alias.id);
    expect(at && text.slice(at.start, at.end)).toBe('*first');
  });

  it('does not grow without bound', () => {
    const layers = Array.from(
      { length: 12 },
      (_, i) =>
        `  x${i}: &x${i} [${Array.from({ length: 12 }, () => (i === 0 ? '{ id: O1 }' : `*x${i - 1}`)).join(', ')}]`,
    );
    expect(planOf(`internal:\n${layers.join('\n')}\noutcomes: *x11\n`).outcomes.items.length).toBeLessThanOrEqual(12);
  });
});

it('reads wrong shapes as far as they can be read', () => {
  const plan = planOf(
    'plan: active\ncustomer: [1]\noutcomes: none\nrisks:\n  id: R1\nstakeholders:\n  customer: Sarah Chen\n',
  );
  expect(plan.plan?.mapping).toBeUndefined();
  expect(plan.outcomes.word?.value).toBe('none');
  expect(plan.risks.items).toEqual([]);
  expect(plan.stakeholders?.customer.items).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { Audience } from '../../plan/audience/audience.ts';
import { parse } from '../../plan/syntax/parse.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../protocol/export.ts';
import { CANARY, canary, REDACT, withCanaries } from '../support/canaries.ts';
import { ALL_PLANS } from '../support/plans.ts';
import * as paper from './paper.ts';

function exported(text: string, format: ExportFormat, audience: Audience) {
  return paper.exported(text, { format, audience, redact: REDACT });
}

/** The bytes as any reader may take them: entities and escapes read, folded lines joined, what is packed unpacked. */
function readings(content: string): string {
  const entities = content
    .replaceAll(/&#x([\da-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replaceAll(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)));
  const escapes = entities.replaceAll(/\\u\{?([\da-f]{4,6})\}?/gi, (_, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 16)),
  );
  const packed = [...content.matchAll(/[\w+/-]{8,}={0,2}/g)].map(([run]) =>
    Buffer.from(run, 'base64').toString('utf8'),
  );
  const percent = content.replaceAll(/(?:%[\da-f]{2})+/gi, run =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
  return [content, escapes, content.replaceAll(/\r?\n[ \t]/g, ''), percent, ...packed].join('\n');
}

/** The place where something came through, with what stands around it. */
function traceIn(text: string): string {
  const at = text.indexOf(CANARY);
  return at < 0 ? '' : text.slice(Math.max(0, at - 60), at + 60);
}

const readable = ALL_PLANS.filter(([, text]) => parse(text).documents.every(document => !document.broken));

const MISREAD = Buffer.from(CANARY, 'utf8').toString('latin1');

describe('for a customer', () => {
  it.each(readable)(
    'no file has a trace of what is withheld: %s',
    (name, plan) => {
      const hidden = withCanaries(plan);
      for (const format of EXPORT_FORMATS) {
        const answer = exported(hidden, format, 'customer');
        if (answer.type === 'refused') {
          // Agendas are no plans, and not every plan has a day to come.
          expect(format === 'ics' || name.includes('.qbr.'), answer.reason).toBe(true);
          continue;
        }
        const read = readings(answer.content);
        expect(traceIn(read), format).toBe('');
        expect(read.includes(MISREAD), format).toBe(false);
        expect(JSON.stringify(answer.leftOut), format).not.toContain(CANARY);
      }
    },
    30_000,
  );

  it('numbers that follow from the contract’s value are gone as well', () => {
    const plan = (arr: string) => `plan: { created: 2025-10-20, next_review: 2026-04-21, status: active }
customer: { company: Northwind, contract: { start_date: 2025-10-01, renewal_date: 2026-10-01, arr: ${arr} } }
outcomes:
  - id: O1
    description: Fewer errors
    business_value: { summary: fewer, amount: "$40,000", per: year }
    baseline: { metric: Errors, current: 10%, measured_on: 2025-11-03 }
    target: { metric: Errors, goal: 3%, target_date: 2026-08-31 }
    measurements: [{ date: 2026-01-20, value: 3% }]
    status: in_progress
    milestones: []
`;
    for (const format of EXPORT_FORMATS) {
      const [one, other] = ['"$7,654,321"', '"$90,000"'].map(arr => exported(plan(arr), format, 'customer'));
      expect(JSON.stringify(one) === JSON.stringify(other), format).toBe(true);
      expect(exported(plan('"$7,654,321"'), format, 'internal').type).toBe('written');
    }
    expect(JSON.stringify(exported(plan('"$7,654,321"'), 'html', 'internal')).includes('$7,654,321')).toBe(true);
  });

  it('what a team withholds of the way to the decision and of the work together is in no file', () => {
    const secret = (path: string) => `withheld ${path.replaceAll(/[^a-z]/g, ' ')}`;
    const plan = `plan: { created: 2026-01-14, status: active, format: mutual_action_plan, stage: pre_sale }
customer:
  company: Kestrel Aviation
  context: ${secret('customer.context')}
  priorities: [{ id: P1, name: ${secret('customer.priorities.name')} }]
  contract: { start_date: 2026-05-01, plan_tier: ${secret('customer.contract.plan_tier')}, seats: 120, arr: "$7,654,321" }
agreement: { sign_offs: [{ person: ${secret('agreement.sign_offs')}, scope: plan, status: declined }] }
milestones: [{ name: Trial, target_date: 2026-02-27, contingency: ${secret('milestones.contingency')} }]
phases: [{ id: EVAL, name: ${secret('phases')}, start_date: 2026-01-26, end_date: 2026-03-06 }]
decision:
  criteria: [${secret('decision.criteria')}]
  decision_date: 2026-04-17
  steps: [{ name: Security, target_date: 2026-03-06, documents: [${secret('decision.steps.documents')}] }]
implementation: { summary: ${secret('implementation.summary')}, go_live_date: 2026-07-01 }
resources: [{ name: Analyst, notes: ${secret('resources.notes')} }]
communication: { channels: [${secret('communication.channels')}], meetings: [{ name: Weekly, purpose: ${secret('communication.meetings')} }] }
renewal: { strategy: ${secret('renewal.strategy')}, expansion: [${secret('renewal.expansion')}] }
internal: { notes: ${secret('internal')} }
`;
    const paths = [...plan.matchAll(/withheld ([a-z ]+)/g)].map(([found]) => found.trim());
    const redact = [
      ...['customer.context', 'customer.priorities.name', 'customer.contract.plan_tier', 'agreement.sign_offs'],
      ...['milestones.contingency', 'phases', 'decision.criteria', 'decision.steps.documents', 'resources.notes'],
      ...['implementation.summary', 'communication.channels', 'communication.meetings', 'customer.contract.seats'],
    ];
    const content = (format: ExportFormat, audience: Audience) => {
      const answer = paper.exported(plan, { format, audience, redact });
      if (answer.type === 'refused') throw new Error(answer.reason);
      return answer.content;
    };
    const internal = content('markdown', 'internal');
    expect(paths.filter(text => !internal.includes(text))).toEqual([secret('internal')]);
    expect(internal).toContain('120 seats');
    for (const format of EXPORT_FORMATS)
      expect(content(format, 'customer'), format).not.toMatch(/withheld|declined|120 seats|7,654,321/);
  });

  it('people’s engagement is gone, which its owners see', () => {
    const plan = (ALL_PLANS[0]?.[1] ?? '').replaceAll('engagement: active', 'engagement: disengaged');
    for (const format of ['html', 'markdown'] as const) {
      const has = (audience: Audience) => /disengaged/i.test(JSON.stringify(exported(plan, format, audience)));
      expect([has('internal'), has('customer')], format).toEqual([true, false]);
    }
  });

  it('is told nothing of findings', () => {
    const plan = withCanaries(ALL_PLANS[0]?.[1] ?? '');
    for (const format of EXPORT_FORMATS) {
      const answer = exported(plan, format, 'customer');
      const told =
        answer.type === 'written' ? answer.content.slice(answer.content.indexOf('<body>')) : 'a warning: refused';
      expect(/.{0,40}(?:finding|warning|checklist).{0,40}/i.exec(told)?.[0], format).toBeUndefined();
    }
  });
});

describe('for its owners', () => {
  const SHOWN: Readonly<Record<ExportFormat, readonly string[]>> = {
    html: ['outcomes.milestones.blockers', 'review_history.decisions', 'risks.mitigation'],
    svg: ['outcomes.milestones.blockers'],
    markdown: [
      'customer.context',
      'customer.contract.plan_tier',
      'outcomes.business_value',
      'outcomes.milestones.blockers',
      'outcomes.so_that',
      'renewal.expansion',
      'renewal.strategy',
      'review_history.decisions',
      'risks.mitigation',
    ],
    csv: ['outcomes.milestones.blockers', 'risks.mitigation'],
    ics: ['outcomes.milestones.blockers'],
  };

  it.each(EXPORT_FORMATS)('%s has what it always has', format => {
    const answer = exported(withCanaries(ALL_PLANS[0]?.[1] ?? ''), format, 'internal');
    if (answer.type === 'refused') throw new Error(answer.reason);
    const seen = [
      ...REDACT,
      'customer.contract.arr',
      'renewal.strategy',
      'renewal.expansion',
      'stakeholders.customer.engagement',
      'internal',
      'comment',
    ].filter(path => readings(answer.content).includes(canary(path)));
    expect(seen.sort()).toEqual([...SHOWN[format]].sort());
    expect(answer.leftOut).toEqual({ gone: [], stays: [] });
  });
});

import { planIn } from '../../export/export.ts';
import { planStanding } from '../../plan/attainment/index.ts';
import type { Audience } from '../../plan/audience/audience.ts';
import { leftOutIn } from '../../plan/audience/left-out.ts';
import { Checker, readPlanFile } from '../../plan/check.ts';
import { day } from '../../plan/day.ts';
import { english } from '../../plan/phrase.ts';
import { STANDARD_FORMAT } from '../../plan/team-format.ts';
import { planView } from '../../plan/view/index.ts';
import { type PlanOnPaper, planOnPaper } from '../../plan/view/paper.ts';
import type { ExportFormat } from '../../protocol/export.ts';

/** The day that the examples are judged by. */
export const TODAY = day('2026-02-10');

/** A text as the export writers get it. Throws for a text that is no plan. */
export function paperOf(text: string, today = TODAY): PlanOnPaper {
  const file = readPlanFile(text);
  const plan = file.documents[0]?.model;
  if (plan?.kind !== 'plan') throw new Error('not a plan');
  const view = planView(plan, new Checker().check(file, today).findings, today);
  return { plan, view, standing: planStanding(plan, today), today };
}

/** A text as a file for somebody, as server and command line make it; `redact` is what a team withholds besides. */
export function exported(
  text: string,
  { format, audience, redact = [] }: { format: ExportFormat; audience: Audience; redact?: readonly string[] },
) {
  const file = readPlanFile(text);
  const { findings } = new Checker().check(file, TODAY);
  const made = planOnPaper({ file, findings, settings: { team: STANDARD_FORMAT, redact } }, audience, TODAY);
  if (made.type === 'refused') return { type: made.type, reason: english(made.reason) };
  const written = planIn(format, made.paper);
  return written.type === 'refused'
    ? { type: written.type, reason: english(written.reason) }
    : { ...written, leftOut: leftOutIn(made.leftOut, english) };
}

/** Texts that would be something else than text in a page, a table, a calendar, a terminal or a spreadsheet. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- hidden',
  '<![CDATA[ a ]]> b',
  '[click](javascript:alert(1))',
  '![img](https://evil.example/x.png)',
  '[ref]: https://evil.example',
  '[[wiki]] [^1] [x]',
  '| a | b |\\|',
  'ends with \\',
  '`code` ``more`` ```',
  '# heading #',
  '- item',
  '+ item',
  '1. first',
  '12) twelfth',
  '> quote',
  '---',
  '===',
  '***',
  '~~~ js',
  '**bold** __bold__ *it* _it_ ~~gone~~',
  '@octocat and dana@northwind.example and a@.b',
  '#123 and GH-7 and octo/repo#8',
  'https://evil.example/?a=1&b=2 www.evil.example ftp://x.example',
  '&lt;b&gt; &amp; &#60; &copy',
  '$x^2$ $$y$$ {{ site }} {% raw %}',
  ':tada: :+1:',
  '\u202eevil\u202c \u2066x\u2069 \u200f',
  'null\u0000 bell\u0007 esc\u001b[31m del\u007f',
  '=cmd|/C calc!A0',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  'a;=1+1',
  '"quoted", and, commas; semicolons: \'',
  'END:VEVENT',
  'line\nBEGIN:VEVENT\r\nUID:evil\rX',
  'two\n\nparagraphs\u2028and\u2029more',
  '北風貿易公司的客戶成功計劃，目標是減少錯誤交貨，非常非常長的名字長的名字長的名字',
  'مرحبا بالعالم',
  '👩‍👩‍👧‍👦 🇩🇪 e\u0301',
  'x'.repeat(300),
  '\ud83d half',
];

/** A plan whose every field of text says the same. */
export function planSaying(text: string): string {
  const said = JSON.stringify(text);
  return `plan:
  version: ${said}
  title: ${said}
  created: 2025-10-20
  next_review: 2026-04-21
  status: active
  owner: ${said}
customer:
  company: ${said}
  industry: ${said}
  segment: ${said}
  current_situation: ${said}
  status_quo_consequences: [${said}]
  desired_future_state: ${said}
  business_case: ${said}
  context: ${said}
  priorities: [{ id: ${said}, name: ${said}, sponsor: ${said} }]
  contract: { start_date: 2025-10-01, renewal_date: 2026-10-01, plan_tier: ${said} }
agreement:
  location: ${said}
  sign_offs: [{ person: ${said}, scope: ${said}, status: ${said}, signed_on: 2026-01-12 }]
stakeholders:
  customer:
    - { name: ${said}, role: ${said}, type: ${said}, engagement: ${said}, responsibilities: [${said}], until: 2026-01-01, successor: ${said} }
outcomes:
  - id: ${said}
    description: ${said}
    so_that: ${said}
    business_value: ${said}
    owner: ${said}
    baseline: { metric: ${said}, current: 12 minutes, measured_on: 2025-11-03 }
    target: { metric: ${said}, goal: 4 minutes, target_date: 2026-06-30 }
    measurements:
      - { date: 2026-01-05, value: 9 minutes, source: ${said}, note: ${said} }
    status: ${said}
    renewal_evidence: ${said}
    acceptance: [${said}]
    milestones:
      - id: ${said}
        name: ${said}
        target_date: 2026-01-30
        owner: [${said}, ${said}]
        blockers: [${said}]
        actions:
          - { description: ${said}, owner: ${said}, due_date: 2026-02-20, status: ${said} }
milestones:
  - { name: ${said}, target_date: 2026-03-30, owner: ${said}, kind: ${said}, contingency: ${said} }
phases: [{ id: ${said}, name: ${said}, start_date: 2026-01-05 }]
decision:
  decision_date: 2026-05-05
  criteria: [${said}]
  steps:
    - { name: ${said}, kind: ${said}, owner: ${said}, target_date: 2026-04-04, documents: [${said}] }
implementation: { summary: ${said}, go_live_date: 2026-06-15 }
resources: [{ name: ${said}, kind: ${said}, side: ${said}, notes: ${said} }]
communication:
  channels: [${said}]
  meetings: [{ name: ${said}, cadence: ${said}, attendees: [${said}], purpose: ${said} }]
risks:
  - { id: ${said}, description: ${said}, impact: high, likelihood: ${said}, mitigation: ${said}, contingency: ${said}, status: ${said}, owner: ${said}, outcomes: [${said}] }
review_history:
  - date: 2026-01-20
    type: ${said}
    attendees: [${said}]
    summary: ${said}
    decisions: [${said}]
    plan_changes: [${said}]
    actions:
      - { description: ${said}, owner: ${said}, due_date: 2026-02-21 }
renewal:
  owner: ${said}
  strategy: ${said}
  evidence:
    - { outcome: ${said}, statement: ${said}, link: ${said} }
  expansion: [${said}]
`;
}

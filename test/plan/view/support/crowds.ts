/* Plans with far too much in them, and with names that are hard to draw. */

const NAMES = [
  'Sarah Chen',
  'Mike Torres',
  'Lisa Park',
  'Amara Okafor',
  'Jonas Weiß',
  'Priya Shah',
  'Ken Abe',
  'Inés Ruiz',
];
const ROLES = ['VP Operations', 'Operations Manager', 'IT Director', 'Shift Lead', 'Data Engineer', 'Controller'];
const LEVELS = ['low', 'medium', 'high'];
const STATUSES = ['open', 'open', 'mitigated', 'open', 'accepted', 'closed', 'open', 'occurred'];

function of<T>(list: readonly T[], i: number): T | undefined {
  return list[i % list.length];
}

function day(months: number): string {
  const date = new Date(Date.UTC(2026, 0, 12));
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

/** 40 risks, 60 people, 100 reviews, in a plan with one outcome and a milestone for each person. */
export const CROWD = `plan:
  title: "Roll-out to all sites"
  created: "2017-09-01"
  next_review: "2026-01-29"
  review_cadence: monthly
  status: active
customer:
  company: "Nordwind Logistics"
  contract: { start_date: "2025-08-01", renewal_date: "2026-08-01", arr: "$1.2M" }
stakeholders:
  customer:
${Array.from({ length: 42 }, (_, i) => `    - name: "${person(i)}"\n      role: "${of(ROLES, i)}"\n      type: ${i === 0 ? 'executive_sponsor' : 'day_to_day_contact'}\n      engagement: ${of(['active', 'moderate', 'low', 'disengaged'], i)}`).join('\n')}
  vendor:
${Array.from({ length: 18 }, (_, i) => `    - name: "${person(i + 42)}"\n      role: "Customer Success Manager"\n      type: primary_owner`).join('\n')}
outcomes:
  - id: O1
    description: "Plan all routes in 20 minutes instead of 3 hours"
    baseline: { metric: "Route planning time", current: "3 hours", measured_on: "2025-09-01" }
    target: { metric: "Route planning time", goal: "20 minutes", target_date: "2026-05-01" }
    status: in_progress
    milestones:
${Array.from({ length: 30 }, (_, i) => `      - name: "Site ${i + 1} live"\n        target_date: "${day(3 - (i % 6))}"\n        status: pending\n        owner: "${person(i * 2)}"`).join('\n')}
risks:
${Array.from({ length: 40 }, (_, i) => `  - id: R${i + 1}\n    description: "Site ${i + 1} may not get its scanners before the holiday season begins"\n    impact: ${of(LEVELS, i)}\n    likelihood: ${of(LEVELS, Math.floor(i / 3))}\n    mitigation: "Order for site ${i + 1} by Mar ${(i % 28) + 1}"\n    status: ${of(STATUSES, i)}\n    owner: "${person(i)}"`).join('\n')}
review_history:
${Array.from({ length: 100 }, (_, i) => `  - date: "${day(100 - i)}"\n    type: ${i % 3 === 0 ? 'qbr' : 'check_in'}\n    attendees: ["${person(i)}", "${person(i + 9)}"]\n    summary: "Sites ${i + 1} and ${i + 2} reviewed; routes shorter by ${(i % 9) + 1}%."\n    decisions: ["Train the night shift first"]\n    plan_changes: none`).join('\n')}
`;

function person(i: number): string {
  const round = Math.floor((i % 60) / NAMES.length);
  return `${of(NAMES, i)}${round === 0 ? '' : ` ${'II III IV V VI VII VIII'.split(' ')[round - 1] ?? ''}`}`;
}

const LONG =
  'Zentralabteilungsleitungsstellvertretung für die Zusammenführung der Berichtswesen aller regionalen Niederlassungen und ihrer Tochtergesellschaften im nordwestlichen Verwaltungsbezirk, Abteilung Vier';
const UNBROKEN = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  .repeat(3)
  .slice(0, 200);

/** Names from right to left, in Chinese and Japanese, and of 200 letters, in every part of the lower half. */
export const SCRIPTS = `plan:
  next_review: "2026-05-01"
  status: active
  owner: "山田 太郎"
customer:
  company: "شركة الأفق للخدمات اللوجستية"
  contract: { start_date: "2025-08-01", renewal_date: "2026-08-01" }
stakeholders:
  customer:
    - { name: "سارة عبد الرحمن", role: "مديرة العمليات", type: executive_sponsor, engagement: active }
    - { name: "דנה לוי", role: "מנהלת תפעול", type: day_to_day_contact, engagement: moderate }
    - { name: "田中 美咲", role: "情報システム部長", type: technical_contact, engagement: low }
    - { name: "${LONG}", role: "${LONG}", type: champion, engagement: disengaged }
    - { name: "${UNBROKEN}", role: "IT", type: security }
  vendor:
    - { name: "山田 太郎", role: "カスタマーサクセスマネージャー", type: primary_owner }
    - { name: "王小明", role: "解决方案工程师", type: technical_resource, until: "2026-03-01", successor: "سارة عبد الرحمن" }
outcomes:
  - id: O1
    description: "تقليل وقت إعداد التقارير الشهرية من 4 ساعات إلى 30 دقيقة"
    baseline: { metric: "وقت إعداد التقرير", current: "4 hours", measured_on: "2025-08-15" }
    target: { metric: "وقت إعداد التقرير", goal: "30 minutes", target_date: "2026-04-01" }
    status: in_progress
    milestones:
      - { name: "تم تفعيل الجدولة التلقائية للتقارير", target_date: "2026-01-15", status: in_progress, owner: "سارة عبد الرحمن" }
      - { name: "月次レポートの自動スケジュールを有効にする", target_date: "2026-03-16", status: pending, owner: "田中 美咲" }
      - { name: "${LONG}", target_date: "2026-01-20", status: pending, owner: "${LONG}" }
risks:
  - id: R1
    description: "قد تتأخر موافقة فريق أمن المعلومات على الوصول إلى الواجهة البرمجية"
    impact: high
    likelihood: medium
    mitigation: "جدولة مكالمة مع مدير تقنية المعلومات"
    status: open
    owner: "سارة عبد الرحمن"
    outcomes: [O1]
  - id: SECURITY-APPROVAL-2026-02
    description: "セキュリティ審査が遅れると自動化のマイルストーンに影響する可能性がある"
    impact: medium
    likelihood: high
    status: occurred
    owner: "田中 美咲"
  - id: R3
    description: "${LONG}"
    impact: low
    likelihood: high
    mitigation: "${LONG}"
    contingency: "${UNBROKEN}"
    status: mitigated
    owner: "${LONG}"
  - description: "${UNBROKEN}"
    status: open
review_history:
  - date: "2025-11-01"
    attendees: ["سارة عبد الرحمن", "田中 美咲", "${LONG}"]
    summary: "تمت مراجعة التقدم؛ القوالب جاهزة ومصادر البيانات متصلة."
    decisions: ["تسريع التدريب لبقية الفريق"]
    plan_changes: none
  - date: "2026-02-01"
    attendees: ["דנה לוי", "山田 太郎"]
    summary: "${LONG} ${LONG} ${LONG} ${UNBROKEN}"
    decisions: ["${UNBROKEN}", "自動化を4月まで延長する"]
    plan_changes: ["O1 milestone 1 target date moved from Jan 15 to Mar 1"]
    actions: [{ description: "API のアクセス権を申請する", owner: "田中 美咲", due_date: "2026-02-05", status: open }]
`;

/** A plan before its first outcome: who, for whom and until when. */
export const EMPTY = `plan:
  title: "Success plan"
  status: active
  created: "2026-02-02"
  next_review: "2026-05-01"
customer:
  company: "Acme Corp"
  industry: "Financial services"
  segment: enterprise
  contract: { start_date: "2025-08-01", renewal_date: "2026-08-01" }
`;

/** A plan that has just begun: who the customer is, and until when. */
export const BEGUN = `plan:
  title: "Success plan"
  created: "2026-02-01"
  status: draft
customer:
  company: "Contoso Health"
  contract: { start_date: "2025-08-01", renewal_date: "2026-08-01" }
`;

const GOALS = [
  ['Invoice cycle time', '9 days', '3 days', '6 days'],
  ['Tickets solved at first contact', '41%', '70%', '52%'],
  ['Stock counts that agree', '88%', '99%', '93%'],
  ['Onboarding time', '6 weeks', '2 weeks', '5 weeks'],
];

/** 40 outcomes with 400 milestones: what a roll-out to a whole group looks like. */
export const FORTY = `plan:
  title: "One way of working in forty plants"
  created: "2025-08-04"
  last_reviewed: "2026-02-01"
  next_review: "2026-03-02"
  review_cadence: monthly
  status: active
customer:
  company: "Aldenbruck Group"
  contract: { start_date: "2025-08-01", renewal_date: "2026-12-31", arr: "$4.2M" }
stakeholders:
  customer:
${NAMES.slice(0, 5)
  .map(name => `    - name: "${name}"\n      role: "Plant Director"\n      type: day_to_day_contact`)
  .join('\n')}
  vendor:
${NAMES.slice(5)
  .map(name => `    - name: "${name}"\n      role: "Customer Success Manager"\n      type: primary_owner`)
  .join('\n')}
outcomes:
${Array.from({ length: 40 }, (_, i) => {
  const [metric, baseline, goal, now] = of(GOALS, i) ?? [];
  const milestones = Array.from({ length: 10 }, (_, j) => {
    const done = j < 4 + (i % 3);
    const planned = day(6 - j - (i % 2));
    return `      - id: P${i + 1}-${j + 1}
        name: "${of(['Data connected', 'Shift leads trained', 'First week without paper', 'Audit passed', 'Old system switched off'], j)} in plant ${i + 1}"
        target_date: "${planned}"
        owner: "${of(NAMES, i + j)}"
        status: ${done ? 'complete' : i % 7 === 3 && j === 6 ? 'blocked' : 'pending'}${done ? `\n        actual_date: "${planned}"` : ''}`;
  });
  return `  - id: P${i + 1}
    description: "${metric} in plant ${i + 1}: from ${baseline} to ${goal}"
    owner: "${of(NAMES, i)}"
    baseline: { metric: "${metric}", current: "${baseline}", measured_on: "2025-08-15" }
    target: { metric: "${metric}", goal: "${goal}", target_date: "${day(-6)}" }
    status: in_progress
    measurements:
      - { date: "${day(i % 3)}", value: "${now}" }
    milestones:
${milestones.join('\n')}`;
}).join('\n')}
`;

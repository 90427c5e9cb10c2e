const O1_MEASURED = `    measurements:
      - date: "2025-11-20"
        value: "3.2 hours per report"
      - date: "2026-01-20"
        value: "2.1 hours per report"
`;
const O2_MEASURED = `    measurements:
      - date: "2025-11-01"
        value: "40%"
      - date: "2026-02-01"
        value: "16 of 25 (64%)"
`;
const O3 = `  - id: O3
    description: Close the monthly books in 4 days instead of 9
    baseline:
      metric: "Days to close"
      current: "9 days"
      measured_on: "2025-10-01"
    target:
      metric: "Days to close"
      goal: "4 days"
      target_date: "2026-06-30"
    status: in_progress
    milestones:
      - name: "Close calendar agreed"
        target_date: "2025-12-01"
        actual_date: "2025-12-09"
        status: complete
        owner: "Mike Torres"
      - name: "Ledger extracts scheduled"
        target_date: "2026-03-16"
        actual_date: null
        status: in_progress
        owner: "Lisa Park"
        depends_on: ["Automated scheduling enabled"]
      - name: "Books closed in 4 days"
        target_date: "2026-06-30"
        actual_date: null
        status: pending
        owner: "Sarah Chen"

`;

/** The template with measurements and a third outcome: the plan of the design's reference drawing. */
export function measured(template: string): string {
  const first = insert(template, O1_MEASURED, 'Report generation time"\n      goal');
  return insert(insert(first, O2_MEASURED, 'Monthly active users"\n      goal'), O3, undefined);
}

function insert(text: string, block: string, after: string | undefined): string {
  if (after === undefined) return text.replace('\nrisks:', `\n${block}risks:`);
  const at = text.indexOf('    status: in_progress', text.indexOf(after));
  if (at < 0) throw new Error(`not in the template: ${after}`);
  return text.slice(0, at) + block + text.slice(at);
}

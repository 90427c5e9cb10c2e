import { expect, it } from 'vitest';
import { metricsDiffer } from '../../../../plan/rules/measures/metric-names.ts';

it.each([
  ['Order entry time', 'Order entry time', false],
  ['Order entry time', 'order-entry time (minutes)', false],
  ['Order entry time', 'The average time to enter an order', false],
  ['Report generation time', 'Time to produce a report', false],
  ['Net Promoter Score', 'NPS', false],
  ['TTV', 'Time to value', false],
  ['MTTR', 'Mean time to resolution', false],
  ['CSAT', 'Customer satisfaction', false],
  ['Response time', 'Answer time', false],
  ['Support tickets', 'Number of cases', false],
  ['Monthly active users', 'Adoption', false],
  ['Share', 'Share of wrong deliveries', false],
  ['Hours per report', 'Report generation time', false],
  ['Churn', 'Customer churn rate', false],
  ['Deliveries on time', 'On-time delivery', false],
  ['', 'On-time delivery', false],
  ['受注処理時間', '受注処理時間', false],
  ['Order entry time', 'Customer satisfaction', true],
  ['Report generation time', 'Order entry time', true],
  ['Churn rate', 'Retention rate', true],
  ['Monthly active users', 'Weekly active users', true],
  ['Wrong deliveries', 'Cost per shipment of pallets', false],
  ['Wrong deliveries', 'Cost per order', true],
  ['Days to close', 'Unplanned downtime', true],
  ['NPS', 'Report generation time', true],
])('%s and %s: %s', (a, b, differ) => {
  expect(metricsDiffer(a, b)).toBe(differ);
  expect(metricsDiffer(b, a)).toBe(differ);
});

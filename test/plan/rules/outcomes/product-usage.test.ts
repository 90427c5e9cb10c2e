import { describe, expect, it } from 'vitest';
import { isOwnAudience, isUsage } from '../../../../plan/rules/outcomes/product-usage.ts';

/** Descriptions as people write them. Each is about the use of a product, or about what the customer gets. */
const USAGE = [
  'Achieve 80% team adoption across the 25-person operations team within 6 months of launch.',
  '40 store managers log in every week',
  'Increase weekly logins from 12 to 40',
  'Raise monthly active users from 32% to 80%',
  'Drive adoption of the reporting module',
  'Increase product usage across all regions',
  'Get 150 of 200 licenses activated by June',
  'Use 90% of the purchased seats',
  'Roll out the mobile app to all field engineers',
  'Deploy the platform in all three business units',
  'Enable SSO and SCIM for all users',
  'Go live with the analytics module by 1 May',
  'Build five integrations with the data warehouse',
  'Integrate with Salesforce and SAP',
  'Train 50 users on the new features',
  'Every sales rep uses the dashboard each week',
  'Feature adoption of Advanced Search above 60%',
  'Expand from 40 to 120 seats',
  'Complete implementation of the new platform',
  'Migrate all 300 users to the new version',
  'DAU/MAU ratio of 40%',
  'Increase license utilisation to 85%',
  'Launch the customer-facing dashboard feature in Q2',
  'Delivery team adoption of the tool at 75%',
  'Move all project managers to the new system by autumn',
  'Get the whole team onto the new tool',
  'Maximize value from the platform',
  'Have 200 people trained on the platform',
  'Users log into the system daily',
  'Finish the technical setup of the product',
  'Increase the number of dashboards created per month',
  'All hubs onboarded to the platform',
  'Onboard the nine regional offices onto the new portal',
  '80% of controllers active weekly',
  'Weekly active technicians',
];

const RESULTS = [
  'Reduce monthly report generation time from 4 hours to 30 minutes by automating the three core operational reports.',
  'Cut order entry time from 12 minutes to 4 minutes',
  'Bring wrong deliveries down from 10% to 3%',
  'Answer shippers’ questions within 1 hour instead of 6 hours',
  'Close the books of all 11 depots on one system instead of 3',
  'Save $200,000 a year in licence costs by retiring two legacy tools',
  'Raise machine utilization from 62% to 75%',
  'Raise the on-time delivery rate to 97%',
  'Use the new dashboard to cut stock-outs by half',
  'Grow pipeline from partners by 20%',
  'Cut the churn of subscribers from 5% to 3%',
  'Lift NPS from 31 to 45',
  'Onboard new carriers to the network in 5 days',
  'Keep the active weekly meal plans at 900',
  'Reduce no-shows in the clinics from 14% to 8%',
  'Fill open positions in 30 days instead of 55',
  'Pass the ISO 27001 audit without a major finding',
  'Reduce the number of manual journal entries from 400 to 50',
  'Halve the energy use of the plant',
  'Win two new regional contracts with shared forecasts',
  'Raise first-contact resolution from 60% to 75%',
  'Increase hospital bed occupancy from 71% to 85%',
  'Sell 85% of airline capacity before departure',
  'Onboard new employees in 5 days instead of 15',
  'Reduce water usage in the dye works by 20%',
  'Keep all maintenance logs in one place',
  'Retire the old booking system by the end of June',
  'Reduce unplanned stops from 9 to 2 a week by using the alarm app',
  'Replace three legacy tools with one platform',
  'Onboard 40 new suppliers through the vendor portal by June',
  'Use field data in all quarterly planning rounds',
  'Launch in three new countries by year end',
  'Raise the durability of the product by 10%',
  'Reach 500 connected machines across 12 plants',
  'Bring the number of tools in finance from 7 to 3',
  'Give every nurse access to lab results within 5 minutes',
  'Ensure all 14 hospitals meet the hand hygiene standard',
  'Raise the cross-sell rate of the branches to 12%',
];

const THEIRS = [
  'Raise adoption of our customer portal by tenants from 20% to 60%',
  'Grow the monthly active users of the loyalty app among shoppers',
  'Half of all patients log in to see their results',
  'Adoption of the new hygiene protocols in all wards',
  'Increase active users of online banking from 40% to 55%',
  'Raise our app’s monthly active users by 20%',
  'Raise active members of the clubs from 2,000 to 3,000',
  'Adopt the new pricing model in all stores',
];

describe('what an outcome is about', () => {
  it.each(USAGE)('use of the product: %s', text => {
    expect(isUsage(text)).toBe(true);
    expect(isOwnAudience(text)).toBe(false);
  });

  it.each(RESULTS)('the customer’s result: %s', text => {
    expect(isUsage(text)).toBe(false);
  });

  it.each(THEIRS)('the customer’s own audience: %s', text => {
    expect(isOwnAudience(text)).toBe(true);
  });

  it.each(['use ', 'enable the ', 'adopt ', 'a-', 'train x ', 'time '])(
    'comes to an end with a text of nothing but “%s”',
    word => {
      expect(isUsage(word.repeat(20_000))).toBeTypeOf('boolean');
    },
  );
});

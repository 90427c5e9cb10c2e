// From an empty folder to a plan, a logged review and an agenda, by keyboard alone: what is typed, and what is taken
// from suggestions, at every open place of a new plan. The mouse is not touched; the last step proves it.
import assert from 'node:assert/strict';

const PLAN = 'northwind-traders.success-plan.yaml';
const AGENDA = /\.qbr\.yaml$/;
/** The day that the session is set to. */
export const TODAY = '2026-02-10';

/** What Priya Shah writes at the open places, in the order in which Tab visits them. `take`: a suggestion, after some of its letters. */
const PLACES = [
  { type: 'Logistics' },
  { take: 'enterprise', typed: 'ent' },
  { type: 'Orders are typed twice, and every tenth one is wrong' },
  { keep: '2026-01-15' },
  { type: '$84,000' },
  { take: 'Professional', typed: 'Pro' },
  { type: 'Fewer wrong deliveries' },
  { type: 'Ken Abe' },
  { type: 'Depot Manager' },
  { choose: 'active' },
  ...outcome(
    'Cut the time to enter an order from 12 minutes to 4 minutes',
    'clerks have the afternoon for customers who call',
    'Frees two people in each depot',
    ['Order entry time', '12 minutes', '4 minutes'],
    'Entry times before and after, depot by depot',
    'All depots trained',
  ),
  ...outcome(
    'Bring wrong deliveries down from 10% to 3%',
    'depots stop paying for second trips',
    'About $40,000 a year in second trips',
    ['Share of wrong deliveries', '10%', '3%'],
    'Deliveries by depot and month',
    'Address check switched on',
  ),
  ...outcome(
    'Answer delivery questions within 1 hour instead of 6 hours',
    'shippers stay at peak season',
    'Two large shippers named this as their reason to look elsewhere',
    ['Median answer time', '6 hours', '1 hour'],
    'Answer times from the service desk',
    'Tracking shown to the service desk',
  ),
  { type: 'The data team is busy with a migration until April' },
  { choose: 'medium' },
  { choose: 'low' },
  { type: 'A weekly slot is agreed with the data lead' },
  { type: 'Show the hours saved in the autumn review' },
  // The head of the plan comes last: whether it is still a draft.
  { choose: 'active' },
];

function outcome(description, purpose, value, [metric, current, goal], evidence, milestone) {
  return [
    { type: description },
    { type: purpose },
    { type: value },
    { type: metric },
    { type: current },
    { keep: TODAY },
    { type: goal },
    { type: evidence },
    { keep: 'Baseline measured and agreed' },
    { type: milestone },
  ];
}

/** @type {import('./sessions.mjs').Step[]} */
export const keyboardSteps = [
  {
    name: 'New Success Plan asks for kind, stage, customer, owners and renewal',
    async run(workbench) {
      await workbench.page.locator('.explorer-folders-view').waitFor();
      await workbench.palette('New Success Plan');
      await workbench.question('New Success Plan (1/6)');
      await workbench.typed('outcome');
      await workbench.shot('60-kinds');
      await workbench.answer();
      await workbench.question('New Success Plan (2/6)');
      await workbench.typed('onb');
      await workbench.answer();
      await workbench.question('New Success Plan (3/6)');
      await workbench.typed('Northwind Traders');
      await workbench.answer();
      await workbench.question('New Success Plan (4/6)');
      await workbench.typed('Priya Shah, Customer Success Manager');
      await workbench.shot('61-owner');
      await workbench.answer();
      await workbench.question('New Success Plan (5/6)');
      await workbench.typed('Dana Ruiz, VP Operations');
      await workbench.answer();
      await workbench.question('New Success Plan (6/6)');
      await workbench.typed('15 Jan 2027');
      await workbench.shot('62-renewal');
      await workbench.answer();
      await workbench.page.locator(`.tab.active[data-resource-name="${PLAN}"]`).waitFor();
      await workbench.lines.locator('.view-line', { hasText: 'Northwind Traders' }).first().waitFor();
    },
    shot: '63-new-plan',
  },
  {
    name: 'Tab goes through the open places, and suggestions help to fill them',
    async run(workbench) {
      for (const [index, place] of PLACES.entries()) {
        await workbench.fill(place);
        if (index === 2 || index === 11 || index === 41) await workbench.shot(`64-place-${index + 1}`);
      }
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.press('Control+S');
      await workbench.page.locator(`.tab.active:not(.dirty)[data-resource-name="${PLAN}"]`).waitFor();
      await workbench.page.keyboard.press('Control+Home');
      const text = workbench.onDisk(PLAN);
      assert.doesNotMatch(text, /TBD/, 'nothing is left open');
      for (const { type } of PLACES) if (type) assert.ok(text.includes(type), `“${type}” stands in the plan`);
      assert.match(text, /status: active/);
      assert.match(text, /segment: "?enterprise/);
    },
    shot: '65-filled',
  },
  {
    name: 'a field is added by suggestions: its key, then its value',
    async run(workbench) {
      const { page } = workbench;
      await workbench.findEnd('review_cadence: quarterly');
      await page.keyboard.press('Enter');
      await workbench.type('sc');
      await workbench.suggested('scope');
      await workbench.shot('66-key');
      await page.keyboard.press('Enter');
      await workbench.suggested('rolling_12_month');
      await workbench.shot('66-value');
      await workbench.take('rolling_12_month');
      await workbench.saved(PLAN);
      assert.match(workbench.onDisk(PLAN), /\n {2}review_cadence: quarterly\n {2}scope: rolling_12_month\n {2}owner:/);
    },
  },
  {
    name: 'a person is chosen among those of the plan',
    async run(workbench) {
      const { page } = workbench;
      await workbench.find('name: "All depots trained"');
      await workbench.findEnd('owner: "Priya Shah"');
      await page.keyboard.press('ArrowLeft');
      for (let left = 'Priya Shah'.length; left > 0; left--) await page.keyboard.press('Backspace');
      await page.keyboard.press('Control+Space');
      await workbench.suggested('Ken Abe');
      await workbench.shot('67-people');
      await workbench.take('Ken Abe');
      await workbench.saved(PLAN);
      assert.match(workbench.onDisk(PLAN), /name: "All depots trained"\n(?: {8}.*\n){1,4}? {8}owner: "Ken Abe"/);
    },
  },
  {
    name: 'a slip of the pen is found by F8 and put right by the bulb',
    async run(workbench) {
      const { page } = workbench;
      await workbench.find('name: "Address check switched on"');
      await workbench.findEnd('owner: "Priya Shah"');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Escape');
      await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('F8');
      const problem = page.locator('.monaco-editor .zone-widget', { hasText: 'Priya' }).first();
      await problem.waitFor();
      await workbench.shot('68-problem');
      await page.keyboard.press('Escape');
      // The bulb's list closes again when the editor gets the keyboard back behind it.
      await problem.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row', { hasText: 'Priya Shah' }).first().waitFor();
      await workbench.shot('69-bulb');
      await page.keyboard.press('Enter');
      await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'detached' });
      await workbench.saved(PLAN);
      assert.doesNotMatch(workbench.onDisk(PLAN), /Priya S"/);
    },
  },
  {
    name: 'Log Review writes the kickoff into the plan',
    async run(workbench) {
      const { page } = workbench;
      await page.keyboard.press('Control+K');
      await page.keyboard.press('l');
      await workbench.question('Log Review (1/');
      await workbench.shot('70-review-day');
      await workbench.answer();
      await workbench.question('Log Review (2/');
      await workbench.shot('71-review-people');
      await workbench.answer();
      await workbench.question('Log Review (3/');
      await workbench.typed('Three outcomes agreed; order entry goes first');
      await workbench.answer();
      await workbench.question('Log Review (4/');
      await workbench.shot('72-review-changes');
      await workbench.answer();
      await workbench.lines.locator('.view-line', { hasText: 'Three outcomes agreed' }).waitFor();
      await workbench.saved(PLAN);
      const text = workbench.onDisk(PLAN);
      assert.match(text, /last_reviewed: "2026-02-10"/);
      await workbench.shot('73-logged');
      assert.match(text, /review_history:\n {2}- date: "2026-02-10"/);
    },
  },
  {
    name: 'no warning is left in the plan',
    async run(workbench) {
      await workbench.noWarning(PLAN);
    },
    shot: '74-no-warning',
  },
  {
    name: 'Prepare Review Agenda opens an agenda for the next review',
    async run(workbench) {
      const { page } = workbench;
      await page.keyboard.press('Control+K');
      await page.keyboard.press('a');
      for (let asked = 1; asked <= 5; asked++) {
        const made = page.locator('.tab.active[data-resource-name$=".qbr.yaml"]');
        const question = page.locator('.quick-input-widget:visible .quick-input-title', { hasText: `(${asked}/` });
        await made.or(question).first().waitFor();
        if (await made.isVisible()) break;
        await workbench.shot(`75-agenda-${asked}`);
        await workbench.answer();
      }
      await workbench.lines.locator('.view-line', { hasText: 'qbr:' }).first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+S');
      await page.locator('.tab.active:not(.dirty)[data-resource-name$=".qbr.yaml"]').waitFor();
      const name = (await page.locator('.tab.active').getAttribute('data-resource-name')) ?? '';
      assert.match(name, AGENDA);
      const text = workbench.onDisk(name);
      assert.match(text, /customer: \[|executive_sponsor|Dana Ruiz/);
      await workbench.noWarning(name);
    },
    shot: '76-agenda',
  },
  {
    name: 'the mouse was not touched',
    async run(workbench) {
      assert.equal(await workbench.page.evaluate(() => globalThis.pointerPresses), 0);
    },
  },
];

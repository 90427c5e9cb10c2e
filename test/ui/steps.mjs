// What a person does with the extension, step by step, in one session: each step leaves the workbench as the next one
// expects it. A step is a name and what to do; throwing is failing. `shot` names the picture taken at its end.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The plan that the steps work on, with one mistake: an owner's misspelt name. */
const PLAN = 'harbor-foods.success-plan.yaml';
const COMPANY = 'Harbor Foods';
/** Examples: one without a finding, and the template's shape with its late milestone. */
const GOOD = 'northwind.success-plan.yaml';
const LATE = 'acme.success-plan.yaml';
/** One that is weak all over. */
const WEAK = 'contoso.success-plan.yaml';
/** The team's settings, sound as they are on disk. */
const CONFIG = 'success-plan.config.yaml';
const MILESTONE = 'Handheld scanners rolled out';

/** How many warnings an example is expected to have, as test/examples has it line by line. */
function warningsOf(example) {
  const expected = readFileSync(new URL('../examples/expected-findings.txt', import.meta.url), 'utf8');
  const own = expected.split(/\n(?=\S)/).find(part => part.startsWith(example)) ?? '';
  return own.match(/\(warning\)/g)?.length ?? 0;
}

/** The class that a webview's body carries under each kind of theme. */
const PANEL_KIND = { vs: 'vscode-light', 'vs-dark': 'vscode-dark', 'hc-black': 'vscode-high-contrast' };

/** @type {{ name: string, shot?: string, run: (workbench: import('./workbench.mjs').Workbench) => Promise<void> }[]} */
export const steps = [
  {
    name: 'a plan opens from the explorer, in its own language',
    shot: '01-plan',
    async run(workbench) {
      await workbench.open(PLAN);
      await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'Success Plan' }).waitFor();
    },
  },
  {
    name: 'the mistake is underlined',
    shot: '02-underlined',
    async run(workbench) {
      await workbench.goToText(PLAN, 'Mike Tores');
      await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    },
  },
  {
    name: 'the Problems view says what is wrong, and which rule',
    async run(workbench) {
      await workbench.showProblems();
      await workbench.problems.filter({ hasText: 'Mike Tores' }).filter({ hasText: 'person-unknown' }).waitFor();
      await workbench.shot('03-problems');
      await workbench.hideProblems();
    },
  },
  {
    name: 'the status bar counts findings and shows attainment',
    async run(workbench) {
      await workbench.focus(PLAN);
      await workbench.page.locator('.statusbar-item[id*="success-plan"]', { hasText: '1 warning' }).waitFor();
    },
  },
  {
    name: 'hovering the mistake explains it',
    shot: '04-hover-finding',
    async run(workbench) {
      await workbench.goToText(PLAN, 'Mike Tores');
      await workbench.hover(
        workbench.page.locator('.view-line span', { hasText: 'Mike Tores' }).last(),
        'person-unknown',
      );
    },
  },
  {
    name: 'hovering a field teaches what it is for',
    shot: '05-hover-field',
    async run(workbench) {
      await workbench.calm();
      await workbench.goToText(PLAN, 'baseline');
      await workbench.page
        .locator('.view-line span', { hasText: /^\s*baseline/ })
        .last()
        .hover();
      const hover = workbench.page.locator('.monaco-hover:visible').first();
      await hover.waitFor();
      assert.ok(((await hover.textContent()) ?? '').length > 20, 'it says something');
    },
  },
  {
    name: 'the bulb’s repair changes the name and not a byte beside it',
    shot: '06-bulb',
    async run(workbench) {
      await workbench.calm();
      const before = workbench.onDisk(PLAN);
      await workbench.goToText(PLAN, 'Tores');
      await workbench.page.keyboard.press('Control+.');
      const repair = workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Mike Torres' }).first();
      await repair.waitFor();
      await workbench.shot('06-bulb-open');
      await repair.click();
      await workbench.lines.locator('.view-line', { hasText: 'owner: "Mike Torres"' }).waitFor();
      await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'detached' });
      await workbench.save(PLAN);
      assert.equal(workbench.onDisk(PLAN), before.replace('Mike Tores', 'Mike Torres'));
    },
  },
  {
    name: 'typing a status offers the words it may have',
    async run(workbench) {
      await workbench.goToText(PLAN, 'status: active', 'end');
      for (let i = 0; i < 'active'.length; i++) await workbench.page.keyboard.press('Backspace');
      await workbench.type('at');
      await workbench.page.keyboard.press('Control+Space');
      const word = workbench.suggestions.filter({ hasText: 'at_risk' }).first();
      await word.waitFor();
      await workbench.shot('07-completion');
      await word.click();
      await workbench.lines.locator('.view-line', { hasText: 'status: at_risk' }).first().waitFor();
      await workbench.revert(PLAN);
    },
  },
  {
    name: 'the button over the text opens the panel, which draws the plan',
    shot: '08-panel',
    async run(workbench) {
      await workbench.focus(PLAN);
      await workbench.openPanel();
      await workbench.panel.getByText(COMPANY).first().waitFor();
      await workbench.panel.getByText(MILESTONE).first().waitFor();
    },
  },
  {
    name: 'the panel follows the text while it is typed',
    async run(workbench) {
      await workbench.focus(PLAN);
      await workbench.goToText(PLAN, `company: "${COMPANY}`, 'end');
      await workbench.type(' Nordic');
      await workbench.panel.getByText(`${COMPANY} Nordic`).first().waitFor();
      await workbench.shot('09-live');
      await workbench.revert(PLAN);
      await workbench.panel.getByText(`${COMPANY} Nordic`).first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'text that cannot be read leaves the last good drawing, marked as such',
    async run(workbench) {
      await workbench.focus(PLAN);
      await workbench.goToText(PLAN, 'version: "1.2"', 'end');
      await workbench.type(' again');
      await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
      await workbench.panel.getByText('Line 3 cannot be read').waitFor();
      await workbench.panel.getByText(MILESTONE).first().waitFor();
      await workbench.shot('10-broken');
      await workbench.revert(PLAN);
      await workbench.panel.getByText('cannot be read').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a click in the panel goes to the line',
    shot: '11-click',
    async run(workbench) {
      await workbench.goTo(PLAN, 1, 1);
      await workbench.panel.getByText(MILESTONE).first().click();
      const line =
        workbench
          .onDisk(PLAN)
          .split('\n')
          .findIndex(text => text.includes(MILESTONE)) + 1;
      await workbench.cursorAt(line);
    },
  },
  ...[
    ['light', 'Light Modern', 'vs'],
    ['dark', 'Dark Modern', 'vs-dark'],
    ['high-contrast', 'Default High Contrast', 'hc-black'],
  ].map(([label, theme, kind]) => ({
    name: `the panel takes the editor’s colours: ${label}`,
    shot: `12-${label}`,
    async run(workbench) {
      await workbench.theme(theme, kind);
      await workbench.panel.locator(`body.${PANEL_KIND[kind]}`).waitFor();
    },
  })),
  {
    name: 'the panel fits a narrow window',
    async run(workbench) {
      await workbench.theme('Light Modern', 'vs');
      await workbench.page.setViewportSize({ width: 900, height: 900 });
      await workbench.panel.getByText(COMPANY).first().waitFor();
      const [inner, outer] = await workbench.panel
        .locator('html')
        .evaluate(html => [html.scrollWidth, html.clientWidth]);
      assert.ok(inner <= outer, `nothing sticks out sideways: ${inner} of ${outer} px`);
      await workbench.shot('13-narrow');
      await workbench.page.setViewportSize({ width: 1280, height: 800 });
    },
  },
  {
    name: 'a plan with nothing to complain about says so',
    shot: '14-northwind',
    async run(workbench) {
      await workbench.command('View: Close All Editors');
      await workbench.open(GOOD);
      await workbench.page.locator('.statusbar-item[id*="success-plan"]', { hasText: 'no findings' }).waitFor();
    },
  },
  {
    name: 'text and panel side by side, as the README shows them',
    shot: '15-readme',
    async run(workbench) {
      await workbench.page.setViewportSize({ width: 1760, height: 1100 });
      await workbench.command('View: Close All Editors');
      await workbench.open(LATE);
      await workbench.page.keyboard.press('Control+B');
      await workbench.goToText(LATE, 'Automated scheduling enabled');
      await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
      await workbench.openPanel();
      await workbench.panel.getByText('Timeline', { exact: true }).first().waitFor();
    },
  },
  {
    name: 'the timeline, as the README shows it',
    shot: '15-timeline',
    async run(workbench) {
      await workbench.panel
        .getByText('Timeline', { exact: true })
        .first()
        .evaluate(heading => heading.closest('section').scrollIntoView({ block: 'start' }));
      await workbench.panel.getByText('the review log and the plan disagree').first().waitFor();
    },
  },
  {
    name: 'the template’s late milestone is told with its days',
    shot: '16-late',
    async run(workbench) {
      await workbench.page.keyboard.press('Control+B');
      await workbench.page.setViewportSize({ width: 1280, height: 800 });
      await workbench.focus(LATE);
      await workbench.showProblems();
      await workbench.problems.filter({ hasText: '26 days' }).first().waitFor();
    },
  },
  {
    name: 'a plan with many findings: the list is long and every line of it reads well',
    async run(workbench) {
      await workbench.hideProblems();
      await workbench.command('View: Close All Editors');
      await workbench.open(WEAK);
      await workbench.page
        .locator('.statusbar-item[id*="success-plan"]', { hasText: `${warningsOf(WEAK)} warnings` })
        .waitFor();
      await workbench.goTo(WEAK, 40, 1);
      await workbench.calm();
      await workbench.shot('17-weak');
      await workbench.showProblems();
      await workbench.problems.filter({ hasText: 'plan-review-overdue' }).first().waitFor();
      await workbench.shot('17-weak-problems');
      await workbench.hideProblems();
    },
  },
  {
    name: 'its panel draws what can be drawn',
    shot: '17-weak-panel',
    async run(workbench) {
      await workbench.focus(WEAK);
      await workbench.openPanel();
      await workbench.panel.getByText('Contoso').first().waitFor();
      await workbench.panel.getByText('Timeline', { exact: true }).first().waitFor();
    },
  },
  {
    name: 'a mistake in the team’s settings is underlined, and the mouse tells what is wrong',
    async run(workbench) {
      await workbench.command('View: Close All Editors');
      await workbench.open(CONFIG);
      await workbench.goToText(CONFIG, 'outcomes-too-many', 'end');
      await workbench.page.keyboard.press('Backspace');
      await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
      await workbench.calm();
      await workbench.page.locator('.view-line span', { hasText: 'outcomes-too-man' }).last().hover();
      await workbench.page.locator('.monaco-hover:visible', { hasText: 'Did you mean' }).waitFor();
      await workbench.shot('18-config-hover');
    },
  },
  {
    name: 'the bulb writes the rule that was meant',
    async run(workbench) {
      await workbench.calm();
      await workbench.focus(CONFIG);
      await workbench.goToText(CONFIG, 'outcomes-too-man');
      await workbench.page.keyboard.press('Control+.');
      const repair = workbench.page
        .locator('.action-widget .monaco-list-row', { hasText: 'outcomes-too-many' })
        .first();
      await repair.waitFor();
      await workbench.shot('18-config-bulb');
      await repair.click();
      await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'detached' });
      await workbench.revert(CONFIG);
    },
  },
  {
    name: 'hovering a setting teaches it, and its values are offered',
    async run(workbench) {
      await workbench.calm();
      await workbench.page.locator('.view-line span', { hasText: 'max' }).last().hover();
      await workbench.page.locator('.monaco-hover:visible', { hasText: 'How many outcomes' }).waitFor();
      await workbench.shot('19-config-setting');
      await workbench.goToText(CONFIG, 'milestone-overdue: warning', 'end');
      for (let i = 0; i < 'warning'.length; i++) await workbench.page.keyboard.press('Backspace');
      await workbench.page.keyboard.press('Control+Space');
      await workbench.suggestions.filter({ hasText: 'hint' }).first().waitFor();
      await workbench.shot('19-config-levels');
      await workbench.calm();
      await workbench.revert(CONFIG);
    },
  },
  {
    name: 'the panel’s page neither threw nor asked for what its policy refuses',
    async run(workbench) {
      assert.deepEqual(workbench.complaints, []);
    },
  },
];

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { printedConfig } from '../../../../plan/config/print/print.ts';
import { resolveConfig, settingsFor } from '../../../../plan/config/resolve.ts';
import { ALL_RULES } from '../../../../plan/generated/rules.ts';

const OWN = '/w/plans/success-plan.config.yaml';
const BASE = '/w/standards/base.yaml';

const FILES: Readonly<Record<string, string>> = {
  [BASE]: `extends: strict
plans: ["../plans/**/plan.yaml", "!../plans/pilots/old/**"]
rules:
  milestone-overdue: error
  outcomes-too-many: { max: 4 }
vocabulary:
  segments: [Mid Market, "2024", "null", "right\\u200fleft\\u009b"]
  plan_tiers: ["Gold, yearly"]
  customer_types: [regional_lead]
  vendor_types: [csm]
  statuses: { plan: { on hold: at_risk, "yes": draft }, milestone: { "done: all": complete } }
custom_fields:
  x-tier: { type: one_of, in: [customer, outcomes.milestones], values: [a, "1", "b # c"], description: "Tier: as in the CRM" }
  x-id: { type: text, in: [document], pattern: "[0-9]{4}/\\\\w+\\\\\\\\" }
  x-note:
    type: text
    description: |
      What the account team says,

      in two paragraphs of more than eighty characters, so that some writer may fold them.
fiscal_year_start: 4
redact: [x-tier]
`,
  [OWN]: `extends: [pre-sale, ../standards/base.yaml]
rules:
  risks-missing: { severity: hint }
overrides:
  - files: [pilots/**, "!pilots/emea/big.success-plan.yaml"]
    rules: { milestone-overdue: hint, outcomes-too-many: { severity: error, max: 9 } }
  - files: ["**/emea/*"]
    rules: { risks-missing: off }
redact: [customer.context]
`,
};

const among = (path: string, files: Readonly<Record<string, string>>) =>
  resolveConfig(path, files[path] ?? '', async other => ({ text: files[other] }));

const nameOf = (path: string) => path.replace(/^\/w\//, '');

async function printed(folder: string, plan?: string, all = false, files = FILES): Promise<string> {
  return printedConfig({ config: await among(OWN, files), folder, plan, all, nameOf });
}

/** What is set for a plan; without what says nothing. */
function setIn(settings: Parameters<typeof settingsFor>[0], path: string) {
  const rules = [...settingsFor(settings, path)].flatMap(([id, { severity, options }]) =>
    severity === undefined && options === undefined ? [] : [[id, severity, options]],
  );
  return new Map(rules.map(([id, ...rest]) => [id, rest]));
}

describe('what is printed gives the plans there the same settings', () => {
  const PLANS = ['a', 'pilots/a', 'pilots/emea/a', 'pilots/emea/big', 'emea/a'].map(
    name => `/w/plans/${name}.success-plan.yaml`,
  );
  it.each([
    ['/w/plans', false],
    ['/w/plans', true],
    ['/w/plans/pilots', false],
    ['/w/plans/pilots/emea', true],
    ['/w/plans/emea', false],
  ])('as a file in %s (all rules: %s)', async (folder, all) => {
    const { settings } = await among(OWN, FILES);
    const path = `${folder}/success-plan.config.yaml`;
    const text = await printed(folder, undefined, all);
    expect(text).toContain('right\\u200fleft');
    const again = await among(path, { [path]: text });
    expect(again.files.flatMap(({ problems }) => problems)).toEqual([]);
    const plans = PLANS.filter(plan => plan.startsWith(`${folder}/`));
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(setIn(again.settings, plan), plan).toEqual(setIn(settings, plan));
    expect(again.settings.team).toEqual(settings.team);
    expect(again.settings.redact).toEqual(settings.redact);
    expect(again.settings.plans?.globs).toContain('**/plan.yaml');
  });

  it.each(PLANS)('for %s alone, whose overrides are laid over', async plan => {
    const { settings } = await among(OWN, FILES);
    const folder = plan.slice(0, plan.lastIndexOf('/'));
    const text = await printed(folder, plan);
    const again = await among(`${folder}/success-plan.config.yaml`, { [`${folder}/success-plan.config.yaml`]: text });
    expect(setIn(again.settings, plan)).toEqual(setIn(settings, plan));
    expect(again.settings.overrides).toEqual([]);
  });
});

describe('comments', () => {
  it('name what it was put together from, in its order, and by whose word a rule is not as it is by itself', async () => {
    const plan = '/w/plans/pilots/emea/a.success-plan.yaml';
    const lines = (await printed('/w/plans/pilots/emea', plan)).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '# What counts for plans/pilots/emea/a.success-plan.yaml, from these, of which the later wins:',
      '#   pre-sale',
      '#   strict',
      '#   standards/base.yaml',
      '#   plans/success-plan.config.yaml',
      '#   the override for "pilots/**, !pilots/emea/big.success-plan.yaml" in plans/success-plan.config.yaml',
      '#   the override for "**/emea/*" in plans/success-plan.config.yaml',
    ]);
    expect(lines).toContain(
      '  risks-missing: off # the override for "**/emea/*" in plans/success-plan.config.yaml; by itself warning',
    );
    expect(lines).toContain('  executive-sponsor-missing: error # pre-sale; by itself warning');
    const folder = (await printed('/w/plans')).split('\n');
    expect(folder).toContain('  outcomes-too-many: { max: 4 } # standards/base.yaml; by itself max: 5');
    expect(folder).toContain('  - files: # plans/success-plan.config.yaml');
  });

  it('name the file that overrules an override of the one it extends', async () => {
    const own = '/w/plans/emea/success-plan.config.yaml';
    const files = {
      [OWN]: 'overrides: [{ files: [emea/**], rules: { risks-missing: error, outcomes-too-few: { min: 9 } } }]\n',
      [own]: 'extends: ../success-plan.config.yaml\nrules: { risks-missing: off }\n',
    };
    const config = await among(own, files);
    const text = printedConfig({
      config,
      folder: '/w/plans/emea',
      plan: '/w/plans/emea/a.yaml',
      all: false,
      nameOf,
    });
    expect(text.split('\n')).toEqual([
      '# What counts for plans/emea/a.yaml, from these, of which the later wins:',
      '#   plans/success-plan.config.yaml',
      '#   the override for "emea/**" in plans/success-plan.config.yaml',
      '#   plans/emea/success-plan.config.yaml',
      '',
      'rules:',
      '  outcomes-too-few: { min: 9 } # the override for "emea/**" in plans/success-plan.config.yaml; by itself min: 3',
      '  risks-missing: off # plans/emea/success-plan.config.yaml; by itself warning',
      '',
    ]);
    const folder = printedConfig({ config, folder: '/w/plans/emea', plan: undefined, all: false, nameOf });
    const again = await among(own, { [own]: folder });
    expect(setIn(again.settings, '/w/plans/emea/a.yaml')).toEqual(setIn(config.settings, '/w/plans/emea/a.yaml'));
  });

  it('name nobody where only one file says anything, and no rule that a preset took back', async () => {
    const files = { [OWN]: 'extends: [strict, recommended]\nrules: { milestone-overdue: error }\n' };
    expect(await printed('/w/plans', undefined, false, { [OWN]: files[OWN].replace('strict, ', '') })).toContain(
      '\n  milestone-overdue: error # by itself warning\n',
    );
    expect(parse(await printed('/w/plans', undefined, false, files))).toEqual({
      rules: { 'milestone-overdue': 'error' },
    });
  });

  it('hold the rules that nobody has set, where all are asked for', async () => {
    const text = await printed('/w/plans', undefined, true, { [OWN]: 'rules: { risks-missing: off }\n' });
    for (const rule of ALL_RULES) expect(text).toMatch(new RegExp(`^  (?:# )?${rule.id}: `, 'm'));
    expect(text).toContain('\n  # outcomes-too-many: { severity: warning, max: 5 }\n');
    expect(parse(text)).toEqual({ rules: { 'risks-missing': 'off' } });
  });
});

it('tells what counts where there is no configuration', async () => {
  const { settings } = await among(OWN, { [OWN]: '' });
  const config = { settings: { ...settings, from: [] }, files: [] };
  expect(printedConfig({ config, folder: '/w', plan: undefined, all: false, nameOf: () => '.' })).toBe(
    '# What counts for this folder: no success-plan.config.yaml lies there or above, so every rule speaks at its own level.\n',
  );
});

it('leaves out what fits nothing in the folder, and says so of what cannot be told from there', async () => {
  const files = {
    [OWN]: `plans: [other/**]
overrides:
  - { files: [other/**], rules: { risks-missing: off } }
  - { files: ["@(pilots/emea|x)/**"], rules: { risks-missing: off } }
`,
  };
  expect(
    await printed('/w/plans/pilots', undefined, false, files),
  ).toBe(`# What counts for plans/pilots, from plans/success-plan.config.yaml.

overrides:
  # "@(pilots/emea|x)/**" counts from another folder, and cannot be told from here
`);
});

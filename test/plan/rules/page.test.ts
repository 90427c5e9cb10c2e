import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../../plan/generated/rules.ts';
import { rulePage } from '../../../plan/rules/page.ts';
import { settingsOf } from '../../support/team.ts';

describe.each(ALL_RULES.map(rule => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const [, setting = ''] = rulePage(rule).split('## Setting it');

  it('shows a setting that can be followed, with every option', async () => {
    const [, config = ''] = /```yaml\n(rules:[\s\S]*?)```/.exec(setting) ?? [];
    await expect(settingsOf(config)).resolves.toBeDefined();
    expect(config).toContain(`${id}: `);
    for (const option of Object.keys(rule.options)) expect(config).toContain(`${option}: `);
  });

  it('shows the comment that silences it, where one can', () => {
    expect(setting.includes(`# success-plan-ignore ${id}: `)).toBe(id !== 'yaml-syntax');
  });
});

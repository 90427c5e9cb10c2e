import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPlanFile } from '../../plan/check.ts';
import { resolveConfig } from '../../plan/config/resolve.ts';
import { configShape } from '../../plan/schema/shape.ts';
import { violations } from '../../plan/schema/validate.ts';
import { findingsIn } from '../support/team.ts';

const PAGE = readFileSync('docs/configuration.md', 'utf8');
const BLOCKS = [...PAGE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(match => match[1] ?? '');
const CONFIGS = BLOCKS.filter(block => !block.startsWith('# a plan'));

const schema: Record<string, unknown> = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));
const accepts = new Ajv({ allErrors: true }).compile(schema);

describe('the page about the configuration', () => {
  it('has a section for every setting', () => {
    const headings = [...PAGE.matchAll(/^## `([a-z_]+)`/gm)].map(match => match[1]);
    expect(headings).toEqual([...(configShape().properties?.keys() ?? [])]);
  });

  it.each(CONFIGS)('shows what can be followed: %j', async text => {
    const { files } = await resolveConfig('/plans/success-plan.config.yaml', text, async () => ({ text: '' }));
    expect(files.flatMap(file => file.problems)).toEqual([]);
    accepts(parse(text));
    expect(accepts.errors ?? []).toEqual([]);
  });

  it('shows a plan in the team’s words that is right only with them', async () => {
    const plan = BLOCKS.find(block => block.startsWith('# a plan')) ?? '';
    const vocabulary = CONFIGS.find(block => block.startsWith('vocabulary')) ?? '';
    const schemaFindings = async (config: string) =>
      (await findingsIn(plan, config)).filter(finding => finding.rule === 'schema').map(finding => finding.message);
    expect(await schemaFindings(vocabulary)).toEqual([]);
    expect(await schemaFindings('')).toHaveLength(2);
    const parts = readPlanFile(plan).source.documents.flatMap(document => document.sections);
    expect(
      parts.flatMap(({ part }) => violations(part, part.section === 'plan' ? 'planSection' : part.section)),
    ).not.toEqual([]);
  });
});

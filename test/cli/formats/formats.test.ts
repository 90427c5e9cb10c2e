import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { JsonFinding } from '../../../cli/formats/json.ts';
import { ALL_RULES } from '../../../plan/generated/rules.ts';
import { cli, folderWith } from '../../support/cli.ts';
import { soundPlan } from '../../support/examples.ts';
import { CONFIG, KITA, kitaFolder } from './kita.ts';

describe('text', () => {
  it('quotes each line with the mark under its place, names related places and repairs, and sums up', async () => {
    const { out } = await cli(kitaFolder(), ['check']);
    expect(out).toBe(`asia 50%/kita-foods.success-plan.yaml: 2 errors, 1 hint

asia 50%/kita-foods.success-plan.yaml:6:3 error “status” stands twice here. Keep the one that holds and remove the other. [duplicate-key]
    6 |   status: active
      |   ^^^^^^
        asia 50%/kita-foods.success-plan.yaml:5:3 “status” stands here first
        fix (safe): Remove this “status”

asia 50%/kita-foods.success-plan.yaml:7:33 hint A customer has no field “region”. It may have segment, context, business_case, current_situation, status_quo_consequences and more; a field of your own begins with x-. [unknown-key]
    7 | customer: { company: "北フーズ 🍱", region: "Tohoku", industry: Food }
      |                                     ^^^^^^
        fix: Mark as your own: “x-region”

asia 50%/kita-foods.success-plan.yaml:13:19 error “keen” is no engagement. It can be active, moderate, low or disengaged. [schema]
   13 |       engagement: keen
      |                   ^^^^

1 plan checked: 2 errors, 1 hint. 1 can be fixed with success-plan fix.
`);
  });

  it('is coloured only where that is wanted, and fits the terminal', async () => {
    const { out } = await cli(kitaFolder(), ['check'], { colour: true, columns: 40 });
    expect(out).toContain('\u001b[31merror\u001b[39m');
    const plain = stripVTControlCharacters(out);
    expect(plain).toContain('    7 | …フーズ 🍱", region: "Tohoku", …\n      |              ^^^^^^\n');
    expect(plain).not.toContain('\u001b');
    expect((await cli(kitaFolder(), ['check'])).out).not.toContain('\u001b');
  });

  it('sends nothing from a plan to the terminal that could steer it', async () => {
    const folder = folderWith({
      'success-plan.config.yaml': CONFIG,
      'a.yaml': 'plan: { "\\e]0;x\\a": 1 }\n"\u009b31m": 2\n',
    });
    const { out } = await cli(folder, ['check', 'a.yaml']);
    expect(out).toContain('unknown-key');
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('says in one line that there is nothing to say', async () => {
    expect((await cli(folderWith({ 'success-plan.yaml': soundPlan() }), ['check'])).out).toBe(
      '1 plan checked: nothing found.\n',
    );
  });
});

describe('json', () => {
  it('is an array of findings with LSP ranges and repairs', async () => {
    const { out } = await cli(kitaFolder(), ['check', '--format', 'json']);
    const findings: JsonFinding[] = JSON.parse(out);
    expect(findings.map(finding => [finding.rule, finding.severity])).toEqual([
      ['duplicate-key', 'error'],
      ['unknown-key', 'hint'],
      ['schema', 'error'],
    ]);
    expect(findings[0]).toEqual({
      rule: 'duplicate-key',
      severity: 'error',
      message: '“status” stands twice here. Keep the one that holds and remove the other.',
      range: { start: { line: 5, character: 2 }, end: { line: 5, character: 8 } },
      path: 'asia 50%/kita-foods.success-plan.yaml',
      help: 'docs/rules/duplicate-key.md',
      related: [
        {
          message: '“status” stands here first',
          range: { start: { line: 4, character: 2 }, end: { line: 4, character: 8 } },
        },
      ],
      fixes: [
        {
          title: 'Remove this “status”',
          safe: true,
          edits: [{ range: { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } }, newText: '' }],
        },
      ],
    });
    // 🍱 is two UTF-16 units.
    expect(findings[1]?.range.start).toEqual({ line: 6, character: KITA.split('\n')[6]?.indexOf('region') });
  });

  it('names a page that is there', async () => {
    const { out } = await cli(kitaFolder(), ['check', '--format', 'json']);
    const findings: JsonFinding[] = JSON.parse(out);
    for (const { help, rule } of findings)
      expect(readFileSync(new URL(`../../../${help}`, import.meta.url), 'utf8')).toContain(`# \`${rule}\``);
  });

  it('is an empty array where nothing was found, and where nothing could be read', async () => {
    expect((await cli(folderWith({ 'success-plan.yaml': soundPlan() }), ['check', '--format', 'json'])).out).toBe(
      '[]\n',
    );
    expect((await cli(folderWith({}), ['check', '--format', 'json'])).out).toBe('[]\n');
  });
});

describe('sarif', () => {
  async function sarif(cwd: string, ...paths: string[]): Promise<Log> {
    return JSON.parse((await cli(cwd, ['check', '--format', 'sarif', ...paths])).out);
  }

  it('is a 2.1.0 log with every rule described', async () => {
    const log = await sarif(kitaFolder());
    expect([log.version, log.$schema, log.runs.length]).toEqual([
      '2.1.0',
      'https://json.schemastore.org/sarif-2.1.0.json',
      1,
    ]);
    const { driver } = log.runs[0]?.tool ?? {};
    expect(driver).toMatchObject({ name: 'success-plan', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    expect(driver?.rules?.map(rule => rule.id)).toEqual([...ALL_RULES.map(rule => rule.id), 'config']);
    for (const rule of driver?.rules ?? []) {
      expect(rule.help?.markdown).toContain(`# \`${rule.id}\``);
      expect(rule.shortDescription?.text).not.toBe('');
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration?.level);
    }
    expect(log.runs[0]).toMatchObject({
      columnKind: 'utf16CodeUnits',
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
    });
  });

  it('has a result a finding: level, place from 1, relative address, related places and repairs', async () => {
    const [doubled, unknown, misfit, ...none] = (await sarif(kitaFolder())).runs[0]?.results ?? [];
    const artifactLocation = { uri: 'asia%2050%25/kita-foods.success-plan.yaml' };
    expect(doubled).toEqual({
      ruleId: 'duplicate-key',
      ruleIndex: ALL_RULES.findIndex(rule => rule.id === 'duplicate-key'),
      level: 'error',
      message: { text: '“status” stands twice here. Keep the one that holds and remove the other.' },
      locations: [
        { physicalLocation: { artifactLocation, region: { startLine: 6, startColumn: 3, endLine: 6, endColumn: 9 } } },
      ],
      partialFingerprints: { 'successPlan/v1': expect.stringMatching(/^[0-9a-f]{40}$/) },
      relatedLocations: [
        {
          id: 0,
          physicalLocation: { artifactLocation, region: { startLine: 5, startColumn: 3, endLine: 5, endColumn: 9 } },
          message: { text: '“status” stands here first' },
        },
      ],
      fixes: [
        {
          description: { text: 'Remove this “status”' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                {
                  deletedRegion: { startLine: 6, startColumn: 1, endLine: 7, endColumn: 1 },
                  insertedContent: { text: '' },
                },
              ],
            },
          ],
        },
      ],
    });
    expect([unknown?.level, misfit?.level, misfit?.fixes, none]).toEqual(['note', 'error', undefined, []]);
    expect(unknown?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 7,
      startColumn: 33,
      endLine: 7,
      endColumn: 39,
    });
  });

  it('knows a finding as GitLab’s report does', async () => {
    const issues: { fingerprint: string }[] = JSON.parse(
      (await cli(kitaFolder(), ['check', '--format', 'gitlab'])).out,
    );
    const results = (await sarif(kitaFolder())).runs[0]?.results ?? [];
    const known = results.map(({ partialFingerprints }) => partialFingerprints?.['successPlan/v1']);
    expect(known).toEqual(issues.map(({ fingerprint }) => fingerprint));
  });

  it('has full addresses for plans outside the folder, and says what could not be done', async () => {
    const folder = kitaFolder();
    const run = (await sarif(path.join(folder, 'asia 50%'), '../nowhere', `${folder}/asia 50%`)).runs[0];
    expect(run?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: 'kita-foods.success-plan.yaml',
    });
    expect(run?.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: '../nowhere: no such file or folder' } }],
      },
    ]);
    const outside = (await sarif(folderWith({}), folder)).runs[0]?.results?.[0];
    const uri = outside?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
    expect(uri).toMatch(/^file:\/\/\/.*\/asia%2050%25\/kita-foods\.success-plan\.yaml$/);
  });
});

import { describe, expect, it } from 'vitest';
import { github } from '../../../cli/formats/github.ts';
import type { JsonFinding } from '../../../cli/formats/json.ts';
import { markdown } from '../../../cli/formats/markdown.ts';
import { type CheckedFile, type Reported, Tally } from '../../../cli/report.ts';
import { cli, folderWith } from '../../support/cli.ts';
import { soundPlan } from '../../support/examples.ts';
import { CONFIG, KITA, kitaFolder } from './kita.ts';

async function written(format: string, folder = kitaFolder(), ...paths: string[]): Promise<string> {
  return (await cli(folder, ['check', '--format', format, ...paths])).out;
}

/** A plan that tries to be more than text wherever it is told of. */
const hostile = () =>
  folderWith({
    'success-plan.config.yaml': CONFIG,
    'a,b:c%.yaml': 'plan: { "\\n::error::<script>@dana [x](y) & ]]>\\u0007\\uffff": 1 }\n',
  });
const sound = () => folderWith({ 'success-plan.yaml': soundPlan() });

describe('ndjson', () => {
  it('is what json is, a line a finding', async () => {
    const folder = kitaFolder();
    const lines = (await written('ndjson', folder)).split('\n');
    expect(lines.pop()).toBe('');
    const all: JsonFinding[] = JSON.parse(await written('json', folder));
    expect(lines.map(line => JSON.parse(line))).toEqual(all);
    expect(await written('ndjson', sound())).toBe('');
  });
});

describe('github', () => {
  it('marks lines by workflow commands, and sums up', async () => {
    expect(
      await written('github'),
    ).toBe(`::error title=success-plan%3A duplicate-key,file=asia 50%25/kita-foods.success-plan.yaml,line=6,endLine=6,col=3,endColumn=9::asia 50%25/kita-foods.success-plan.yaml:6:3 “status” stands twice here. Keep the one that holds and remove the other.
::notice title=success-plan%3A unknown-key,file=asia 50%25/kita-foods.success-plan.yaml,line=7,endLine=7,col=33,endColumn=39::asia 50%25/kita-foods.success-plan.yaml:7:33 A customer has no field “region”. It may have segment, context, business_case, current_situation, status_quo_consequences and more; a field of your own begins with x-.
::error title=success-plan%3A schema,file=asia 50%25/kita-foods.success-plan.yaml,line=13,endLine=13,col=19,endColumn=23::asia 50%25/kita-foods.success-plan.yaml:13:19 “keen” is no engagement. It can be active, moderate, low or disengaged.
1 plan checked: 2 errors, 1 hint. 1 can be fixed with success-plan fix.
`);
  });

  it('has no columns for what goes over several lines', () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 2, character: 6 } };
    const file = fileWith('success-plan.yaml', 'Two places.', range);
    expect(github().file(file)).toBe(
      '::warning title=success-plan%3A milestone-overdue,file=success-plan.yaml,line=2,endLine=3::success-plan.yaml:2:3 Two places.\n',
    );
  });

  it('tells what could not be done', async () => {
    expect(await written('github', sound(), '.', 'nowhere')).toBe(
      '::error title=success-plan::nowhere: no such file or folder\n1 plan checked: nothing found. Not everything could be checked: see above.\n',
    );
  });

  it('is steered by nothing that a plan says', async () => {
    const out = await written('github', hostile(), 'a,b:c%.yaml');
    expect(out.split('\n').filter(line => line.startsWith('::'))).toHaveLength(1);
    expect(out).toContain(',file=a%2Cb%3Ac%25.yaml,line=1,');
    expect(out).toContain('␊::error::<script>');
  });
});

describe('gitlab', () => {
  it('is a Code Quality report', async () => {
    const issues: {
      severity: string;
      check_name: string;
      description: string;
      fingerprint: string;
      location: object;
    }[] = JSON.parse(await written('gitlab'));
    expect(issues.map(({ severity, check_name, location }) => ({ severity, check_name, location }))).toEqual([
      { severity: 'critical', check_name: 'duplicate-key', location: at(6) },
      { severity: 'info', check_name: 'unknown-key', location: at(7) },
      { severity: 'critical', check_name: 'schema', location: at(13) },
    ]);
    expect(issues[2]?.description).toBe('“keen” is no engagement. It can be active, moderate, low or disengaged.');
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    expect(JSON.parse(await written('gitlab', sound()))).toEqual([]);
  });

  it('knows a finding again behind further lines, and tells two of one kind apart', async () => {
    const prints = async (text: string): Promise<string[]> => {
      const folder = folderWith({ 'success-plan.config.yaml': CONFIG, 'success-plan.yaml': text });
      const issues: { fingerprint: string }[] = JSON.parse(await written('gitlab', folder));
      return issues.map(({ fingerprint }) => fingerprint);
    };
    const before = await prints(KITA);
    expect(await prints(`# For the review in March\n\n${KITA}`)).toEqual(before);
    const moderate = KITA.replace('engagement: keen', 'engagement: glad');
    expect((await prints(moderate)).filter(print => !before.includes(print))).toHaveLength(1);
    const twice = await prints('plan: { x: 1 }\ncustomer: &c { region: EMEA }\nrenewal:\n  a: 1\n  b: 1\n');
    expect(new Set(twice).size).toBe(twice.length);
  });

  function at(line: number) {
    return { path: 'asia 50%/kita-foods.success-plan.yaml', lines: { begin: line, end: line } };
  }
});

describe('junit', () => {
  it('is a suite a plan and a case a finding: errors fail, hints do not', async () => {
    expect(await written('junit')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="success-plan">
  <testsuite name="asia 50%/kita-foods.success-plan.yaml" tests="3" failures="2" errors="0">
    <testcase name="duplicate-key in line 6" classname="asia 50%/kita-foods.success-plan.yaml" file="asia 50%/kita-foods.success-plan.yaml" line="6"><failure type="error" message="“status” stands twice here. Keep the one that holds and remove the other.">asia 50%/kita-foods.success-plan.yaml:6:3 error “status” stands twice here. Keep the one that holds and remove the other.&#10;fix: Remove this “status”</failure></testcase>
    <testcase name="unknown-key in line 7" classname="asia 50%/kita-foods.success-plan.yaml" file="asia 50%/kita-foods.success-plan.yaml" line="7"><system-out>asia 50%/kita-foods.success-plan.yaml:7:33 hint A customer has no field “region”. It may have segment, context, business_case, current_situation, status_quo_consequences and more; a field of your own begins with x-.&#10;fix: Mark as your own: “x-region”</system-out></testcase>
    <testcase name="schema in line 13" classname="asia 50%/kita-foods.success-plan.yaml" file="asia 50%/kita-foods.success-plan.yaml" line="13"><failure type="error" message="“keen” is no engagement. It can be active, moderate, low or disengaged.">asia 50%/kita-foods.success-plan.yaml:13:19 error “keen” is no engagement. It can be active, moderate, low or disengaged.</failure></testcase>
  </testsuite>
</testsuites>
`);
  });

  it('has a passed case for a plan in which nothing was found, and an error for what could not be done', async () => {
    expect(await written('junit', sound(), '.', 'nowhere')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="success-plan">
  <testsuite name="success-plan.yaml" tests="1" failures="0" errors="0">
    <testcase name="nothing found" classname="success-plan.yaml" file="success-plan.yaml"/>
  </testsuite>
  <testsuite name="success-plan" tests="1" failures="0" errors="1">
    <testcase name="nowhere: no such file or folder"><error message="nowhere: no such file or folder"/></testcase>
  </testsuite>
</testsuites>
`);
  });

  it('is XML whatever a plan says', async () => {
    const out = await written('junit', hostile(), 'a,b:c%.yaml');
    expect(out).toContain('&#10;::error::&lt;script&gt;@dana [x](y) &amp; ]]&gt;␇�');
    expect(out.replaceAll('\n', '')).not.toMatch(/<script|\p{Cc}|\uffff/u);
  });
});

describe('markdown', () => {
  it('says in a comment what is wrong, notes and hints folded away', async () => {
    expect(await written('markdown')).toBe(`### Success plans

1 plan checked: 2 errors, 1 hint. 1 can be fixed with success-plan fix.

#### asia 50%/kita-foods.success-plan.yaml

- **error**, line 6: “status” stands twice here. Keep the one that holds and remove the other. (\`duplicate-key\`) _\`success-plan fix\` repairs it._
- **error**, line 13: “keen” is no engagement. It can be active, moderate, low or disengaged. (\`schema\`)

<details><summary>1 hint</summary>

- **hint**, line 7: A customer has no field “region”. It may have segment, context, business\\_case, current\\_situation, status\\_quo\\_consequences and more; a field of your own begins with x-. (\`unknown-key\`)

</details>
`);
    expect(await written('markdown', sound(), '.', 'nowhere')).toBe(
      '### Success plans\n\n1 plan checked: nothing found. Not everything could be checked: see above.\n\n- **not checked**: nowhere: no such file or folder\n',
    );
  });

  it('calls nobody and begins no HTML, whatever a plan says', async () => {
    const out = await written('markdown', hostile(), 'a,b:c%.yaml');
    expect(out).toContain('\\<script\\>@&#8203;dana \\[x\\](y)');
  });

  it('is no longer than a comment may be, and counts the plans that it leaves out', () => {
    const writer = markdown();
    const tally = new Tally();
    for (let n = 0; n < 400; n++) {
      const file = fileWith(`accounts/${n}.success-plan.yaml`, 'The milestone is late. '.repeat(20));
      tally.add(file);
      expect(writer.file(file)).toBe('');
    }
    const out = writer.end(tally);
    expect(out.length).toBeGreaterThan(50_000);
    expect(out.length).toBeLessThan(65_536);
    const told = [...out.matchAll(/^#### /gm)].length;
    expect(out).toContain(`… and ${400 - told} more plans with findings, for which there is no room here.\n`);
    expect(out).toContain('400 plans checked: 400 warnings.');
  });
});

const START = { line: 0, character: 0 };

function fileWith(name: string, message: string, range = { start: START, end: START }): CheckedFile {
  const finding: Reported = {
    rule: 'milestone-overdue',
    severity: 'warning',
    message,
    range,
    excerpt: { line: '', from: 0, to: 0 },
    related: [],
    fixes: [],
  };
  return { name, path: undefined, findings: [finding], fixed: 0 };
}

import { readFileSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith, latePlan } from '../support/cli.ts';
import { soundPlan } from '../support/examples.ts';

const LATIN = new Uint8Array([...new TextEncoder().encode('plan:\n  owner: M'), 0xfc, 0x0a]);

/** The names of the plans that a run found something in. */
function named(out: string): string[] {
  return out.split('\n').flatMap(line => /^(\S+): \d/.exec(line)?.[1] ?? []);
}

describe('what is checked', () => {
  const late = latePlan();

  it('every plan in the current folder and below it, by name', async () => {
    const folder = folderWith({
      'success-plan.yaml': late,
      'emea/acme.success-plan.yml': late,
      'emea/q1.qbr.yaml': 'qbr:\n  duratoin: 60 minutes\n',
      'emea/notes.yaml': late,
      'Zenith.Success-Plan.yaml': late,
      'node_modules/x/success-plan.yaml': late,
      '.git/success-plan.yaml': late,
    });
    const { code, out, err } = await cli(folder, ['check', '--format', 'text']);
    expect(named(out)).toEqual([
      'Zenith.Success-Plan.yaml',
      'emea/acme.success-plan.yml',
      'emea/q1.qbr.yaml',
      'success-plan.yaml',
    ]);
    expect([code, err]).toEqual([1, expect.stringMatching(/^success-plan: git takes .* for no repository, [^\n]*\n$/)]);
  });

  it('files that are named, whatever they are called, and each only once', async () => {
    const folder = folderWith({ 'notes.txt': late, 'a.success-plan.yaml': late });
    const { out } = await cli(folder, [
      'check',
      'notes.txt',
      './notes.txt',
      '.',
      path.join(folder, 'a.success-plan.yaml'),
    ]);
    expect(named(out)).toEqual(['notes.txt', 'a.success-plan.yaml']);
    expect(out).toContain('2 plans checked: 2 warnings.');
  });

  it('what the “plans” of an extended configuration add, from its own folder', async () => {
    const folder = folderWith({
      'success-plan.config.yaml': 'plans: ["crm/**/*.yaml"]\n',
      'crm/emea/success-plan.config.yaml':
        'extends: ../../success-plan.config.yaml\nrules: { milestone-overdue: off }\n',
      'crm/emea/acme.yaml': latePlan(),
      'crm/apac/acme.yaml': latePlan(),
    });
    const { out } = await cli(folder, ['check']);
    expect(named(out)).toEqual(['crm/apac/acme.yaml']);
    expect(out).toMatch(/^2 plans checked/m);
  });

  it('what the “plans” of the nearest configuration add, and of those below', async () => {
    const folder = folderWith({
      'success-plan.config.yaml': 'plans: ["crm/**/*.yaml", "!crm/old/**"]\n',
      'crm/acme.yaml': late,
      'crm/old/acme.yaml': late,
      'crm/own/success-plan.config.yaml': 'plans: ["*.plan"]\n',
      'crm/own/not-mine.yaml': late,
      'crm/own/mine.plan': late,
      'else/acme.yaml': late,
    });
    expect(named((await cli(folder, ['check'])).out)).toEqual(['crm/acme.yaml', 'crm/own/mine.plan']);
    expect(named((await cli(path.join(folder, 'crm'), ['check'])).out)).toEqual(['acme.yaml', 'own/mine.plan']);
    expect(named((await cli(folder, ['check', 'crm/own'])).out)).toEqual(['crm/own/mine.plan']);
  });

  it('only YAML where a glob of “plans” leaves the end of names open, and what it says where it does not', async () => {
    const files = {
      'acme.yaml': late,
      'emea/contoso.yml': late,
      'emea/PLAN': late,
      'emea/README.md': '# Plans\n',
      'emea/notes.plan': late,
      'emea/logo.png': new Uint8Array([0x89, 0x50, 0xff]),
      '.github/workflow.yaml': late,
    };
    const yaml = ['acme.yaml', 'emea/contoso.yml'];
    const found = async (...globs: string[]) => {
      const config = `plans: ${JSON.stringify(globs)}\n`;
      const { out, err } = await cli(folderWith({ ...files, 'success-plan.config.yaml': config }), ['check']);
      return [named(out), err];
    };
    for (const glob of ['**', '**/*', './**', '**/*.*', '**/[a-z]*']) expect(await found(glob)).toEqual([yaml, '']);
    expect(await found('emea/**', '!**/*.yml', '**/*.plan', 'emea/PLAN')).toEqual([
      ['emea/PLAN', 'emea/notes.plan'],
      '',
    ]);
    expect(await found('!emea/**')).toEqual([[], expect.stringContaining('no plan in this folder')]);
  });

  it('folders whose names look like globs, and outside the current one', async () => {
    const folder = folderWith({
      '[emea] *(new)/success-plan.yaml': late,
      'here/x.txt': '',
      'there/success-plan.yaml': late,
    });
    expect(named((await cli(path.join(folder, '[emea] *(new)'), ['check'])).out)).toEqual(['success-plan.yaml']);
    expect(named((await cli(path.join(folder, 'here'), ['check', '../there'])).out)).toEqual([
      '../there/success-plan.yaml',
    ]);
    expect(named((await cli(path.join(folder, 'here'), ['check', path.join(folder, 'there')])).out)).toEqual([
      path.join(folder, 'there/success-plan.yaml'),
    ]);
  });

  it('no folder twice through a link that leads back', async () => {
    const folder = folderWith({ 'emea/success-plan.yaml': late });
    symlinkSync(folder, path.join(folder, 'emea/all'));
    expect(named((await cli(folder, ['check'])).out)).toEqual(['emea/success-plan.yaml']);
  });

  it('text with \\r\\n and a byte order mark, with the places that an editor shows', async () => {
    const folder = folderWith({
      'success-plan.yaml': `\uFEFF${late.replaceAll('\n', '\r\n')}`,
      'plain/success-plan.yaml': late,
    });
    const places = (text: string) => text.match(/yaml:\d+:\d+/g);
    const [marked, plain] = [await cli(folder, ['check', 'success-plan.yaml']), await cli(folder, ['check', 'plain'])];
    expect(places(marked.out)).toEqual(places(plain.out));
    expect(marked.code).toBe(1);
  });

  it('standard input, by the configuration of the name that it is given', async () => {
    const folder = folderWith({
      'success-plan.config.yaml': 'rules: { milestone-overdue: error }\n',
      'emea/success-plan.config.yaml': 'rules: { milestone-overdue: off }\n',
    });
    const unnamed = await cli(folder, ['check', '-'], { stdin: late });
    expect(unnamed.out).toMatch(/^<stdin>: 1 error\n/);
    const elsewhere = await cli(folder, ['check', '-', '--stdin-filename', 'emea/acme.success-plan.yaml'], {
      stdin: late,
    });
    expect(elsewhere).toEqual({ code: 0, out: '1 plan checked: nothing found.\n', err: '' });
    const broken = await cli(folder, ['check', '-', '--stdin-filename', 'apac/acme.yaml'], { stdin: LATIN });
    expect(broken).toEqual({
      code: 2,
      out: '',
      err: 'success-plan: apac/acme.yaml: not UTF-8 text; save it with the encoding UTF-8\n',
    });
  });
});

describe('the day and the level', () => {
  it('--today decides what is late', async () => {
    const folder = folderWith({ 'success-plan.yaml': latePlan() });
    expect((await cli(folder, ['check'])).out).toContain('11 days late');
    const { code, out } = await cli(folder, ['check', '--today', '2026-01-30']);
    expect([code, out]).toEqual([0, '1 plan checked: nothing found.\n']);
  });

  it('--fail-on and --max-warnings decide what fails', async () => {
    const folder = folderWith({ 'success-plan.yaml': latePlan() });
    const code = async (...args: string[]) => (await cli(folder, ['check', ...args])).code;
    expect(await code('--fail-on', 'error')).toBe(0);
    expect(await code('--fail-on', 'hint')).toBe(1);
    expect(await code('--max-warnings', '1')).toBe(0);
    expect(await code('--max-warnings', '0')).toBe(1);
  });
});

describe('what cannot be done gets one line and exit 2, and the rest is still checked', () => {
  it.each([
    ['a path that leads nowhere', 'nowhere.yaml', 'nowhere.yaml: no such file or folder'],
    ['an empty path, such as a variable that is not set', '', '"": no such file or folder'],
    ['a path through a file', 'late.yaml/plan.yaml', 'late.yaml/plan.yaml: no such file or folder'],
    ['another encoding', 'latin.yaml', 'latin.yaml: not UTF-8 text; save it with the encoding UTF-8'],
    [
      'a folder without plans',
      'empty',
      'empty: no plan in this folder (looked for *.success-plan.yaml, success-plan.yaml, *.qbr.yaml and the “plans” of success-plan.config.yaml)',
    ],
    [
      'a configuration that is a folder',
      'strange/plan.yaml',
      'strange/success-plan.config.yaml: this is a folder, not a file',
    ],
  ])('%s', async (_, given, line) => {
    const folder = folderWith({
      'late.yaml': latePlan(),
      'latin.yaml': LATIN,
      'empty/readme.md': '',
      'strange/plan.yaml': soundPlan(),
      'strange/success-plan.config.yaml/x.txt': '',
    });
    const { code, out, err } = await cli(folder, ['check', given, 'late.yaml']);
    expect(err).toBe(`success-plan: ${line}\n`);
    expect(named(out)).toEqual(['late.yaml']);
    expect(out).toMatch(/ Not everything could be checked: see above\.\n$/);
    expect(code).toBe(2);
  });

  it('an empty folder alone prints nothing else', async () => {
    const { code, out, err } = await cli(folderWith({}), ['check']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^success-plan: \.: no plan in this folder \([^\n]*\)\n$/);
  });

  it('what can be read of a configuration still counts', async () => {
    const folder = folderWith({
      'success-plan.config.yaml': 'rules: { milestone-overdue: off, schema: loud }\n',
      'success-plan.yaml': latePlan(),
    });
    const { code, out, err } = await cli(folder, ['check']);
    expect([code, err]).toEqual([2, '']);
    expect(out).toBe(`success-plan.config.yaml: 1 error

success-plan.config.yaml:1:42 error “loud” is no level. Write off, hint, info, warning or error. [config]
    1 | rules: { milestone-overdue: off, schema: loud }
      |                                          ^^^^

1 plan and 1 configuration checked: 1 error. Settings that cannot be followed were left out: see the configuration above.
`);
  });

  it('an output that cannot be written', async () => {
    const folder = folderWith({ 'success-plan.yaml': soundPlan() });
    const { code, err } = await cli(folder, ['check', '--format', 'json=no/such/folder.json']);
    expect([code, err]).toEqual([
      2,
      'success-plan: no/such/folder.json: cannot be written: no such file or folder\n1 plan checked: nothing found.\n',
    ]);
  });
});

describe('a command line that makes no sense gets one line and exit 2', () => {
  it.each([
    [['chek'], "unknown command 'chek' (Did you mean check?)"],
    [
      ['plans/acme.yaml'],
      "unknown command 'plans/acme.yaml'. To check a plan or a folder: success-plan check plans/acme.yaml",
    ],
    [['check', '--fromat', 'json'], "unknown option '--fromat' (Did you mean --format?)"],
    [['check', '--format'], "option '--format <format>' argument missing"],
    [
      ['check', '--format', 'xml'],
      "option '--format <format>' argument 'xml' is invalid. There is no format “xml”. Formats are text, json, ndjson, sarif, junit, github, gitlab and markdown.",
    ],
    [
      ['check', '--format', 'json='],
      "option '--format <format>' argument 'json=' is invalid. Name a file behind the =, as in json=findings.json.",
    ],
    [
      ['check', '--format', 'text', '--format', 'json'],
      "option '--format <format>' argument 'json' is invalid. Only one format can go to the terminal. Give this one a file, as in json=findings.json.",
    ],
    [
      ['check', '--format', 'text=o', '--format', 'json=o'],
      "option '--format <format>' argument 'json=o' is invalid. Two formats cannot go to one file, o.",
    ],
    [
      ['check', '--today', '2026-02-30'],
      "option '--today <day>' argument '2026-02-30' is invalid. It is no day of the calendar. Write YYYY-MM-DD, for example 2026-02-10.",
    ],
    [
      ['check', '--fail-on', 'loud'],
      "option '--fail-on <level>' argument 'loud' is invalid. Allowed choices are error, warning, info, hint, never.",
    ],
    [['check', '--max-warnings', '-3'], "option '--max-warnings <n>' argument '-3' is invalid. It is no whole number."],
    [['check', '--dry-run'], '--dry-run goes with --fix'],
    [['check', '--update-baseline'], '--update-baseline goes with --baseline'],
    [['check', '--baseline', 'acme.success-plan.yaml'], '--baseline takes the name of a JSON file'],
    [
      ['check', '--fix', '--dry-run', '--baseline', 'known.json', '--update-baseline'],
      '--dry-run writes nothing, and --update-baseline does',
    ],
    [['check', '--since', ''], '--since takes a revision of git'],
    [
      ['check', '--shard', '0/4'],
      "option '--shard <i/n>' argument '0/4' is invalid. Write which part of how many, from 1: 2/8 is the second of eight.",
    ],
    [['check', '--cache', '--cache-location', ''], '--cache-location takes the name of a folder'],
    [['accounts'], "unknown command 'accounts'. success-plan --help names all commands"],
    [
      ['check', '--format', 'json=acme.success-plan.yaml'],
      "option '--format <format>' argument 'json=acme.success-plan.yaml' is invalid. acme.success-plan.yaml would be a plan, not a report.",
    ],
    [
      ['check', '--format', 'json=out/a', '--format', 'sarif=out/../out//a'],
      "option '--format <format>' argument 'sarif=out/../out//a' is invalid. Two formats cannot go to one file, out/../out//a.",
    ],
    [['check', '--stdin-filename', 'a.yaml'], '--stdin-filename goes with - as a path, for standard input'],
    [['fix', '-'], 'standard input cannot be repaired in its place; --dry-run shows the repairs as a diff'],
    [['explain', 'milestone-overdu'], 'there is no rule “milestone-overdu”. Did you mean “milestone-overdue”?'],
    [['explain', 'zzzzzz'], 'there is no rule “zzzzzz”. success-plan explain lists all rules.'],
    [['lsp'], 'the server speaks over standard input and output only: success-plan lsp --stdio'],
  ])('%j', async (args, line) => {
    expect(await cli(folderWith({}), args)).toEqual({ code: 2, out: '', err: `success-plan: ${line}\n` });
  });
});

describe('without a reader', () => {
  let after: (() => number | undefined) | undefined;

  it.each([
    [['check'], 1],
    [['check', '.', 'nowhere'], 2],
    [['check', '--fail-on', 'error'], undefined],
    [['check', '--cache'], undefined],
    [['check', '--format', 'text', '--format', 'json=found.json'], undefined],
    [['check', '--format', 'json=found.json', '--format', 'text'], undefined],
    [['fix'], undefined],
  ])('the exit code is settled where nothing else is to be done: %j', async (args, code) => {
    const said: (number | undefined)[] = [];
    await cli(folderWith({ 'success-plan.yaml': latePlan() }), args, {
      seeThrough: settled => {
        said.push(settled());
        after = settled;
      },
    });
    expect([...said, after?.()]).toEqual([undefined, code]);
  });
});

describe('outputs', () => {
  it('go to files and to the terminal in one run', async () => {
    const folder = folderWith({ 'success-plan.yaml': latePlan() });
    const { code, out, err } = await cli(
      folder,
      ['check', '--format', 'json', '--format', 'text=findings.txt', '--format', 'sarif=findings.sarif'],
      { colour: true },
    );
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toHaveLength(1);
    expect(readFileSync(path.join(folder, 'findings.txt'), 'utf8')).toMatch(/^success-plan\.yaml: 1 warning\n/);
    expect(JSON.parse(readFileSync(path.join(folder, 'findings.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('that all go to files leave a summary for the person who waits', async () => {
    const folder = folderWith({ 'success-plan.yaml': latePlan() });
    const { out, err } = await cli(folder, ['check', '--format', 'json=findings.json']);
    expect([out, err]).toEqual(['', '1 plan checked: 1 warning.\n']);
  });
});

describe('help', () => {
  it.each([
    [['--help'], 'success-plan fix --dry-run'],
    [['check', '-h'], 'Exit codes: 0 nothing found'],
    [['fix', '--help'], 'repair every plan in a folder'],
    [['explain', '--help'], 'success-plan explain milestone-overdue'],
  ])('%j has examples', async (args, part) => {
    const { code, out, err } = await cli(folderWith({}), args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Usage: success-plan');
    expect(out).toContain(part);
  });

  it('is what a bare command gets, with exit 2: a pipeline that forgot what to do must not pass', async () => {
    const { code, out, err } = await cli(folderWith({}), []);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: success-plan');
  });

  it('--version is the package’s', async () => {
    const { code, out } = await cli(folderWith({}), ['--version']);
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect([code, out]).toEqual([0, `${version}\n`]);
  });
});

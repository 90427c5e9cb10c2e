import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { JsonChange } from '../../cli/diff/json.ts';
import { CLI_BUNDLE, cli, cliProcess, folderWith, planWith, type Ran } from '../support/cli.ts';
import { soundPlan } from '../support/examples.ts';
import { TestRepository } from '../support/repository.ts';

/** `success-plan diff` on real repositories. */

const PLAN = 'acme.success-plan.yaml';
const EASED =
  'Outcome O1 (“Cut the time to enter an order from 12 minutes to…”): the goal asks for less: 5 minutes instead of 4 minutes.';

function eased(more: Readonly<Record<string, string>> = {}): string {
  return planWith({ 'goal: 4 minutes': 'goal: 5 minutes', ...more });
}

function planOf(customer: string): string {
  return soundPlan().replace('company: Northwind Traders', `company: ${customer}`);
}

/** A repository with one plan, and another goal in the working tree. */
function repository(): TestRepository {
  const made = new TestRepository();
  made.commit('2026-01-20', { [PLAN]: soundPlan() });
  made.write(PLAN, eased());
  return made;
}

function diff({ folder }: { readonly folder: string }, ...args: string[]): Promise<Ran> {
  return cli(folder, ['diff', ...args]);
}

async function told(made: { readonly folder: string }, ...args: string[]): Promise<string[]> {
  const { out } = await diff(made, ...args, '--format', 'json');
  const changes: JsonChange[] = JSON.parse(out);
  return changes.map(({ path: name, sentence }) => `${name} ${sentence}`);
}

describe('diff', { timeout: 60_000 }, () => {
  it('says what the working tree says otherwise than a revision', async () => {
    const { code, out, err } = await cliProcess(CLI_BUNDLE, repository().folder, ['diff', 'HEAD']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`${PLAN} – Northwind Traders: 1 change
   57  ${EASED}

1 of 1 plan changed since HEAD.
`);
  });

  it('is the same as it is shipped, in every format', async () => {
    const made = repository();
    for (const format of ['text', 'json', 'markdown']) {
      const shipped = await cliProcess(CLI_BUNDLE, made.folder, ['diff', 'HEAD', '--format', format]);
      expect(shipped).toEqual(await diff(made, 'HEAD', '--format', format));
    }
  });

  it('has colours where the terminal has them, and lets nothing in a plan steer that', async () => {
    const made = repository();
    made.write(PLAN, eased({ 'owner: Priya Shah\n  co_owner': 'owner: "\\e[2J\\a"\n  co_owner' }));
    const { out } = await cli(made.folder, ['diff', 'HEAD'], { colour: true });
    expect(out).toContain(`\u001b[33m${EASED}\u001b[39m`);
    expect(out).toContain('changed from Priya Shah to ␛[2J␇.');
    const plain = (await diff(made, 'HEAD')).out;
    expect([...plain].filter(sign => sign < ' ' && sign !== '\n')).toEqual([]);
  });

  it('gives scripts the place in the newer text, what was and what is', async () => {
    const { out } = await diff(repository(), 'HEAD', '--format', 'json');
    expect(JSON.parse(out)).toEqual([
      {
        path: PLAN,
        topic: 'goal',
        kind: 'lowered',
        field: 'outcomes[O1].target.goal',
        from: '4 minutes',
        to: '5 minutes',
        sentence: EASED,
        range: { start: { line: 56, character: 12 }, end: { line: 56, character: 21 } },
      },
    ]);
  });

  it('compares two revisions, and branches since they parted', async () => {
    const made = repository();
    made.git(['checkout', '--quiet', '-b', 'feature']);
    made.commit('2026-02-01', {});
    made.git(['checkout', '--quiet', 'main']);
    made.commit('2026-02-02', { [PLAN]: planWith({ 'industry: Logistics': 'industry: Transport' }) });
    const industry = `${PLAN} The industry changed from Logistics to Transport.`;
    expect(await told(made, 'HEAD~1', 'main')).toEqual([industry]);
    expect(await told(made, 'HEAD~1..main')).toEqual([industry]);
    expect(await told(made, 'main...feature')).toEqual([`${PLAN} ${EASED}`]);
    expect(await told(made, 'main', 'feature')).toEqual([
      `${PLAN} ${EASED}`,
      `${PLAN} The industry changed from Transport to Logistics.`,
    ]);
    expect((await diff(made, 'main...feature')).out).toContain('from the commit where feature left main to feature');
  });

  it('tells of plans that are new, gone or renamed, and of files that git does not know yet', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', {
      'a/one.success-plan.yaml': planOf('One'),
      'a/two.success-plan.yaml': planOf('Two'),
      'a/three.success-plan.yaml': planOf('Three').replace('goal: 3%', 'goal: 4%'),
    });
    made.rename('a/one.success-plan.yaml', 'b/one.success-plan.yaml');
    made.write('b/one.success-plan.yaml', planOf('One').replace('goal: 3%', 'goal: 2%'));
    rmSync(made.path('a/two.success-plan.yaml'));
    made.write('b/four.success-plan.yaml', 'plan:\n  version: "1.0"\ncustomer:\n  company: Four\n');
    const expected = [
      'a/two.success-plan.yaml The plan was deleted; it had 3 outcomes.',
      'b/four.success-plan.yaml New plan with no outcome yet.',
      'b/one.success-plan.yaml The file was called a/one.success-plan.yaml before.',
      'b/one.success-plan.yaml Outcome O2 (“Bring wrong deliveries down from 10% to 3%”): the goal asks for more: 2% instead of 3%.',
    ];
    expect(await told(made, 'HEAD')).toEqual(expected);
    made.commit('2026-02-01', {});
    expect(await told(made, 'HEAD^', 'HEAD')).toEqual(expected);
    const gone = JSON.parse((await diff(made, 'HEAD^', 'a', '--format', 'json')).out)[0];
    expect(gone).toMatchObject({ kind: 'removed', field: '', range: null });
  });

  it('says which plans differ in layout alone, and counts the others', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', { [PLAN]: soundPlan(), 'b.success-plan.yaml': planOf('B') });
    made.write(PLAN, `# checked\n${soundPlan().replaceAll('\n', '\r\n')}`);
    expect(await diff(made, 'HEAD')).toEqual({
      code: 0,
      out: '2 plans compared: nothing changed since HEAD. 1 differs in layout, comments or order alone.\n',
      err: '',
    });
    expect((await diff(made, 'HEAD', '--format', 'json')).out).toBe('[]\n');
    made.write(PLAN, soundPlan().replaceAll('\n', '\r\n'));
    expect((await diff(made, 'HEAD')).out).toBe('2 plans compared: nothing changed since HEAD.\n');
  });

  it('takes the files for plans that check takes, by their names and the configuration', async () => {
    const made = new TestRepository();
    const config = 'plans: ["deals/**/plan.yaml"]\n';
    const files = {
      'deals/x/plan.yaml': soundPlan(),
      'notes.yaml': 'a: 1\n',
      'node_modules/p/success-plan.yaml': soundPlan(),
    };
    made.commit('2026-01-20', { 'success-plan.config.yaml': config, '.gitignore': 'drafts\n', ...files });
    for (const name of ['deals/x/plan.yaml', 'notes.yaml', 'drafts/a.success-plan.yaml']) made.write(name, eased());
    expect(await told(made, 'HEAD')).toEqual([`deals/x/plan.yaml ${EASED}`]);
    made.commit('2026-02-01', {});
    expect(await told(made, 'HEAD^', 'HEAD', 'deals')).toEqual([`deals/x/plan.yaml ${EASED}`]);
    expect(await told({ folder: made.path('deals') }, 'HEAD^')).toEqual([`x/plan.yaml ${EASED}`]);
    expect(await told({ folder: made.path('deals') }, 'HEAD^', '../notes.yaml')).not.toEqual([]);
    expect((await diff(made, 'HEAD', 'success-plan.config.yaml')).err).toContain('is a configuration, not a plan');
  });

  it('compares plan by plan where a file has several', async () => {
    const made = new TestRepository();
    const [first, second] = [planOf('First'), planOf('Second')];
    made.commit('2026-01-20', { [PLAN]: `${first}---\n${second}` });
    made.write(
      PLAN,
      `${second.replace('goal: 4 minutes', 'goal: 5 minutes')}---\nplan:\n  version: "1.0"\ncustomer:\n  company: Third\n---\n${first}`,
    );
    const { out } = await diff(made, 'HEAD');
    expect(out).toContain(`${PLAN} – Second: 1 change\n   57  ${EASED}`);
    expect(out).toContain(`${PLAN} – Third: 1 change\n       New plan`);
    expect(out).not.toContain('First');
  });

  it('reads what other tools leave: a byte order mark, links, names with signs', async () => {
    const made = new TestRepository();
    const name = 'Söhne & "Co".success-plan.yaml';
    made.commit('2026-01-20', { [name]: `\uFEFF${soundPlan()}`, [PLAN]: soundPlan() });
    made.write(name, eased());
    symlinkSync(made.path(PLAN), made.path('link.success-plan.yaml'));
    const link = path.join(folderWith({}), 'link');
    symlinkSync(made.folder, link);
    expect(await told(made, 'HEAD')).toEqual([`${name} ${EASED}`]);
    expect(await told({ folder: link }, 'HEAD', name)).toEqual([`${name} ${EASED}`]);
  });

  it('leaves out what a sparse working copy has not', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', { 'a/success-plan.yaml': soundPlan(), 'b/success-plan.yaml': soundPlan() });
    made.git(['sparse-checkout', 'set', 'a']);
    expect(existsSync(made.path('b/success-plan.yaml'))).toBe(false);
    expect(await diff(made, 'HEAD')).toMatchObject({ code: 0, out: '1 plan compared: nothing changed since HEAD.\n' });
  });
});

describe('diff as Markdown', { timeout: 60_000 }, () => {
  it('has a heading and a short list for each plan', async () => {
    const { out } = await diff(repository(), 'HEAD', '--format', 'markdown');
    expect(out).toBe(`## Success plans: what changed

1 of 1 plan changed since HEAD.

### Northwind Traders (${PLAN})

- ${EASED}
`);
  });

  it('lets nothing in a plan become a link, a mention, HTML or another heading', async () => {
    const made = repository();
    const evil = '"@everyone <img src=x> [a](http://e.example) #12 ![b](c) `d` www.e.example\\n## New"';
    made.write(
      PLAN,
      eased({
        'owner: Priya Shah\n  co_owner': `owner: ${evil}\n  co_owner`,
        'Northwind Traders': '"| ~~Evil~~ <!-- "',
      }),
    );
    made.git(['branch', '--quiet', 'x_y_z']);
    const { out } = await diff(made, 'x_y_z', '--format', 'markdown');
    expect(out).not.toMatch(/@everyone|[^\\]<|[^\\]\[|#12|\n## New|[^\\]`|www\.e|[^\\]:\/\//);
    expect(out).toContain('since x\\_y\\_z.');
  });

  it('stays below what GitHub takes for a comment, and says what it left out', async () => {
    const made = new TestRepository();
    const names = Array.from({ length: 200 }, (_, at) => `plan-${at}.success-plan.yaml`);
    const long = 'x'.repeat(400);
    made.commit('2026-01-20', Object.fromEntries(names.map(name => [name, soundPlan()])));
    for (const name of names) made.write(name, soundPlan().replaceAll('Ken Abe', long));
    const { out } = await diff(made, 'HEAD', '--format', 'markdown');
    expect(out.length).toBeLessThan(65_000);
    expect(out).toMatch(/Left out because this would be too long for a comment: \d+ plans/);
  });
});

describe('diff --since-review', { timeout: 60_000 }, () => {
  const since = (made: { readonly folder: string }, ...args: string[]) => diff(made, '--since-review', ...args);

  it('compares with what the last review left', async () => {
    const made = new TestRepository();
    made.commit('2025-12-01', { [PLAN]: planWith({ 'industry: Logistics': 'industry: Transport' }) });
    made.commit('2026-01-20', { [PLAN]: soundPlan() });
    made.commit('2026-02-01', { [PLAN]: eased() });
    const { code, out, err } = await since(made, PLAN);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`${PLAN} – Northwind Traders: 1 change since the review of 20 Jan 2026
   57  ${EASED}

1 of 1 plan changed since their last reviews.
`);
    made.write(PLAN, soundPlan());
    expect(await since(made)).toMatchObject({
      code: 0,
      out: '1 plan compared: nothing changed since their last reviews.\n',
    });
    made.write(PLAN, `# same\n${soundPlan()}`);
    expect((await since(made)).out).toContain('1 differs in layout');
  });

  it.each([
    ['has no review', soundPlan(['review_history']), 'no review was held up to 10 Feb 2026'],
    [
      'is younger than its review',
      soundPlan(),
      'git has no version of it from the day of its last review, 20 Jan 2026, or before',
    ],
  ])('says so where a plan %s', async (_, text, why) => {
    const made = new TestRepository();
    made.commit('2026-02-05', { [PLAN]: text });
    expect(await since(made, PLAN)).toEqual({ code: 2, out: '', err: `success-plan: ${PLAN}: ${why}\n` });
  });

  it('says so where the review is not committed yet, and tells of the others', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', { [PLAN]: soundPlan(), 'b.success-plan.yaml': soundPlan() });
    made.write(
      PLAN,
      planWith({ 'review_history:\n': 'review_history:\n  - { date: "2026-02-09", summary: Fine. }\n' }),
    );
    made.write('b.success-plan.yaml', eased());
    const { code, out, err } = await since(made);
    expect([code, err]).toEqual([
      2,
      `success-plan: ${PLAN}: the review of 9 Feb 2026 is not committed yet. To compare with the last commit: success-plan diff HEAD ${PLAN}\n`,
    ]);
    expect(out).toContain(EASED);
  });

  it('says so in a shallow clone and outside a repository', async () => {
    const made = repository();
    made.commit('2026-02-01', {});
    const clone = path.join(folderWith({}), 'clone');
    made.git(['clone', '--quiet', '--depth', '1', `file://${made.folder}`, clone]);
    expect(await since({ folder: clone }, PLAN)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('shallow clone'),
    });
    expect(await since({ folder: folderWith({ [PLAN]: soundPlan() }) })).toMatchObject({
      code: 2,
      err: expect.stringContaining('lies in no git repository'),
    });
  });
});

describe('diff says in one line, and exits with 2,', { timeout: 60_000 }, () => {
  it.each([
    ['that there is no such revision', ['mian'], 'git knows no revision “mian” in '],
    ['that nothing is to be compared', [], 'name a revision to compare with'],
    [
      'that an option of git is none of ours',
      ['--upload-pack=touch x', 'HEAD'],
      "unknown option '--upload-pack=touch x'",
    ],
    ['that what looks like an option is no revision', ['--', '--output=x'], 'git knows no revision “--output=x” in '],
    ['that a revision has no line ends', ['HEAD\nHEAD'], 'git knows no revision “HEAD'],
    ['that an empty name is no revision', [''], 'git knows no revision “” in '],
    [
      'that a path stands first',
      [PLAN],
      'is no revision but a file or a folder. Name first what to compare it with, as in success-plan diff HEAD',
    ],
    [
      'that a path is nowhere',
      ['HEAD', 'HEAD', 'nope.yaml'],
      'nope.yaml: there is no such file or folder in HEAD, nor in HEAD',
    ],
    [
      'that a word is neither revision nor path',
      ['HEAD', 'nope'],
      'nope: git knows no revision of that name, and there is no such file',
    ],
    ['that a path lies outside', ['HEAD', '../elsewhere'], '../elsewhere: lies outside the repository '],
    ['that an empty path is none', ['HEAD', 'HEAD', ''], '"": no such file or folder'],
    ['that a format is none', ['HEAD', '--format', 'html'], "argument 'html' is invalid"],
  ])('%s', async (_, args, line) => {
    const { code, out, err } = await diff(repository(), ...args);
    expect([code, err.split('\n').length]).toEqual([2, 2]);
    expect(out).toBe('');
    expect(err).toContain(line);
  });

  it('that a name is both, a revision and a file', async () => {
    const made = repository();
    made.git(['branch', PLAN]);
    expect((await diff(made, 'HEAD', PLAN)).err).toBe(
      `success-plan: “${PLAN}” is a revision and a file. For the file write ./${PLAN}, for the revision for example refs/heads/${PLAN}\n`,
    );
    expect(await told(made, 'HEAD', `./${PLAN}`)).toEqual([`${PLAN} ${EASED}`]);
  });

  it('what cannot be read in one of the two, and tells of the others', async () => {
    const made = new TestRepository();
    made.write('latin.success-plan.yaml', '');
    writeFileSync(made.path('latin.success-plan.yaml'), new Uint8Array([0x61, 0xff]));
    made.commit('2026-01-20', { [PLAN]: soundPlan(), 'torn.success-plan.yaml': `x: [\n${soundPlan()}` });
    for (const name of [PLAN, 'torn.success-plan.yaml', 'latin.success-plan.yaml']) made.write(name, eased());
    const { code, out, err } = await diff(made, 'HEAD');
    expect(code).toBe(2);
    expect(err.split('\n')).toEqual([
      'success-plan: latin.success-plan.yaml: cannot be read in HEAD: not UTF-8 text',
      expect.stringMatching(
        /^success-plan: torn\.success-plan\.yaml: cannot be read in HEAD: Line \d+ cannot be read: /,
      ),
      '',
    ]);
    expect(out).toContain(EASED);
    expect(out).toContain('1 of 1 plan changed since HEAD. Not everything could be compared.');
  });

  it('that there is no repository, no git, or nothing of that commit', async () => {
    expect((await diff({ folder: folderWith({ [PLAN]: soundPlan() }) }, 'HEAD')).err).toBe(
      'success-plan: this folder is in no git repository, so nothing is known of what plans said before\n',
    );
    const made = repository();
    made.commit('2026-02-01', {});
    const clone = path.join(folderWith({}), 'clone');
    made.git(['clone', '--quiet', '--depth', '1', `file://${made.folder}`, clone]);
    expect(await diff({ folder: clone }, 'HEAD')).toMatchObject({ code: 0 });
    expect((await diff({ folder: clone }, 'HEAD^')).err).toContain('This is a shallow clone: fetch the rest');
    vi.stubEnv('PATH', '/nowhere');
    try {
      expect((await diff(made, 'HEAD')).err).toBe('success-plan: git was not found: nothing can be compared\n');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('that a text is too long, or was not fetched', async () => {
    const made = repository();
    made.commit('2026-02-01', { 'long.success-plan.yaml': `# ${'x'.repeat(10_000_100)}\n` });
    made.write('long.success-plan.yaml', soundPlan());
    expect((await diff(made, 'HEAD')).err).toBe(
      'success-plan: long.success-plan.yaml: cannot be read in HEAD: too long to be compared\n',
    );
    const blob = made.git(['rev-parse', `HEAD^:${PLAN}`]).trim();
    rmSync(made.path(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`), { force: true });
    expect((await diff(made, 'HEAD^', 'HEAD', PLAN)).err).toContain('its text was not fetched');
  });

  it('that a path lies in a repository of its own', async () => {
    const made = repository();
    const inner = new TestRepository();
    inner.commit('2026-01-01', { 'success-plan.yaml': soundPlan() });
    made.git(['clone', '--quiet', inner.folder, 'inner']);
    expect((await diff(made, 'HEAD', 'inner/success-plan.yaml')).err).toContain('lies in a repository of its own, ');
    expect(await told(made, 'HEAD')).toEqual([`${PLAN} ${EASED}`]);
  });
});

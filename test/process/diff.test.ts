import { existsSync, rmSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI_BUNDLE, cli, cliProcess, folderWith, planWith } from '../support/cli.ts';
import { diff, EASED, eased, editedRepository, PLAN, planOf, told } from '../support/diffs.ts';
import { soundPlan } from '../support/examples.ts';
import { TestRepository } from '../support/repository.ts';

/** `success-plan diff` on real repositories. */

describe('diff', { timeout: 60_000 }, () => {
  it('says what the working tree says otherwise than a revision', async () => {
    const { code, out, err } = await cliProcess(CLI_BUNDLE, editedRepository().folder, ['diff', 'HEAD']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`${PLAN} – Northwind Traders: 1 change
   57  ${EASED}

1 of 1 plan changed since HEAD.
`);
  });

  it('is the same as it is shipped, in every format', async () => {
    const made = editedRepository();
    for (const format of ['text', 'json', 'markdown']) {
      const shipped = await cliProcess(CLI_BUNDLE, made.folder, ['diff', 'HEAD', '--format', format]);
      expect(shipped).toEqual(await diff(made, 'HEAD', '--format', format));
    }
  });

  it('has colours where the terminal has them, and lets nothing in a plan steer that', async () => {
    const made = editedRepository();
    made.write(PLAN, eased({ 'owner: Priya Shah\n  co_owner': 'owner: "\\e[2J\\a"\n  co_owner' }));
    const { out } = await cli(made.folder, ['diff', 'HEAD'], { colour: true });
    expect(out).toContain(`\u001b[33m${EASED}\u001b[39m`);
    expect(out).toContain('changed from Priya Shah to ␛[2J␇.');
    const plain = (await diff(made, 'HEAD')).out;
    expect([...plain].filter(sign => sign < ' ' && sign !== '\n')).toEqual([]);
  });

  it('gives scripts the place in the newer text, what was and what is', async () => {
    const { out } = await diff(editedRepository(), 'HEAD', '--format', 'json');
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
    const made = editedRepository();
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

  it('finds the former name of a plan that was moved, whichever path limits what is told', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', {
      'a/northwind.success-plan.yaml': soundPlan(),
      'a/contoso.success-plan.yaml': planOf('Contoso'),
      'b/juniper.success-plan.yaml': planOf('Juniper'),
    });
    made.git(['branch', 'before']);
    made.rename('a/northwind.success-plan.yaml', 'a/emea/nw.success-plan.yaml');
    made.rename('b/juniper.success-plan.yaml', 'c/juniper.success-plan.yaml');
    made.write('a/emea/nw.success-plan.yaml', eased());
    made.write('d/torn.success-plan.yaml', `x: [\n${soundPlan()}`);
    const moved = [
      'a/emea/nw.success-plan.yaml The file was called a/northwind.success-plan.yaml before.',
      `a/emea/nw.success-plan.yaml ${EASED}`,
    ];
    const paths = ['a', 'a/emea', 'a/emea/nw.success-plan.yaml', 'a/northwind.success-plan.yaml'];
    for (const limit of paths) expect([limit, await told(made, 'before', limit)]).toEqual([limit, moved]);
    expect(await told({ folder: made.path('a/emea') }, 'before')).toEqual([
      'nw.success-plan.yaml The file was called ../northwind.success-plan.yaml before.',
      `nw.success-plan.yaml ${EASED}`,
    ]);
    expect((await diff(made, 'before', 'a/emea')).err).toBe('');
    rmSync(made.path('d'), { recursive: true });
    made.commit('2026-02-01', {});
    for (const limit of paths) expect([limit, await told(made, 'before', 'HEAD', limit)]).toEqual([limit, moved]);
  });

  it('counts a plan once that was renamed, and those that are new or gone', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', {
      'northwind.success-plan.yaml': soundPlan(),
      'b/contoso.success-plan.yaml': planOf('Contoso'),
    });
    const total = async (...args: string[]) =>
      (await diff(made, 'HEAD', ...args)).out.match(/^\d of .*|^\d plans? .*/m)?.[0];
    made.rename('northwind.success-plan.yaml', 'nw.success-plan.yaml');
    expect(await total()).toBe('1 of 2 plans changed since HEAD.');
    expect(await total('--format', 'markdown')).toBe('1 of 2 plans changed since HEAD.');
    expect(await total('nw.success-plan.yaml')).toBe('1 of 1 plan changed since HEAD.');
    expect(await total('northwind.success-plan.yaml')).toBe('1 of 1 plan changed since HEAD.');
    expect(await total('nw.success-plan.yaml', 'northwind.success-plan.yaml')).toBe('1 of 1 plan changed since HEAD.');
    rmSync(made.path('b/contoso.success-plan.yaml'));
    expect(await total()).toBe('2 of 2 plans changed since HEAD.');
    made.write('juniper.success-plan.yaml', 'plan:\n  version: "1.0"\ncustomer:\n  company: Juniper\n');
    expect(await total()).toBe('3 of 3 plans changed since HEAD.');
  });

  it('counts a plan that is gone also where nobody can read what it was', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', { [PLAN]: `x: [\n${soundPlan()}` });
    rmSync(made.path(PLAN));
    const { out } = await diff(made, 'HEAD');
    expect(out).toContain('1 of 1 plan changed since HEAD. Not everything could be compared.');
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
    const { out } = await diff(editedRepository(), 'HEAD', '--format', 'markdown');
    expect(out).toBe(`## Success plans: what changed

1 of 1 plan changed since HEAD.

### Northwind Traders (${PLAN})

- ${EASED}
`);
  });

  it('lets nothing in a plan become a link, a mention, HTML or another heading', async () => {
    const made = editedRepository();
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

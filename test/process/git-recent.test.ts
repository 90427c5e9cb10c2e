import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTextFileSync } from '../../cli/checking/read-file.ts';
import { versionsOf } from '../../git/histories.ts';
import { Recent } from '../../git/recent.ts';
import { Repositories } from '../../git/repository.ts';
import { type Day, day } from '../../plan/day.ts';
import { folderWith } from '../support/cli.ts';
import { TestRepository } from '../support/repository.ts';

const SINCE = day('2025-06-01');

/** What is known beforehand of a file, as `day text`; 'ask' where git has to be asked. What is known is what asking would have told. */
async function told(file: string, from: Day): Promise<readonly string[] | 'none' | 'ask'> {
  const recent = await Recent.of([file, path.join(path.dirname(file), 'not-there.yaml')], SINCE, new Repositories());
  const standing = readTextFileSync(file);
  if (standing.text === undefined) throw new Error(standing.failure);
  const found = recent.told(file, from, standing);
  if (!found) return 'ask';
  expect(found.versions).toEqual((await versionsOf([{ file, from }])).get(file));
  return found.versions?.map(({ text, committedOn }) => `${committedOn} ${text}`) ?? 'none';
}

const REVIEW = day('2026-01-20');

describe('what git tells of plans before they are read', () => {
  it('a plan that stands as at its last review: its own text, in force on that day', async () => {
    const made = new TestRepository();
    made.commit('2025-12-01', { 'acme.yaml': 'goal: 4 hours\n', 'emea/søren.yaml': '\uFEFFgoal: 3 %\n' });
    made.commit('2026-02-01', { 'other.yaml': 'other' });
    expect(await told(made.path('acme.yaml'), REVIEW)).toEqual(['2026-01-20 goal: 4 hours\n']);
    expect(await told(made.path('emea/søren.yaml'), REVIEW)).toEqual(['2026-01-20 goal: 3 %\n']);
    expect(await told(made.path('acme.yaml'), day('2025-12-01'))).toEqual(['2025-12-01 goal: 4 hours\n']);
  });

  it('one that has changed since then has to be asked for: in a commit, on disk, or by another name', async () => {
    const made = new TestRepository();
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
    made.commit('2025-12-01', { 'acme.yaml': 'two', 'contoso.yaml': 'one', 'former.yaml': lines });
    made.commit('2026-02-01', { 'acme.yaml': 'three' });
    made.rename('former.yaml', 'renamed.yaml');
    made.commit('2026-02-03', {});
    made.write('contoso.yaml', 'not committed');
    for (const name of ['acme', 'contoso', 'renamed'])
      expect(await told(made.path(`${name}.yaml`), REVIEW)).toBe('ask');
    expect(await told(made.path('acme.yaml'), day('2026-02-01'))).toEqual(['2026-02-01 three']);
  });

  it('one that is renamed and not committed has to be asked for, one that git has never seen has not', async () => {
    const made = new TestRepository();
    made.commit('2025-12-01', { 'northwind.yaml': 'goal: 3%' });
    made.git(['mv', 'northwind.yaml', 'nw.yaml']);
    made.write('new.yaml', 'goal: 4%');
    expect(await told(made.path('nw.yaml'), REVIEW)).toBe('ask');
    expect(await told(made.path('new.yaml'), REVIEW)).toBe('none');
  });

  it('a review before the time that was asked for has to be asked for', async () => {
    const made = new TestRepository();
    made.commit('2025-01-01', { 'acme.yaml': 'one' });
    expect(await told(made.path('acme.yaml'), day('2025-05-31'))).toBe('ask');
    expect(await told(made.path('acme.yaml'), SINCE)).toEqual(['2025-06-01 one']);
  });

  it('line ends that git keeps otherwise are looked up', async () => {
    const made = new TestRepository();
    made.commit('2025-12-01', { '.gitattributes': '*.yaml text eol=crlf\n', 'acme.yaml': 'one\r\n' });
    expect(await told(made.path('acme.yaml'), REVIEW)).toBe('ask');
  });

  it('a repository whose names are longer is one like others', async () => {
    const made = new TestRepository();
    made.git(['init', '--quiet', '--object-format=sha256', 'inner']);
    made.write('inner/acme.yaml', 'one');
    for (const args of [
      ['add', '--all'],
      ['commit', '--quiet', '--message', 'First'],
    ])
      made.git(['-C', 'inner', ...args], '2025-12-01');
    expect(await told(made.path('inner/acme.yaml'), REVIEW)).toEqual(['2026-01-20 one']);
  });

  it('nothing where there is no repository, no commit, or no such file in it', async () => {
    const made = new TestRepository();
    made.write('acme.yaml', 'one');
    expect(await told(made.path('acme.yaml'), REVIEW)).toBe('none');
    made.commit('2025-12-01', { 'other.yaml': 'other' });
    made.write('new.yaml', 'new');
    expect(await told(made.path('new.yaml'), REVIEW)).toBe('none');
    expect(await told(path.join(folderWith({ 'acme.yaml': 'one' }), 'acme.yaml'), REVIEW)).toBe('none');
  });
});

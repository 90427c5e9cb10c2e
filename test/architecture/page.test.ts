import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';

/* ARCHITECTURE.md is written by hand; what it names can be looked up. */

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
const files = globSync('**', { cwd: root, ignore: ['**/node_modules', '**/out', 'dist'] }).map(file =>
  file.split(path.sep).join('/'),
);

/** Every file and folder as one can call it: whole, or from any folder on. */
const called = new Set(
  files.flatMap(file => {
    const steps = file.split('/');
    const paths = steps.map((_, index) => steps.slice(0, index + 1));
    return paths.flatMap(one => one.map((_, from) => one.slice(from).join('/')));
  }),
);

/** `webview/{places,shared}.ts` is two paths. */
function each(written: string): string[] {
  const [, before = '', inside, behind = ''] = /^(.*)\{(.*)\}(.*)$/.exec(written) ?? [];
  return inside === undefined ? [written] : inside.split(',').map(one => before + one + behind);
}

it('names no file that is not there', () => {
  const paths = [...page.matchAll(/`([\w{][\w./{},*-]*)`/g)]
    .map(([, written = '']) => written)
    .filter(written => /\.(?:ts|tsx|mjs|lua|css|json|md)$/.test(written) && !/[A-Z*]/.test(written))
    .flatMap(each);
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter(one => !called.has(one))).toEqual([]);
});

it('names no folder that is not there', () => {
  const folders = [...page.matchAll(/`([\w-]+(?:\/[\w-]+)*)\/`/g)].map(([, written = '']) => written);
  expect(folders.length).toBeGreaterThan(50);
  expect(folders.filter(one => !called.has(one) && !one.startsWith('dist'))).toEqual([]);
});

it('tells in the table of rooms of no file that its room does not have', () => {
  const [tables = ''] = page.split('## Invariants');
  const rooms = [...tables.matchAll(/^\| `([\w/-]+?)\/(?:\*\.ts)?` \| (.*)$/gm)];
  const wrong = rooms.flatMap(([, room = '', told = '']) => {
    const [own] = told.split(' | ');
    const inside = files.filter(file =>
      ['', 'plan/rules/', 'plan/authoring/'].some(at => file.startsWith(`${at}${room}/`)),
    );
    const names = new Set(inside.flatMap(file => file.split('/').map(step => step.replace(/\.\w+$/, ''))));
    return [...(own ?? '').matchAll(/`([a-z][\w-]*)\/?`/g)]
      .map(([, name = '']) => name)
      .filter(name => !names.has(name) && !called.has(name) && !name.endsWith('yaml'))
      .map(name => `${room}: ${name}`);
  });
  expect(rooms.length).toBeGreaterThan(25);
  expect(wrong).toEqual([]);
});

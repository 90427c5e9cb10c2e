import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';

/** The bundles of the terminal are npm's alone. */
const NOT_THE_EDITORS: readonly string[] = ['dist/cli.js', 'dist/thread.js'];

const packed = readFileSync(path.resolve('.vscodeignore'), 'utf8').split('\n');

it('packs every bundle that is built for the editor', () => {
  const built = [...readFileSync(path.resolve('esbuild.mjs'), 'utf8').matchAll(/'(dist\/[\w.-]+\.(?:js|css))'/g)].map(
    ([, file = '']) => file,
  );
  expect(built).toContain('dist/server.js');
  for (const file of new Set(built)) expect(packed.includes(`!${file}`), file).toBe(!NOT_THE_EDITORS.includes(file));
  // Its parts lie beside it.
  expect(packed).toContain('!dist/server-*.js');
  expect(packed.filter(line => line.includes('dist/cli'))).toEqual([]);
});

it('packs no page that leads to one that is not packed', () => {
  for (const page of ['configuration', 'export']) {
    const text = readFileSync(path.resolve(`docs/${page}.md`), 'utf8');
    for (const [, to = ''] of text.matchAll(/\]\(([\w/.-]+\.md)/g))
      if (!to.startsWith('rules/')) expect(packed, `${page}: ${to}`).toContain(`!docs/${to}`);
  }
});

it('packs the pages that its first page leads to', () => {
  const readme = readFileSync(path.resolve('README.md'), 'utf8');
  for (const [, page = ''] of readme.matchAll(/\]\((docs\/(?:configuration|export)\.md)\)/g)) {
    expect(existsSync(page), page).toBe(true);
    expect(packed, page).toContain(`!${page}`);
  }
});

import { readFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';

/**
 * js-yaml makes its state by object spread for every value, which is several times slower than assignments on Node 20. Our own code, where it
 * is rare, is faster with it.
 * @type {esbuild.Plugin}
 */
export const assigned = {
  name: 'assigned',
  setup(build) {
    build.onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/][^\\/]+\.mjs$/ }, async ({ path: file }) => {
      const options = { supported: { 'object-rest-spread': false } };
      return { contents: (await esbuild.transform(await readFile(file, 'utf8'), options)).code };
    });
  },
};

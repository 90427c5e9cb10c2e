/**
 * Globs are for those whose configuration has some, or who look through all plans of a workspace. What reads them is a bundle of its own
 * beside the server's, loaded with the first glob.
 * @type {import('esbuild').Plugin}
 */
export const globsBeside = {
  name: 'globs beside',
  setup(build) {
    build.onResolve({ filter: /^picomatch$/ }, ({ path }) => ({ path, namespace: 'beside' }));
    build.onLoad({ filter: /^picomatch$/, namespace: 'beside' }, () => ({
      contents: `export default (glob, options) => require('./globs.js')(glob, options);`,
    }));
    build.onResolve({ filter: /^\.\/globs\.js$/, namespace: 'beside' }, ({ path }) => ({ path, external: true }));
  },
};

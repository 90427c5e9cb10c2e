import path from 'node:path';

/** What tells kinds of nodes apart is asked for every node, and small: it stays inside. */
const INSIDE = ['isAlias', 'isMap', 'isScalar', 'isSeq'];

/** What the bundle beside is asked for: see `yaml.mjs`. */
const BESIDE = ['parseAllDocuments', 'stringify', 'Parser'];

/**
 * What is sound is read by the fast reader, and the YAML library is for what is not, for edits and for writing. It is a bundle of its own beside, loaded when it
 * is first called.
 * @type {import('esbuild').Plugin}
 */
export const yamlBeside = {
  name: 'yaml beside',
  setup(build) {
    const library = path.dirname(build.initialOptions.alias.yaml);
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace: 'beside' }));
    build.onResolve({ filter: /^\.\/yaml\.js$/, namespace: 'beside' }, ({ path: file }) => ({
      path: file,
      external: true,
    }));
    build.onLoad({ filter: /^yaml$/, namespace: 'beside' }, () => ({
      contents: [
        `export { ${INSIDE.join(', ')} } from ${JSON.stringify(path.join(library, 'nodes/identity.js'))};`,
        ...BESIDE.map(name => `export function ${name}(a, b) { return ${callOf(name)}; }`),
      ].join('\n'),
      resolveDir: library,
    }));
  },
};

function callOf(name) {
  const called = `require('./yaml.js').${name}`;
  // A class is called with `new`, which takes what it returns.
  return /^[A-Z]/.test(name) ? `new (${called})(a, b)` : `${called}(a, b)`;
}

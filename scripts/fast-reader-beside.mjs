/**
 * The fast reader stays out of the server's bundle, into which nobody who opens one plan needs to load a second YAML library. It is a bundle of
 * its own beside it, loaded when all plans of a workspace are read.
 * @type {import('esbuild').Plugin}
 */
export const fastReaderBeside = {
  name: 'fast reader beside',
  setup(build) {
    build.onResolve({ filter: /\/parse-sound\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './fast-reader.js', external: true } : undefined,
    );
  },
};

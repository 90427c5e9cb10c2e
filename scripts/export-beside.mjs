/**
 * What writes plans for others is a bundle of its own beside the server's and the command line's, loaded when somebody first asks for a file.
 * @type {import('esbuild').Plugin}
 */
export const exportBeside = {
  name: 'export beside',
  setup(build) {
    build.onResolve({ filter: /\/export\/export\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './export.js', external: true } : undefined,
    );
  },
};

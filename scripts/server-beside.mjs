/**
 * `success-plan lsp` is the server's own bundle, which lies beside the command line's and starts when it is loaded.
 * @type {import('esbuild').Plugin}
 */
export const serverBeside = {
  name: 'server beside',
  setup(build) {
    build.onResolve({ filter: /\/server\/main\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './server.js', external: true } : undefined,
    );
  },
};

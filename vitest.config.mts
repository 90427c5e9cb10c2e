import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit and domain tests: in memory, in seconds. */
export default defineConfig({
  test: {
    alias: { vscode: fileURLToPath(new URL('./test/support/vscode.ts', import.meta.url)) },
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    experimental: { fsModuleCache: true },
    setupFiles: ['test/support/seed.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    // For machines that do other things as well.
    testTimeout: 60_000,
    exclude: ['**/node_modules/**', 'test/{process,vscode,ui,edits}/**', 'test/corpus/!(clean|sample).test.ts'],
  },
});

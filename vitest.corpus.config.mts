import { defineConfig } from 'vitest/config';

/** Every defect and slip in every plan and layout of the corpus: too many to be run with the unit tests, which keep a sample. */
export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    experimental: { fsModuleCache: true },
    testTimeout: 60_000,
    include: ['test/corpus/*.test.ts'],
    exclude: ['test/corpus/{clean,sample}.test.ts'],
  },
});

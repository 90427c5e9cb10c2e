import { defineConfig } from 'vitest/config';

/** A hundred thousand hostile edits, each compared with reading anew. */
export default defineConfig({
  test: {
    pool: 'threads',
    maxWorkers: '100%',
    experimental: { fsModuleCache: true },
    include: ['test/edits/*.test.ts'],
  },
});

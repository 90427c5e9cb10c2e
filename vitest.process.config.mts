import { defineConfig } from 'vitest/config';

/** The built server and command line, as processes. */
export default defineConfig({ test: { dir: 'test/process', testTimeout: 30_000 } });

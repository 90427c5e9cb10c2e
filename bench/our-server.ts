import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';
import { serverBundle } from '../scripts/server-bundle.mjs';
import type { ServerCommand } from './lsp-client.ts';
import { PLAN_TODAY } from './plans.ts';

/** Where the bench keeps what it makes. */
export const outDir = path.join(import.meta.dirname, 'out');

/**
 * Bundles the server from the sources as they stand, as esbuild.mjs does. What lies in dist/ may be of yesterday, or readable
 * instead of small. Returns how to start it and how large it is.
 */
export async function buildServer(): Promise<{ command: ServerCommand; bytes: number }> {
  const outfile = path.join(outDir, 'dist/server.js');
  mkdirSync(path.dirname(outfile), { recursive: true });
  const { metafile } = await build({ ...serverBundle(outfile), metafile: true, logLevel: 'warning' });
  const command = {
    args: [outfile, '--stdio'],
    languageId: 'success-plan',
    initializationOptions: { today: PLAN_TODAY },
    settings: {},
  };
  return { command, bytes: Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0) };
}

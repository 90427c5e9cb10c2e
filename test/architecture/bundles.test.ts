import { type BuildOptions, build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { exportBundle, serverBundle } from '../../scripts/server-bundle.mjs';

/** The sources and packages of which something is in a bundle. */
async function contentsOf(bundle: BuildOptions): Promise<string[]> {
  const { metafile } = await build({ ...bundle, write: false, metafile: true });
  const inputs = Object.values(metafile?.outputs ?? {}).flatMap(output => Object.entries(output.inputs));
  return inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file.replace(/^(?:.*\/)?node_modules\//, 'package '));
}

/** The names of the packages, each once. */
function packages(contents: readonly string[]): string[] {
  const names = contents.flatMap(file => /^package ((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

describe('what writes plans for others', () => {
  it('has the writers and what they draw with, and nothing of what decides what a plan is', async () => {
    const contents = await contentsOf(exportBundle('dist/export.js'));
    expect(contents).toContain('export/export.ts');
    const decides =
      /^plan\/(?:rules|quality|history|config|schema|generated|syntax\/(?!tree\.ts$)|check\.ts|audience\/for)|^schemas\/|^package yaml\//;
    expect(contents.filter(file => decides.test(file))).toEqual([]);
    expect(packages(contents).filter(name => !/^preact/.test(name))).toEqual([
      'csv-stringify',
      'd3-array',
      'd3-time',
      'ical-generator',
    ]);
  });

  it('is not in the server', async () => {
    const contents = await contentsOf(serverBundle('dist/server.js'));
    expect(contents).toContain('plan/view/paper.ts');
    expect(contents.filter(file => /^(?:export|webview)\//.test(file))).toEqual([]);
    expect(packages(contents).filter(name => /csv|ical|preact/.test(name))).toEqual([]);
  });
});

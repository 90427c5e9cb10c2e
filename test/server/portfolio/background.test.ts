import { truncateSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { day } from '../../../plan/day.ts';
import { STANDARD_FORMAT } from '../../../plan/team-format.ts';
import { Background, type Job } from '../../../server/portfolio/background.ts';
import { folderWith } from '../../support/cli.ts';
import { soundSections } from '../../support/examples.ts';

const settings = { rules: new Map(), team: STANDARD_FORMAT };

function jobOf(folder: string, names: readonly string[], stamp?: string): Job {
  return {
    today: day('2026-02-10'),
    hidden: [],
    files: names.map(name => {
      const file = path.join(folder, name);
      return { path: file, uri: pathToFileURL(file).href, folder: undefined, stamp, settings };
    }),
  };
}

describe('reading plans in the background', () => {
  it('is done in turns where there is no other thread', async () => {
    const folder = folderWith({ 'a.success-plan.yaml': soundSections(), 'b.success-plan.yaml': Buffer.from([0xff]) });
    const background = new Background(path.join(folder, 'nowhere.js'));
    const [a, b, c] = await background.sumUp(jobOf(folder, ['a.success-plan.yaml', 'b.success-plan.yaml', 'c.yaml']));
    expect(a?.summaries).toMatchObject([{ customer: 'Northwind Traders', health: 'on_track' }]);
    expect(b?.summaries).toMatchObject([
      { customer: 'b', health: 'unreadable', reason: expect.stringMatching(/^Not UTF-8/) },
    ]);
    expect(c).toEqual({ path: path.join(folder, 'c.yaml'), stamp: '', summaries: [] });
    const again = await background.sumUp(jobOf(folder, ['a.success-plan.yaml'], a?.stamp));
    expect(again).toEqual([{ path: a?.path, stamp: a?.stamp, summaries: undefined }]);
  });

  it('reads no file of many megabytes', async () => {
    const folder = folderWith({ 'a.success-plan.yaml': '' });
    truncateSync(path.join(folder, 'a.success-plan.yaml'), 2e9);
    const [a] = await new Background(path.join(folder, 'nowhere.js')).sumUp(jobOf(folder, ['a.success-plan.yaml']));
    expect(a?.summaries).toMatchObject([{ reason: '2000 MB are more than a plan can have', broken: { line: 0 } }]);
  });

  it('finds the file at which a thread dies, and has the others read', async () => {
    const folder = folderWith({
      'thread.js': `const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ files }) => {
  if (files.some(({ path }) => path.endsWith('bad.yaml'))) process.exit(1);
  parentPort.postMessage(files.map(({ path }) => ({ path, stamp: 'read', summaries: [] })));
});`,
    });
    const background = new Background(path.join(folder, 'thread.js'));
    const summed = await background.sumUp(jobOf(folder, ['1.yaml', '2.yaml', 'bad.yaml', '4.yaml', '5.yaml']));
    expect(summed.map(({ path: file, stamp }) => [path.basename(file), stamp])).toEqual([
      ['1.yaml', 'read'],
      ['2.yaml', 'read'],
      ['bad.yaml', 'unread'],
      ['4.yaml', 'read'],
      ['5.yaml', 'read'],
    ]);
    expect(summed[2]?.summaries).toMatchObject([{ health: 'unreadable' }]);
  });
});

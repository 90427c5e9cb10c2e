import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { CLI_BUNDLE, type User } from './cli.ts';

const isRoot = process.getuid?.() === 0;

/** Somebody whom permissions stop, which they do not stop root; whoever runs the tests where that is not root. */
export const NOBODY: User = isRoot ? { uid: 65_534, gid: 65_534 } : {};

/** Whether permissions can be tried here: they are no matter on Windows, and the program may lie where only root can read it. */
export const canBeNobody =
  process.platform !== 'win32' &&
  spawnSync(process.execPath, ['--eval', `require('node:fs').accessSync(${JSON.stringify(CLI_BUNDLE)})`], NOBODY)
    .status === 0;

/** Gives a folder, and all that is in it, to nobody: git wants to know a repository's owner. */
export function giveToNobody(folder: string): void {
  const { uid, gid } = NOBODY;
  if (uid === undefined || gid === undefined) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(path.join(folder, name), uid, gid);
  chownSync(folder, uid, gid);
}

import { watch } from 'node:fs';
import * as path from 'node:path';
import type { Repository } from './repository.ts';

/** How long HEAD must rest before it is told, in milliseconds: a rebase moves it many times. */
const REST = 200;

/** Tells when HEAD of a working copy moved: a commit, a checkout, a pull. Returns what ends it. Where nothing can be watched, nothing is told. */
export function watchHead({ gitFolder }: Repository, moved: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  try {
    // Every move of HEAD writes a line there, and nothing else does.
    const watcher = watch(path.join(gitFolder, 'logs'), { persistent: false }, (_, name) => {
      if (name !== 'HEAD') return;
      clearTimeout(timer);
      timer = setTimeout(moved, REST);
    });
    watcher.on('error', () => watcher.close());
    return () => {
      clearTimeout(timer);
      watcher.close();
    };
  } catch {
    return () => undefined;
  }
}

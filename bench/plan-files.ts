import { readdirSync } from 'node:fs';
import * as path from 'node:path';

/** All plans of a repository on disk, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.success-plan.yaml'))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
}

import { mkdir, open, rm } from 'node:fs/promises';
import * as path from 'node:path';
import { fileFailure } from '../server/text-file.ts';

/** Writes a file that is not there yet, with the folders it stands in. Returns why it could not; what is there stays as it is. Never rejects. */
export async function writeNewFile(file: string, text: string): Promise<string | undefined> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeWhole(file, text);
    return undefined;
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return isThere ? 'is there already, and stays as it is' : `cannot be written: ${fileFailure(error)}`;
  }
}

/** A half of it would be in the way of the next attempt. */
async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

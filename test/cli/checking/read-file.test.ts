import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTextFileSync } from '../../../cli/checking/read-file.ts';
import { folderWith } from '../../support/cli.ts';

function fileWith(content: string | Uint8Array): string {
  const file = path.join(folderWith({}), 'acme.success-plan.yaml');
  writeFileSync(file, content);
  return file;
}

describe('reading one file after the other', () => {
  it('gives the whole text, however long, and nothing of the file before', () => {
    const sizes = [0, 1, 70_000, 262_143, 262_144, 262_145, 1_000_000, 3];
    for (const size of sizes) {
      const text = 'Étienne Juniper · 北フーズ\n'.repeat(size / 30 + 1).slice(0, size);
      expect(readTextFileSync(fileWith(text))).toEqual({ text, bom: false });
      expect(readTextFileSync(fileWith('x'.repeat(size)))).toEqual({ text: 'x'.repeat(size), bom: false });
    }
  });

  it('tells a byte order mark from the text', () => {
    expect(readTextFileSync(fileWith('\uFEFFplan: Acme'))).toEqual({ text: 'plan: Acme', bom: true });
  });

  it('says why there is no text', () => {
    expect(readTextFileSync(fileWith(new Uint8Array([0xff, 0xfe, 0x70, 0x00])))).toMatchObject({
      failure: 'not UTF-8 text; save it with the encoding UTF-8',
    });
    expect(readTextFileSync(path.join(folderWith({}), 'gone.yaml'))).toEqual({
      failure: 'no such file or folder',
      missing: true,
    });
    expect(readTextFileSync(folderWith({}))).toEqual({ failure: 'this is a folder, not a file', missing: false });
  });
});

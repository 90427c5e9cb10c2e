import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from '../../cli/files-below.ts';
import { folderWith } from '../support/cli.ts';

it('finds plain files at any depth by their name from the folder, and passes over what is hidden, linked or installed', () => {
  const folder = folderWith({
    'acme.success-plan.yaml': '',
    'notes.md': '',
    'emea/north/contoso.success-plan.yaml': '',
    '.drafts/juniper.success-plan.yaml': '',
    'emea/.old.success-plan.yaml': '',
    'emea/node_modules/x/success-plan.yaml': '',
  });
  symlinkSync('acme.success-plan.yaml', path.join(folder, 'link.success-plan.yaml'));
  symlinkSync('emea', path.join(folder, 'everywhere'));
  mkdirSync(path.join(folder, 'empty'));
  writeFileSync(path.join(folder, 'empty.success-plan.yaml'), '');
  const asked: string[] = [];
  const { files, unread } = filesBelow(folder, name => {
    asked.push(name);
    return name.endsWith('.success-plan.yaml');
  });
  expect([...files].sort()).toEqual([
    'acme.success-plan.yaml',
    'emea/north/contoso.success-plan.yaml',
    'empty.success-plan.yaml',
  ]);
  expect(asked.sort()).toEqual([...files, 'notes.md'].sort());
  expect(unread).toEqual([]);
});

it('finds nothing where there is no folder', () => {
  expect(filesBelow(path.join(folderWith({}), 'nowhere'), () => true)).toEqual({ files: [], unread: [] });
});

it.runIf(process.platform === 'linux')('names a folder that it cannot look into, and goes on', () => {
  const folder = folderWith({ 'a/success-plan.yaml': '', 'z/success-plan.yaml': '' });
  mkdirSync(Buffer.concat([Buffer.from(`${folder}/a/Soci`), Buffer.from([0xe9])]));
  const { files, unread } = filesBelow(folder, () => true);
  expect([...files].sort()).toEqual(['a/success-plan.yaml', 'z/success-plan.yaml']);
  expect(unread).toEqual([{ name: 'a/Soci\uFFFD', error: expect.objectContaining({ code: 'ENOENT' }) }]);
});

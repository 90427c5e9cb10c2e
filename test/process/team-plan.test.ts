import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { TEAM_PLAN_METHOD } from '../../protocol/team-plan.ts';
import { folderWith } from '../support/cli.ts';
import { LspClient } from '../support/lsp.ts';

it('tells which files are plans by the globs of a team, which an editor cannot know', async () => {
  const folder = folderWith({
    'success-plan.config.yaml': 'plans: ["accounts/**/plan.yaml", "!accounts/old/**"]\n',
    'other/success-plan.config.yaml': 'extends: strict\n',
    'other/accounts/acme/plan.yaml': 'plan: {}\n',
  });
  const { client } = await LspClient.start({ folders: [folder] });
  onTestFinished(() => client.stop());
  const answer = (uri: unknown) => client.connection.sendRequest(TEAM_PLAN_METHOD, { textDocument: { uri } });
  const isPlan = (name: string) => answer(pathToFileURL(path.join(folder, name)).href);

  expect(await isPlan('accounts/acme/plan.yaml')).toBe(true);
  expect(await isPlan('accounts/ä b/plan.yaml')).toBe(true);
  expect(await isPlan('accounts/old/acme/plan.yaml')).toBe(false);
  expect(await isPlan('accounts/acme/compose.yaml')).toBe(false);
  expect(await isPlan('success-plan.config.yaml')).toBe(false);
  // The nearest configuration counts alone, and has no globs.
  expect(await isPlan('other/accounts/acme/plan.yaml')).toBe(false);
  for (const wrong of ['untitled:Untitled-1', 'file://%', '', 7, undefined]) expect(await answer(wrong)).toBe(false);
  expect(client.faults).toEqual([]);
});

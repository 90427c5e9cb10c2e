import * as vscode from 'vscode';
import type { ExportAnswer, ExportParams } from '../../protocol/export.ts';
import { folderFor, targetOf } from '../dialogues/target.ts';
import type { PlanServer } from '../server.ts';
import { askWish, type Wish } from './questions.ts';
import { saveIn, tellOfFile } from './save.ts';

/** Panels, as far as an export needs them. */
export interface Drawers {
  /** The document whose panel is the active tab. */
  readonly active: vscode.Uri | undefined;
  /** A drawing in pixels, as base64, made in the page of the plan's panel; null when it could not be. */
  picture(plan: vscode.Uri, svg: string): Promise<string | null>;
}

/**
 * The command that writes a plan as a file: asks for whom, as what and where. Called with nothing in the palette, with a file in menus, with an
 * address and an audience by the panel.
 */
export function registerExport(server: PlanServer, panels: Drawers): vscode.Disposable {
  return vscode.commands.registerCommand('successPlan.export', async (...args: unknown[]) => {
    const target = await targetOf(args, panels.active);
    const { document } = target;
    if (document === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a success plan first: this command works on the plan in the editor.'),
      );
      return;
    }
    const textDocument = { uri: document.uri.toString() };
    const ask = (params: Omit<ExportParams, 'textDocument'>) => server.export({ textDocument, ...params });
    const customers = await ask({ format: 'markdown', audience: 'customer' });
    const wish = await askWish({ audience: args[1] === 'customer' ? 'customer' : 'internal', customers });
    if (wish === undefined) return;
    try {
      const answer = await ask({ format: wish.choice.from, audience: wish.audience });
      if (answer?.type !== 'file') return tellWhyNot(answer, server);
      const content = await contentOf(answer.content, wish, document.uri, panels);
      if (content === undefined) return tellWhyNot(undefined, server);
      const name = fileName(answer.fileName, wish);
      const kind = { title: vscode.l10n.t('Export Plan'), kind: wish.choice };
      const place = await saveIn(await folderFor(target, name), name, kind, content);
      if (place) void tellOfFile(place, wish.choice, answer.leftOut);
    } catch (error) {
      server.output.error(String(error));
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The plan could not be written: {0}', error instanceof Error ? error.message : String(error)),
      );
    }
  });
}

async function contentOf(
  text: string,
  { choice }: Wish,
  plan: vscode.Uri,
  panels: Drawers,
): Promise<Uint8Array | undefined> {
  if (choice.format !== 'png') return new TextEncoder().encode(text);
  const png = await panels.picture(plan, text);
  return png === null ? undefined : Buffer.from(png, 'base64');
}

function fileName(name: string, { choice }: Wish): string {
  return choice.format === 'png' ? name.replace(/\.svg$/u, '.png') : name;
}

function tellWhyNot(answer: ExportAnswer | undefined, server: PlanServer): void {
  if (answer?.type === 'refused') {
    void vscode.window.showWarningMessage(answer.reason);
    return;
  }
  const show = vscode.l10n.t('Show Output');
  const text = vscode.l10n.t('The plan could not be drawn as a file. Nothing was written.');
  void vscode.window.showErrorMessage(text, show).then(choice => {
    if (choice === show) server.output.show();
  });
}

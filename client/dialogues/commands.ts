import * as vscode from 'vscode';
import { DIALOGUES, type DialogueName, type DialogueParams } from '../../protocol/dialogue.ts';
import { CONFIG_FILE } from '../language.ts';
import type { PlanPanels } from '../panel/panels.ts';
import type { PlanServer } from '../server.ts';
import { Asker } from './asker.ts';
import { carryOut, showConfigOf } from './carry-out.ts';
import { type Answers, converse, type Ending } from './conversation.ts';
import { folderFor, type Target, targetOf } from './target.ts';

/** Dialogues that begin a file, and need none. */
const BEGINNINGS: readonly DialogueName[] = ['newPlan', 'createConfig'];

/** The commands that ask before they edit. */
export function registerDialogues(server: PlanServer, panels: PlanPanels): vscode.Disposable {
  return vscode.Disposable.from(
    ...DIALOGUES.map(name =>
      vscode.commands.registerCommand(`successPlan.${name}`, async (...args: unknown[]) => {
        const target = await targetOf(args, panels.active);
        if (name === 'createConfig') await runUnlessThere(target, server);
        else if (target.document || BEGINNINGS.includes(name)) await runDialogue(name, target, server);
        else
          void vscode.window.showInformationMessage(
            vscode.l10n.t('Open a success plan first: this command works on the plan in the editor.'),
          );
      }),
    ),
  );
}

/** A folder has one configuration: where there is one, it is shown, and nothing is asked. */
async function runUnlessThere(target: Target, server: PlanServer): Promise<void> {
  const folder = await folderFor(target, CONFIG_FILE);
  if (folder === undefined || !(await showConfigOf(folder)))
    await runDialogue('createConfig', { ...target, folder }, server);
}

/** Leads a person through a dialogue about a plan, or about none, and carries out what it comes to. */
export async function runDialogue(name: DialogueName, target: Target, server: PlanServer): Promise<Ending> {
  const asker = new Asker();
  const { document, position } = target;
  const params = (answers: Answers): DialogueParams => ({
    dialogue: name,
    answers,
    ...(document && { textDocument: { uri: document.uri.toString() } }),
    ...(position && { position: { line: position.line, character: position.character } }),
  });
  try {
    const ending = await converse({
      next: answers => server.dialogue(params(answers)),
      ask: asked =>
        asker.ask(asked, value =>
          server.validateAnswer({ ...params(asked.answers), question: asked.question.id, value }),
        ),
      carryOut: async decision => {
        if (asker.left) return true;
        // The editor gets the keyboard back before anything happens in it.
        asker.dispose();
        return carryOut(decision, target);
      },
    });
    if (ending === 'silent') tellOfSilence(server);
    if (ending === 'overtaken')
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The plan changed again and again meanwhile. Nothing was done: please try once more.'),
      );
    return ending;
  } finally {
    asker.dispose();
  }
}

function tellOfSilence(server: PlanServer): void {
  const show = vscode.l10n.t('Show Output');
  const text = vscode.l10n.t('The language server of Success Plans gave no answer. Nothing was done.');
  void vscode.window.showErrorMessage(text, show).then(choice => {
    if (choice === show) server.output.show();
  });
}

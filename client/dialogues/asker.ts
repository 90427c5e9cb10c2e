import * as vscode from 'vscode';
import type { Choice, Question } from '../../protocol/dialogue.ts';
import type { Asked, Reply } from './conversation.ts';
import { Validation } from './validation.ts';

type PickQuestion = Extract<Question, { readonly kind: 'pick' }>;
type TextQuestion = Extract<Question, { readonly kind: 'text' }>;
type Item = vscode.QuickPickItem & { readonly value: string };

const GONE: Reply = { type: 'gone' };
const BACK: Reply = { type: 'back' };

/**
 * Asks one question after the other over the editor. What was answered stays there until the next question comes: keys that are pressed
 * meanwhile must not end up in the plan.
 */
export class Asker implements vscode.Disposable {
  #shown: vscode.QuickInput | undefined;
  /** Escape was pressed while the next question was on its way. */
  #left = false;

  /** The person has left: what is still on its way must not happen. */
  get left(): boolean {
    return this.#left;
  }

  /** Shows a question. `check`: what is wrong with a text. */
  async ask(asked: Asked, check: (value: string) => Promise<string | undefined>): Promise<Reply> {
    if (this.#left) return GONE;
    const { question } = asked;
    return question.kind === 'pick' ? this.#pick(question, asked) : this.#text(question, asked, check);
  }

  dispose(): void {
    const shown = this.#shown;
    this.#shown = undefined;
    shown?.dispose();
  }

  #pick(question: PickQuestion, asked: Asked): Promise<Reply> {
    const pick = vscode.window.createQuickPick<Item>();
    const items = question.choices.map(itemOf);
    const wanted = items.filter(({ value }) => isPicked(value, question, asked));
    pick.placeholder = question.prompt;
    pick.items = items;
    pick.canSelectMany = question.many;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    if (question.many) pick.selectedItems = wanted;
    // Without a wish the first one is active; told that none is, Enter would do nothing.
    else if (wanted.length > 0) pick.activeItems = wanted.slice(0, 1);
    return this.#show(pick, asked, pick.onDidTriggerButton, reply => {
      pick.onDidAccept(() => {
        const values = pick.selectedItems.map(({ value }) => value);
        const [value] = values;
        if (question.many) reply({ type: 'answer', value: values });
        // Enter with nothing in the list is no answer.
        else if (value !== undefined) reply({ type: 'answer', value });
      });
    });
  }

  #text(question: TextQuestion, asked: Asked, check: (value: string) => Promise<string | undefined>): Promise<Reply> {
    const box = vscode.window.createInputBox();
    const { before } = asked;
    box.prompt = question.prompt;
    box.placeholder = question.placeholder;
    box.value = typeof before === 'string' ? before : question.value;
    const validation = new Validation(check, wrong => {
      box.validationMessage = wrong;
    });
    return this.#show(box, asked, box.onDidTriggerButton, reply => {
      box.onDidChangeValue(value => validation.changed(value));
      box.onDidAccept(async () => {
        const { value } = box;
        box.busy = true;
        if (await validation.settle(value)) reply({ type: 'answer', value });
        else box.busy = false;
      });
    }).finally(() => validation.dispose());
  }

  #show(
    input: vscode.QuickPick<Item> | vscode.InputBox,
    { question, step, steps, canGoBack }: Asked,
    onButton: vscode.Event<vscode.QuickInputButton>,
    listen: (reply: (reply: Reply) => void) => void,
  ): Promise<Reply> {
    input.title = question.title;
    input.step = step;
    input.totalSteps = Math.max(step, steps);
    // A person may look something up in the plan before they answer.
    input.ignoreFocusOut = true;
    input.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
    return new Promise(resolve => {
      const reply = (reply: Reply) => {
        input.busy = true;
        resolve(reply);
      };
      listen(reply);
      onButton(() => reply(BACK));
      input.onDidHide(() => {
        // The next question takes its place: that is no leaving.
        if (this.#shown === input) this.#left = true;
        resolve(GONE);
      });
      const last = this.#shown;
      this.#shown = input;
      input.show();
      last?.dispose();
    });
  }
}

function itemOf({ value, label, description, detail }: Choice): Item {
  return { value, label, ...(description && { description }), ...(detail && { detail }) };
}

function isPicked(value: string, { choices }: PickQuestion, { before }: Asked): boolean {
  if (before === undefined) return choices.some(choice => choice.value === value && choice.picked === true);
  return typeof before === 'string' ? before === value : before.includes(value);
}

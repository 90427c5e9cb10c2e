import * as vscode from 'vscode';
import type { Choice } from '../../protocol/dialogue.ts';
import type { ExportAnswer } from '../../protocol/export.ts';
import { Asker } from '../dialogues/asker.ts';
import { type FormatChoice, formatChoices } from './formats.ts';
import { leftOutLine } from './left-out.ts';

/** For whom, and as what. */
export interface Wish {
  readonly audience: 'internal' | 'customer';
  readonly choice: FormatChoice;
}

/** What is known before anything is asked. */
export interface Known {
  /** For whom the plan is on show where the command was called. */
  readonly audience: Wish['audience'];
  /** The plan for the customer: what it leaves out is said before somebody decides. */
  readonly customers: ExportAnswer | undefined;
}

/** Asks for whom and as what; undefined when the person leaves. */
export async function askWish(known: Known): Promise<Wish | undefined> {
  const asker = new Asker();
  const ask = async (
    id: string,
    prompt: string,
    choices: readonly Choice[],
    step: number,
    before: string | undefined,
  ) =>
    asker.ask(
      {
        question: { kind: 'pick', id, title: vscode.l10n.t('Export Plan'), prompt, choices, many: false },
        step,
        steps: 2,
        canGoBack: step > 1,
        before,
        answers: {},
      },
      async () => undefined,
    );
  try {
    let audience: string = known.audience;
    for (;;) {
      const who = await ask('audience', vscode.l10n.t('Who is it for?'), audiences(known.customers), 1, audience);
      if (who.type !== 'answer' || typeof who.value !== 'string') return undefined;
      audience = who.value;
      const choices = formatChoices();
      const formats = choices.map(({ format, label, detail }) => ({ value: format, label, detail }));
      const what = await ask('format', vscode.l10n.t('As what?'), formats, 2, undefined);
      if (what.type === 'back') continue;
      if (what.type === 'gone') return undefined;
      const choice = choices.find(({ format }) => format === what.value);
      return choice && { audience: audience === 'customer' ? 'customer' : 'internal', choice };
    }
  } finally {
    asker.dispose();
  }
}

function audiences(customers: ExportAnswer | undefined): Choice[] {
  return [
    {
      value: 'internal',
      label: vscode.l10n.t('For your own team'),
      detail: vscode.l10n.t('Nothing is left out: the value of the contract and the engagement of people are in it'),
    },
    { value: 'customer', label: vscode.l10n.t('For the customer'), detail: customersDetail(customers) },
  ];
}

function customersDetail(answer: ExportAnswer | undefined): string {
  if (answer?.type === 'refused') return answer.reason;
  // Nothing is promised that nobody has looked at.
  if (answer === undefined) return vscode.l10n.t('What is left out cannot be told now');
  const line = leftOutLine(answer.leftOut);
  return line === '' ? vscode.l10n.t('Nothing in this plan has to be left out') : vscode.l10n.t('Left out: {0}', line);
}

import * as vscode from 'vscode';
import { type RuleEntry, rulesOf } from './rule-list.ts';
import { openRule } from './rule-pages.ts';

/** The source that all findings of the language server carry. */
const SOURCE = 'success-plan';

type Item = vscode.QuickPickItem & { readonly rule?: string };

/** The command that leads to the page of any rule; what was found at the cursor comes first. `manifest`: package.json as VS Code read it. */
export function registerExplainRule(pages: vscode.Uri, manifest: unknown): vscode.Disposable {
  return vscode.commands.registerCommand('successPlan.explainRule', async (named: unknown) => {
    const rules = rulesOf(manifest);
    const known = rules.find(({ id }) => id === named);
    const rule = known?.id ?? (await pickRule(rules));
    if (rule !== undefined) await openRule(pages, rule);
  });
}

async function pickRule(rules: readonly RuleEntry[]): Promise<string | undefined> {
  const here = rulesHere();
  const found = rules.filter(({ id }) => here.has(id));
  const others = rules.filter(({ id }) => !here.has(id));
  const items: Item[] =
    found.length === 0
      ? others.map(itemOf)
      : [
          separator(vscode.l10n.t('Found at the cursor')),
          ...found.map(itemOf),
          separator(vscode.l10n.t('All other rules')),
          ...others.map(itemOf),
        ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Explain Rule'),
    placeHolder: vscode.l10n.t('Which rule? Type a part of its name, or of what it finds'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.rule;
}

/** The rules of the findings at the cursor; of its line, where there are none. */
function rulesHere(): ReadonlySet<string> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return new Set();
  const { active } = editor.selection;
  const own = vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === SOURCE);
  const at = own.filter(({ range }) => range.contains(active));
  const near = at.length > 0 ? at : own.filter(({ range }) => range.start.line === active.line);
  return new Set(near.map(({ code }) => String(typeof code === 'object' ? code.value : code)));
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function itemOf({ id, level, summary }: RuleEntry): Item {
  return { label: `$(${ICONS[level]}) ${id}`, description: words(level), detail: summary, rule: id };
}

const ICONS: Readonly<Record<RuleEntry['level'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'lightbulb',
};

function words(level: RuleEntry['level']): string {
  switch (level) {
    case 'error':
      return vscode.l10n.t('error');
    case 'warning':
      return vscode.l10n.t('warning');
    case 'info':
      return vscode.l10n.t('note');
    case 'hint':
      return vscode.l10n.t('hint');
  }
}

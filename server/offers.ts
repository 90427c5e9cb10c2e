import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver-protocol';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../plan/authoring/tokens/legend.ts';
import { TYPED } from '../plan/authoring/typing/typed.ts';
import { DIALOGUE_METHOD, VALIDATE_METHOD } from '../protocol/dialogue.ts';
import { EDIT_METHOD, TRY_METHOD } from '../protocol/edit.ts';
import { EXPORT_METHOD } from '../protocol/export.ts';
import { PLAN_VIEW_METHOD } from '../protocol/panel.ts';
import { PLAN_TREE_METHOD, PORTFOLIO_EXPORT_METHOD, PORTFOLIO_METHOD } from '../protocol/portfolio.ts';
import { STATUS_METHOD } from '../protocol/status.ts';
import { TEAM_PLAN_METHOD } from '../protocol/team-plan.ts';
import { CodeAction, Sync } from './lsp.ts';

/** The kind of the action that does all that needs no judgement. */
export const FIX_ALL = `${CodeAction.SourceFixAll}.successPlan`;

/** A part of the server that is loaded when somebody first asks for it. */
export type PartName = 'shown' | 'writing' | 'panel' | 'dialogues' | 'workspace';

/** Which requests are for a part: none of it is loaded to know so. */
export const REQUESTS: Readonly<Record<PartName, readonly string[]>> = {
  shown: [
    'textDocument/codeAction',
    'codeAction/resolve',
    'textDocument/codeLens',
    'codeLens/resolve',
    'textDocument/documentHighlight',
    'textDocument/documentLink',
    'textDocument/documentSymbol',
    'textDocument/foldingRange',
    'textDocument/inlayHint',
    'textDocument/semanticTokens/full',
    'textDocument/semanticTokens/full/delta',
    'textDocument/semanticTokens/range',
    STATUS_METHOD,
  ],
  writing: [
    'textDocument/completion',
    'completionItem/resolve',
    'textDocument/definition',
    'textDocument/formatting',
    'textDocument/rangeFormatting',
    'textDocument/hover',
    'textDocument/onTypeFormatting',
    'textDocument/references',
    'textDocument/prepareRename',
    'textDocument/rename',
    'textDocument/selectionRange',
  ],
  panel: [PLAN_VIEW_METHOD, EDIT_METHOD, TRY_METHOD, EXPORT_METHOD],
  dialogues: [DIALOGUE_METHOD, VALIDATE_METHOD],
  workspace: [PORTFOLIO_METHOD, PLAN_TREE_METHOD, PORTFOLIO_EXPORT_METHOD, TEAM_PLAN_METHOD, 'workspace/symbol'],
};

const [firstTyped, ...moreTyped] = TYPED;

/** What a client is told that the server can do. */
export function capabilitiesFor({ textDocument }: ClientCapabilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: Sync.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(textDocument?.diagnostic && {
      diagnosticProvider: { identifier: 'success-plan', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    codeActionProvider: {
      codeActionKinds: [CodeAction.QuickFix, CodeAction.RefactorRewrite, FIX_ALL],
      resolveProvider: true,
    },
    codeLensProvider: { resolveProvider: true },
    documentHighlightProvider: true,
    documentLinkProvider: {},
    documentSymbolProvider: { label: 'Success plan' },
    foldingRangeProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
    completionProvider: { triggerCharacters: [' ', '-', '"', "'", '[', '{', ',', '*'], resolveProvider: true },
    definitionProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    hoverProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: firstTyped, moreTriggerCharacter: moreTyped },
    referencesProvider: true,
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    selectionRangeProvider: true,
    workspaceSymbolProvider: true,
  };
}

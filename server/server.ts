import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  ServerCapabilities,
} from 'vscode-languageserver-protocol';
import { isConfig } from './config-document.ts';
import { Connection } from './connection.ts';
import type { Feature } from './feature.ts';
import { codeActions } from './features/code-actions.ts';
import { codeLens } from './features/code-lens.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { diagnostics, pullsDiagnostics } from './features/diagnostics.ts';
import { dialogue } from './features/dialogue.ts';
import { documentHighlight } from './features/document-highlight.ts';
import { documentLink } from './features/document-link.ts';
import { edit } from './features/edit.ts';
import { exporting } from './features/export.ts';
import { foldingRange } from './features/folding-range.ts';
import { formatting } from './features/formatting.ts';
import { hover } from './features/hover.ts';
import { inlayHint } from './features/inlay-hint.ts';
import { onType } from './features/on-type.ts';
import { portfolio } from './features/portfolio.ts';
import { references } from './features/references.ts';
import { rename } from './features/rename.ts';
import { selectionRange } from './features/selection-range.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { status } from './features/status.ts';
import { symbols } from './features/symbols.ts';
import { view } from './features/view.ts';
import { workspaceSymbol } from './features/workspace-symbol.ts';
import { keepSmall } from './heap.ts';
import { Sync } from './lsp.ts';
import { onNewDay } from './new-day.ts';
import { Pusher } from './push.ts';
import { Session } from './session.ts';
import { transportOf } from './transport.ts';

const FEATURES: readonly Feature[] = [
  diagnostics,
  codeActions,
  completion,
  hover,
  codeLens,
  inlayHint,
  symbols,
  view,
  status,
  definition,
  references,
  documentHighlight,
  rename,
  documentLink,
  workspaceSymbol,
  foldingRange,
  selectionRange,
  semanticTokens,
  formatting,
  onType,
  dialogue,
  exporting,
  edit,
  portfolio,
];

/** Starts the language server on the transport that the command line names (`--stdio`, `--node-ipc`). It ends when the client does. Throws if none is named. */
export function startServer(): void {
  serve(new Connection(transportOf(process.argv.slice(2))));
  // Loading has made it as large as keys need it. The first reading of a long plan would make it many times that, for good.
  setImmediate(keepSmall);
}

/** Serves one client on a connection. */
export function serve(connection: Connection): void {
  const session = new Session(connection);
  const pusher = new Pusher(session);
  connection.onInitialize(params => {
    const { capabilities, initializationOptions } = params;
    session.capabilities = capabilities;
    session.settings = { ...session.settings, rulePages: rulePages() };
    session.configure(initializationOptions);
    session.plans.begin(params);
    const declared: ServerCapabilities = {};
    for (const { capabilities: own } of FEATURES)
      Object.assign(declared, typeof own === 'function' ? own(capabilities) : own);
    return {
      serverInfo: { name: 'success-plan' },
      capabilities: {
        ...declared,
        textDocumentSync: { openClose: true, change: Sync.Incremental, save: true },
      },
    };
  });
  connection.onNotification<DidChangeConfigurationParams>('workspace/didChangeConfiguration', ({ settings }) => {
    session.configure(settings?.successPlan ?? settings);
    refresh(session, pusher);
  });
  connection.onNotification<DidChangeWatchedFilesParams>('workspace/didChangeWatchedFiles', ({ changes }) => {
    if (session.plans.filesChanged(changes).length === 0) return;
    session.forgetConfigs();
    refresh(session, pusher);
  });
  followDocuments(session, pusher);
  onNewDay(session, () => refresh(session, pusher));
  for (const feature of FEATURES) feature.register(session);
  connection.start();
}

function followDocuments(session: Session, pusher: Pusher): void {
  const { connection, documents } = session;
  connection.onNotification<DidOpenTextDocumentParams>('textDocument/didOpen', ({ textDocument }) => {
    documents.open(textDocument.uri, textDocument.languageId, textDocument.version, textDocument.text);
    session.closedConfigs.opened(textDocument.uri);
    session.portfolio.edited(textDocument.uri);
    pusher.changed(textDocument.uri);
  });
  connection.onNotification<DidChangeTextDocumentParams>(
    'textDocument/didChange',
    ({ textDocument, contentChanges }) => {
      session.warmUp.stop();
      documents.change(textDocument.uri, contentChanges, textDocument.version);
      session.portfolio.edited(textDocument.uri);
      pusher.changed(textDocument.uri);
    },
  );
  connection.onNotification<DidCloseTextDocumentParams>('textDocument/didClose', ({ textDocument }) => {
    session.closed(textDocument.uri);
    pusher.closed(textDocument.uri);
    // From now on its findings are those of the saved file, and told as those of a closed one.
    if (isConfig(textDocument.uri)) {
      session.forgetConfigs();
      refresh(session, pusher);
    }
  });
  connection.onNotification<DidSaveTextDocumentParams>('textDocument/didSave', ({ textDocument }) => {
    void session.saved(textDocument.uri);
  });
  session.historyArrived = uri => {
    session.portfolio.edited(uri);
    judgeAnew(session, pusher, [uri]);
  };
}

/** After a change of settings, and on a new day, everything that is shown of open documents is worked out anew. */
function refresh(session: Session, pusher: Pusher): void {
  session.portfolio.settingsChanged();
  judgeAnew(session, pusher, session.documents.uris());
  const { codeLens, inlayHint, semanticTokens: tokens } = session.capabilities.workspace ?? {};
  if (codeLens?.refreshSupport) session.connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
  if (inlayHint?.refreshSupport) session.connection.sendRequest('workspace/inlayHint/refresh').catch(() => {});
  if (tokens?.refreshSupport) session.connection.sendRequest('workspace/semanticTokens/refresh').catch(() => {});
}

/** Diagnostics of some documents, which other news may concern too. */
function judgeAnew(session: Session, pusher: Pusher, uris: Iterable<string>): void {
  if (!pullsDiagnostics(session)) {
    for (const uri of uris) pusher.changed(uri);
  } else if (session.capabilities.workspace?.diagnostics?.refreshSupport) {
    session.connection.sendRequest('workspace/diagnostic/refresh').catch(() => {});
  }
}

/** The pages lie beside the bundle, in the package and in the extension alike. */
function rulePages(): string {
  return pathToFileURL(path.join(__dirname, '..', 'docs', 'rules', path.sep)).href;
}

import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  ServerCapabilities,
} from 'vscode-languageserver-protocol';
import { isConfig } from './config-document.ts';
import { Connection } from './connection.ts';
import type { Feature } from './feature.ts';
import { codeActions } from './features/code-actions.ts';
import { completion } from './features/completion.ts';
import { diagnostics, pullsDiagnostics } from './features/diagnostics.ts';
import { hover } from './features/hover.ts';
import { status } from './features/status.ts';
import { symbols } from './features/symbols.ts';
import { view } from './features/view.ts';
import { Sync } from './lsp.ts';
import { Pusher } from './push.ts';
import { Session } from './session.ts';
import { transportOf } from './transport.ts';

const FEATURES: readonly Feature[] = [diagnostics, codeActions, completion, hover, symbols, view, status];

/** Starts the language server on the transport that the command line names (`--stdio`, `--node-ipc`). It ends when the client does. Throws if none is named. */
export function startServer(): void {
  serve(new Connection(transportOf(process.argv.slice(2))));
}

/** Serves one client on a connection. */
export function serve(connection: Connection): void {
  const session = new Session(connection);
  const pusher = new Pusher(session);
  connection.onInitialize(({ capabilities, initializationOptions }) => {
    session.capabilities = capabilities;
    session.settings = { ...session.settings, rulePages: rulePages() };
    session.configure(initializationOptions);
    const declared: ServerCapabilities = {};
    for (const feature of FEATURES) Object.assign(declared, feature.capabilities);
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
  connection.onNotification('workspace/didChangeWatchedFiles', () => {
    session.forgetConfigs();
    refresh(session, pusher);
  });
  followDocuments(session, pusher);
  for (const feature of FEATURES) feature.register(session);
  connection.start();
}

function followDocuments(session: Session, pusher: Pusher): void {
  const { connection, documents } = session;
  connection.onNotification<DidOpenTextDocumentParams>('textDocument/didOpen', ({ textDocument }) => {
    documents.open(textDocument.uri, textDocument.languageId, textDocument.version, textDocument.text);
    session.closedConfigs.opened(textDocument.uri);
    pusher.changed(textDocument.uri);
  });
  connection.onNotification<DidChangeTextDocumentParams>(
    'textDocument/didChange',
    ({ textDocument, contentChanges }) => {
      session.warmUp.stop();
      documents.change(textDocument.uri, contentChanges, textDocument.version);
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
  session.historyArrived = uri => refresh(session, pusher, [uri]);
}

/** After a change of settings every open document is judged anew; other news may concern only some. */
function refresh(session: Session, pusher: Pusher, uris: Iterable<string> = session.documents.uris()): void {
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

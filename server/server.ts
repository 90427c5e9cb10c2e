import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import type { Feature } from './feature.ts';
import { codeActions } from './features/code-actions.ts';
import { completion } from './features/completion.ts';
import { diagnostics, pullsDiagnostics, pushDiagnostics } from './features/diagnostics.ts';
import { hover } from './features/hover.ts';
import { status } from './features/status.ts';
import { symbols } from './features/symbols.ts';
import { view } from './features/view.ts';
import { Session } from './session.ts';

const FEATURES: readonly Feature[] = [diagnostics, codeActions, completion, hover, symbols, view, status];

/** Starts the language server on the transport that the command line names (`--stdio`, `--node-ipc`). It ends when the client does. */
export function startServer(): void {
  serve(createConnection(ProposedFeatures.all));
}

/** Serves one client on a connection. */
export function serve(connection: Connection): void {
  const session = new Session(connection);
  connection.onInitialize(({ capabilities, initializationOptions }) => {
    session.capabilities = capabilities;
    session.settings = { ...session.settings, rulePages: rulePages() };
    session.configure(initializationOptions);
    const declared: ServerCapabilities = Object.assign({}, ...FEATURES.map(feature => feature.capabilities));
    return {
      serverInfo: { name: 'success-plan' },
      capabilities: { ...declared, textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
    };
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session.configure(settings?.successPlan ?? settings);
    refresh(session);
  });
  connection.onDidChangeWatchedFiles(() => {
    session.configs.forget();
    refresh(session);
  });
  followDocuments(session);
  for (const feature of FEATURES) feature.register(session);
  connection.listen();
}

function followDocuments(session: Session): void {
  const { connection, documents } = session;
  connection.onDidOpenTextDocument(({ textDocument }) => {
    documents.open(textDocument.uri, textDocument.languageId, textDocument.version, textDocument.text);
    changed(session, textDocument.uri);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    documents.change(textDocument.uri, contentChanges, textDocument.version);
    changed(session, textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    documents.close(textDocument.uri);
    if (!pullsDiagnostics(session))
      connection.sendDiagnostics({ uri: textDocument.uri, diagnostics: [] }).catch(() => {});
  });
}

/** Documents with a push under way or about to begin: changes that arrive until it does share it. */
const due = new WeakMap<Session, Set<string>>();

function changed(session: Session, uri: string): void {
  if (pullsDiagnostics(session)) return;
  const waiting = due.get(session) ?? new Set();
  due.set(session, waiting);
  if (waiting.has(uri)) return;
  waiting.add(uri);
  setImmediate(() => {
    waiting.delete(uri);
    void pushDiagnostics(session, uri);
  });
}

/** After a change of settings every open document is judged anew. */
function refresh(session: Session): void {
  if (!pullsDiagnostics(session)) {
    for (const uri of session.documents.uris()) changed(session, uri);
  } else if (session.capabilities.workspace?.diagnostics?.refreshSupport) {
    session.connection.languages.diagnostics.refresh().catch(() => {});
  }
}

/** The pages lie beside the bundle, in the package and in the extension alike. */
function rulePages(): string {
  return pathToFileURL(path.join(__dirname, '..', 'docs', 'rules', path.sep)).href;
}

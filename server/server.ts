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

/** Pushes that wait, by document: the newest change moves them back. */
const waiting = new WeakMap<Session, Map<string, NodeJS.Timeout>>();

/** Longest wait before a push, in milliseconds. */
const LONGEST_WAIT = 200;

/**
 * Diagnostics follow a change after a wait that grows with what the last check took: a small plan answers at once, and a
 * huge one is not read ten times for ten keys.
 */
function changed(session: Session, uri: string): void {
  if (pullsDiagnostics(session)) return;
  const timers = waiting.get(session) ?? new Map<string, NodeJS.Timeout>();
  waiting.set(session, timers);
  clearTimeout(timers.get(uri));
  const wait = Math.min(LONGEST_WAIT, (session.documents.cost(uri) ?? 0) / 4);
  timers.set(
    uri,
    setTimeout(() => {
      timers.delete(uri);
      void pushDiagnostics(session, uri);
    }, wait),
  );
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

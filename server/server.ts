import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
} from 'vscode-languageserver-protocol';
import { holdBack, release } from './compilers.ts';
import { isConfig } from './config-document.ts';
import { Connection } from './connection.ts';
import { fastReader } from './fast-reader.ts';
import { diagnostics, pullsDiagnostics } from './features/diagnostics.ts';
import { keepSmall, letGrow } from './heap.ts';
import { onNewDay } from './new-day.ts';
import { capabilitiesFor } from './offers.ts';
import { registerParts } from './parts.ts';
import { Pusher } from './push.ts';
import { Session } from './session.ts';
import { transportOf } from './transport.ts';

/** Starts the language server on the transport that the command line names (`--stdio`, `--node-ipc`). It ends when the client does. Throws if none is named. */
export function startServer(): void {
  serve(new Connection(transportOf(process.argv.slice(2))));
  // Loading has made it as large as keys need it. The first reading of a long plan would make it many times that, for good.
  setImmediate(keepSmall);
  setImmediate(holdBack);
  // What V8 has compiled is kept for the next start, which looks for it with the usual flags.
  process.once('exit', () => {
    letGrow();
    release();
  });
}

/** Serves one client on a connection. */
export function serve(connection: Connection): void {
  const session = new Session(connection);
  const pusher = new Pusher(session);
  connection.onInitialize(params => {
    const { capabilities, initializationOptions, locale } = params;
    session.capabilities = capabilities;
    session.phrasebook.language = typeof locale === 'string' ? locale : '';
    session.settings = { ...session.settings, rulePages: rulePages() };
    session.configure(initializationOptions);
    session.plans.begin(params);
    // Until the first plan arrives there is time to load what reads it.
    setImmediate(() => void fastReader());
    return { serverInfo: { name: 'success-plan' }, capabilities: capabilitiesFor(capabilities) };
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
  connection.onNotification<DidChangeWorkspaceFoldersParams>('workspace/didChangeWorkspaceFolders', ({ event }) =>
    session.plans.foldersChanged(event),
  );
  followDocuments(session, pusher);
  onNewDay(session, () => refresh(session, pusher));
  diagnostics.register(session);
  registerParts(session);
  connection.start();
}

function followDocuments(session: Session, pusher: Pusher): void {
  const { connection, documents } = session;
  connection.onNotification<DidOpenTextDocumentParams>('textDocument/didOpen', ({ textDocument }) => {
    documents.open(textDocument.uri, textDocument.languageId, textDocument.version, textDocument.text);
    session.closedConfigs.opened(textDocument.uri);
    session.portfolio?.edited(textDocument.uri);
    pusher.changed(textDocument.uri);
  });
  connection.onNotification<DidChangeTextDocumentParams>(
    'textDocument/didChange',
    ({ textDocument, contentChanges }) => {
      session.warmUp.stop();
      documents.change(textDocument.uri, contentChanges, textDocument.version);
      session.portfolio?.edited(textDocument.uri);
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
    void session.checks.saved(textDocument.uri);
  });
  session.checks.historyArrived = uri => {
    session.portfolio?.edited(uri);
    judgeAnew(session, pusher, [uri]);
  };
}

/** After a change of settings, and on a new day, everything that is shown of open documents is worked out anew. */
function refresh(session: Session, pusher: Pusher): void {
  session.portfolio?.settingsChanged();
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

import { ResponseError } from 'vscode-jsonrpc/node';
import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { type ConfigDocument, isConfig } from '../config-document.ts';
import { toDiagnostic } from '../convert.ts';
import { DiagnosticList } from '../diagnostic-list.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import { tidy } from '../heap.ts';
import type { Written } from '../json.ts';
import { DiagnosticReport } from '../lsp.ts';
import type { Session } from '../session.ts';
import type { Findings } from '../told.ts';

/** So many milliseconds after an answer it is on its way, and mostly nobody waits. */
const REST_MS = 5;

/** Findings as diagnostics: pulled by clients that can, pushed to those that cannot. Both come from one check. */
export const diagnostics: Feature = {
  register(session) {
    const empty: DocumentDiagnosticReport = { kind: DiagnosticReport.Full, items: [] };
    session.connection.onRequest(
      'textDocument/diagnostic',
      onDocument<DocumentDiagnosticParams, DocumentDiagnosticReport | Written>(
        session,
        'diagnostics',
        empty,
        async open => {
          const findings = await findingsOf(session, open);
          rest(session, open.uri);
          return new DiagnosticList(findings, { kind: DiagnosticReport.Full }, 'items');
        },
        open => ({ kind: DiagnosticReport.Full, items: ofConfig(session, open) }),
      ),
    );
  },
};

/** True if the client asks for diagnostics by itself. */
export function pullsDiagnostics(session: Session): boolean {
  return session.capabilities.textDocument?.diagnostic !== undefined;
}

/** Sends the diagnostics of the newest version, unless a newer one is there by then. For clients that do not pull. Never rejects. */
export async function pushDiagnostics(session: Session, uri: string): Promise<void> {
  try {
    const config = isConfig(uri) ? await session.openConfig(uri) : undefined;
    const open = config ?? (await session.open(uri));
    if (!open) return;
    const { version } = open;
    const diagnostics =
      'file' in open
        ? new DiagnosticList(await findingsOf(session, open), { uri, version }, 'diagnostics')
        : { uri, version, diagnostics: ofConfig(session, open) };
    if (session.documents.version(uri) !== version) return;
    const begun = performance.now();
    await session.connection.sendDiagnostics(diagnostics);
    // A client that takes them slowly is not to be sent more of them than it can take.
    session.documents.took(uri, performance.now() - begun);
    rest(session, uri);
  } catch (error) {
    // The text changed meanwhile: its newest version is pushed by itself.
    if (error instanceof ResponseError) return;
    session.connection.console.error(`diagnostics failed: ${String(error)}`);
  }
}

/** What would take its time behind the next key is done before it. */
function rest(session: Session, uri: string): void {
  const tidyUp = () => {
    session.documents.settle(uri);
    tidy();
  };
  setTimeout(tidyUp, REST_MS).unref();
}

async function findingsOf(session: Session, open: OpenDocument): Promise<Findings> {
  // Nothing in no file yet is about to be written: a new plan arrives in an empty document.
  const isNew = open.uri.startsWith('untitled:') && open.file.text.trim() === '';
  const findings = isNew ? [] : await session.checks.shown(open);
  return { text: open.text, findings, helpOf: session.rulePage };
}

function ofConfig(session: Session, { text, findings }: ConfigDocument): Diagnostic[] {
  return findings.map(finding => toDiagnostic(text, finding, session.rulePage(finding.rule)));
}

import { ResponseError } from 'vscode-jsonrpc/node';
import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { type ConfigDocument, isConfig } from '../config-document.ts';
import { toDiagnostic } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import { DiagnosticReport } from '../lsp.ts';
import type { Session } from '../session.ts';

/** Findings as diagnostics: pulled by clients that can, pushed to those that cannot. Both come from one check. */
export const diagnostics: Feature = {
  capabilities: {
    diagnosticProvider: { identifier: 'success-plan', interFileDependencies: false, workspaceDiagnostics: false },
  },
  register(session) {
    const empty: DocumentDiagnosticReport = { kind: DiagnosticReport.Full, items: [] };
    session.connection.onRequest(
      'textDocument/diagnostic',
      onDocument<DocumentDiagnosticParams, DocumentDiagnosticReport>(
        session,
        'diagnostics',
        empty,
        async open => ({ kind: DiagnosticReport.Full, items: await diagnosticsOf(session, open) }),
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
    const items = 'file' in open ? await diagnosticsOf(session, open) : ofConfig(session, open);
    if (session.documents.version(uri) !== open.version) return;
    await session.connection.sendDiagnostics({ uri, version: open.version, diagnostics: items });
  } catch (error) {
    // The text changed meanwhile: its newest version is pushed by itself.
    if (error instanceof ResponseError) return;
    session.connection.console.error(`diagnostics failed: ${String(error)}`);
  }
}

async function diagnosticsOf(session: Session, open: OpenDocument): Promise<Diagnostic[]> {
  // Nothing in no file yet is about to be written: a new plan arrives in an empty document.
  if (open.uri.startsWith('untitled:') && open.file.text.trim() === '') return [];
  const shown = await session.shown(open);
  return shown.map(finding => toDiagnostic(open.text, finding, session.rulePage(finding.rule)));
}

function ofConfig(session: Session, { text, findings }: ConfigDocument): Diagnostic[] {
  return findings.map(finding => toDiagnostic(text, finding, session.rulePage(finding.rule)));
}

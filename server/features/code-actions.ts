import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver-protocol';
import type { Finding } from '../../plan/check.ts';
import { repair } from '../../plan/repair.ts';
import { toDiagnostic, toRange, toSpan, toTextEdit } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import { CodeAction as CodeActionKind } from '../lsp.ts';
import type { Session } from '../session.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.successPlan`;

/** The rules' fixes as quick fixes, and all safe ones at once as *fix all*. */
export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } },
  register(session) {
    session.connection.onRequest(
      'textDocument/codeAction',
      onDocument<CodeActionParams, CodeAction[]>(
        session,
        'code actions',
        [],
        (open, params) => actionsFor(session, open, params),
        (open, params) => quickFixesAt(session, open, open.findings, params),
      ),
    );
  },
};

async function actionsFor(session: Session, open: OpenDocument, params: CodeActionParams): Promise<CodeAction[]> {
  const actions = quickFixesAt(session, open, await session.shown(open), params);
  if (params.context.only && wants(params, FIX_ALL)) actions.push(...(await fixAll(session, open)));
  return actions;
}

/** A document with findings: a plan, or a team's configuration. */
type Checked = Pick<OpenDocument, 'uri' | 'text'>;

function quickFixesAt(
  session: Session,
  open: Checked,
  findings: readonly Finding[],
  params: CodeActionParams,
): CodeAction[] {
  if (!wants(params, CodeActionKind.QuickFix)) return [];
  const span = toSpan(open.text, params.range);
  return findings
    .filter(finding => finding.start <= span.end && span.start <= finding.end)
    .flatMap(finding => quickFixes(session, open, finding, params.context.diagnostics));
}

function wants({ context }: CodeActionParams, kind: string): boolean {
  return !context.only || context.only.some(only => kind === only || kind.startsWith(`${only}.`));
}

function quickFixes(session: Session, open: Checked, finding: Finding, shown: readonly Diagnostic[]): CodeAction[] {
  const own = toDiagnostic(open.text, finding, session.rulePage(finding.rule));
  const diagnostic =
    shown.find(
      d => d.code === own.code && JSON.stringify(d.range) === JSON.stringify(own.range) && d.message === own.message,
    ) ?? own;
  const fixes = session.fixesOf(finding);
  return fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: index === 0 && (fixes.length === 1 || fix.safe),
    edit: { changes: { [open.uri]: fix.edits.map(edit => toTextEdit(open.text, edit)) } },
  }));
}

/** Every fix that needs no judgement, made as `success-plan fix` makes them, as one edit of what changed. */
async function fixAll(session: Session, open: OpenDocument): Promise<CodeAction[]> {
  const before = open.file.text;
  const { text: after } = repair(before, await session.checkerOf(open));
  if (after === before) return [];
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let same = 0;
  while (same < Math.min(before.length, after.length) - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const range = toRange(open.text, { start, end: before.length - same });
  const newText = after.slice(start, after.length - same);
  return [
    {
      title: 'Fix all that needs no judgement',
      kind: FIX_ALL,
      edit: { changes: { [open.uri]: [{ range, newText }] } },
    },
  ];
}

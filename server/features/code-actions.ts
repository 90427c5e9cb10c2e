import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { applyEdits, type Finding } from '../../plan/check.ts';
import { toDiagnostic, toRange, toSpan, toTextEdit } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import type { Session } from '../session.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.successPlan`;

/** The rules' fixes as quick fixes, and all safe ones at once as *fix all*. */
export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } },
  register(session) {
    session.connection.onCodeAction(
      onDocument<CodeActionParams, CodeAction[]>(session, 'code actions', [], (open, params) =>
        actionsFor(session, open, params),
      ),
    );
  },
};

async function actionsFor(
  session: Session,
  open: OpenDocument,
  { range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const { findings } = await session.check(open);
  const wants = (kind: string) =>
    !context.only || context.only.some(only => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const span = toSpan(open.text, range);
    for (const finding of findings) {
      if (finding.start <= span.end && span.start <= finding.end)
        actions.push(...quickFixes(session, open, finding, context.diagnostics));
    }
  }
  if (context.only && wants(FIX_ALL)) actions.push(...fixAll(open, findings));
  return actions;
}

function quickFixes(
  session: Session,
  open: OpenDocument,
  finding: Finding,
  shown: readonly Diagnostic[],
): CodeAction[] {
  const own = toDiagnostic(open.text, finding, session.rulePage(finding.rule));
  const diagnostic =
    shown.find(
      d => d.code === own.code && JSON.stringify(d.range) === JSON.stringify(own.range) && d.message === own.message,
    ) ?? own;
  const fixes = finding.fixes();
  return fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: index === 0 && (fixes.length === 1 || fix.safe),
    edit: { changes: { [open.uri]: fix.edits.map(edit => toTextEdit(open.text, edit)) } },
  }));
}

/** Every fix that needs no judgement, as one edit of the lines between the first and the last change. */
function fixAll(open: OpenDocument, findings: readonly Finding[]): CodeAction[] {
  const edits = findings.flatMap(finding => finding.fixes().find(fix => fix.safe)?.edits ?? []);
  if (edits.length === 0) return [];
  const span = { start: Math.min(...edits.map(e => e.start)), end: Math.max(...edits.map(e => e.end)) };
  const fixed = applyEdits(open.file.text, edits);
  const tail = open.file.text.length - span.end;
  const newText = fixed.slice(span.start, fixed.length - tail);
  return [
    {
      title: 'Fix all that needs no judgement',
      kind: FIX_ALL,
      edit: { changes: { [open.uri]: [{ range: toRange(open.text, span), newText }] } },
    },
  ];
}

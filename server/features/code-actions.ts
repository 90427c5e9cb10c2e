import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../../plan/check.ts';
import { repair } from '../../plan/repair.ts';
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
  const findings = await session.shown(open);
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
  if (context.only && wants(FIX_ALL)) actions.push(...(await fixAll(session, open)));
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

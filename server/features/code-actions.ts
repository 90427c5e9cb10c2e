import { ResponseError } from 'vscode-jsonrpc/node';
import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver-protocol';
import { type Refactoring, refactorings } from '../../plan/authoring/refactor/refactorings.ts';
import type { Finding } from '../../plan/finding.ts';
import { repair } from '../../plan/repair.ts';
import { toDiagnostic, toRange, toSpan, toTextEdit } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, guarded, onDocument } from '../feature.ts';
import { CodeAction as CodeActionKind, ErrorCode } from '../lsp.ts';
import { FIX_ALL } from '../offers.ts';
import type { Session } from '../session.ts';

/** The kinds of refactorings, so that a key can be bound to one of them. */
const KINDS: Readonly<Record<Refactoring['kind'], string>> = {
  add: `${CodeActionKind.RefactorRewrite}.add`,
  complete: `${CodeActionKind.RefactorRewrite}.complete`,
  move: `${CodeActionKind.RefactorRewrite}.move`,
  rewrite: CodeActionKind.RefactorRewrite,
  sort: `${CodeActionKind.RefactorRewrite}.sort`,
};

/** Whoever marks all of a long plan is offered the repairs of so many findings: those of thousands take long, and nobody can read the list. */
const MOST_REPAIRED = 100;

/** The rules' fixes as quick fixes, all safe ones at once as *fix all*, and what can be done to the plan at the cursor. */
export const codeActions: Feature = {
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
    session.connection.onRequest(
      'codeAction/resolve',
      guarded<CodeAction, CodeAction>(session, 'code action', { title: '' }, action => resolved(session, action)),
    );
  },
};

async function actionsFor(session: Session, open: OpenDocument, params: CodeActionParams): Promise<CodeAction[]> {
  const actions = wants(params, CodeActionKind.QuickFix)
    ? quickFixesAt(session, open, await session.checks.shown(open), params)
    : [];
  if (params.context.only && wants(params, FIX_ALL)) actions.push(...(await fixAll(session, open)));
  const kinds = Object.values(KINDS);
  if (kinds.some(kind => wants(params, kind))) actions.push(...refactoringsAt(session, open, params, actions));
  return actions;
}

/** What comes back when the edit of a refactoring is asked for. */
interface ToResolve {
  readonly uri: string;
  readonly version: number;
  readonly offset: number;
  readonly id: string;
}

/** Only who asks for refactorings is shown those that are about no thing at the cursor. */
function isAskedFor({ context }: CodeActionParams): boolean {
  return context.only?.some(only => only.startsWith('refactor')) === true;
}

function refactoringsAt(
  session: Session,
  open: OpenDocument,
  params: CodeActionParams,
  fixes: readonly CodeAction[],
): CodeAction[] {
  const offset = toSpan(open.text, params.range).start;
  const support = session.capabilities.textDocument?.codeAction;
  const isLazy = support?.dataSupport === true && support.resolveSupport?.properties.includes('edit') === true;
  const found = refactorings(open.file, offset, session.today(), isAskedFor(params));
  return found.flatMap(one => {
    const kind = KINDS[one.kind];
    if (!wants(params, kind)) return [];
    // What a fix does already is not offered twice.
    if (one.kind === 'complete' && fixes.length > 0) {
      const own = JSON.stringify(editOf(open, one));
      if (fixes.some(({ edit }) => JSON.stringify(edit) === own)) return [];
    }
    const action = { title: session.say(one.title), kind };
    const data: ToResolve = { uri: open.uri, version: open.version, offset, id: one.id };
    if (isLazy) return { ...action, data };
    const edit = editOf(open, one);
    return edit ? { ...action, edit } : [];
  });
}

function editOf(open: OpenDocument, refactoring: Refactoring): CodeAction['edit'] {
  const edits = refactoring.edits();
  return edits && { changes: { [open.uri]: edits.map(edit => toTextEdit(open.text, edit)) } };
}

/** The action with its edit; as it was sent where there is none. */
async function resolved(session: Session, action: CodeAction): Promise<CodeAction> {
  const data: { [K in keyof ToResolve]?: unknown } = { ...action.data };
  const { uri, version, offset, id } = data;
  if (action.edit || typeof uri !== 'string' || typeof offset !== 'number') return action;
  const open = await session.open(uri);
  if (!open) return action;
  if (open.version !== version) throw new ResponseError(ErrorCode.ContentModified, 'the text changed meanwhile');
  const found = refactorings(open.file, offset, session.today(), true).find(one => one.id === id);
  const edit = found && editOf(open, found);
  return edit ? { ...action, edit } : action;
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
  const touched = findings.filter(finding => finding.start <= span.end && span.start <= finding.end);
  const shown = new Map(params.context.diagnostics.map(diagnostic => [keyOf(diagnostic), diagnostic]));
  const actions = new Map<Finding, CodeAction[]>();
  for (const finding of inTurn(touched)) {
    const found = quickFixes(session, open, finding, shown);
    if (found.length > 0) actions.set(finding, found);
    if (actions.size === MOST_REPAIRED) break;
  }
  return touched.flatMap(finding => actions.get(finding) ?? []);
}

/** Each rule's first finding, then each one's second …: whoever is shown some of thousands sees every kind. */
function inTurn(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_REPAIRED) return findings;
  const counts = new Map<string, number>();
  const turns = findings.map(finding => {
    const turn = counts.get(finding.rule) ?? 0;
    counts.set(finding.rule, turn + 1);
    return { finding, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ finding }) => finding);
}

function keyOf({ code, range, message }: Diagnostic): string {
  return JSON.stringify([code, range, message]);
}

function wants({ context }: CodeActionParams, kind: string): boolean {
  return !context.only || context.only.some(only => kind === only || kind.startsWith(`${only}.`));
}

function quickFixes(
  session: Session,
  open: Checked,
  finding: Finding,
  shown: ReadonlyMap<string, Diagnostic>,
): CodeAction[] {
  const fixes = session.checks.fixesOf(finding);
  if (fixes.length === 0) return [];
  const own = toDiagnostic(open.text, finding, session.rulePage(finding.rule));
  const diagnostic = shown.get(keyOf(own)) ?? own;
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
  const { text: after } = repair(before, await session.checks.checkerOf(open));
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

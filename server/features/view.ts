import { absolute, isTorn, OUTSIDE, type Problem, partsOf, type Span } from '../../plan/syntax/tree.ts';
import { documentView } from '../../plan/view/index.ts';
import { type Broken, type DocumentParams, PLAN_VIEW_METHOD, type PlanViewResult } from '../../protocol/panel.ts';
import { toLineNumber } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import type { Session } from '../session.ts';

/** The drawing of a document for the panel. While the text cannot be read, the last good drawing with the place that is wrong. */
export const view: Feature = {
  capabilities: {},
  register(session) {
    const lastGood = new Map<string, PlanViewResult['view']>();
    session.connection.onRequest(
      PLAN_VIEW_METHOD,
      onDocument<DocumentParams, PlanViewResult | null>(session, 'view', null, async open => {
        for (const uri of lastGood.keys()) if (session.documents.version(uri) === undefined) lastGood.delete(uri);
        const broken = brokenPlace(open);
        const fresh = broken ? (lastGood.get(open.uri) ?? null) : await draw(session, open);
        if (!broken) lastGood.set(open.uri, fresh);
        return { uri: open.uri, version: open.version, view: fresh, ...(broken && { broken }) };
      }),
    );
  },
};

async function draw(session: Session, open: OpenDocument): Promise<PlanViewResult['view']> {
  const shown = await session.shown(open);
  return documentView(open.file.documents, shown, session.today()) ?? null;
}

/** The first place that YAML cannot read. */
function brokenPlace(open: OpenDocument): Broken | undefined {
  const document = open.file.documents.map(read => read.model.syntax).find(syntax => syntax.broken);
  if (!document) return undefined;
  const problems: (Span & Pick<Problem, 'message'>)[] = [OUTSIDE, ...partsOf(document)].flatMap(part => {
    const own = part === OUTSIDE ? document.problems : part.problems;
    return own
      .filter(isTorn)
      .map(p => ({ ...absolute(document, { part, start: p.start, end: p.end }), message: p.message }));
  });
  const first = problems.sort((a, b) => a.start - b.start)[0];
  return first && { line: toLineNumber(open.text, first.start), cause: first.message, at: first.start };
}

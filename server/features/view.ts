import { type Audience, isAudience } from '../../plan/audience/audience.ts';
import { forAudience } from '../../plan/audience/for-audience.ts';
import { leftOutIn } from '../../plan/audience/left-out.ts';
import { type PlanFile, readInSteps } from '../../plan/check.ts';
import type { Settings } from '../../plan/config/settings.ts';
import { english } from '../../plan/phrase.ts';
import { firstTorn, type Torn } from '../../plan/syntax/torn.ts';
import { documentView } from '../../plan/view/index.ts';
import { type Broken, PLAN_VIEW_METHOD, type PlanViewResult, type ViewParams } from '../../protocol/panel.ts';
import { bitByBit } from '../bit-by-bit.ts';
import { toLineNumber } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import { whyUnsure } from '../redaction.ts';
import type { Session } from '../session.ts';

type View = PlanViewResult['view'];

/** A drawing for a customer, with what it was made of: other settings may withhold more of the same plan. */
interface ForCustomer {
  readonly view: View;
  readonly file: PlanFile;
  readonly settings: Settings;
}

/**
 * The drawing of a document for the panel, for those in the house or for the customer. While the text cannot be read, the last good drawing for them
 * with the place that is wrong. What stays in a customer's drawing leads to its places in the plan.
 */
export const view: Feature = {
  register(session) {
    const internal = new Map<string, View>();
    const customers = new Map<string, ForCustomer>();
    const answers: Readonly<Record<Audience, (open: OpenDocument) => Promise<PlanViewResult>>> = {
      async internal(open) {
        const broken = brokenPlace(open);
        const drawn = broken ? (internal.get(open.uri) ?? null) : await draw(session, open);
        if (!broken) internal.set(open.uri, drawn);
        return answer(open, drawn, broken);
      },
      async customer(open) {
        const config = await session.config(open.uri);
        const unsure = whyUnsure(config);
        if (unsure !== undefined) return { ...answer(open, null, undefined), unsure: english(unsure) };
        const { settings } = config;
        const before = customers.get(open.uri);
        const known = before?.settings === settings ? before : undefined;
        const left = forAudience(open.file.text, 'customer', settings.redact);
        if (left.type === 'unreadable') return answer(open, known?.view ?? null, placeOf(open, left));
        const { value: file } = await bitByBit(readInSteps(left.text, settings.team, known?.file));
        // What is found in the whole plan may tell what a customer must not see.
        const drawing = documentView(file.documents, [], session.today(), 'customer');
        // Who looks at it beforehand is told what is not in it.
        const drawn =
          drawing?.kind === 'plan' ? { ...drawing, leftOut: leftOutIn(left.leftOut, english) } : (drawing ?? null);
        customers.set(open.uri, { view: drawn, file, settings });
        return answer(open, drawn, undefined);
      },
    };
    session.connection.onRequest(
      PLAN_VIEW_METHOD,
      onDocument<ViewParams, PlanViewResult | null>(session, 'view', null, async (open, { audience = 'internal' }) => {
        for (const kept of [internal, customers])
          for (const uri of kept.keys()) if (session.documents.version(uri) === undefined) kept.delete(uri);
        return isAudience(audience) ? answers[audience](open) : null;
      }),
    );
  },
};

function answer({ uri, version }: OpenDocument, view: View, broken: Broken | undefined): PlanViewResult {
  return { uri, version, view, ...(broken && { broken }) };
}

async function draw(session: Session, open: OpenDocument): Promise<View> {
  const shown = await session.checks.shown(open);
  return documentView(open.file.documents, shown, session.today()) ?? null;
}

/** The first place that YAML cannot read. */
function brokenPlace(open: OpenDocument): Broken | undefined {
  const isBroken = open.file.documents.some(({ model }) => model.syntax.broken);
  const torn = isBroken ? firstTorn(open.file.source) : undefined;
  return torn && placeOf(open, torn);
}

function placeOf(open: OpenDocument, { at, cause }: Torn): Broken {
  return { line: toLineNumber(open.text, at), cause, at };
}

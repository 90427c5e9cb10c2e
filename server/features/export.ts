import * as path from 'node:path';
import { isAudience } from '../../plan/audience/audience.ts';
import { leftOutIn } from '../../plan/audience/left-out.ts';
import type { Phrase } from '../../plan/phrase.ts';
import { planOnPaper } from '../../plan/view/paper.ts';
import { EXPORT_FORMATS, EXPORT_METHOD, type ExportAnswer, type ExportParams } from '../../protocol/export.ts';
import { pathOf } from '../config-document.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import { whyUnsure } from '../redaction.ts';
import type { Session } from '../session.ts';

/** An open plan as a file for somebody. What writes it is a bundle of its own beside the server's, read when it is first needed. */
export const exporting: Feature = {
  register(session) {
    session.connection.onRequest(
      EXPORT_METHOD,
      onDocument<ExportParams, ExportAnswer | null>(session, 'export', null, async (open, params) => {
        const { format, audience } = params;
        if (!EXPORT_FORMATS.some(known => known === format) || !isAudience(audience)) return null;
        return written(session, open, { format, audience });
      }),
    );
  },
};

async function written(
  session: Session,
  open: OpenDocument,
  { format, audience }: Pick<ExportParams, 'format' | 'audience'>,
): Promise<ExportAnswer> {
  const config = await session.config(open.uri);
  const unsure = audience === 'customer' ? whyUnsure(config) : undefined;
  const refused = (reason: Phrase): ExportAnswer => ({ type: 'refused', reason: session.say(reason) });
  if (unsure !== undefined) return refused(unsure);
  const findings = await session.checks.shown(open);
  const made = planOnPaper({ file: open.file, findings, settings: config.settings }, audience, session.today());
  if (made.type === 'refused') return refused(made.reason);
  const { exportName, planIn } = await import('../../export/export.ts');
  const written = planIn(format, made.paper);
  if (written.type === 'refused') return refused(written.reason);
  const fileName = exportName(nameOf(open.uri), format, audience);
  return {
    type: 'file',
    fileName,
    content: written.content,
    leftOut: leftOutIn(made.leftOut, phrase => session.say(phrase)),
  };
}

/** The last part of the document's address. */
function nameOf(uri: string): string {
  const file = pathOf(uri);
  if (file !== undefined) return path.basename(file);
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  return last.slice(last.lastIndexOf(':') + 1);
}

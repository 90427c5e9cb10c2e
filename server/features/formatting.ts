import type {
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { layOut } from '../../plan/authoring/layout/layout.ts';
import type { Source } from '../../plan/syntax/tree.ts';
import { toSpan, toTextEdit } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import type { Session } from '../session.ts';
import type { TextDocument } from '../text.ts';

/** Formatting of plans, agendas and configurations, whole or in part: blanks and line breaks, and nothing else. */
export const formatting: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/formatting',
      onDocument<DocumentFormattingParams, TextEdit[]>(
        session,
        'formatting',
        [],
        ({ file, text }, { options }) => edits(session, text, file.source, options),
        ({ source, text }, { options }) => edits(session, text, source, options),
      ),
    );
    session.connection.onRequest(
      'textDocument/rangeFormatting',
      onDocument<DocumentRangeFormattingParams, TextEdit[]>(
        session,
        'formatting of a range',
        [],
        ({ file, text }, { options, range }) => edits(session, text, file.source, options, range),
        ({ source, text }, { options, range }) => edits(session, text, source, options, range),
      ),
    );
  },
};

async function edits(
  session: Session,
  text: TextDocument,
  source: Source,
  { tabSize }: FormattingOptions,
  range?: Range,
): Promise<TextEdit[]> {
  // YAML cannot be indented by tabs, whatever the editor does elsewhere.
  const width = tabSize >= 2 && tabSize <= MOST ? Math.floor(tabSize) : 2;
  const { formatYaml } = await import('../format/formatter.ts');
  const layout = await layOut(source, one => formatYaml(one, width), range && toSpan(text, range));
  if ('edits' in layout) return layout.edits.map(edit => toTextEdit(text, edit));
  session.connection.console.log(`${text.uri} was not formatted: ${layout.refusal}`);
  return [];
}

/** Nobody indents deeper. */
const MOST = 8;

import type { DocumentOnTypeFormattingParams, TextEdit } from 'vscode-languageserver-protocol';
import { whileTyping } from '../../plan/authoring/typing/typing.ts';
import { toOffset, toTextEdit } from '../convert.ts';
import { type Feature, onText } from '../feature.ts';

/** Lists that are begun, go on and end while somebody types, and values that Enter would tear. Answered from the text as it stands. */
export const onType: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/onTypeFormatting',
      onText<DocumentOnTypeFormattingParams, TextEdit[]>(
        session,
        'typing',
        [],
        (text, { position, ch, options: { tabSize } }) =>
          whileTyping(text.getText(), toOffset(text, position), ch, tabSize >= 2 && tabSize <= 8 ? tabSize : 2).map(
            edit => toTextEdit(text, edit),
          ),
      ),
    );
  },
};

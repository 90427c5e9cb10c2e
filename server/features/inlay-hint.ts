import type { InlayHint, InlayHintParams } from 'vscode-languageserver-protocol';
import { hintsIn } from '../../plan/authoring/hints/hints.ts';
import { toPosition, toSpan } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';

/** How far days are, and by how much something slipped, behind the days of the lines that are seen. */
export const inlayHint: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/inlayHint',
      onDocument<InlayHintParams, InlayHint[]>(session, 'inlay hints', [], ({ file, text }, { range }) => {
        const { inlayHints } = session.settings;
        if (!inlayHints.distance && !inlayHints.slip) return [];
        return hintsIn(file, toSpan(text, range), session.today())
          .filter(({ kind }) => inlayHints[kind])
          .map(({ at, label, tooltip }) => ({
            position: toPosition(text, at),
            label: session.say(label),
            tooltip: session.say(tooltip),
            paddingLeft: true,
          }));
      }),
    );
  },
};
